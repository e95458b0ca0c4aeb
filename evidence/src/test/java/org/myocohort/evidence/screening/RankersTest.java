package org.myocohort.evidence.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.offset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RankersTest {
  private static final ScreeningTable TABLE = table();
  private static final List<RankedText> TEXTS =
      TABLE.records().stream().map(ScreeningTable.Row::text).toList();
  private static final List<Boolean> RELEVANT =
      TABLE.records().stream().map(row -> Objects.requireNonNull(row.relevant())).toList();
  private static final List<Integer> FILED = IntStream.range(0, TEXTS.size()).boxed().toList();

  private static ScreeningTable table() {
    try {
      return ScreeningTable.read(
          Path.of(
              Objects.requireNonNull(
                      RankersTest.class.getResource("nagtegaal-2019-first-200.csv.gz"))
                  .toURI()),
          null);
    } catch (Exception broken) {
      throw new IllegalStateException(broken);
    }
  }

  @Test
  void theTableLeavesOutWhatItsSourceMarksAsDuplicate() {
    assertThat(TABLE.labelColumn()).isEqualTo("label_included");
    assertThat(TABLE.records()).hasSize(199);
    assertThat(TABLE.duplicates()).isEqualTo(1);
    assertThat(RELEVANT.stream().filter(Boolean::booleanValue)).hasSize(13);
    assertThat(TEXTS.stream().filter(text -> text.abstractText().isEmpty())).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void everyRecordIsShownOnceAndThePromisingOnesEarly(RankingModel model) {
    List<Integer> order =
        Simulation.run(model.over(TEXTS, ""), RELEVANT, FILED, List.of(), _ -> {});
    assertThat(order).containsExactlyInAnyOrderElementsOf(FILED);
    RankingMeasures measures = RankingMeasures.of(order.stream().map(RELEVANT::get).toList());
    assertThat(measures.loss()).isLessThan(0.3);
  }

  @Test
  void theSeededModelDoesNotDependOnTheOrderOfTheFile() {
    List<Integer> backwards = new ArrayList<>(FILED);
    Collections.reverse(backwards);
    assertThat(firstTwenty(backwards)).isEqualTo(firstTwenty(FILED));
  }

  private static List<Integer> firstTwenty(List<Integer> start) {
    return Simulation.run(RankingModel.SEEDED.over(TEXTS, ""), RELEVANT, start, List.of(), _ -> {})
        .subList(0, 20);
  }

  @Test
  void u4CannotTellBeforeItHasSeenBoth() {
    Ranker ranker = RankingModel.U4.over(TEXTS, "");
    Labels one = Labels.none().with(0, RELEVANT.getFirst());
    assertThat(ranker.scores(Labels.none())).isEmpty();
    assertThat(ranker.scores(one)).isEmpty();
    assertThat(ranker.scores(one.with(1, !RELEVANT.getFirst()))).isPresent();
  }

  @Test
  void priorsComeFirst() {
    assertThat(
            Simulation.run(
                    RankingModel.SEEDED.over(TEXTS, ""), RELEVANT, FILED, List.of(7, 3), _ -> {})
                .subList(0, 2))
        .containsExactly(7, 3);
  }

  /// What was learnt before changes a score only within the solver's tolerance; forgotten, not at
  /// all.
  @Test
  void scoresFollowFromTheLabelsAlone() {
    Ranker ranker = RankingModel.SEEDED.over(TEXTS, "");
    Labels labels = Labels.none();
    for (int record = 0; record < 60; record++) {
      labels = labels.with(record, RELEVANT.get(record));
      ranker.scores(labels);
    }
    double[] warm = ranker.scores(labels).orElseThrow();
    ranker.forget();
    double[] anew = ranker.scores(labels).orElseThrow();
    assertThat(anew).isEqualTo(RankingModel.SEEDED.over(TEXTS, "").scores(labels).orElseThrow());
    assertThat(warm).containsExactly(anew, offset(0.01));
  }

  @Test
  void aLabelTakenBackLeavesNoTrace() {
    Ranker ranker = RankingModel.SEEDED.over(TEXTS, "");
    Labels right = Labels.none().with(4, false).with(9, true);
    ranker.scores(Labels.none().with(4, true).with(9, true).with(30, false));
    double[] changed = ranker.scores(right).orElseThrow();
    double[] direct = RankingModel.SEEDED.over(TEXTS, "").scores(right).orElseThrow();
    assertThat(changed).containsExactly(direct, offset(0.01));
  }

  @Test
  void statedCriteriaLeadTheFirstRecords() {
    List<RankedText> texts =
        List.of(
            new RankedText("Alerts for dosing", "computer alerts and dosing in hospitals", ""),
            new RankedText("Alerts in hospitals", "computer alerts in hospitals", ""),
            new RankedText("Ataxia in dogs", "a case of ataxia in two dogs", ""),
            new RankedText("Alerts again", "computer alerts in two hospitals", ""));
    assertThat(first(texts, "")).isNotEqualTo(2);
    assertThat(first(texts, "ataxia in dogs, a case of ataxia")).isEqualTo(2);
  }

  private static int first(List<RankedText> texts, String criteria) {
    Optional<double[]> scores = RankingModel.SEEDED.over(texts, criteria).scores(Labels.none());
    return Ranking.by(scores.orElseThrow(), 0).record(0);
  }

  /// The own solver against liblinear's on the same problem: the weighting of u4 over the same
  /// texts, so without seed and keywords.
  @Test
  void theOwnSolverFindsTheSolutionOfTheReference() {
    SparseRows rows = TextFeatures.of(TEXTS.stream().map(RankedText::titleAndAbstract).toList());
    double[] lengths = new double[rows.count()];
    double[] costs = new double[rows.count()];
    Labels labels = Labels.none();
    for (int record = 0; record < 120; record++) {
      labels = labels.with(record, RELEVANT.get(record));
    }
    int relevant = labels.relevantCount();
    int irrelevant = labels.count() - relevant;
    double ofIrrelevant = relevant / (9.8 * irrelevant);
    double scale = labels.count() / (relevant + ofIrrelevant * irrelevant);
    for (int row = 0; row < rows.count(); row++) {
      lengths[row] = rows.squaredLength(row);
      costs[row] = row >= 120 ? 0 : 0.11 * scale * (RELEVANT.get(row) ? 1 : -ofIrrelevant);
    }
    LinearSvm own = new LinearSvm(rows.sharedColumns(), lengths);
    own.train(costs);
    double[] reference = RankingModel.U4.over(TEXTS, "").scores(labels).orElseThrow();
    for (int row = 0; row < rows.count(); row++) {
      double expected = reference[row];
      // A column of one row only scores nothing but that row, which is trained on and never ranked.
      if (row >= 120) {
        assertThat(own.score(row)).isCloseTo(expected, offset(0.01));
      }
    }
  }

  @Test
  void labelsOfTheWrongNumberAreRefused() {
    Ranker ranker = RankingModel.SEEDED.over(TEXTS, "");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Simulation.run(ranker, List.of(true), FILED, List.of(), _ -> {}))
        .withMessage("labels and order of 199 records expected but were 1 and 199");
  }
}
