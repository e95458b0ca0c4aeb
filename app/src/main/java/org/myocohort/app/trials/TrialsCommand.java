package org.myocohort.app.trials;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Trials of a registry and whom they may fit; the work is in the commands below it.
@Command(
    name = "trials",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      TrialsImportCommand.class,
      TrialsSearchCommand.class,
      TrialsDiffCommand.class,
      TrialsMatchCommand.class,
      TrialsCheckCommand.class
    })
public final class TrialsCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    line.usage(line.getErr());
    return ExitCode.USAGE;
  }
}
