package org.myocohort.app.review.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.meta.ForestGroup;
import org.myocohort.app.meta.ForestLine;
import org.myocohort.app.meta.ForestPlot;
import org.myocohort.app.meta.ForestStudy;
import org.myocohort.app.meta.FunnelPlot;
import org.myocohort.evidence.pool.DefinitionAnswer;
import org.myocohort.evidence.pool.PatientSource;
import org.myocohort.evidence.pool.PooledProportion;
import org.myocohort.evidence.pool.PooledSet;
import org.myocohort.evidence.pool.Pooling;
import org.myocohort.evidence.pool.PoolingRow;
import org.myocohort.evidence.pool.StudyCounts;
import org.myocohort.evidence.pool.TableRow;
import org.myocohort.statistics.meta.analysis.Analysis;
import org.myocohort.statistics.meta.analysis.LabelledStudy;
import org.myocohort.statistics.meta.analysis.PoolingMethod;
import org.myocohort.statistics.meta.analysis.Request;
import org.myocohort.statistics.meta.analysis.StudyRow;
import org.myocohort.statistics.meta.effect.EffectMeasure;
import org.myocohort.statistics.meta.smallstudy.EggerTest;

/// The forest plot: by the definition that the review asks for, own patients, published series,
/// below them their answer; then single-case reports as a group of their own; then each other
/// definition with its own answer. Every heading names the definition of the rows below it.
final class PoolFigure {
  private final Pooling pooling;
  private final Function<StudyCounts, @Nullable String> links;
  private final Texts texts;
  private final PoolWords words;

  private PoolFigure(Pooling pooling, Function<StudyCounts, @Nullable String> links, Texts texts) {
    this.pooling = pooling;
    this.links = links;
    this.texts = texts;
    this.words = new PoolWords(texts);
  }

  static String draw(Pooling pooling, Texts texts, Function<StudyCounts, @Nullable String> links) {
    return new PoolFigure(pooling, links, texts).draw();
  }

  /// From ten studies on: a funnel of fewer is read into.
  static Optional<String> funnel(Pooling pooling, Texts texts) {
    return pooling
        .asked()
        .set(PooledSet.Kind.SERIES)
        .answer()
        .map(PooledProportion::logit)
        .filter(logit -> logit.effects().size() >= EggerTest.FEWEST_STUDIES)
        .flatMap(logit ->
            logit
                .pooled()
                .result()
                .map(pooled -> FunnelPlot.draw(logit, pooled.estimate(), texts)));
  }

  private String draw() {
    DefinitionAnswer answer = pooling.asked();
    PooledSet series = answer.set(PooledSet.Kind.SERIES);
    PooledSet all = answer.set(PooledSet.Kind.WITH_SINGLE_CASES);
    List<StudyCounts> own = new ArrayList<>();
    List<StudyCounts> published = new ArrayList<>();
    List<StudyCounts> single = new ArrayList<>();
    for (StudyCounts study : drawn(all)) {
      if (study.apart()) {
        single.add(study);
      } else {
        (study.source() == PatientSource.OWN ? own : published).add(study);
      }
    }
    List<ForestGroup> groups = new ArrayList<>();
    if (!own.isEmpty()) {
      groups.add(group("pool.figure.own", answer, own, List.of()));
    }
    if (!published.isEmpty()) {
      groups.add(group("pool.figure.published", answer, published, List.of()));
    }
    groups.add(new ForestGroup("", List.of(), below(series, "pool.figure.series")));
    if (!single.isEmpty()) {
      groups.add(
          group("pool.figure.single", answer, single, below(all, "pool.figure.with-single-cases")));
    }
    for (DefinitionAnswer other : pooling.answers()) {
      PooledSet told = other.set(PooledSet.Kind.WITH_SINGLE_CASES);
      if (!other.asked() && !told.rows().isEmpty()) {
        boolean apart = told.rows().stream().anyMatch(TableRow::apart);
        groups.add(
            group(
                "pool.figure.other",
                other,
                drawn(told),
                apart
                    ? below(told, "pool.figure.with-single-cases")
                    : below(other.set(PooledSet.Kind.SERIES), "pool.figure.series")));
      }
    }
    // The line through the figure is the answer of the series, never of what was refused.
    return ForestPlot.draw(
        analysis(series.answer().map(PooledProportion::studies).orElse(List.of())), groups, texts);
  }

  /// The studies of a set; where it is refused each printed result by itself, since it may share
  /// patients with the others of its study.
  private static List<StudyCounts> drawn(PooledSet set) {
    if (!set.refused()) {
      return StudyCounts.of(set.rows());
    }
    List<TableRow> patients = new ArrayList<>();
    List<StudyCounts> drawn = new ArrayList<>();
    for (TableRow row : set.rows()) {
      switch (row.row().told()) {
        case PoolingRow.Patient _ -> patients.add(row);
        case PoolingRow.Result _ -> drawn.addAll(StudyCounts.of(List.of(row)));
      }
    }
    drawn.addAll(0, StudyCounts.of(patients));
    return drawn;
  }

  private ForestGroup group(
      String heading, DefinitionAnswer by, List<StudyCounts> studies, List<ForestLine> below) {
    List<StudyRow> rows = analysis(studies).rows();
    List<ForestStudy> shown = new ArrayList<>();
    for (int at = 0; at < rows.size(); at++) {
      shown.add(
          new ForestStudy(
              rows.get(at),
              texts.text("pool.figure.by", by.definition()),
              links.apply(studies.get(at))));
    }
    return new ForestGroup(texts.text(heading, by.definition()), shown, below);
  }

  private static Analysis analysis(List<StudyCounts> studies) {
    return Analysis.of(
        Request.of(EffectMeasure.PLO, PoolingMethod.GLMM),
        studies.stream()
            .map(study ->
                new LabelledStudy(
                    study.label() + ", " + study.events() + "/" + study.patients(), study.counts()))
            .toList());
  }

  /// The mixed model, or where it has no answer the simple sum; then the prediction.
  private List<ForestLine> below(PooledSet set, String name) {
    Optional<PooledProportion> found = set.answer();
    if (found.isEmpty()) {
      String why = set.rows().isEmpty() ? "pool.nothing-counted" : "pool.figure.refused";
      return List.of(new ForestLine.Without(texts.text(name), texts.text(why), true));
    }
    PooledProportion pooled = found.get();
    List<ForestLine> lines = new ArrayList<>();
    Optional<PooledProportion.Answer> mixed = PooledProportion.answer(pooled.mixed()).result();
    mixed.ifPresent(each ->
        lines.add(
            new ForestLine.Diamond(
                texts.text(name), each.estimate(), Optional.of(each.interval()), true)));
    if (mixed.isEmpty() || pooled.methodsDisagree()) {
      pooled
          .sum()
          .result()
          .ifPresent(sum ->
              lines.add(
                  new ForestLine.Diamond(
                      mixed.isEmpty()
                          ? texts.text(name) + ", " + texts.text("pool.figure.sum")
                          : texts.text("pool.figure.sum"),
                      sum.proportion(),
                      Optional.of(sum.interval()),
                      mixed.isEmpty())));
    }
    if (mixed.isEmpty()) {
      pooled
          .mixed()
          .pooled()
          .missing()
          .ifPresent(reason ->
              lines.add(
                  new ForestLine.Without(
                      texts.text("pool.figure.glmm"), words.reason(reason), false)));
    } else {
      lines.add(ForestLine.prediction(pooled.mixed(), texts));
    }
    return lines;
  }
}
