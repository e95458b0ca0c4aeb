package org.myocohort.exchange.study;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.myocohort.patient.EnzymeMeasurement;
import org.myocohort.patient.Measurement;
import org.myocohort.patient.Moment;
import org.myocohort.patient.MuscleEnzyme;
import org.myocohort.patient.Value;
import org.myocohort.patient.Visit;
import org.myocohort.units.Units;
import org.myocohort.vocabulary.Vocabulary;

/// Gives a visit the muscle enzymes that its own columns do not hold: of each enzyme the
/// measurement nearest in time, at most a week away, in the unit of the vocabulary.
///
/// Of two measurements as near, the earlier counts; of two on one day, the one that stands first.
/// Dates known only by month or year are left out.
final class VisitEnzymes {
  private static final long WINDOW_DAYS = 7;

  private final Map<MuscleEnzyme, List<Measurement>> measured = new EnumMap<>(MuscleEnzyme.class);

  VisitEnzymes(List<Measurement> measurements) {
    for (MuscleEnzyme enzyme : MuscleEnzyme.values()) {
      List<Measurement> found = new ArrayList<>();
      for (Measurement measurement : measurements) {
        if (measurement.code().equals(enzyme.code()) && !measurement.value().isAbsent()) {
          found.add(measurement);
        }
      }
      if (!found.isEmpty()) {
        measured.put(enzyme, found);
      }
    }
  }

  Visit fill(Visit visit) {
    if (measured.isEmpty() || !visit.date().isExact()) {
      return visit;
    }
    List<EnzymeMeasurement> enzymes = new ArrayList<>(visit.enzymes());
    measured.forEach((enzyme, measurements) -> {
      if (enzymes.stream().noneMatch(own -> own.enzyme() == enzyme)) {
        Measurement nearest = nearest(visit.date(), measurements);
        if (nearest != null) {
          enzymes.add(inCanonicalUnit(enzyme, nearest));
        }
      }
    });
    enzymes.sort((a, b) -> a.enzyme().compareTo(b.enzyme()));
    return new Visit(visit.row(), visit.date(), visit.scales(), enzymes);
  }

  private static @Nullable Measurement nearest(Moment date, List<Measurement> measurements) {
    Measurement nearest = null;
    long nearestDays = 0;
    for (Measurement measurement : measurements) {
      if (!(measurement.date() instanceof Value.Known<Moment>(Moment taken)) || !taken.isExact()) {
        continue;
      }
      Optional<Long> days = taken.daysSince(date);
      if (days.isEmpty() || Math.abs(days.get()) > WINDOW_DAYS) {
        continue;
      }
      long away = Math.abs(days.get());
      if (nearest == null
          || away < Math.abs(nearestDays)
          || (away == Math.abs(nearestDays) && days.get() < nearestDays)) {
        nearest = measurement;
        nearestDays = days.get();
      }
    }
    return nearest;
  }

  private static EnzymeMeasurement inCanonicalUnit(MuscleEnzyme enzyme, Measurement measurement) {
    String unit = Vocabulary.measurements().term(enzyme.code()).cell("unit");
    return new EnzymeMeasurement(
        enzyme,
        measurement.row(),
        "value",
        measurement.value().map(value -> converted(value, measurement.unit(), unit)),
        measurement.upperLimit().map(limit -> converted(limit, measurement.unit(), unit)),
        unit);
  }

  /// The reader has made sure that the unit converts.
  private static BigDecimal converted(BigDecimal amount, String from, String to) {
    return Units.convert(amount, from, to).orElseThrow();
  }
}
