package org.myocohort.app.web.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.web.Typed;
import org.myocohort.exchange.study.StudyWriter;
import org.myocohort.instrument.StudySettings;
import org.myocohort.registry.patient.Studies.StoredStudy;
import org.myocohort.vocabulary.Vocabulary;

/// A study's settings as typed.
public record StudyForm(
    @Nullable String id,
    @Nullable String title,
    @Nullable String index,
    @Nullable String window,
    @Nullable String interval,
    @Nullable String quartiles,
    @Nullable String synthetic,
    @Nullable String reason) {

  /// Something wrong with a field.
  ///
  /// @param code key of the sentence
  public record Problem(String field, String code) {}

  static StudyForm of(StoredStudy study) {
    StudyWriter.Description description = study.description();
    return new StudyForm(
        study.id(),
        description.title(),
        description.settings().indexDrug().orElse(""),
        Integer.toString(description.settings().baselineWindowDays()),
        Integer.toString(study.visitIntervalDays()),
        description.quartileMethod(),
        description.synthetic() ? "true" : null,
        "");
  }

  static StudyForm empty() {
    return new StudyForm(
        "",
        "",
        "",
        Integer.toString(StudySettings.DEFAULT.baselineWindowDays()),
        Integer.toString(StoredStudy.DEFAULT_VISIT_INTERVAL_DAYS),
        null,
        null,
        "");
  }

  /// What is wrong with it.
  List<Problem> problems(boolean isNew) {
    List<Problem> problems = new ArrayList<>();
    String name = Typed.text(id);
    if (isNew && (!name.matches("[a-z0-9][a-z0-9._-]{0,99}") || name.equals("new"))) {
      problems.add(new Problem("id", "study.problem.id"));
    }
    if (Typed.text(title).isEmpty() || Typed.text(title).length() > 200) {
      problems.add(new Problem("title", "study.problem.title"));
    }
    if (!Typed.text(index).isEmpty() && drug().isEmpty()) {
      problems.add(new Problem("index", "study.problem.index"));
    }
    if (number(window, 0, 3660).isEmpty()) {
      problems.add(new Problem("window", "study.problem.window"));
    }
    if (number(interval, 1, 3660).isEmpty()) {
      problems.add(new Problem("interval", "study.problem.interval"));
    }
    if (!Typed.text(quartiles).matches("(type-[1-9])?")) {
      problems.add(new Problem("quartiles", "study.problem.quartiles"));
    }
    if (!isNew && Typed.text(reason).isEmpty()) {
      problems.add(new Problem("reason", "study.problem.reason"));
    }
    return problems;
  }

  /// The study that a form without problems describes.
  ///
  /// @param before the study as it stands, or null for a new one
  StoredStudy study(String studyId, @Nullable StoredStudy before) {
    StudySettings old = before == null ? StudySettings.DEFAULT : before.description().settings();
    return new StoredStudy(
        studyId,
        new StudyWriter.Description(
            studyId,
            Typed.text(title),
            synthetic != null,
            new StudySettings(
                drug().orElse(null), number(window, 0, 3660).orElseThrow(), old.childHealthRange()),
            Typed.text(quartiles).isEmpty() ? null : Typed.text(quartiles)),
        number(interval, 1, 3660).orElseThrow());
  }

  private Optional<String> drug() {
    return Vocabulary.drugs().find(Typed.text(index)).map(Vocabulary.Term::code);
  }

  private static Optional<Integer> number(@Nullable String typed, int least, int most) {
    String text = Typed.text(typed);
    return text.matches("[0-9]{1,5}")
            && Integer.parseInt(text) >= least
            && Integer.parseInt(text) <= most
        ? Optional.of(Integer.valueOf(text))
        : Optional.empty();
  }

  /// The id as it is stored.
  String newId() {
    return Typed.text(id).toLowerCase(Locale.ROOT);
  }
}
