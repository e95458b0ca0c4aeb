package org.myocohort.strength;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.myocohort.instrument.Assessment;
import org.myocohort.instrument.Bounds;
import org.myocohort.instrument.Input;
import org.myocohort.instrument.Note;
import org.myocohort.instrument.Part;
import org.myocohort.instrument.Points;
import org.myocohort.instrument.Status;
import org.myocohort.patient.AbsenceReason;
import org.myocohort.patient.Moment;
import org.myocohort.patient.RowReference;
import org.myocohort.patient.Value;
import org.myocohort.strength.Muscle.Region;
import org.myocohort.strength.Muscle.Site;

/// Adds up the strength of single muscles, each 0 to 10, higher is stronger.
final class StrengthTotal {
  private StrengthTotal() {}

  static final BigDecimal FULL = BigDecimal.TEN;

  private static final Value<BigDecimal> ABSENT = Value.absent(AbsenceReason.NOT_RECORDED);

  /// @param contralateral whether the other side may stand in for a muscle that was not tested
  /// @param regions whether to note the totals of the regions
  static Assessment of(
      String instrument,
      List<Site> sites,
      boolean contralateral,
      boolean regions,
      Map<Site, Value<BigDecimal>> strength,
      RowReference row,
      @Nullable Moment at) {
    List<Part> parts = new ArrayList<>();
    List<Note> notes = new ArrayList<>();
    boolean anything = false;
    for (Site site : sites) {
      Site used = site;
      Value<BigDecimal> value = strength.getOrDefault(site, ABSENT);
      if (value.isAbsent() && contralateral) {
        Value<BigDecimal> other = strength.getOrDefault(site.contralateral(), ABSENT);
        if (!other.isAbsent()) {
          used = site.contralateral();
          value = other;
          notes.add(Note.of("contralateral-used", site.code(), used.code()));
        }
      }
      anything |= !value.isAbsent();
      parts.add(
          Part.scored(
              site.code(), points(used, value), List.of(new Input(row, used.code(), value, ""))));
    }
    if (regions) {
      for (Region region : Region.values()) {
        notes.add(regionTotal(region, sites, parts));
      }
    }
    if (!anything) {
      return new Assessment(
          instrument, at, Status.NOT_COMPUTABLE, null, null, Assessment.UNDETERMINED, parts, notes);
    }
    Bounds bounds = sum(parts);
    boolean complete = bounds.lower().compareTo(bounds.upper()) == 0;
    return new Assessment(
        instrument,
        at,
        complete ? Status.COMPUTED : Status.PARTIAL,
        complete ? bounds.lower() : null,
        bounds,
        complete ? "total" : Assessment.UNDETERMINED,
        parts,
        notes);
  }

  private static Bounds sum(List<Part> parts) {
    BigDecimal lower = BigDecimal.ZERO;
    BigDecimal upper = BigDecimal.ZERO;
    for (Part part : parts) {
      Points points = part.points();
      if (points != null) {
        lower = lower.add(points.lower());
        upper = upper.add(points.upper());
      }
    }
    return new Bounds(lower, upper);
  }

  private static Note regionTotal(Region region, List<Site> sites, List<Part> parts) {
    List<Part> inRegion = new ArrayList<>();
    for (int i = 0; i < sites.size(); i++) {
      if (sites.get(i).muscle().region() == region) {
        inRegion.add(parts.get(i));
      }
    }
    Bounds bounds = sum(inRegion);
    String maximum = FULL.multiply(BigDecimal.valueOf(inRegion.size())).toPlainString();
    String lower = bounds.lower().toPlainString();
    return bounds.lower().compareTo(bounds.upper()) == 0
        ? Note.of("strength-" + region.code(), lower, maximum)
        : Note.of(
            "strength-" + region.code() + "-open", lower, bounds.upper().toPlainString(), maximum);
  }

  private static Points points(Site site, Value<BigDecimal> value) {
    return switch (value) {
      case Value.Known<BigDecimal>(BigDecimal known) -> Points.of(checked(site, known), FULL);
      case Value.Below<BigDecimal>(BigDecimal limit) ->
          new Points(BigDecimal.ZERO, checked(site, limit), FULL);
      case Value.Above<BigDecimal>(BigDecimal limit) ->
          new Points(checked(site, limit), FULL, FULL);
      case Value.Absent<BigDecimal>(AbsenceReason _) -> new Points(BigDecimal.ZERO, FULL, FULL);
    };
  }

  private static BigDecimal checked(Site site, BigDecimal value) {
    if (value.signum() < 0 || value.compareTo(FULL) > 0) {
      throw new IllegalArgumentException(
          "strength of " + site.code() + " must be in [0, 10] but was " + value.toPlainString());
    }
    return value;
  }
}
