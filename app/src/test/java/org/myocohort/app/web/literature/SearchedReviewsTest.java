package org.myocohort.app.web.literature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.myocohort.app.Project;
import org.myocohort.app.demo.ExampleReviews;
import org.myocohort.app.review.LocalSearch;
import org.myocohort.evidence.flow.SourceKind;
import org.myocohort.evidence.review.ReviewFolder;
import org.myocohort.evidence.review.ScreeningDesk;
import org.myocohort.evidence.search.Dialect;
import org.myocohort.evidence.search.ParsedSearch;
import org.myocohort.evidence.search.SearchParser;
import org.myocohort.exchange.csv.BadInputException;

class SearchedReviewsTest {
  private static final ParsedSearch SEARCH = SearchParser.parse("anakinra", Dialect.PUBMED);

  @TempDir private Path place;
  private ScreeningDesk desk = ScreeningDesk.at(ReviewFolder.at(Path.of("")));

  @BeforeEach
  void open() throws IOException {
    Path reviews = ExampleReviews.in(place, Project.root());
    desk = ScreeningDesk.at(ReviewFolder.at(reviews.resolve("anakinra-review")));
  }

  @AfterEach
  void close() {
    desk.close();
  }

  /// Adds a record to the review, so that its works are others.
  private void addRecord() throws IOException, BadInputException {
    Path export =
        Files.writeString(
            place.resolve("more.ris"), "TY  - JOUR\nTI  - One more\nPY  - 2026\nER  - \n");
    desk.folder().add(export, SourceKind.DATABASE, "More", "anna", Instant.EPOCH);
  }

  private static LocalSearch opened(SearchedReviews.Lent lent) {
    @Nullable LocalSearch works = lent.atOnce();
    while (works == null) {
      works = lent.atOnce();
    }
    return works;
  }

  @Test
  void whoStillSearchesKeepsTheWorksThatWereReplacedOpen() throws Exception {
    try (SearchedReviews searched = new SearchedReviews()) {
      LocalSearch replaced;
      try (SearchedReviews.Lent lent = searched.of("review", desk)) {
        replaced = opened(lent);
        addRecord();
        try (SearchedReviews.Lent next = searched.of("review", desk)) {
          assertThat(opened(next).size()).isEqualTo(replaced.size() + 1);
        }
        assertThat(replaced.find(SEARCH)).isNotEmpty();
      }
      assertThatThrownBy(() -> replaced.find(SEARCH)).isInstanceOf(AlreadyClosedException.class);
    }
  }

  @Test
  void worksThatWereReplacedBeforeTheyWereOpenAreClosedAfterwards() throws Exception {
    LinkedBlockingQueue<LocalSearch> opened = new LinkedBlockingQueue<>();
    CountDownLatch held = new CountDownLatch(1);
    SearchedReviews.Opening opening =
        (folder, review, progress) -> {
          LocalSearch works = LocalSearch.open(folder, review, progress);
          opened.add(works);
          held.await();
          return works;
        };
    try (SearchedReviews searched = new SearchedReviews(opening)) {
      searched.of("review", desk).close();
      LocalSearch replaced = opened.take();
      addRecord();
      searched.of("review", desk).close();
      assertThat(replaced.find(SEARCH)).isNotEmpty();
      held.countDown();
      assertThat(isClosedSoon(replaced)).isTrue();
    }
  }

  private static boolean isClosedSoon(LocalSearch works) throws Exception {
    for (int tries = 0; tries < 500; tries++) {
      try {
        works.find(SEARCH);
      } catch (AlreadyClosedException _) {
        return true;
      }
      Thread.sleep(Duration.ofMillis(20));
    }
    return false;
  }
}
