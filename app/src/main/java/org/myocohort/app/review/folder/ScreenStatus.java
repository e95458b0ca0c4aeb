package org.myocohort.app.review.folder;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.cli.Answer.Column;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.Texts;
import org.myocohort.evidence.review.Review;
import org.myocohort.evidence.review.ReviewEvent;
import org.myocohort.evidence.review.ReviewFlow;
import org.myocohort.evidence.review.StoppingCheck;
import org.myocohort.evidence.screening.RecordStanding.Outcome;
import org.myocohort.evidence.screening.ScreeningBoard;
import org.myocohort.evidence.screening.ScreeningStage;
import org.myocohort.evidence.screening.StoppingRule;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.statistics.AgreementTable;
import org.myocohort.statistics.AgreementTable.Coefficient;

/// How far the screening of the present version has come: sentences for people, rows for programs.
///
/// What the stopping rule would say is not told here: to see it is a look, and looks are counted.
final class ScreenStatus {
  private static final double LEVEL = 0.95;
  private static final int DECIMALS = 3;

  private static final List<Column> COLUMNS =
      List.of(
          Column.of("kind"),
          Column.of("stage"),
          Column.of("name"),
          Column.of("value"),
          Column.of("lower"),
          Column.of("upper"));

  private final FolderWork work;
  private final Texts texts;
  private final List<Object @Nullable []> rows = new ArrayList<>();
  private final StringBuilder sentences = new StringBuilder();

  ScreenStatus(FolderWork work) {
    this.work = work;
    this.texts = work.texts();
  }

  int run() throws IOException, BadInputException {
    Review review = work.review();
    ReviewFlow flow = work.flow(review);
    say(
        texts.text(
            "folder.status.title",
            review.settings().title(),
            review.version(),
            review.records().size(),
            review.works().size()));
    for (ScreeningStage stage : ScreeningStage.values()) {
      stage(review, stage, StageWorks.of(work, review, stage));
    }
    stopping(review);
    for (ReviewFlow.Step step : ReviewFlow.Step.values()) {
      long count = flow.open().stream().filter(todo -> todo.what() == step).count();
      row("to-do", "", Texts.code(step), (int) count);
    }
    List<String> next = ToDoLines.of(flow.open(), texts);
    if (review.imports().isEmpty()) {
      say(texts.text("folder.status.empty", work.path()));
    } else {
      say(texts.text(next.isEmpty() ? "folder.status.done" : "folder.status.next"));
    }
    next.forEach(line -> say("  " + line));
    if (work.inText()) {
      FolderWork.print(sentences.toString());
      return ExitCode.ANSWERED;
    }
    try (Answer answer = work.answer(COLUMNS)) {
      rows.forEach(answer::row);
      answer.print(System.out);
    }
    return ExitCode.ANSWERED;
  }

  private void say(String sentence) {
    sentences.append(sentence).append('\n');
  }

  private void row(String kind, String stage, String name, int value) {
    rows.add(new Object[] {kind, stage, name, value, null, null});
  }

  private void stage(Review review, ScreeningStage stage, Set<String> works) {
    String code = Texts.code(stage);
    ScreeningBoard board = review.board(stage);
    Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    int unseen = 0;
    for (String each : works) {
      outcomes.merge(board.outcome(each), 1, Integer::sum);
      unseen += board.standing(each).decisions().isEmpty() ? 1 : 0;
    }
    row("works", code, "", works.size());
    row("unseen", code, "", unseen);
    for (Outcome outcome : Outcome.values()) {
      row(Texts.code(outcome), code, "", outcomes.getOrDefault(outcome, 0));
    }
    say(
        texts.text(
            "folder.status.stage",
            texts.text("folder.stage." + code),
            works.size(),
            outcomes.getOrDefault(Outcome.INCLUDED, 0),
            outcomes.getOrDefault(Outcome.EXCLUDED, 0),
            outcomes.getOrDefault(Outcome.CONFLICT, 0),
            outcomes.getOrDefault(Outcome.OPEN, 0),
            unseen));
    for (String reviewer : review.reviewers()) {
      reviewer(reviewer, code, works, board);
    }
    List<String> reviewers = List.copyOf(review.reviewers());
    for (int i = 0; i < reviewers.size(); i++) {
      for (int j = i + 1; j < reviewers.size(); j++) {
        agreement(reviewers.get(i), reviewers.get(j), code, board);
      }
    }
  }

  private void reviewer(String reviewer, String code, Set<String> works, ScreeningBoard board) {
    int decided = 0;
    int left = 0;
    for (String each : works) {
      decided += board.standing(each).by(reviewer) ? 1 : 0;
      left += board.asks(reviewer, each) ? 1 : 0;
    }
    row("decided", code, reviewer, decided);
    row("left", code, reviewer, left);
    if (decided > 0) {
      say("  " + texts.text("folder.status.reviewer", reviewer, decided, left));
    }
  }

  private void agreement(String first, String second, String code, ScreeningBoard board) {
    Optional<AgreementTable> both = board.agreement(first, second);
    if (both.isEmpty()) {
      return;
    }
    AgreementTable table = both.get();
    String names = first + " - " + second;
    row("overlap", code, names, table.subjects());
    rows.add(
        new Object[] {"agreement", code, names, decimal(table.observedAgreement()), null, null});
    Optional<Coefficient> kappa = table.cohenKappa(LEVEL);
    kappa.ifPresent(value -> coefficient("kappa", code, names, value));
    Coefficient ac1 = table.gwetAc1(LEVEL);
    coefficient("ac1", code, names, ac1);
    say(
        "  "
            + texts.text(
                "folder.status.agreement",
                names,
                table.subjects(),
                String.format(Locale.ROOT, "%.1f", 100 * table.observedAgreement()),
                kappa.map(ScreenStatus::shown).orElse(texts.text("folder.status.no-kappa")),
                shown(ac1)));
  }

  private void coefficient(String kind, String stage, String names, Coefficient value) {
    rows.add(
        new Object[] {
          kind,
          stage,
          names,
          decimal(value.estimate()),
          decimal(value.interval().lower()),
          decimal(value.interval().upper())
        });
  }

  private static String shown(Coefficient value) {
    return String.format(
        Locale.ROOT,
        "%.2f (%.2f, %.2f)",
        value.estimate(),
        value.interval().lower(),
        value.interval().upper());
  }

  private static BigDecimal decimal(double value) {
    return BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
  }

  private void stopping(Review review) {
    StoppingRule rule = review.settings().stopping();
    if (rule == null) {
      say(texts.text("folder.status.no-rule"));
      return;
    }
    StoppingCheck check = StoppingCheck.of(review);
    List<ReviewEvent.Looked> looks = review.looks();
    boolean stopped = !looks.isEmpty() && looks.getLast().stopped();
    row("looks-made", "", "", check.looksMade());
    row("looks-fixed", "", "", rule.looks());
    row("sampled", "", "", check.sample().sampled());
    row("stopped", "", "", stopped ? 1 : 0);
    say(
        texts.text(
            "folder.status.rule",
            decimal(rule.targetRecall()).stripTrailingZeros().toPlainString(),
            decimal(rule.confidence()).stripTrailingZeros().toPlainString(),
            check.looksMade(),
            rule.looks(),
            check.sample().sampled(),
            check.unseen(),
            texts.text(stopped ? "folder.look.stopped" : "folder.look.goes-on")));
  }
}
