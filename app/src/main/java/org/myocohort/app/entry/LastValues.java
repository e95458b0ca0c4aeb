package org.myocohort.app.entry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.myocohort.patient.Moment;
import org.myocohort.patient.MuscleEnzyme;
import org.myocohort.registry.patient.StoredPatient;
import org.myocohort.registry.patient.StoredRow;
import org.myocohort.vocabulary.Vocabulary;

/// What was recorded last, for showing beneath a field.
///
/// Last means the latest date before the visit that is being entered, or the latest of all while it
/// has none. A value said to be absent is not a last value.
public final class LastValues {
  private final Map<String, Last> visits = new LinkedHashMap<>();
  private final Map<String, LastMeasurement> measurements = new LinkedHashMap<>();

  /// A value and its date.
  ///
  /// @param unit empty for a scale
  /// @param row table and id of the row that holds it
  public record Last(String text, String unit, String date, String row) {}

  /// A measurement with its limits.
  public record LastMeasurement(
      String measurement, Last value, String lowerLimit, String upperLimit, String assay) {}

  private LastValues() {}

  /// The last values of a patient.
  ///
  /// @param date the date of the visit that is being entered, or null
  /// @param except id of the visit that is being entered, or empty
  public static LastValues of(StoredPatient patient, @Nullable Moment date, String except) {
    LastValues last = new LastValues();
    for (StoredRow visit : before(patient.rows("visits"), date)) {
      if (!visit.id().equals(except)) {
        visit
            .cells()
            .forEach((column, text) -> {
              if (!isAbsent(text)) {
                last.visits.put(column, new Last(text, "", when(visit), "visits/" + visit.id()));
              }
            });
      }
    }
    for (StoredRow row : before(patient.rows("measurements"), date)) {
      String text = row.cell("value").isEmpty() ? row.cell("qualitative") : row.cell("value");
      if (!isAbsent(text)) {
        String code = code(row.cell("measurement"));
        last.measurements.remove(code);
        last.measurements.put(
            code,
            new LastMeasurement(
                row.cell("measurement"),
                new Last(text, row.cell("unit"), when(row), "measurements/" + row.id()),
                row.cell("lower_limit"),
                row.cell("upper_limit"),
                row.cell("assay")));
      }
    }
    last.enzymesFromMeasurements();
    return last;
  }

  /// The code of a measurement, however it is called.
  static String code(String word) {
    return Vocabulary.measurements().find(word).map(Vocabulary.Term::code).orElse(word);
  }

  private static String when(StoredRow row) {
    return row.cell("date").isEmpty() ? row.cell("day") : row.cell("date");
  }

  private static boolean isAbsent(String text) {
    return text.isEmpty() || TypedCell.ABSENT.containsKey(text.toLowerCase(java.util.Locale.ROOT));
  }

  /// In order of time; rows of one day in their order.
  private static List<StoredRow> before(List<StoredRow> rows, @Nullable Moment date) {
    List<StoredRow> dated = new ArrayList<>();
    for (StoredRow row : rows) {
      Optional<Moment> at = Moment.parse(row.cell("date"));
      boolean counted = at.isPresent() || !row.cell("day").isEmpty();
      if (counted && (date == null || at.isEmpty() || at.get().latest() < date.earliest())) {
        dated.add(row);
      }
    }
    dated.sort(
        Comparator.comparingLong(row ->
            Moment.parse(row.cell("date"))
                .map(Moment::earliest)
                .orElseGet(() -> whole(row.cell("day")))));
    return dated;
  }

  private static long whole(String text) {
    return text.matches("-?\\d{1,9}") ? Long.parseLong(text) : 0;
  }

  /// An enzyme may stand with the visit or among the measurements: the later one is the last.
  private void enzymesFromMeasurements() {
    for (MuscleEnzyme enzyme : MuscleEnzyme.values()) {
      LastMeasurement measured = measurements.get(enzyme.code());
      Last visit = visits.get(enzyme.code());
      if (measured != null
          && (visit == null || visit.date().compareTo(measured.value().date()) < 0)) {
        visits.put(enzyme.code(), measured.value());
        Last value = measured.value();
        if (!measured.upperLimit().isEmpty()) {
          visits.put(
              enzyme.code() + "_uln",
              new Last(measured.upperLimit(), value.unit(), value.date(), value.row()));
        }
      }
    }
  }

  /// The last value of a visit's column.
  public Optional<Last> visit(String column) {
    return Optional.ofNullable(visits.get(column));
  }

  /// The last value of a measurement.
  public Optional<LastMeasurement> measurement(String word) {
    return Optional.ofNullable(measurements.get(code(word)));
  }

  /// What was measured on the last day of measurements, muscle enzymes apart: they have their own
  /// place.
  List<LastMeasurement> ofLastDay() {
    String day =
        measurements.values().stream()
            .map(each -> each.value().date())
            .max(Comparator.naturalOrder())
            .orElse("");
    return measurements.values().stream()
        .filter(each -> each.value().date().equals(day))
        .filter(each ->
            java.util.Arrays.stream(MuscleEnzyme.values())
                .noneMatch(enzyme -> enzyme.code().equals(code(each.measurement()))))
        .toList();
  }
}
