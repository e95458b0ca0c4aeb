package org.myocohort.app.patient;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.myocohort.figures.CutOff;
import org.myocohort.figures.Datum;
import org.myocohort.figures.Interval;
import org.myocohort.figures.Mark;
import org.myocohort.figures.Point;
import org.myocohort.instrument.Bounds;
import org.myocohort.patient.Truth;
import org.myocohort.response.ResponsePoint;

/// How a response score is drawn everywhere: hollow where it cannot count as response to the index
/// drug, a bar between its bounds where a measure is missing.
public final class ResponseMarks {
  private ResponseMarks() {}

  /// The lines of minimal, moderate and major response.
  public static List<CutOff> cutOffs(Words words) {
    return List.of(
        new CutOff(20, words.text("category.minimal")),
        new CutOff(40, words.text("category.moderate")),
        new CutOff(60, words.text("category.major")));
  }

  /// The mark of a score.
  ///
  /// @param total null where only the bounds are known
  public static Datum datum(
      @Nullable BigDecimal total, Bounds bounds, double months, ResponsePoint point, Mark mark) {
    if (total == null) {
      return Interval.of(months, bounds.lower().doubleValue(), bounds.upper().doubleValue(), mark);
    }
    Point solid = Point.of(months, total.doubleValue(), mark);
    return point.attributable() ? solid : solid.asHollow();
  }

  /// Why a point cannot count as response to the drug, and that it is partial.
  public static String remark(Words words, ResponsePoint point) {
    List<String> remarks = new ArrayList<>();
    if (point.indexDrugTaken() == Truth.FALSE) {
      remarks.add(words.text("remark.index-drug-stopped"));
    } else if (point.indexDrugTaken() == Truth.UNKNOWN) {
      remarks.add(words.text("remark.index-drug-unknown"));
    }
    point.changes().stream()
        .map(change -> words.text("remark." + change.kind().code(), words.drug(change.drug())))
        .distinct()
        .forEach(remarks::add);
    if (point.followUp().assessment().value() == null) {
      remarks.add(words.text("remark.partial"));
    }
    return String.join("; ", remarks);
  }
}
