package org.myocohort.app.review.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.cli.Answer.Column;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.Failures;
import org.myocohort.app.cli.SearchLibrary;
import org.myocohort.app.cli.TerminalProgress;
import org.myocohort.app.review.record.ExportFailures;
import org.myocohort.app.review.record.ReadingSentences;
import org.myocohort.evidence.format.ReadResult;
import org.myocohort.evidence.review.ImportEntry;
import org.myocohort.evidence.review.ImportResult;
import org.myocohort.evidence.review.RecordEntry;
import org.myocohort.evidence.review.Review;
import org.myocohort.evidence.review.ReviewIntake;
import org.myocohort.exchange.csv.BadInputException;

/// Takes in file after file, compares, and says what each of them brought.
final class ImportTask {
  private static final int PER_MILLE = 1000;

  private static final List<Column> COLUMNS =
      List.of(
          Column.of("file"),
          Column.of("state"),
          Column.of("import"),
          Column.of("version"),
          Column.detail("source"),
          Column.of("name"),
          Column.of("records"),
          Column.of("again"),
          Column.of("before"),
          Column.of("added"),
          Column.of("copies"),
          Column.of("works"),
          Column.of("problems"));

  private final FolderWork work;
  private boolean opened = true;
  private boolean wrong;

  ImportTask(FolderWork work) {
    this.work = work;
  }

  /// A file and what its import did.
  private record Taken(Path file, ImportResult result) {}

  int run(ImportOptions options) throws IOException, BadInputException, Refused {
    String by = work.by(options.by());
    work.review();
    List<Taken> taken = new ArrayList<>();
    TerminalProgress progress = new TerminalProgress(work.err());
    String step = work.texts().text("folder.importing");
    String earlier = work.texts().text("folder.earlier");
    int total = options.files().size() * PER_MILLE;
    Integer maybe = null;
    SearchLibrary.silence();
    try (ReviewIntake intake =
        ReviewIntake.of(
            work.folder(), options.compares(), (done, all) -> progress.done(earlier, done, all))) {
      for (int i = 0; i < options.files().size(); i++) {
        progress.done(step, i * PER_MILLE, total);
        take(options.files().get(i), options, by, intake, taken);
      }
      progress.done(step, total, total);
      if (taken.stream().anyMatch(each -> each.result().isNew())) {
        if (!intake.index()) {
          work.err().println(work.texts().text("folder.not-indexed"));
          work.err().flush();
        }
        if (options.compares()) {
          maybe = intake.compare(work.comparing()).maybe();
        }
      }
    }
    answer(taken, maybe);
    return !opened ? ExitCode.USAGE : wrong ? ExitCode.FOUND : ExitCode.ANSWERED;
  }

  private void take(
      Path file, ImportOptions options, String by, ReviewIntake intake, List<Taken> taken) {
    try {
      ImportResult result = intake.add(file, options.kind(), options.name(), by, work.now());
      ReadResult read = result.read();
      if (read != null) {
        new ReadingSentences(work.texts()).say(file, read, work.err());
        wrong |= read.problemCount() > 0;
      }
      taken.add(new Taken(file, result));
    } catch (BadInputException failure) {
      Failures.badInput(failure, work.texts(), work.err());
      wrong = true;
    } catch (IOException failure) {
      int code = ExportFailures.said(failure, file, work.texts(), work.err());
      wrong |= code == ExitCode.FOUND;
      opened &= code != ExitCode.USAGE;
    }
  }

  private void answer(List<Taken> taken, @Nullable Integer maybe)
      throws IOException, BadInputException {
    Review review = work.review();
    Map<Integer, Integer> firsts = new HashMap<>();
    for (String first : review.works().keySet()) {
      RecordEntry record = review.records().get(first);
      if (record != null) {
        firsts.merge(record.importNumber(), 1, Integer::sum);
      }
    }
    try (Answer answer = work.answer(COLUMNS)) {
      for (Taken each : taken) {
        ImportEntry entry = each.result().entry();
        ReadResult read = each.result().read();
        int works = firsts.getOrDefault(entry.number(), 0);
        answer.row(
            each.file().toString(),
            each.result().isNew() ? "new" : "known",
            entry.number(),
            entry.version(),
            entry.source().code(),
            entry.name(),
            entry.records(),
            entry.again(),
            entry.before(),
            entry.added(),
            entry.added() - works,
            works,
            read == null ? null : read.problemCount());
      }
      answer.print(System.out);
    }
    for (Taken each : taken) {
      if (!each.result().isNew()) {
        ImportEntry entry = each.result().entry();
        work.say(
            work.texts()
                .text("folder.known", each.file(), entry.number(), entry.time(), entry.by()));
      }
    }
    if (maybe != null) {
      work.say(
          work.texts()
              .text("folder.compared", review.records().size(), review.works().size(), maybe));
    }
  }
}
