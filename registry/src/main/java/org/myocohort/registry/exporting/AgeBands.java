package org.myocohort.registry.exporting;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;
import org.myocohort.patient.Moment;
import org.myocohort.registry.patient.StoredPatient;
import org.myocohort.registry.patient.StoredRow;

/// Ages in bands of ten years; from 90 on one band, since the very old are few.
final class AgeBands {
  private static final int TOP = 90;

  private AgeBands() {}

  static String band(int age) {
    return age >= TOP ? "90+" : age / 10 * 10 + "-" + (age / 10 * 10 + 9);
  }

  /// The band of a recorded age, empty where none is.
  static String of(String years) {
    return years.matches("[0-9]{1,3}(\\.[0-9]+)?") ? band(new BigDecimal(years).intValue()) : "";
  }

  /// The patient's band: as recorded, else at diagnosis, else at the first visit.
  static String of(StoredPatient patient, StoredRow person) {
    String recorded = of(person.cell("age_years"));
    if (!recorded.isEmpty()) {
      return recorded;
    }
    Optional<Moment> birth = Moment.parse(person.cell("birth"));
    Optional<Moment> then =
        Stream.concat(
                Stream.of(person.cell("diagnosis")),
                patient.rows("visits").stream().map(row -> row.cell("date")).sorted())
            .flatMap(text -> Moment.parse(text).stream())
            .findFirst();
    return birth
        .flatMap(born -> then.flatMap(at -> at.yearsSince(born)))
        .map(span -> band(Math.max(0, span.least())))
        .orElse("");
  }
}
