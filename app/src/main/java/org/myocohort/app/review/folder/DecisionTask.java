package org.myocohort.app.review.folder;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.cli.Answer.Column;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.review.folder.ReviewScreenCommand.Choice;
import org.myocohort.app.review.folder.ReviewScreenCommand.Resolution;
import org.myocohort.evidence.review.Review;
import org.myocohort.evidence.review.ReviewEvent;
import org.myocohort.evidence.review.WorkClosedException;
import org.myocohort.evidence.screening.RecordStanding;
import org.myocohort.evidence.screening.RecordStanding.Outcome;
import org.myocohort.evidence.screening.ScreeningBoard;
import org.myocohort.evidence.screening.ScreeningEvent;
import org.myocohort.evidence.screening.ScreeningStage;
import org.myocohort.evidence.screening.ScreeningVerdict;
import org.myocohort.exchange.csv.BadInputException;

/// Decides on named records, or ends their conflicts.
final class DecisionTask {
  private static final List<Column> COLUMNS =
      List.of(Column.of("record"), Column.of("work"), Column.of("stage"), Column.of("outcome"));

  private final FolderWork work;
  private final ScreeningStage stage;
  private final String by;
  private final String reason;

  DecisionTask(FolderWork work, ScreeningStage stage, String by, String reason) {
    this.work = work;
    this.stage = stage;
    this.by = by;
    this.reason = reason;
  }

  int run(List<String> given, @Nullable Choice choice, @Nullable Resolution resolution)
      throws IOException, BadInputException, Refused {
    Review review = work.review();
    List<String> ids = work.records(review, given);
    Set<String> inStage = StageWorks.of(work, review, stage);
    List<ReviewEvent> events = new ArrayList<>();
    for (String id : ids) {
      if (!inStage.contains(review.work(id))) {
        throw work.refused("folder.not-in-stage." + Texts.code(stage), id);
      }
      events.add(
          new ReviewEvent.Screened(
              choice != null
                  ? decision(review, id, choice)
                  : resolved(review, id, resolution == Resolution.INCLUDE)));
    }
    try {
      work.folder().add(events);
    } catch (WorkClosedException closed) {
      throw work.notNow("folder.closed", closed.work(), review.settings().reviewers(), by);
    }
    ScreeningBoard board = work.review().board(stage);
    try (Answer answer = work.answer(COLUMNS)) {
      for (String id : ids) {
        String of = review.work(id);
        answer.row(id, of, Texts.code(stage), Texts.code(board.outcome(of)));
      }
      answer.print(System.out);
    }
    return ExitCode.ANSWERED;
  }

  private ScreeningEvent decision(Review review, String id, Choice choice) throws Refused {
    return switch (choice) {
      case INCLUDE -> decided(id, ScreeningVerdict.INCLUDE, noReason());
      case EXCLUDE ->
          decided(id, ScreeningVerdict.EXCLUDE, new Reasons(work, review).code(reason, stage));
      case MAYBE -> decided(id, ScreeningVerdict.MAYBE, noReason());
      case UNDO -> {
        if (!review.board(stage).standing(review.work(id)).by(by)) {
          throw work.refused("folder.nothing-to-undo", by, id);
        }
        yield new ScreeningEvent.Undone(by, id, stage, work.now());
      }
    };
  }

  private ScreeningEvent decided(String id, ScreeningVerdict verdict, String code) {
    return new ScreeningEvent.Decided(by, id, stage, verdict, code, work.now(), null);
  }

  private String noReason() throws Refused {
    if (!reason.isEmpty()) {
      throw work.refused("folder.reason-of-exclusion");
    }
    return "";
  }

  private ScreeningEvent resolved(Review review, String id, boolean include) throws Refused {
    RecordStanding standing = review.board(stage).standing(review.work(id));
    if (standing.resolution() == null
        && standing.outcome(review.settings().reviewers()) != Outcome.CONFLICT) {
      throw work.refused("folder.no-conflict", id);
    }
    String code = include ? noReason() : new Reasons(work, review).code(reason, stage);
    return new ScreeningEvent.Resolved(by, id, stage, include, code, work.now());
  }
}
