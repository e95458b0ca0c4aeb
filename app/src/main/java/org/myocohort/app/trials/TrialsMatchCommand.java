package org.myocohort.app.trials;

import java.util.concurrent.Callable;
import org.myocohort.app.cli.ExitCode;
import picocli.CommandLine.Command;

/// Puts patients against trials.
@Command(name = "match")
public final class TrialsMatchCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    return ExitCode.USAGE;
  }
}
