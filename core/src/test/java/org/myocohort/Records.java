package org.myocohort;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.myocohort.instrument.Assessment;
import org.myocohort.instrument.Bounds;
import org.myocohort.patient.AbsenceReason;
import org.myocohort.patient.Cohort;
import org.myocohort.patient.Frequency;
import org.myocohort.patient.Manifestation;
import org.myocohort.patient.Measurement;
import org.myocohort.patient.Moment;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.PatientRecord.Coverage;
import org.myocohort.patient.Person;
import org.myocohort.patient.RowReference;
import org.myocohort.patient.Sex;
import org.myocohort.patient.Treatment;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;
import org.myocohort.patient.Visit;

/// A patient's record for tests, built row by row; rows are numbered in the order they are added.
public final class Records {
  private final List<Measurement> measurements = new ArrayList<>();
  private final List<Treatment> treatments = new ArrayList<>();
  private final List<Manifestation> manifestations = new ArrayList<>();
  private final List<Visit> visits = new ArrayList<>();
  private Value<Sex> sex = absent();
  private Value<Moment> birth = absent();
  private Coverage coverage = Coverage.OPEN;

  public static <T> Value<T> absent() {
    return Value.absent(AbsenceReason.NOT_RECORDED);
  }

  public static Moment day(String text) {
    return Moment.parse(text).orElseThrow();
  }

  /// Reads `7.5`, `<30`, `>4000`; an empty text is not recorded.
  public static Value<BigDecimal> number(String text) {
    if (text.isEmpty()) {
      return absent();
    }
    return switch (text.charAt(0)) {
      case '<' -> new Value.Below<>(new BigDecimal(text.substring(1)));
      case '>' -> new Value.Above<>(new BigDecimal(text.substring(1)));
      default -> Value.of(new BigDecimal(text));
    };
  }

  /// The bounds of an answer, such as `257 to 292`; empty where it has none.
  public static String bounds(Assessment assessment) {
    Bounds bounds = assessment.bounds();
    return bounds == null ? "" : plain(bounds.lower()) + " to " + plain(bounds.upper());
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  private static Value<Moment> moment(String text) {
    return switch (text) {
      case "" -> absent();
      case "NA" -> Value.absent(AbsenceReason.NOT_APPLICABLE);
      case "unknown" -> Value.absent(AbsenceReason.UNKNOWN);
      default -> Value.of(day(text));
    };
  }

  public Records sex(Sex known) {
    sex = Value.of(known);
    return this;
  }

  public Records born(String date) {
    birth = Value.of(day(date));
    return this;
  }

  public Records coverage(Coverage known) {
    coverage = known;
    return this;
  }

  public Records measured(String code, String date, String value, String unit) {
    return measured(code, date, value, unit, "", "");
  }

  public Records measured(
      String code, String date, String value, String unit, String lower, String upper) {
    measurements.add(
        new Measurement(
            new RowReference("measurements", "m" + (measurements.size() + 1)),
            code,
            moment(date),
            number(value),
            absent(),
            unit,
            number(lower),
            number(upper),
            absent()));
    return this;
  }

  public Records found(String finding, Truth present, String from, String to) {
    manifestations.add(
        new Manifestation(
            new RowReference("manifestations", "f" + (manifestations.size() + 1)),
            "status",
            finding,
            present,
            moment(from),
            moment(to)));
    return this;
  }

  public Records visited(Visit visit) {
    visits.add(visit);
    return this;
  }

  /// A course, such as `"prednisone", "60 mg", "oral", DAILY, "2026-01-01", "2026-01-29"`; an empty
  /// dose is not recorded.
  public Records given(
      String drug, String dose, String route, Frequency frequency, String start, String stop) {
    String[] words = dose.split(" ", 2);
    treatments.add(
        new Treatment(
            new RowReference("treatments", "t" + (treatments.size() + 1)),
            "drug",
            drug,
            Treatment.Phase.DATED,
            number(words[0]),
            words.length == 2 ? words[1] : "",
            Value.of(route),
            Value.of(frequency),
            moment(start),
            moment(stop),
            absent(),
            absent()));
    return this;
  }

  public PatientRecord build() {
    Person person =
        new Person(
            new RowReference("patients", "p1"),
            "p1",
            Cohort.OWN,
            absent(),
            absent(),
            sex,
            birth,
            absent(),
            absent(),
            absent(),
            absent(),
            absent(),
            absent(),
            absent(),
            new Person.Consent(absent(), absent(), absent()));
    return new PatientRecord(
        person,
        coverage,
        List.of(),
        manifestations,
        visits,
        measurements,
        treatments,
        List.of(),
        List.of(),
        List.of(),
        absent(),
        null);
  }
}
