package org.myocohort.app.web.study;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.web.Notice;
import org.myocohort.app.web.Typed;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Permission;
import org.myocohort.registry.patient.Studies;
import org.myocohort.registry.patient.Studies.StoredStudy;
import org.myocohort.vocabulary.Vocabulary;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What a study fixes for all its patients, and new studies.
@Controller
final class StudySettingsController {

  private final Studies studies;
  private final SummaryKeeper summaries;

  StudySettingsController(Studies studies, SummaryKeeper summaries) {
    this.studies = studies;
    this.summaries = summaries;
  }

  @GetMapping("/studies/new")
  String blank(Actor actor, Model model) {
    actor.demand(Permission.STUDIES);
    return show(null, StudyForm.empty(), List.of(), model);
  }

  @PostMapping("/studies/new")
  String make(Actor actor, StudyForm form, Model model, RedirectAttributes next) {
    actor.demand(Permission.STUDIES);
    List<StudyForm.Problem> problems = form.problems(true);
    if (problems.isEmpty() && studies.find(form.newId()).isPresent()) {
      problems = List.of(new StudyForm.Problem("id", "study.problem.taken"));
    }
    if (!problems.isEmpty()) {
      return show(null, form, problems, model);
    }
    studies.save(actor, form.study(form.newId(), null), Typed.text(form.reason()));
    Notice.done(next, "study.made");
    return "redirect:/studies/" + form.newId();
  }

  @GetMapping("/studies/{study}/settings")
  String settings(Actor actor, StoredStudy study, Model model) {
    actor.demand(Permission.VIEW);
    return show(study, StudyForm.of(study), List.of(), model);
  }

  @PostMapping("/studies/{study}/settings")
  String change(
      Actor actor, StoredStudy study, StudyForm form, Model model, RedirectAttributes next) {
    actor.demand(Permission.STUDIES);
    List<StudyForm.Problem> problems = form.problems(false);
    if (!problems.isEmpty()) {
      return show(study, form, problems, model);
    }
    studies.save(actor, form.study(study.id(), study), Typed.text(form.reason()));
    summaries.update();
    Notice.done(next, "study.changed");
    return "redirect:/studies/" + study.id() + "/settings";
  }

  private static String show(
      @Nullable StoredStudy study, StudyForm form, List<StudyForm.Problem> problems, Model model) {
    if (study != null) {
      model.addAttribute("study", study);
    }
    model.addAttribute("isNew", study == null);
    model.addAttribute("form", form);
    model.addAttribute("problems", new Problems(problems));
    model.addAttribute("drugs", Vocabulary.drugs().terms());
    return "study/settings";
  }

  /// The problems of a form, to be asked for by field.
  public record Problems(List<StudyForm.Problem> all) {
    /// The key of what is wrong with a field, or null.
    public @Nullable String of(String field) {
      Optional<String> code =
          all.stream()
              .filter(problem -> problem.field().equals(field))
              .map(StudyForm.Problem::code)
              .findFirst();
      return code.orElse(null);
    }
  }
}
