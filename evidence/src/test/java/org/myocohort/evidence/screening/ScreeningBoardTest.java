package org.myocohort.evidence.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.myocohort.evidence.screening.RecordStanding.Outcome;
import org.myocohort.evidence.screening.ScreeningEvent.Decided;
import org.myocohort.evidence.screening.ScreeningEvent.QueueOrder;
import org.myocohort.evidence.screening.ScreeningEvent.Resolved;
import org.myocohort.evidence.screening.ScreeningEvent.Shown;
import org.myocohort.evidence.screening.ScreeningEvent.Undone;

class ScreeningBoardTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final ScreeningStage STAGE = ScreeningStage.TITLE_ABSTRACT;

  private static Decided decided(String reviewer, String record, ScreeningVerdict verdict) {
    return new Decided(
        reviewer, record, STAGE, verdict, "", NOON, new Shown(QueueOrder.RELEVANCE, 1, 0));
  }

  private static ScreeningLog log(ScreeningEvent... events) {
    ScreeningLog log = ScreeningLog.empty();
    for (ScreeningEvent event : events) {
      log = log.with(event);
    }
    return log;
  }

  private static ScreeningBoard board(ScreeningLog log) {
    return ScreeningBoard.of(log, STAGE, 2, true);
  }

  @Test
  void twoWhoAgreeDecideAndTwoWhoDoNotAreInConflict() {
    ScreeningBoard board =
        board(
            log(
                decided("ada", "r1", ScreeningVerdict.INCLUDE),
                decided("ben", "r1", ScreeningVerdict.INCLUDE),
                decided("ada", "r2", ScreeningVerdict.EXCLUDE),
                decided("ben", "r2", ScreeningVerdict.EXCLUDE),
                decided("ada", "r3", ScreeningVerdict.EXCLUDE),
                decided("ben", "r3", ScreeningVerdict.INCLUDE),
                decided("ada", "r4", ScreeningVerdict.MAYBE),
                decided("ben", "r4", ScreeningVerdict.MAYBE),
                decided("ada", "r5", ScreeningVerdict.INCLUDE)));
    assertThat(board.outcome("r1")).isEqualTo(Outcome.INCLUDED);
    assertThat(board.outcome("r2")).isEqualTo(Outcome.EXCLUDED);
    assertThat(board.records(Outcome.CONFLICT)).containsExactly("r3", "r4");
    assertThat(board.records(Outcome.OPEN)).containsExactly("r5");
    assertThat(board.outcome("r6")).isEqualTo(Outcome.OPEN);
  }

  @Test
  void aResolutionStandsUntilSomebodyDecidesAnew() {
    ScreeningLog conflict =
        log(
            decided("ada", "r1", ScreeningVerdict.EXCLUDE),
            decided("ben", "r1", ScreeningVerdict.INCLUDE));
    ScreeningLog resolved =
        conflict.with(new Resolved("cleo", "r1", STAGE, true, "three patients", NOON));
    assertThat(board(resolved).outcome("r1")).isEqualTo(Outcome.INCLUDED);
    ScreeningLog undone = resolved.with(new Undone("ben", "r1", STAGE, NOON));
    assertThat(board(undone).outcome("r1")).isEqualTo(Outcome.OPEN);
    ScreeningLog again = undone.with(decided("ben", "r1", ScreeningVerdict.EXCLUDE));
    assertThat(board(again).outcome("r1")).isEqualTo(Outcome.EXCLUDED);
    assertThat(again.events()).hasSize(5);
    assertThat(conflict.events()).hasSize(2);
  }

  @Test
  void blindedReviewersSeeNothingOfEachOtherBeforeBothHaveDecided() {
    ScreeningLog one = log(decided("ada", "r1", ScreeningVerdict.EXCLUDE));
    assertThat(board(one).visibleTo("ben", "r1")).isEmpty();
    assertThat(board(one).visibleTo("ada", "r1")).hasSize(1);
    assertThat(ScreeningBoard.of(one, STAGE, 2, false).visibleTo("ben", "r1")).hasSize(1);
    ScreeningLog both = one.with(decided("ben", "r1", ScreeningVerdict.INCLUDE));
    assertThat(board(both).visibleTo("ben", "r1")).hasSize(2);
  }

  @Test
  void stagesAreApart() {
    ScreeningLog log = log(decided("ada", "r1", ScreeningVerdict.INCLUDE));
    assertThat(ScreeningBoard.of(log, ScreeningStage.FULL_TEXT, 1, false).outcome("r1"))
        .isEqualTo(Outcome.OPEN);
  }

  @Test
  void onlyAStandingDecisionCanBeUndone() {
    ScreeningLog log = log(decided("ada", "r1", ScreeningVerdict.INCLUDE));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> log.with(new Undone("ben", "r1", STAGE, NOON)))
        .withMessage("no decision of ben on r1 stands");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> log.with(new Resolved("cleo", "r2", STAGE, true, "", NOON)))
        .withMessage("nobody decided on r2");
  }

  @Test
  void agreementCountsTheRecordsThatBothDecided() {
    ScreeningBoard board =
        board(
            log(
                decided("ada", "r1", ScreeningVerdict.INCLUDE),
                decided("ben", "r1", ScreeningVerdict.INCLUDE),
                decided("ada", "r2", ScreeningVerdict.EXCLUDE),
                decided("ben", "r2", ScreeningVerdict.INCLUDE),
                decided("ada", "r3", ScreeningVerdict.EXCLUDE)));
    assertThat(board.agreement("ada", "ben").orElseThrow()).hasToString("[[1, 0], [1, 0]]");
    assertThat(board.agreement("ada", "cleo")).isEmpty();
  }

  @Test
  void theQueueAsksEachReviewerOnceAndNobodyForAThirdDecision() {
    ScreeningQueue queue = new ScreeningQueue(List.of("r1", "r2", "r3"));
    Ranking ranking = Ranking.by(new double[] {0.1, 0.9, 0.5}, 7);
    ScreeningLog log =
        log(
            decided("ada", "r2", ScreeningVerdict.EXCLUDE),
            decided("ben", "r3", ScreeningVerdict.EXCLUDE),
            decided("cleo", "r3", ScreeningVerdict.EXCLUDE));
    assertThat(queue.next("ada", ranking, board(log)).orElseThrow())
        .isEqualTo(new ScreeningQueue.Next("r1", new Shown(QueueOrder.RELEVANCE, 3, 7)));
    assertThat(queue.next("ben", ranking, board(log)).orElseThrow().record()).isEqualTo("r2");
    ScreeningLog end = log.with(decided("ada", "r1", ScreeningVerdict.MAYBE));
    assertThat(queue.next("ada", ranking, board(end))).isEmpty();
  }

  @Test
  void randomOrderIsThatOfItsSeed() {
    Ranking random = Ranking.random(100, 5);
    assertThat(random.records()).isEqualTo(Ranking.random(100, 5).records());
    assertThat(random.records()).isNotEqualTo(Ranking.random(100, 6).records());
    assertThat(random.records()).containsExactlyInAnyOrder(Ranking.asFiled(100).records());
    assertThat(random.kind()).isEqualTo(QueueOrder.RANDOM);
  }

  @Test
  void aRankingLearnsWhatStands() {
    ScreeningBoard board =
        board(
            log(
                decided("ada", "r1", ScreeningVerdict.EXCLUDE),
                decided("ada", "r2", ScreeningVerdict.MAYBE),
                decided("ada", "r3", ScreeningVerdict.INCLUDE),
                new Undone("ada", "r3", STAGE, NOON),
                decided("ben", "r1", ScreeningVerdict.INCLUDE),
                new Resolved("cleo", "r1", STAGE, false, "", NOON)));
    Labels labels = board.labels(Map.of("r1", 10, "r2", 11, "r3", 12));
    assertThat(labels.count()).isEqualTo(2);
    assertThat(labels.record(0)).isEqualTo(10);
    assertThat(labels.isRelevant(0)).isFalse();
    assertThat(labels.isRelevant(1)).isTrue();
  }
}
