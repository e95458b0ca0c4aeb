package org.myocohort.app.simulation;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `simulate -o DIR --patients 200 --seed 7`: writes an invented centre's study folder.
@Command(
    name = "simulate",
    description = "Write the study folder of an invented centre, to try the software on.",
    footer = {
      "",
      "Example:",
      "  myocohort simulate -o synthetic --patients 200 --seed 7",
      "",
      "The same number and seed give the same bytes. An earlier simulation is replaced; a folder"
          + " with anything else in it is left alone."
    })
public final class SimulateCommand implements Callable<Integer> {
  @Spec @Nullable CommandSpec spec;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "DIR",
      description = "folder to write; made if it is not there")
  Path output = Path.of("");

  @Option(
      names = "--patients",
      paramLabel = "N",
      defaultValue = "60",
      description = "how many patients, 1 to 100000 (default: ${DEFAULT-VALUE})")
  int patients;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "7",
      description = "where the random numbers start (default: ${DEFAULT-VALUE})")
  long seed;

  @Override
  public Integer call() {
    if (!(patients >= 1 && patients <= Simulation.MOST_PATIENTS)) {
      throw new ParameterException(
          commandLine(),
          "--patients must be in [1, " + Simulation.MOST_PATIENTS + "] but was " + patients);
    }
    try {
      FolderSwap swap = FolderSwap.into(output);
      Optional<String> objection = swap.objection();
      if (objection.isPresent()) {
        return fail(output + " " + objection.get() + ": choose another folder for -o");
      }
      Simulation.Summary summary = swap.replace(folder -> Simulation.write(folder, patients, seed));
      PrintWriter out = commandLine().getOut();
      out.println(
          "wrote " + patients + " synthetic patients (seed " + seed + ") to " + output + ":");
      summary.rows().forEach((table, rows) -> out.println("  " + table + ".csv  " + rows));
      out.flush();
      return ExitCode.ANSWERED;
    } catch (IOException failure) {
      return fail("cannot write " + output + ": " + failure.getMessage());
    }
  }

  private CommandLine commandLine() {
    return Objects.requireNonNull(spec).commandLine();
  }

  private int fail(String message) {
    PrintWriter err = commandLine().getErr();
    err.println("myocohort simulate: " + message);
    err.flush();
    return ExitCode.USAGE;
  }
}
