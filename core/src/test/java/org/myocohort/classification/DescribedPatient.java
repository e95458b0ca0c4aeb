package org.myocohort.classification;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.myocohort.Records;
import org.myocohort.patient.AntibodyResult;
import org.myocohort.patient.Measurement;
import org.myocohort.patient.Moment;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.PatientRecord.Coverage;
import org.myocohort.patient.Person;
import org.myocohort.patient.RowReference;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;
import org.myocohort.vocabulary.Vocabulary;

/// A patient in a line: `anti-PL-12 by ELISA, age 66, arthritis, no rash, fever NR, ck 300/200`.
///
/// An antibody without a result is positive. Besides: `onset 2010-03`, `onset-age 54`, `born 1960`,
/// `diagnosis 2012`, `ck increased`, `enzymes normal` (all four), and every finding of the
/// vocabulary.
final class DescribedPatient {
  private static final List<String> ENZYMES = List.of("ck", "ldh", "ast", "alt");

  private final Records records = new Records();
  private final List<AntibodyResult> antibodies = new ArrayList<>();
  private final List<Measurement> inWords = new ArrayList<>();
  private final String table;
  private Value<Moment> birth = Records.absent();
  private Value<Moment> onset = Records.absent();
  private Value<Moment> diagnosis = Records.absent();
  private Value<BigDecimal> age = Records.absent();
  private Value<BigDecimal> onsetAge = Records.absent();

  private DescribedPatient(String table) {
    this.table = table;
  }

  /// A registry's patient: what is not said is not known.
  static Facts registry(String text) {
    return facts("antibodies", Coverage.OPEN, text);
  }

  /// A patient of a published table, whose list is closed.
  static Facts published(String text) {
    return facts("patients", Coverage.CLOSED_LIST, text);
  }

  static Facts facts(String table, Coverage coverage, String text) {
    DescribedPatient patient = new DescribedPatient(table);
    for (String entry : text.split(",", -1)) {
      if (!entry.isBlank()) {
        patient.read(entry.strip());
      }
    }
    return Facts.of(patient.build(coverage));
  }

  private void read(String entry) {
    String[] words = entry.split(" ", 2);
    String rest = words.length == 2 ? words[1] : "";
    switch (words[0]) {
      case "born" -> birth = Value.of(Records.day(rest));
      case "onset" -> onset = Value.of(Records.day(rest));
      case "diagnosis" -> diagnosis = Value.of(Records.day(rest));
      case "age" -> age = Records.number(rest);
      case "onset-age" -> onsetAge = Records.number(rest);
      case "enzymes" -> ENZYMES.forEach(code -> enzyme(code, "20/40"));
      case "ck", "ldh", "ast", "alt" -> enzyme(words[0], rest);
      case "no" -> found(rest, Truth.FALSE);
      default -> {
        if (words[0].startsWith("anti-")) {
          antibody(words[0], rest);
        } else if (entry.endsWith(" NR")) {
          found(entry.substring(0, entry.length() - 3), Truth.UNKNOWN);
        } else {
          found(entry, Truth.TRUE);
        }
      }
    }
  }

  private void found(String finding, Truth truth) {
    String code = Vocabulary.findings().find(finding).orElseThrow().code();
    records.found(code, truth, "", "");
  }

  private void enzyme(String code, String text) {
    if (text.contains("/") || Character.isDigit(text.charAt(0))) {
      String[] numbers = text.split("/", -1);
      records.measured(
          code, "2020-01-01", numbers[0], "U/L", "", numbers.length == 2 ? numbers[1] : "");
    } else {
      inWords.add(
          new Measurement(
              new RowReference("measurements", "w" + (inWords.size() + 1)),
              code,
              Records.absent(),
              Records.absent(),
              Value.of(text),
              "",
              Records.absent(),
              Records.absent(),
              Records.absent()));
    }
  }

  private void antibody(String code, String text) {
    int by = text.indexOf("by ");
    String said = (by < 0 ? text : text.substring(0, by)).strip();
    antibodies.add(
        new AntibodyResult(
            new RowReference(table, "a" + (antibodies.size() + 1)),
            "antibody",
            code,
            by < 0 ? Records.absent() : Value.of(text.substring(by + 3)),
            said.isEmpty()
                ? AntibodyResult.Result.POSITIVE
                : Arrays.stream(AntibodyResult.Result.values())
                    .filter(result -> result.code().equals(said))
                    .findFirst()
                    .orElseThrow(),
            Records.absent(),
            "",
            Records.absent()));
  }

  private PatientRecord build(Coverage coverage) {
    PatientRecord built = records.build();
    Person person = built.person();
    List<Measurement> measurements = new ArrayList<>(built.measurements());
    measurements.addAll(inWords);
    return new PatientRecord(
        new Person(
            person.row(),
            person.id(),
            person.cohort(),
            person.source(),
            person.centre(),
            person.sex(),
            birth,
            age,
            onset,
            onsetAge,
            diagnosis,
            person.indexDrug(),
            person.vitalStatus(),
            person.death(),
            person.consent()),
        coverage,
        antibodies,
        built.manifestations(),
        built.visits(),
        measurements,
        built.treatments(),
        List.of(),
        List.of(),
        List.of(),
        built.reportedResponse(),
        null);
  }
}
