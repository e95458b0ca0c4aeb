package org.myocohort.app.trials;

import java.util.concurrent.Callable;
import org.myocohort.app.cli.ExitCode;
import picocli.CommandLine.Command;

/// Checks files of rules.
@Command(name = "check")
public final class TrialsCheckCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    return ExitCode.USAGE;
  }
}
