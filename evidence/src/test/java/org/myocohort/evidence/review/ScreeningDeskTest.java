package org.myocohort.evidence.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.myocohort.evidence.flow.SourceKind.CITATION_SEARCHING;
import static org.myocohort.evidence.flow.SourceKind.DATABASE;
import static org.myocohort.evidence.screening.ScreeningStage.TITLE_ABSTRACT;
import static org.myocohort.evidence.screening.ScreeningVerdict.EXCLUDE;
import static org.myocohort.evidence.screening.ScreeningVerdict.INCLUDE;

import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.myocohort.evidence.screening.ScreeningEvent;
import org.myocohort.evidence.screening.ScreeningEvent.QueueOrder;
import org.myocohort.evidence.screening.ScreeningQueue;
import org.myocohort.evidence.screening.ScreeningVerdict;
import org.myocohort.evidence.screening.StoppingRule.RandomSample;

final class ScreeningDeskTest {
  @TempDir private Path place;
  private ReviewExample example;

  @BeforeEach
  void begin() throws Exception {
    example = new ReviewExample(place);
    example.add(example.ris("embase.ris", 1, 2, 3, 4, 5, 6), DATABASE, "Embase");
    example.add(example.ris("references.ris", 7), CITATION_SEARCHING, "References");
    example.compare();
  }

  private void decide(String by, ScreeningQueue.Next next, ScreeningVerdict verdict)
      throws Exception {
    example.folder.add(
        new ReviewEvent.Screened(
            new ScreeningEvent.Decided(
                by, next.record(), TITLE_ABSTRACT, verdict, "", example.now(), next.shown())));
  }

  @Test
  void handsEachReviewerEveryWorkOfADatabaseOnce() throws Exception {
    try (ScreeningDesk desk = ScreeningDesk.at(example.folder)) {
      for (String by : new String[] {"anna", "ben"}) {
        TreeSet<String> seen = new TreeSet<>();
        for (int i = 0; i < 6; i++) {
          ScreeningQueue.Next next = desk.next(by, QueueOrder.RELEVANCE).orElseThrow();
          seen.add(next.record());
          decide(by, next, i == 0 ? INCLUDE : EXCLUDE);
          desk.learn();
          desk.settle();
        }
        assertThat(seen).containsExactly("1-1", "1-2", "1-3", "1-4", "1-5", "1-6");
        assertThat(desk.next(by, QueueOrder.RELEVANCE)).isEmpty();
      }
    }
    assertThat(example.folder.read().board(TITLE_ABSTRACT).agreement("anna", "ben")).isPresent();
  }

  @Test
  void showsWhatAnImportBroughtWithoutBeingOpenedAgain() throws Exception {
    try (ScreeningDesk desk = ScreeningDesk.at(example.folder)) {
      assertThat(desk.works()).hasSize(7);
      example.add(example.ris("more.ris", 8), DATABASE, "PubMed");
      assertThat(desk.works().keySet()).contains("3-1");
    }
  }

  /// Two are read by relevance, one of them kept; three of the four left at random, none kept.
  @Test
  void theStoppingRuleRestsOnWhatWasShownAtRandom() throws Exception {
    try (ScreeningDesk desk = ScreeningDesk.at(example.folder)) {
      decide("anna", desk.next("anna", QueueOrder.RELEVANCE).orElseThrow(), INCLUDE);
      decide("anna", desk.next("anna", QueueOrder.RELEVANCE).orElseThrow(), EXCLUDE);
      for (int i = 0; i < 3; i++) {
        decide("anna", desk.next("anna", QueueOrder.RANDOM).orElseThrow(), EXCLUDE);
      }
    }
    Review review = example.folder.read();
    StoppingCheck check = StoppingCheck.of(review);
    assertThat(check.sample()).isEqualTo(new RandomSample(1, 4, 3, 0));
    assertThat(check.unseen()).isEqualTo(1);
    ReviewEvent.Looked look = ask(true).orElseThrow();
    // One relevant work among four is missed by a sample of three once in four.
    assertThat(look.statement().pValue()).isCloseTo(0.25, within(1e-12));
    assertThat(look.stopped()).isFalse();
    assertThat(ask(false)).contains(look);
    assertThat(example.folder.read().looks()).containsExactly(look);
    example.decide("ben", TITLE_ABSTRACT, INCLUDE, "", "1-6", "1-5", "1-4", "1-3", "1-2", "1-1");
    ReviewEvent.Looked second = ask(true).orElseThrow();
    assertThat(second.statement().look()).isEqualTo(2);
    example.add(example.ris("later.ris", 9), DATABASE, "PubMed");
    assertThat(ask(false)).isEmpty();
  }

  private Optional<ReviewEvent.Looked> ask(boolean stop) throws Exception {
    return StoppingCheck.ask(example.folder, "anna", example.now(), stop, false);
  }
}
