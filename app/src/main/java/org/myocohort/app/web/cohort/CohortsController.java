package org.myocohort.app.web.cohort;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.analysis.PlanSource;
import org.myocohort.app.web.NotFound;
import org.myocohort.app.web.Notice;
import org.myocohort.app.web.Page;
import org.myocohort.app.web.cohort.Definitions.Kind;
import org.myocohort.cohort.selection.CohortDefinition;
import org.myocohort.cohort.selection.CohortFile;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Permission;
import org.myocohort.registry.patient.Studies.StoredStudy;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// A study's cohorts and plans: their list, a cohort step by step, removal.
@Controller
@RequestMapping("/studies/{study}")
final class CohortsController {
  private final Definitions definitions;
  private final SeenStudies studies;
  private final DefinitionAudit audit;

  CohortsController(Definitions definitions, SeenStudies studies, DefinitionAudit audit) {
    this.definitions = definitions;
    this.studies = studies;
    this.audit = audit;
  }

  /// A cohort in the list.
  ///
  /// @param members how many are in; -1 where its file is wrong
  record ListedCohort(String name, String title, int members) {}

  /// A plan in the list.
  ///
  /// @param questions how many; -1 where its file is wrong
  record ListedPlan(String name, String title, String cohort, int questions) {}

  @GetMapping("/cohorts")
  String list(Actor actor, StoredStudy study, Model model) {
    actor.demand(Permission.VIEW);
    List<ListedCohort> cohorts = new ArrayList<>();
    for (String name : definitions.names(Kind.COHORT, study.id())) {
      cohorts.add(cohort(actor, study.id(), name));
    }
    List<ListedPlan> plans = new ArrayList<>();
    for (String name : definitions.names(Kind.PLAN, study.id())) {
      plans.add(plan(study.id(), name));
    }
    model.addAttribute("study", study);
    model.addAttribute("cohorts", cohorts);
    model.addAttribute("plans", plans);
    model.addAttribute("patients", studies.members(actor, study.id(), CohortDefinition.everyone()));
    model.addAttribute("centres", centres(actor));
    model.addAttribute("removedCohorts", definitions.removed(Kind.COHORT, study.id()));
    model.addAttribute("removedPlans", definitions.removed(Kind.PLAN, study.id()));
    return "cohort/list";
  }

  /// The centres of the patients that the actor may see; null for all.
  static @Nullable String centres(Actor actor) {
    return actor.centres() == null ? null : String.join(", ", new TreeSet<>(actor.centres()));
  }

  private ListedCohort cohort(Actor actor, String study, String name) {
    try {
      CohortDefinition read = CohortFile.read(name, definitions.text(Kind.COHORT, study, name));
      return new ListedCohort(name, read.title(), studies.members(actor, study, read));
    } catch (BadInputException _) {
      return new ListedCohort(name, name, -1);
    }
  }

  private ListedPlan plan(String study, String name) {
    byte[] text = definitions.text(Kind.PLAN, study, name).getBytes(StandardCharsets.UTF_8);
    try {
      PlanSource read = PlanSource.of(name, text, cohort -> definitions.cohort(study, cohort));
      return new ListedPlan(
          name,
          read.plan().plan().title(),
          read.plan().cohort().title(),
          read.plan().plan().questions().size());
    } catch (BadInputException _) {
      return new ListedPlan(name, name, "", -1);
    }
  }

  @GetMapping("/cohorts/{name}")
  String show(
      Actor actor,
      StoredStudy study,
      @PathVariable String name,
      @RequestParam(defaultValue = "") String on,
      Page page,
      Model model) {
    actor.demand(Permission.VIEW);
    String text = definitions.text(Kind.COHORT, study.id(), name);
    model.addAttribute("study", study);
    model.addAttribute("name", name);
    model.addAttribute("text", text);
    model.addAttribute("centres", centres(actor));
    try {
      CohortDefinition definition = CohortFile.read(name, text);
      model.addAttribute("cohortTitle", definition.title());
      model.addAttribute(
          "flow",
          CohortFlow.of(
              study.id(),
              studies.select(actor, study.id(), definition, studies.day(on)),
              page.texts()));
    } catch (BadInputException wrong) {
      model.addAttribute("cohortTitle", name);
      model.addAttribute("faults", Faults.of(wrong.problems(), name, text, page.texts()));
    }
    return "cohort/show";
  }

  @PostMapping("/{kind:cohorts|plans}/{name}/remove")
  String remove(
      Actor actor,
      StoredStudy study,
      @PathVariable String kind,
      @PathVariable String name,
      RedirectAttributes next) {
    actor.demand(Permission.ANALYSE);
    definitions.remove(kind(kind), study.id(), name);
    audit.changed(actor, kind(kind), "remove", study.id(), name);
    Notice.done(next, "cohorts.removed", name);
    return list(study);
  }

  @PostMapping("/{kind:cohorts|plans}/{name}/restore")
  String restore(
      Actor actor,
      StoredStudy study,
      @PathVariable String kind,
      @PathVariable String name,
      RedirectAttributes next) {
    actor.demand(Permission.ANALYSE);
    if (definitions.restore(kind(kind), study.id(), name)) {
      audit.changed(actor, kind(kind), "restore", study.id(), name);
      Notice.done(next, "cohorts.restored", name);
    } else {
      Notice.attention(next, "cohorts.name-taken", name);
    }
    return list(study);
  }

  private static Kind kind(String folder) {
    for (Kind kind : Kind.values()) {
      if (kind.folder().equals(folder)) {
        return kind;
      }
    }
    throw new NotFound();
  }

  private static String list(StoredStudy study) {
    return "redirect:/studies/" + study.id() + "/cohorts";
  }
}
