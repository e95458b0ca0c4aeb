package org.myocohort.exchange.study;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.myocohort.patient.AdverseEvent;
import org.myocohort.patient.AntibodyResult;
import org.myocohort.patient.ClinicalEvent;
import org.myocohort.patient.Frequency;
import org.myocohort.patient.Manifestation;
import org.myocohort.patient.Moment;
import org.myocohort.patient.RowReference;
import org.myocohort.patient.Treatment;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;
import org.myocohort.vocabulary.Vocabulary;

/// Rows of the tables of what was found, given and seen.
final class ClinicalTables {
  private static final Map<String, AntibodyResult.Result> RESULTS =
      Words.byCode(List.of(AntibodyResult.Result.values()), AntibodyResult.Result::code);
  private static final Map<String, String> METHODS =
      Words.same("ELISA", "line blot", "immunoprecipitation", "CLIA", "ALBIA");
  private static final Map<String, Truth> STATUS = status();
  private static final Map<String, String> DOSE_UNITS =
      Words.same("mg", "g", "mg/kg", "g/kg", "mg/m2");
  private static final Map<String, String> ROUTES = Words.same("oral", "iv", "sc", "im");
  private static final Map<String, Frequency> FREQUENCIES =
      Words.byCode(List.of(Frequency.values()), Frequency::code);
  private static final Map<String, Integer> GRADES = grades();
  private static final Map<String, String> YES_OR_NO = Words.same("yes", "no");
  private static final Map<String, ClinicalEvent.Kind> KINDS =
      Words.byCode(List.of(ClinicalEvent.Kind.values()), ClinicalEvent.Kind::code);

  private final TableRows rows;
  private final CellReader cells;

  ClinicalTables(TableRows rows) {
    this.rows = rows;
    cells = rows.cells;
  }

  void antibody(PatientFacts facts, RowReference row) {
    Value<String> antibody = cells.term("antibody", Vocabulary.antibodies(), "antibody");
    Value<AntibodyResult.Result> result = cells.choice("result", RESULTS);
    facts.antibodies.add(
        new AntibodyResult(
            row,
            "antibody",
            antibody.orElse(""),
            cells.choice("method", METHODS),
            result.orElse(AntibodyResult.Result.NOT_TESTED),
            cells.word("titre"),
            cells.text("unit"),
            rows.moment("date")));
  }

  void manifestation(PatientFacts facts, RowReference row) {
    Value<String> finding = cells.term("finding", Vocabulary.findings(), "finding");
    Value<Moment> from = rows.moment("from");
    facts.manifestations.add(
        new Manifestation(
            row,
            "finding",
            finding.orElse(""),
            cells.choice("status", STATUS).orElse(Truth.UNKNOWN),
            from,
            rows.stop("to", from)));
  }

  void treatment(PatientFacts facts, RowReference row) {
    Value<String> drug = cells.term("drug", Vocabulary.drugs(), "drug");
    Value<BigDecimal> dose = cells.number("dose", BigDecimal.ZERO, null);
    Value<String> unit = cells.choice("unit", DOSE_UNITS);
    if (!dose.isAbsent() && cells.text("unit").isEmpty()) {
      cells.problem("unit", "one-of-expected", String.join(", ", DOSE_UNITS.keySet()));
    }
    Value<Moment> start = rows.moment("start");
    facts.treatments.add(
        new Treatment(
            row,
            "drug",
            drug.orElse(""),
            Treatment.Phase.DATED,
            dose,
            unit.orElse(""),
            cells.choice("route", ROUTES),
            cells.choice("frequency", FREQUENCIES),
            start,
            rows.stop("stop", start),
            cells.word("reason_started"),
            cells.word("reason_stopped")));
  }

  void adverseEvent(PatientFacts facts, RowReference row) {
    Value<Moment> start = rows.moment("start");
    facts.adverseEvents.add(
        new AdverseEvent(
            row,
            cells.text("term"),
            cells.choice("grade", GRADES),
            cells.word("ctcae_version"),
            start,
            rows.stop("stop", start),
            cells.choice("serious", YES_OR_NO),
            cells.term("related_to", Vocabulary.drugs(), "drug")));
  }

  void event(PatientFacts facts, RowReference row) {
    facts.events.add(
        new ClinicalEvent(
            row,
            cells.choice("kind", KINDS).orElse(ClinicalEvent.Kind.OTHER),
            rows.moment("date"),
            cells.text("note")));
  }

  private static Map<String, Truth> status() {
    Map<String, Truth> status = new LinkedHashMap<>();
    status.put("present", Truth.TRUE);
    status.put("absent", Truth.FALSE);
    status.put("not reported", Truth.UNKNOWN);
    return status;
  }

  private static Map<String, Integer> grades() {
    Map<String, Integer> grades = new LinkedHashMap<>();
    for (int grade = 1; grade <= 5; grade++) {
      grades.put(Integer.toString(grade), grade);
    }
    return grades;
  }
}
