package org.myocohort.app.web.cohort;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.web.Notice;
import org.myocohort.app.web.Page;
import org.myocohort.app.web.Typed;
import org.myocohort.app.web.cohort.Definitions.Kind;
import org.myocohort.app.web.entry.Suggestions;
import org.myocohort.cohort.selection.CohortDefinition;
import org.myocohort.cohort.selection.CohortFile;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.Problem;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Permission;
import org.myocohort.registry.patient.Studies.StoredStudy;
import org.myocohort.vocabulary.Vocabulary;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Builds a cohort: by a form, or as text where the form has no place for what it says.
@Controller
@RequestMapping("/studies/{study}/cohorts")
final class CohortFormController {
  private final Definitions definitions;
  private final SeenStudies studies;
  private final DefinitionAudit audit;

  CohortFormController(Definitions definitions, SeenStudies studies, DefinitionAudit audit) {
    this.definitions = definitions;
    this.studies = studies;
    this.audit = audit;
  }

  /// What is being edited.
  ///
  /// @param name of the kept definition, null for a new one
  /// @param form null where it is edited as text
  /// @param text what it says
  /// @param seen the stamp of what was kept when it was opened; empty for a new one
  private record Draft(@Nullable String name, @Nullable CohortForm form, String text, String seen) {
    static Draft of(@Nullable String name, CohortForm form, String seen) {
      return new Draft(name, form, form.yaml(), seen);
    }

    /// As the form where that can say it.
    static Draft of(@Nullable String name, String text, String seen) {
      return new Draft(name, CohortForm.read(text).orElse(null), text, seen);
    }
  }

  @GetMapping("/new")
  String begin(
      Actor actor,
      StoredStudy study,
      @RequestParam(defaultValue = "") String from,
      Page page,
      Model model) {
    actor.demand(Permission.ANALYSE);
    Draft draft =
        from.isEmpty()
            ? Draft.of(null, CohortForm.empty(), "")
            : Draft.of(null, definitions.text(Kind.COHORT, study.id(), from), "");
    CohortForm form = draft.form();
    if (!from.isEmpty() && form != null) {
      draft = Draft.of(null, form.titled(page.texts().text("cohorts.copy-of", form.title())), "");
    }
    return show(study, draft, List.of(), page, model);
  }

  @GetMapping("/{name}/edit")
  String edit(Actor actor, StoredStudy study, @PathVariable String name, Page page, Model model) {
    actor.demand(Permission.ANALYSE);
    String text = definitions.text(Kind.COHORT, study.id(), name);
    Draft draft = Draft.of(name, text, Definitions.stamp(text));
    model.addAttribute("commented", draft.form() != null && text.contains("#"));
    try {
      CohortFile.read("", text);
    } catch (BadInputException wrong) {
      return show(study, draft, wrong.problems(), page, model);
    }
    return show(study, draft, List.of(), page, model);
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
    definitions.text(Kind.COHORT, study.id(), name);
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
    String[] action = Typed.text(typed.get("action")).split(" ", 2);
    Draft draft = draft(name, typed);
    CohortForm form = draft.form();
    if (form != null) {
      CohortForm changed = changed(form, action, typed, page.texts());
      if (changed != null) {
        model.addAttribute("added", action[0].equals("add") ? changed.steps().size() : 0);
        return show(study, Draft.of(name, changed, draft.seen()), List.of(), page, model);
      }
      if (action[0].equals("as-text")) {
        return show(
            study, new Draft(name, null, draft.text(), draft.seen()), List.of(), page, model);
      }
    }
    CohortDefinition definition;
    try {
      definition = CohortFile.read("", draft.text());
    } catch (BadInputException wrong) {
      return show(study, draft, wrong.problems(), page, model);
    }
    if (action[0].equals("as-form")) {
      Draft shown = Draft.of(name, draft.text(), draft.seen());
      model.addAttribute("noForm", shown.form() == null);
      return show(study, shown, List.of(), page, model);
    }
    if (!action[0].equals("save")) {
      model.addAttribute(
          "flow",
          CohortFlow.of(
              study.id(),
              studies.select(actor, study.id(), definition, studies.day("")),
              page.texts()));
      model.addAttribute("centres", CohortsController.centres(actor));
      return show(study, draft, List.of(), page, model);
    }
    String kept =
        name == null ? definitions.freeName(Kind.COHORT, study.id(), definition.title()) : name;
    if (!definitions.keep(Kind.COHORT, study.id(), kept, draft.text(), draft.seen())) {
      model.addAttribute("overtaken", true);
      return show(study, draft, List.of(), page, model);
    }
    audit.changed(actor, Kind.COHORT, "keep", study.id(), kept);
    Notice.done(next, "cohorts.kept", definition.title());
    return "redirect:/studies/" + study.id() + "/cohorts/" + kept;
  }

  private static Draft draft(@Nullable String name, Map<String, String> typed) {
    String seen = Typed.text(typed.get("seen"));
    return Typed.text(typed.get("mode")).equals("text")
        ? new Draft(name, null, lines(typed.getOrDefault("text", "")), seen)
        : Draft.of(name, CohortForm.typed(typed), seen);
  }

  /// Browsers end lines by two characters.
  static String lines(String text) {
    return text.replace("\r\n", "\n");
  }

  /// The form after a button that changes its rows; null for any other button.
  private static @Nullable CohortForm changed(
      CohortForm form, String[] action, Map<String, String> typed, Texts texts) {
    int at = action.length < 2 || !action[1].matches("\\d{1,3}") ? 0 : Integer.parseInt(action[1]);
    return switch (action[0]) {
      case "add" ->
          StepKind.parse(Typed.text(typed.get("kind")))
              .map(kind -> form.with(kind, texts.text("cohorts.kind." + kind.code())))
              .orElse(form);
      case "remove" -> form.without(at);
      case "up" -> form.swapped(at, at - 1);
      case "down" -> form.swapped(at, at + 1);
      default -> null;
    };
  }

  private static String show(
      StoredStudy study, Draft draft, List<Problem> problems, Page page, Model model) {
    CohortForm form = draft.form();
    model.addAttribute("study", study);
    model.addAttribute("name", draft.name());
    model.addAttribute("text", draft.text());
    model.addAttribute("seen", draft.seen());
    model.addAttribute("wrong", !problems.isEmpty());
    model.addAttribute("kinds", Stream.of(StepKind.values()).map(StepKind::code).toList());
    model.addAttribute("words", new Suggestions(page.language()));
    model.addAttribute("classes", classes());
    if (form == null) {
      model.addAttribute("faults", Faults.of(problems, "", draft.text(), page.texts()));
    } else {
      model.addAttribute("fields", BuilderFields.of(form, problems, page.texts()));
    }
    return "cohort/builder";
  }

  /// Words for all drugs of a class.
  private static List<String> classes() {
    return Vocabulary.drugs().terms().stream()
        .map(term -> term.cell("class"))
        .filter(name -> !name.isEmpty())
        .distinct()
        .sorted()
        .map(name -> "any " + name)
        .toList();
  }
}
