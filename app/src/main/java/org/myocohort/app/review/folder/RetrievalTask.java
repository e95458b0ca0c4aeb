package org.myocohort.app.review.folder;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.cli.Answer.Column;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.evidence.review.Review;
import org.myocohort.evidence.review.ReviewEvent;
import org.myocohort.exchange.csv.BadInputException;

/// Notes which full texts came.
final class RetrievalTask {
  private static final List<Column> COLUMNS =
      List.of(Column.of("record"), Column.of("work"), Column.of("result"));

  private final FolderWork work;
  private final String by;
  private final String reason;

  RetrievalTask(FolderWork work, String by, String reason) {
    this.work = work;
    this.by = by;
    this.reason = reason;
  }

  int run(List<String> retrieved, List<String> notRetrieved)
      throws IOException, BadInputException, Refused {
    Review review = work.review();
    List<String> sought = work.flow(review).sought();
    List<ReviewEvent> events = new ArrayList<>();
    try (Answer answer = work.answer(COLUMNS)) {
      for (boolean came : new boolean[] {true, false}) {
        for (String id : work.records(review, came ? retrieved : notRetrieved)) {
          if (!sought.contains(review.work(id))) {
            throw work.refused("folder.not-in-stage.full-text", id);
          }
          events.add(new ReviewEvent.Sought(by, work.now(), id, came, came ? "" : reason));
          answer.row(id, review.work(id), came ? "retrieved" : "not-retrieved");
        }
      }
      work.folder().add(events);
      answer.print(System.out);
    }
    return ExitCode.ANSWERED;
  }
}
