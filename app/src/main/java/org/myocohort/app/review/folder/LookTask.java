package org.myocohort.app.review.folder;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.cli.Answer.Column;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.evidence.review.Review;
import org.myocohort.evidence.review.ReviewEvent;
import org.myocohort.evidence.review.StoppingCheck;
import org.myocohort.evidence.screening.StoppingRule;
import org.myocohort.evidence.screening.StoppingRule.RandomSample;
import org.myocohort.evidence.screening.StoppingStatement;
import org.myocohort.exchange.csv.BadInputException;

/// Asks the stopping rule, which is a look and is kept, whatever it says; and stops or goes on.
///
/// While nothing more was read the rule would say the same: then the last look is shown again and
/// none is spent.
final class LookTask {
  private static final List<Column> COLUMNS =
      List.of(
          Column.of("look"),
          Column.of("looks"),
          Column.of("recall_asked"),
          Column.of("confidence"),
          Column.of("found_before"),
          Column.of("unseen"),
          Column.of("sampled"),
          Column.of("found"),
          Column.of("missing_least"),
          Column.of("p"),
          Column.of("p_limit"),
          Column.of("may_stop"),
          Column.of("recall"),
          Column.of("recall_lower"),
          Column.of("recall_upper"),
          Column.of("stopped"));

  private static final MathContext SHOWN = new MathContext(4);

  private final FolderWork work;
  private final String by;

  LookTask(FolderWork work, String by) {
    this.work = work;
    this.by = by;
  }

  int run(boolean stop, boolean goOn) throws IOException, BadInputException, Refused {
    Review review = work.review();
    StoppingRule rule = review.settings().stopping();
    if (rule == null) {
      throw work.notNow("folder.look.no-rule");
    }
    ReviewEvent.Looked look =
        StoppingCheck.ask(work.folder(), by, work.now(), stop, goOn)
            .orElseThrow(() -> work.notNow("folder.look.used-up", rule.looks()));
    StoppingStatement statement = look.statement();
    print(statement, look.stopped());
    if (stop && !statement.mayStop()) {
      throw work.notNow("folder.look.may-not");
    }
    return ExitCode.ANSWERED;
  }

  private void print(StoppingStatement statement, boolean stopped) throws IOException {
    if (work.inText()) {
      FolderWork.print(sentence(statement, stopped) + "\n");
      return;
    }
    RandomSample sample = statement.sample();
    try (Answer answer = work.answer(COLUMNS)) {
      answer.row(
          statement.look(),
          statement.rule().looks(),
          decimal(statement.rule().targetRecall()),
          decimal(statement.rule().confidence()),
          sample.foundBefore(),
          sample.unseen(),
          sample.sampled(),
          sample.found(),
          statement.missing(),
          decimal(statement.pValue()),
          decimal(statement.rule().errorPerLook()),
          statement.mayStop(),
          decimal(statement.recall().estimate()),
          decimal(statement.recall().lower()),
          decimal(statement.recall().upper()),
          stopped);
      answer.print(System.out);
    }
  }

  private String sentence(StoppingStatement statement, boolean stopped) {
    RandomSample sample = statement.sample();
    return work.texts()
        .text(
            "folder.look.statement",
            statement.look(),
            statement.rule().looks(),
            sample.foundBefore(),
            sample.unseen(),
            sample.sampled(),
            sample.found(),
            statement.missing(),
            decimal(statement.rule().targetRecall()),
            decimal(statement.pValue()),
            decimal(statement.rule().errorPerLook()),
            share(statement.recall().estimate()),
            share(statement.recall().lower()),
            share(statement.recall().upper()),
            work.texts().text(statement.mayStop() ? "folder.look.may" : "folder.look.not-yet"),
            work.texts().text(stopped ? "folder.look.stopped" : "folder.look.goes-on"));
  }

  private static BigDecimal decimal(double value) {
    return new BigDecimal(value).round(SHOWN).stripTrailingZeros();
  }

  private static String share(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
