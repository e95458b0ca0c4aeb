package org.myocohort.app.trials;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.cli.Answer.Column;
import org.myocohort.app.cli.CommonOptions;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.Failures;
import org.myocohort.app.cli.TerminalProgress;
import org.myocohort.app.cli.Texts;
import org.myocohort.care.trial.registry.RecordProblem;
import org.myocohort.care.trial.registry.SnapshotDay;
import org.myocohort.care.trial.store.TrialFolder;
import org.myocohort.care.trial.store.TrialImport;

/// Imports file after file; a file that cannot be opened ends it.
final class ImportTask {
  private static final List<Column> COLUMNS =
      List.of(
          Column.of("file"),
          Column.of("records"),
          Column.of("added"),
          Column.of("changed"),
          Column.of("unchanged"),
          Column.of("refused"),
          Column.detail("resumed_after"),
          Column.detail("folder"));
  private static final int KILOBYTE = 1024;

  private final TrialFolder folder;
  private final @Nullable LocalDate date;
  private final CommonOptions common;
  private final Texts texts;
  private final PrintWriter err;

  ImportTask(Path folder, @Nullable LocalDate date, CommonOptions common, PrintWriter err) {
    this.folder = new TrialFolder(folder);
    this.date = date;
    this.common = common;
    this.texts = common.texts();
    this.err = err;
  }

  int run(List<Path> files) {
    boolean refused = false;
    try (Answer answer = new Answer(COLUMNS, common.format(), texts)) {
      for (Path file : files) {
        TrialImport.Outcome outcome;
        try {
          outcome = importFile(file);
        } catch (TrialImport.FolderBusyException busy) {
          err.println(texts.text("trials.busy", folder.path()));
          err.flush();
          return ExitCode.USAGE;
        } catch (IOException failure) {
          return Failures.cannotOpen(failure, file.toString(), texts, err);
        }
        refused |= outcome.refused() > 0;
        answer.row(
            file,
            outcome.records(),
            outcome.added(),
            outcome.changed(),
            outcome.same(),
            outcome.refused(),
            outcome.resumed(),
            folder.path());
      }
      answer.print(System.out);
    } catch (IOException failure) {
      return Failures.cannotOpen(failure, "-", texts, err);
    }
    return refused ? ExitCode.FOUND : ExitCode.ANSWERED;
  }

  private TrialImport.Outcome importFile(Path file) throws IOException {
    SnapshotDay day = SnapshotDay.of(date, file, LocalDate.now(ZoneId.systemDefault()));
    int total = (int) Math.max(1, Files.size(file) / KILOBYTE);
    TerminalProgress progress = new TerminalProgress(err);
    LongConsumer bytes =
        done -> progress.done(file + " (kB)", (int) Math.min(total, done / KILOBYTE), total);
    TrialImport.Outcome outcome = TrialImport.run(folder, file, file.toString(), day, bytes);
    progress.done(file + " (kB)", total, total);
    if (outcome.resumed() > 0) {
      err.println(texts.text("trials.resumed", file, outcome.resumed()));
    }
    for (RecordProblem problem : outcome.problems()) {
      err.println(TrialTexts.sentence(problem, texts));
    }
    if (outcome.problemCount() > outcome.problems().size()) {
      err.println(texts.text("problem.more", outcome.problemCount() - outcome.problems().size()));
    }
    err.flush();
    return outcome;
  }
}
