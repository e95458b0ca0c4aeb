package org.myocohort.app.review.folder;

import java.io.IOException;
import java.util.List;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.cli.Answer.Column;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.Texts;
import org.myocohort.evidence.review.RecordEntry;
import org.myocohort.evidence.review.Review;
import org.myocohort.evidence.screening.RecordStanding.Outcome;
import org.myocohort.evidence.screening.ScreeningBoard;
import org.myocohort.evidence.screening.ScreeningEvent;
import org.myocohort.evidence.screening.ScreeningStage;
import org.myocohort.exchange.csv.BadInputException;

/// Works that reviewers disagree on, with what each of them decided.
final class ConflictsTask {
  private static final List<Column> COLUMNS =
      List.of(Column.of("stage"), Column.of("work"), Column.of("decisions"), Column.of("title"));

  private final FolderWork work;

  ConflictsTask(FolderWork work) {
    this.work = work;
  }

  int run() throws IOException, BadInputException {
    Review review = work.review();
    try (Answer answer = work.answer(COLUMNS)) {
      for (ScreeningStage stage : ScreeningStage.values()) {
        ScreeningBoard board = review.board(stage);
        for (String id : board.records(Outcome.CONFLICT)) {
          RecordEntry entry = review.records().get(id);
          answer.row(
              Texts.code(stage),
              id,
              board.standing(id).decisions().stream().map(ConflictsTask::shown).toList(),
              entry == null ? null : entry.title());
        }
      }
      answer.print(System.out);
    }
    return ExitCode.ANSWERED;
  }

  /// As `ben: exclude (drug)`.
  static String shown(ScreeningEvent.Decided decided) {
    String reason = decided.reason().isEmpty() ? "" : " (" + decided.reason() + ")";
    return decided.reviewer() + ": " + Texts.code(decided.verdict()) + reason;
  }
}
