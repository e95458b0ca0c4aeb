package org.myocohort.cohort.variable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.myocohort.care.rule.Explained.Missing;
import org.myocohort.care.rule.Explained.Used;
import org.myocohort.care.taper.DoseBounds;
import org.myocohort.care.taper.DoseSpan;
import org.myocohort.cohort.variable.Course.Flag;
import org.myocohort.instrument.Bounds;
import org.myocohort.patient.AbsenceReason;
import org.myocohort.patient.Biomarker;
import org.myocohort.patient.CoreSetScale;
import org.myocohort.patient.Measurement;
import org.myocohort.patient.Moment;
import org.myocohort.patient.RowReference;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;
import org.myocohort.patient.Visit;
import org.myocohort.response.ResponsePoint;
import org.myocohort.response.ResponseStatus;
import org.myocohort.treatment.MeasuredDrug;
import org.myocohort.units.Analytes;
import org.myocohort.units.Units;

/// Where courses come from.
final class CourseSources {
  private CourseSources() {}

  /// A measured quantity. Values in a unit that cannot be converted are absent.
  ///
  /// @param code code in the measurements vocabulary
  /// @param unit that all values are converted to
  record Measured(String code, String unit) implements CourseSource {
    @Override
    public Course of(Member member) {
      Collector points = new Collector(member);
      for (Measurement each : member.subject().measurements(code)) {
        Value<BigDecimal> value =
            Analytes.convert(code, each.value(), each.unit(), unit)
                .orElse(Value.absent(AbsenceReason.UNKNOWN));
        points.add(each.date(), value, each.row(), "value", code, unit);
      }
      return points.course();
    }
  }

  /// A scale of the core set.
  record Scale(CoreSetScale scale) implements CourseSource {
    @Override
    public Course of(Member member) {
      Collector points = new Collector(member);
      for (Visit visit : member.patient().visits()) {
        points.add(
            Value.of(visit.date()),
            visit.scale(scale),
            visit.row(),
            scale.column(),
            scale.column(),
            "");
      }
      return points.course();
    }
  }

  /// A biomarker, as one assay measures it in one population of cells.
  ///
  /// @param assay values of another assay are another thing
  /// @param population empty for a soluble marker
  /// @param unit that all values are converted to
  record Marker(String marker, String assay, String population, String unit)
      implements CourseSource {

    @Override
    public Course of(Member member) {
      Collector points = new Collector(member);
      for (Biomarker each : member.patient().biomarkers()) {
        boolean asked =
            each.marker().equalsIgnoreCase(marker)
                && each.population().equals(population)
                && each.assay().equals(Value.of(assay));
        if (asked) {
          Set<Flag> flags = EnumSet.noneOf(Flag.class);
          if (MeasuredDrug.taken(each, member.patient().treatments()) != Truth.FALSE) {
            flags.add(Flag.DRUG_IS_ANALYTE);
          }
          if (each.isScattered()) {
            flags.add(Flag.SCATTERED);
          }
          points.flags(flags);
          Value<BigDecimal> value =
              Units.convert(each.value(), each.unit(), unit)
                  .orElse(Value.absent(AbsenceReason.UNKNOWN));
          points.add(each.date(), value, each.row(), "value", marker, unit);
        }
      }
      return points.course();
    }
  }

  /// The total improvement score against the baseline of the record. A partial score has bounds, no
  /// value; a score after a rescue carries a flag.
  record Score() implements CourseSource {
    @Override
    public Course of(Member member) {
      Collector points = new Collector(member);
      for (ResponsePoint point : member.response().points()) {
        if (point.followUp().status() == ResponseStatus.BEFORE_BASELINE) {
          continue;
        }
        Visit visit = point.followUp().visit();
        BigDecimal total = point.followUp().assessment().value();
        Bounds bounds = point.followUp().assessment().bounds();
        points.flags(point.attributable() ? Set.of() : EnumSet.of(Flag.RESCUED));
        Value<BigDecimal> none = Value.absent(AbsenceReason.NOT_RECORDED);
        points.add(
            Value.of(visit.date()),
            total == null ? none : Value.of(total),
            bounds == null ? none : Value.of(bounds.lower()),
            bounds == null ? none : Value.of(bounds.upper()),
            new Used(
                visit.row(),
                "response",
                "score",
                total == null ? "" : total.toPlainString(),
                visit.date().toString()));
      }
      return points.course();
    }
  }

  /// The daily dose of glucocorticoid as prednisone, in mg, on each day on which it changed.
  record Dose() implements CourseSource {
    @Override
    public Course of(Member member) {
      Collector points = new Collector(member);
      for (DoseSpan span : member.taper().standing().spans()) {
        DoseBounds dose = span.dose();
        BigDecimal most = dose.most();
        Optional<RowReference> row = span.rows().stream().findFirst();
        Value<BigDecimal> value =
            dose.isExact() ? Value.of(dose.least()) : Value.absent(AbsenceReason.UNKNOWN);
        Moment from = member.taper().standing().moment(span.from());
        points.add(
            Value.of(from),
            value,
            Value.of(dose.least()),
            most == null ? Value.absent(AbsenceReason.UNKNOWN) : Value.of(most),
            new Used(
                row.orElse(member.patient().person().row()),
                "dose",
                "prednisone",
                dose.isExact() ? dose.least().toPlainString() + " mg" : "",
                from.toString()));
      }
      return points.course();
    }
  }

  /// Puts points at their days.
  private static final class Collector {
    private final Member member;
    private final List<Course.Point> points = new ArrayList<>();
    private Set<Flag> flags = Set.of();
    private int undated;

    Collector(Member member) {
      this.member = member;
    }

    void flags(Set<Flag> next) {
      flags = next;
    }

    void add(
        Value<Moment> date,
        Value<BigDecimal> value,
        RowReference row,
        String column,
        String what,
        String unit) {
      String shown = value.text(BigDecimal::toPlainString, AbsenceReason::text);
      String day = date instanceof Value.Known<Moment>(Moment known) ? known.toString() : "";
      add(
          date,
          value,
          value,
          value,
          new Used(row, column, what, unit.isEmpty() ? shown : shown + " " + unit, day));
    }

    void add(
        Value<Moment> date,
        Value<BigDecimal> value,
        Value<BigDecimal> lower,
        Value<BigDecimal> upper,
        Used used) {
      if (value.isAbsent() && lower.isAbsent() && upper.isAbsent()) {
        return;
      }
      OptionalLong day =
          date instanceof Value.Known<Moment>(Moment known)
              ? member.day(known)
              : OptionalLong.empty();
      if (day.isEmpty()) {
        undated++;
        return;
      }
      boolean exact =
          member.isZeroExact()
              && date instanceof Value.Known<Moment>(Moment known)
              && known.isExact();
      points.add(new Course.Point(day.getAsLong(), exact, value, lower, upper, used, flags));
    }

    Course course() {
      return new Course(
          points,
          undated,
          member.hasZero() ? List.of() : List.of(new Missing("index-date", List.of())));
    }
  }
}
