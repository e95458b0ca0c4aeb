package org.myocohort.care.summary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.myocohort.care.library.Statement;
import org.myocohort.instrument.Input;
import org.myocohort.patient.AntibodyResult;
import org.myocohort.patient.Manifestation;
import org.myocohort.patient.Moment;
import org.myocohort.patient.PatientRecord.Coverage;
import org.myocohort.patient.RowReference;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;
import org.myocohort.vocabulary.Vocabulary;

/// Which disease, which antibody, which signs.
///
/// The record holds no name of a disease. The one disease that the library describes is named where
/// the record meets the criteria of Connors 2010, a verified rule; else the page says that there is
/// no name.
final class Diagnosis {
  private static final String CONDITION = "condition";
  private static final int INTRODUCTION = 3;
  private static final String SYNTHETASE = "anti-synthetase";
  private static final String UNNAMED = "anti-synthetase-panel";
  private static final Set<String> GROUPS =
      Set.of(SYNTHETASE, UNNAMED, "myositis-specific", "myositis-associated");

  private final Writing writing;
  private final List<Sentence> disease = new ArrayList<>();
  private final List<Sentence> antibodies = new ArrayList<>();
  private final List<Sentence> signs = new ArrayList<>();

  Diagnosis(Writing writing) {
    this.writing = writing;
  }

  Section section() {
    disease();
    date();
    antibodies();
    signs();
    return writing.section(
        Topic.DIAGNOSIS,
        List.of(
            new Group("", disease),
            new Group(writing.phrases().text("group.antibody"), antibodies),
            new Group(writing.phrases().text("group.signs"), signs)));
  }

  private void add(List<Sentence> to, String key, Basis basis, String code, String... values) {
    to.add(writing.say(Topic.DIAGNOSIS, key, basis, code, values));
  }

  private void disease() {
    if (!writing.ofTheLibrarysDisease()) {
      add(disease, "unnamed", Basis.NOTHING, "diagnosis.unnamed");
      add(disease, "ask-name", Basis.NOTHING, "diagnosis.ask-name");
      return;
    }
    List<RowReference> rows =
        writing.rule().parts().stream()
            .filter(part -> part.truth() == Truth.TRUE)
            .flatMap(part -> part.inputs().stream())
            .map(Input::row)
            .toList();
    add(
        disease,
        "fits",
        Basis.of(rows).citing(CONDITION, writing.cited(CONDITION, "criteria-review")),
        "diagnosis.fits");
    List<Statement> condition = writing.page(CONDITION).statements();
    for (int i = 0; i < INTRODUCTION; i++) {
      Statement statement = condition.get(i);
      disease.add(
          new Sentence(
              Topic.DIAGNOSIS.code() + "/condition-" + i,
              statement.text(),
              false,
              true,
              Basis.NOTHING.citing(CONDITION, statement.citations())));
    }
  }

  private void date() {
    RowReference person = writing.patient().person().row();
    if (writing.patient().person().diagnosis() instanceof Value.Known<Moment>(Moment date)) {
      add(disease, "date", Basis.of(person), "diagnosis.date", writing.dates().on(date));
    } else {
      add(disease, "no-date", Basis.NOTHING, "diagnosis.no-date");
    }
  }

  /// The latest of the clearest results of each antibody: a positive one stays one.
  private Map<String, AntibodyResult> found() {
    Map<String, AntibodyResult> found = new LinkedHashMap<>();
    for (AntibodyResult test : writing.patient().antibodies()) {
      if (GROUPS.contains(Vocabulary.antibodies().term(test.antibody()).cell("group"))
          && switch (test.result()) {
            case POSITIVE, WEAK_POSITIVE, EQUIVOCAL -> true;
            case NEGATIVE, NOT_TESTED -> false;
          }) {
        found.merge(
            test.antibody(),
            test,
            (one, other) -> one.result().compareTo(other.result()) <= 0 ? one : other);
      }
    }
    return found;
  }

  private void antibodies() {
    Map<String, AntibodyResult> found = found();
    found.forEach(this::antibody);
    if (found.isEmpty()) {
      List<RowReference> tested =
          writing.patient().antibodies().stream()
              .filter(test -> test.result() == AntibodyResult.Result.NEGATIVE)
              .map(AntibodyResult::row)
              .toList();
      add(
          antibodies,
          "none",
          Basis.of(tested),
          tested.isEmpty() ? "antibody.not-tested" : "antibody.none");
    }
  }

  private void antibody(String antibody, AntibodyResult test) {
    Vocabulary.Term term = Vocabulary.antibodies().term(antibody);
    Basis basis = Basis.of(test.row());
    String group = term.cell("group");
    String code =
        switch (test.result()) {
          case POSITIVE -> group.equals(UNNAMED) ? "antibody.panel" : "antibody.found";
          case WEAK_POSITIVE -> "antibody.weak";
          default -> "antibody.unclear";
        };
    add(antibodies, "antibody-" + antibody, basis, code, term.code());
    if (group.equals(SYNTHETASE)
        && term.cell("mark").equals("verified")
        && test.result().truth() == Truth.TRUE) {
      add(
          antibodies,
          "kind-" + antibody,
          basis.citing("antibody-test", writing.cited("antibody-test", "antibodies-review")),
          "antibody.synthetase");
    }
    if (test.date() instanceof Value.Known<Moment>(Moment date)) {
      add(antibodies, "tested-" + antibody, basis, "antibody.date", writing.dates().on(date));
    } else {
      add(antibodies, "untimed-" + antibody, Basis.NOTHING, "antibody.no-date");
    }
  }

  private void signs() {
    Map<String, List<RowReference>> present = new LinkedHashMap<>();
    for (Manifestation each : writing.patient().manifestations()) {
      if (each.present() == Truth.TRUE && writing.phrases().has("sign." + each.finding())) {
        present.computeIfAbsent(each.finding(), _ -> new ArrayList<>()).add(each.row());
      }
    }
    if (present.isEmpty()) {
      add(
          signs,
          "no-sign",
          Basis.NOTHING,
          writing.patient().coverage() == Coverage.NOT_REPORTED
              ? "signs.not-reported"
              : "signs.none");
      return;
    }
    add(signs, "signs", Basis.NOTHING, "signs.lead");
    present.forEach((finding, rows) ->
        signs.add(
            writing.item(Topic.DIAGNOSIS, "sign-" + finding, Basis.of(rows), "sign." + finding)));
  }
}
