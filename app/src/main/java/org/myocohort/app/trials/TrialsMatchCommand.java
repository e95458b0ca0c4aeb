package org.myocohort.app.trials;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.CommonOptions;
import org.myocohort.app.cli.StudyInput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Puts patients against trials.
@Command(name = "match")
public final class TrialsMatchCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private final CommonOptions common = new CommonOptions();
  @Mixin private final TrialsFolderOption folder = new TrialsFolderOption();

  @Parameters(index = "0", paramLabel = "STUDY", descriptionKey = "trials.match.study")
  private Path study = Path.of("");

  @Option(names = "--patient", paramLabel = "ID", descriptionKey = "trials.match.patient")
  private String patient = "";

  @Option(names = "--on", paramLabel = "YYYY-MM-DD", descriptionKey = "trials.match.on")
  private @Nullable LocalDate on;

  @Option(
      names = "--trial",
      paramLabel = "NUMBER",
      split = ",",
      descriptionKey = "trials.match.trial")
  private List<String> trials = List.of();

  @Option(names = "--rules", paramLabel = "FOLDER", descriptionKey = "trials.match.rules")
  private @Nullable Path rules;

  @Override
  public Integer call() {
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    LocalDate day = on == null ? LocalDate.now(ZoneId.systemDefault()) : on;
    MatchTask task = new MatchTask(common, err, folder.folder(), rules, trials, patient, day);
    return StudyInput.run(study, common.texts(), err, () -> task.run(study));
  }
}
