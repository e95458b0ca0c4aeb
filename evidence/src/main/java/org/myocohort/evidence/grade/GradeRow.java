package org.myocohort.evidence.grade;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.myocohort.evidence.extraction.Appraisal;
import org.myocohort.evidence.extraction.Design;
import org.myocohort.evidence.pool.DefinitionAnswer;
import org.myocohort.evidence.pool.PatientSource;
import org.myocohort.evidence.pool.PooledProportion;
import org.myocohort.evidence.pool.PooledSet;
import org.myocohort.evidence.pool.Pooling;
import org.myocohort.evidence.pool.StudyCounts;
import org.myocohort.evidence.pool.TableRow;
import org.myocohort.statistics.ConfidenceInterval;

/// A line of the table of findings: one outcome by one definition, over the series.
///
/// @param outcome its code
/// @param name of it
/// @param definition of it
/// @param studies how many; 0 where there is no number
/// @param patients of whom the outcome is known
/// @param events patients with the outcome
/// @param effect the proportion by the mixed model, else of the simple sum; null where it is
///   refused or nothing is counted
/// @param simpleSum whether the effect is that of the simple sum
/// @param facts to judge by
/// @param judgements those of a person, in the order of the domains; a domain that nobody judged is
///   not in it
public record GradeRow(
    String outcome,
    String name,
    String definition,
    int studies,
    int patients,
    int events,
    PooledProportion.@Nullable Answer effect,
    boolean simpleSum,
    Facts facts,
    List<GradeJudgement> judgements) {
  public GradeRow {
    judgements = List.copyOf(judgements);
  }

  /// Facts to judge by, beside each domain. None is a judgement.
  ///
  /// @param designs studies of each design, by its code; `own` for the own patients, `not-reported`
  ///   where no report tells it
  /// @param iSquared of the two-step model, in percent; null with fewer than two studies
  /// @param prediction interval of the mixed model; null with fewer than three studies
  /// @param otherDefinitions of the outcome that stand apart
  /// @param ownPatients of those counted
  /// @param notReported rows of this definition that are not counted
  /// @param width of the interval of the effect; null where there is none
  /// @param singleCases single-case reports counted, which stand apart
  /// @param appraised published reports of the series that somebody appraised
  /// @param notYes answers of their checklists that are no or unclear
  public record Facts(
      SequencedMap<String, Integer> designs,
      @Nullable Double iSquared,
      @Nullable ConfidenceInterval prediction,
      List<String> otherDefinitions,
      int ownPatients,
      int notReported,
      @Nullable Double width,
      int singleCases,
      int appraised,
      int notYes) {
    /// Whether any study was not a trial: then the certainty starts low.
    public boolean startsLow() {
      return !designs.isEmpty()
          && !designs.keySet().stream().allMatch(design -> design.equals(Design.TRIAL.code()));
    }
  }

  /// What a person judged of a domain.
  public Optional<GradeJudgement> judgement(GradeDomain domain) {
    return judgements.stream().filter(each -> each.domain() == domain).findFirst();
  }

  /// The lines of a pooled outcome, one for each definition.
  ///
  /// @param appraisals answers about the reports
  public static List<GradeRow> of(
      Pooling pooling, List<GradeJudgement> judgements, List<Appraisal> appraisals) {
    List<GradeRow> rows = new ArrayList<>();
    for (DefinitionAnswer answer : pooling.answers()) {
      List<String> others =
          pooling.answers().stream()
              .map(DefinitionAnswer::definition)
              .filter(other -> !other.equals(answer.definition()))
              .toList();
      rows.add(row(pooling, answer, others, judgements, appraisals));
    }
    return rows;
  }

  private static GradeRow row(
      Pooling pooling,
      DefinitionAnswer answer,
      List<String> others,
      List<GradeJudgement> judgements,
      List<Appraisal> appraisals) {
    PooledSet series = answer.set(PooledSet.Kind.SERIES);
    Optional<PooledProportion> pooled = series.answer();
    Optional<PooledProportion.Answer> mixed =
        pooled.flatMap(each -> PooledProportion.answer(each.mixed()).result());
    PooledProportion.Answer effect =
        mixed
            .or(() ->
                pooled
                    .flatMap(each -> each.sum().result())
                    .map(sum -> new PooledProportion.Answer(sum.proportion(), sum.interval())))
            .orElse(null);
    return new GradeRow(
        pooling.outcome().code(),
        pooling.outcome().name(),
        answer.definition(),
        pooled.map(each -> each.studies().size()).orElse(0),
        pooled.map(PooledProportion::patients).orElse(0),
        pooled.map(PooledProportion::events).orElse(0),
        effect,
        effect != null && mixed.isEmpty(),
        facts(answer, series, others, effect, appraisals),
        judgements.stream()
            .filter(each ->
                each.outcome().equals(pooling.outcome().code())
                    && each.definition().equals(answer.definition()))
            .sorted(Comparator.comparing(GradeJudgement::domain))
            .toList());
  }

  private static Facts facts(
      DefinitionAnswer answer,
      PooledSet series,
      List<String> others,
      PooledProportion.@Nullable Answer effect,
      List<Appraisal> appraisals) {
    Optional<PooledProportion> pooled = series.answer();
    SequencedMap<String, Integer> designs = new TreeMap<>();
    int own = 0;
    for (StudyCounts study : pooled.map(PooledProportion::studies).orElse(List.of())) {
      designs.merge(design(study, series.rows()), 1, Integer::sum);
      own += study.source() == PatientSource.OWN ? study.patients() : 0;
    }
    Set<String> reports = new TreeSet<>();
    series.rows().forEach(row -> reports.add(row.row().report()));
    List<Appraisal> about =
        appraisals.stream().filter(each -> reports.contains(each.report())).toList();
    return new Facts(
        designs,
        pooled
            .flatMap(each -> each.logit().pooled().result())
            .flatMap(each -> each.heterogeneity().iSquared().result())
            .orElse(null),
        pooled
            .flatMap(each ->
                each.mixed()
                    .prediction()
                    .result()
                    .map(interval ->
                        new ConfidenceInterval(
                            each.mixed().display(interval.lower()),
                            each.mixed().display(interval.upper()),
                            interval.level())))
            .orElse(null),
        others,
        own,
        (int)
            answer.rows().stream()
                .filter(row -> row.standing() instanceof TableRow.NotCounted)
                .count(),
        effect == null ? null : effect.interval().upper() - effect.interval().lower(),
        (int)
            answer.set(PooledSet.Kind.WITH_SINGLE_CASES).rows().stream()
                .filter(TableRow::apart)
                .map(row -> row.row().countsFor())
                .distinct()
                .count(),
        (int) about.stream().map(Appraisal::report).distinct().count(),
        (int) about.stream().filter(GradeRow::isNotYes).count());
  }

  private static boolean isNotYes(Appraisal appraisal) {
    return switch (appraisal.answer()) {
      case NO, UNCLEAR -> true;
      case YES, NOT_APPLICABLE -> false;
    };
  }

  private static String design(StudyCounts study, List<TableRow> rows) {
    if (study.source() == PatientSource.OWN) {
      return "own";
    }
    return rows.stream()
        .filter(row -> row.row().countsFor().equals(study.study()))
        .map(row -> row.row().design())
        .filter(design -> design != null)
        .findFirst()
        .map(design -> design == null ? "" : design.code())
        .orElse("not-reported");
  }
}
