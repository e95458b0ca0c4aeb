package org.myocohort.app.trials;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.cli.Answer.Column;
import org.myocohort.app.cli.CommonOptions;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.Failures;
import org.myocohort.app.cli.Texts;
import org.myocohort.care.trial.store.TrialDifference;
import org.myocohort.care.trial.store.TrialFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// What changed between two snapshots.
@Command(name = "diff")
public final class TrialsDiffCommand implements Callable<Integer> {
  private static final List<Column> COLUMNS =
      List.of(
          Column.of("trial"),
          Column.of("what"),
          Column.of("before"),
          Column.of("after"),
          Column.of("from"),
          Column.of("to"),
          Column.detail("title"),
          Column.detail("kind"));

  @Spec private @Nullable CommandSpec spec;
  @Mixin private final CommonOptions common = new CommonOptions();
  @Mixin private final TrialsFolderOption folder = new TrialsFolderOption();

  @Option(names = "--from", paramLabel = "YYYY-MM-DD", descriptionKey = "trials.diff.from")
  private @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "YYYY-MM-DD", descriptionKey = "trials.diff.to")
  private @Nullable LocalDate to;

  @Override
  public Integer call() {
    Texts texts = common.texts();
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    TrialFolder trials = new TrialFolder(folder.folder());
    try {
      if (!trials.isThere()) {
        err.println(texts.text("trials.none", folder.folder()));
        err.flush();
        return ExitCode.USAGE;
      }
      List<TrialDifference> differences = TrialDifference.between(trials, from, to);
      try (Answer answer = new Answer(COLUMNS, common.format(), texts)) {
        for (TrialDifference each : differences) {
          answer.row(
              each.id(),
              each.what().code(),
              each.before(),
              each.after(),
              each.from().toString(),
              each.to().toString(),
              each.title(),
              each.kind());
        }
        answer.print(System.out);
      }
      if (differences.isEmpty()) {
        err.println(texts.text("trials.diff.nothing", trials.snapshots().size()));
        err.flush();
      }
      return ExitCode.ANSWERED;
    } catch (IOException failure) {
      return Failures.cannotOpen(failure, folder.folder().toString(), texts, err);
    }
  }
}
