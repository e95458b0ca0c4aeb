package org.myocohort.app.review.folder;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.review.folder.SessionQueue.Item;
import org.myocohort.evidence.duplicate.MergedRecord;
import org.myocohort.evidence.review.Review;
import org.myocohort.evidence.review.ReviewEvent;
import org.myocohort.evidence.review.ScreeningDesk;
import org.myocohort.evidence.review.WorkClosedException;
import org.myocohort.evidence.screening.ScreeningBoard;
import org.myocohort.evidence.screening.ScreeningEvent;
import org.myocohort.evidence.screening.ScreeningEvent.QueueOrder;
import org.myocohort.evidence.screening.ScreeningStage;
import org.myocohort.evidence.screening.ScreeningVerdict;
import org.myocohort.exchange.csv.BadInputException;

/// One reviewer at a terminal, record by record; each line read is an answer.
///
/// The ranking learns beside it: the next record is the one that the last finished ranking names.
final class ScreenSession {
  /// So many records take more than a moment to be read.
  private static final int LONG_TO_READ = 5000;

  private final FolderWork work;
  private final Texts texts;
  private final ScreeningStage stage;
  private final String by;
  private final @Nullable QueueOrder asked;

  ScreenSession(FolderWork work, ScreeningStage stage, String by, @Nullable QueueOrder order) {
    this.work = work;
    this.texts = work.texts();
    this.stage = stage;
    this.by = by;
    this.asked = order;
  }

  /// What became of an answer.
  private enum After {
    NEXT,
    SAME,
    END
  }

  int run() throws IOException, BadInputException {
    Review review = work.review();
    QueueOrder order = Objects.requireNonNullElse(asked, review.settings().order());
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    RecordCard card = new RecordCard(review.settings(), texts, onTerminal());
    FolderWork.print(card.criteria() + texts.text("folder.session.keys") + "\n");
    if (review.records().size() >= LONG_TO_READ) {
      FolderWork.print(texts.text("folder.session.reading", review.records().size()) + "\n");
    }
    try (ScreeningDesk desk = ScreeningDesk.at(work.folder())) {
      SessionQueue queue = new SessionQueue(work, desk, stage, by, order);
      After after = After.NEXT;
      while (after != After.END) {
        Optional<Item> item = queue.next();
        if (item.isEmpty()) {
          FolderWork.print(texts.text("folder.session.nothing-left", by) + "\n");
          break;
        }
        FolderWork.print("\n" + header(item.get(), desk, card));
        do {
          FolderWork.print("> ");
          after = answered(in.readLine(), item.get(), queue, card);
        } while (after == After.SAME);
        desk.learn();
      }
    }
    FolderWork.print("\n" + progress(work.review()) + "\n");
    return ExitCode.ANSWERED;
  }

  private static boolean onTerminal() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
  }

  private String header(Item item, ScreeningDesk desk, RecordCard card)
      throws IOException, BadInputException {
    Review review = work.review();
    MergedRecord merged = Objects.requireNonNull(desk.works().get(item.work()));
    StringBuilder out = new StringBuilder(progress(review)).append('\n');
    out.append(
        card.of(item.work(), merged.record(), FolderWork.joined(review.sources(item.work()))));
    List<ScreeningEvent.Decided> others =
        review.board(stage).visibleTo(by, item.work()).stream()
            .filter(decided -> !decided.reviewer().equals(by))
            .toList();
    others.forEach(decided -> out.append(ConflictsTask.shown(decided)).append('\n'));
    return out.toString();
  }

  private String progress(Review review) {
    Set<String> works = StageWorks.of(work, review, stage);
    ScreeningBoard board = review.board(stage);
    long done = works.stream().filter(each -> board.standing(each).by(by)).count();
    long left = works.stream().filter(each -> board.asks(by, each)).count();
    return texts.text(
        "folder.session.progress", texts.text("folder.stage." + Texts.code(stage)), by, done, left);
  }

  private After answered(@Nullable String line, Item item, SessionQueue queue, RecordCard card)
      throws IOException, BadInputException {
    if (line == null) {
      return After.END;
    }
    String[] words = line.strip().split("\\s+", 2);
    String rest = words.length > 1 ? words[1].strip() : "";
    try {
      switch (words[0]) {
        case "i" -> decide(item, ScreeningVerdict.INCLUDE, "");
        case "e" ->
            decide(
                item, ScreeningVerdict.EXCLUDE, new Reasons(work, work.review()).code(rest, stage));
        case "m" -> decide(item, ScreeningVerdict.MAYBE, "");
        case "u" -> undo(queue);
        case "s" -> {
          if (!queue.skip(item)) {
            throw work.refused("folder.session.no-skip");
          }
        }
        case "q" -> {
          return After.END;
        }
        case "?" -> {
          FolderWork.print(card.criteria() + texts.text("folder.session.keys") + "\n");
          return After.SAME;
        }
        default -> throw work.refused("folder.session.unknown", line);
      }
      return After.NEXT;
    } catch (Refused refused) {
      FolderWork.print(refused.getMessage() + "\n");
      return After.SAME;
    } catch (WorkClosedException closed) {
      int reviewers = work.review().settings().reviewers();
      FolderWork.print(texts.text("folder.closed", closed.work(), reviewers, by) + "\n");
      return After.NEXT;
    }
  }

  private void decide(Item item, ScreeningVerdict verdict, String reason)
      throws IOException, BadInputException {
    work.folder()
        .add(
            new ReviewEvent.Screened(
                new ScreeningEvent.Decided(
                    by, item.work(), stage, verdict, reason, work.now(), item.shown())));
  }

  private void undo(SessionQueue queue) throws IOException, BadInputException, Refused {
    ScreeningEvent.Decided last =
        queue
            .last(work.review())
            .orElseThrow(() -> work.refused("folder.session.nothing-to-undo", by));
    work.folder()
        .add(
            new ReviewEvent.Screened(
                new ScreeningEvent.Undone(by, last.record(), stage, work.now())));
    queue.again(last);
  }
}
