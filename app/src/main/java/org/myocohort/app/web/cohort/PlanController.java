package org.myocohort.app.web.cohort;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.analysis.PlanSource;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.cohort.CohortWords;
import org.myocohort.app.web.Notice;
import org.myocohort.app.web.Page;
import org.myocohort.app.web.Typed;
import org.myocohort.app.web.cohort.Definitions.Kind;
import org.myocohort.cohort.selection.CohortDefinition;
import org.myocohort.cohort.selection.CohortFile;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.Problem;
import org.myocohort.exchange.yaml.ShippedFile;
import org.myocohort.exchange.yaml.YamlText;
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

/// Writes a plan of questions for a cohort.
@Controller
@RequestMapping("/studies/{study}/plans")
final class PlanController {
  private static final String FILE = PlanSource.PLAN;

  private final Definitions definitions;
  private final SeenStudies studies;
  private final DefinitionAudit audit;

  PlanController(Definitions definitions, SeenStudies studies, DefinitionAudit audit) {
    this.definitions = definitions;
    this.studies = studies;
    this.audit = audit;
  }

  /// A plan that was checked and is right.
  record Checked(String title, int questions, String sentence, int members) {}

  @GetMapping("/new")
  String begin(
      Actor actor,
      StoredStudy study,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String cohort,
      Page page,
      Model model) {
    actor.demand(Permission.ANALYSE);
    String text =
        from.isEmpty()
            ? template(study.id(), cohort, page.texts())
            : definitions.text(Kind.PLAN, study.id(), from);
    return show(study, null, text, "", List.of(), page, model);
  }

  /// A short plan for a cohort of the study: the one named, else the first.
  private String template(String study, String cohort, Texts texts) {
    List<String> names = definitions.names(Kind.COHORT, study);
    String name = names.contains(cohort) || names.isEmpty() ? cohort : names.getFirst();
    CohortDefinition definition = CohortDefinition.everyone();
    try {
      definition =
          CohortFile.read(name, definitions.find(Kind.COHORT, study, name).orElse("cohort: all"));
    } catch (BadInputException _) {
      // The check of the plan names what is wrong with the cohort.
    }
    String title = YamlText.quoted(definition.title().isEmpty() ? name : definition.title());
    String template =
        "plan-"
            + (definition.index().isPresent() ? "from-day-0" : "ever")
            + "-"
            + texts.language()
            + ".yaml";
    return ShippedFile.text(PlanController.class, template)
        .replace("TITLE", title)
        .replace("COHORT", name.isEmpty() ? "\"\"" : name);
  }

  @GetMapping("/{name}/edit")
  String edit(Actor actor, StoredStudy study, @PathVariable String name, Page page, Model model) {
    actor.demand(Permission.ANALYSE);
    String text = definitions.text(Kind.PLAN, study.id(), name);
    String seen = Definitions.stamp(text);
    try {
      read(study.id(), text);
    } catch (BadInputException wrong) {
      return show(study, name, text, seen, wrong.problems(), page, model);
    }
    return show(study, name, text, seen, List.of(), page, model);
  }

  private PlanSource read(String study, String text) throws BadInputException {
    return PlanSource.of(
        FILE, text.getBytes(StandardCharsets.UTF_8), cohort -> definitions.cohort(study, cohort));
  }

  @PostMapping("/new")
  String keepNew(
      Actor actor,
      StoredStudy study,
      @RequestParam Map<String, String> typed,
      Page page,
      Model model,
      RedirectAttributes next) {
    return act(actor, study, null, typed, page, model, next);
  }

  @PostMapping("/{name}/edit")
  String keep(
      Actor actor,
      StoredStudy study,
      @PathVariable String name,
      @RequestParam Map<String, String> typed,
      Page page,
      Model model,
      RedirectAttributes next) {
    actor.demand(Permission.ANALYSE);
    definitions.text(Kind.PLAN, study.id(), name);
    return act(actor, study, name, typed, page, model, next);
  }

  private String act(
      Actor actor,
      StoredStudy study,
      @Nullable String name,
      Map<String, String> typed,
      Page page,
      Model model,
      RedirectAttributes next) {
    actor.demand(Permission.ANALYSE);
    String text = CohortFormController.lines(typed.getOrDefault("text", ""));
    String seen = Typed.text(typed.get("seen"));
    PlanSource source;
    try {
      source = read(study.id(), text);
    } catch (BadInputException wrong) {
      return show(study, name, text, seen, wrong.problems(), page, model);
    }
    String title = source.plan().plan().title();
    if (!Typed.text(typed.get("action")).equals("save")) {
      CohortDefinition cohort = source.plan().cohort();
      model.addAttribute(
          "checked",
          new Checked(
              title,
              source.plan().plan().questions().size(),
              new CohortWords(page.texts()).sentence(cohort),
              studies.members(actor, study.id(), cohort)));
      return show(study, name, text, seen, List.of(), page, model);
    }
    String kept = name == null ? definitions.freeName(Kind.PLAN, study.id(), title) : name;
    if (!definitions.keep(Kind.PLAN, study.id(), kept, text, seen)) {
      model.addAttribute("overtaken", true);
      return show(study, name, text, seen, List.of(), page, model);
    }
    audit.changed(actor, Kind.PLAN, "keep", study.id(), kept);
    Notice.done(next, "cohorts.plan.kept", title);
    return "redirect:/studies/" + study.id() + "/plans/" + kept;
  }

  private String show(
      StoredStudy study,
      @Nullable String name,
      String text,
      String seen,
      List<Problem> problems,
      Page page,
      Model model) {
    model.addAttribute("study", study);
    model.addAttribute("name", name);
    model.addAttribute("text", text);
    model.addAttribute("seen", seen);
    model.addAttribute("rows", Math.clamp(text.lines().count() + 3, 16, 40));
    model.addAttribute("faults", Faults.of(problems, FILE, text, page.texts()));
    model.addAttribute("cohorts", definitions.names(Kind.COHORT, study.id()));
    model.addAttribute("plans", definitions.names(Kind.PLAN, study.id()));
    return "cohort/plan";
  }
}
