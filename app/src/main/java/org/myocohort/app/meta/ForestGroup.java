package org.myocohort.app.meta;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.myocohort.app.cli.Texts;
import org.myocohort.statistics.ConfidenceInterval;
import org.myocohort.statistics.meta.analysis.Analysis;

/// Studies of a forest plot that belong together.
///
/// @param heading above them; empty for none
/// @param rows the studies
/// @param below what stands below them
public record ForestGroup(String heading, List<ForestStudy> rows, List<ForestLine> below) {
  public ForestGroup {
    rows = List.copyOf(rows);
    below = List.copyOf(below);
  }

  /// The method asked for, then those that give another interval by more than a tenth of its width,
  /// then the prediction.
  static ForestGroup of(MetaResult result, Texts texts) {
    Analysis analysis = result.analysis();
    List<ForestLine> lines = new ArrayList<>();
    lines.add(ForestLine.pooled(analysis, MetaRows.name(analysis), true, texts));
    List<Analysis> others = new ArrayList<>();
    result.guarded().ifPresent(others::add);
    for (Analysis each : result.compared()) {
      switch (each.request().method()) {
        case EE, GLMM, MH, PETO -> others.add(each);
        default -> {}
      }
    }
    Optional<ConfidenceInterval> main = interval(analysis);
    for (Analysis other : others) {
      Optional<ConfidenceInterval> interval = interval(other);
      if (interval.isPresent() && main.isPresent() && differ(main.get(), interval.get())) {
        lines.add(ForestLine.pooled(other, MetaRows.name(other), false, texts));
      }
    }
    lines.add(ForestLine.prediction(analysis, texts));
    return new ForestGroup("", ForestStudy.of(analysis.rows()), lines);
  }

  private static Optional<ConfidenceInterval> interval(Analysis analysis) {
    return analysis.pooled().result().flatMap(each -> each.interval().result());
  }

  private static boolean differ(ConfidenceInterval one, ConfidenceInterval other) {
    double tenth = (one.upper() - one.lower()) / 10;
    return Math.abs(one.lower() - other.lower()) > tenth
        || Math.abs(one.upper() - other.upper()) > tenth;
  }
}
