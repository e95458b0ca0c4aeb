package org.myocohort.app.simulation;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.cli.Answer.Column;
import org.myocohort.app.cli.CommonOptions;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.exchange.csv.AtomicFolder;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `simulate -o DIR --patients 200 --seed 7`: writes an invented centre's study folder.
@Command(name = "simulate")
public final class SimulateCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private final CommonOptions common = new CommonOptions();

  @Option(
      names = {"-o", "--out"},
      required = true,
      paramLabel = "DIR",
      descriptionKey = "simulate.out")
  private Path output = Path.of("");

  /// What is made up.
  enum Design {
    centre,
    laboratory
  }

  @Option(
      names = "--design",
      paramLabel = "DESIGN",
      defaultValue = "centre",
      descriptionKey = "simulate.design")
  private Design design = Design.centre;

  @Option(
      names = "--patients",
      paramLabel = "N",
      defaultValue = "60",
      descriptionKey = "simulate.patients")
  private int patients;

  @Option(names = "--seed", paramLabel = "N", defaultValue = "7", descriptionKey = "simulate.seed")
  private long seed;

  @Override
  public Integer call() {
    if (!(patients >= 1 && patients <= Simulation.MOST_PATIENTS)) {
      throw new ParameterException(
          commandLine(),
          "--patients must be in [1, " + Simulation.MOST_PATIENTS + "] but was " + patients);
    }
    try {
      Optional<String> objection = SimulatedFolder.objection(output, files());
      if (objection.isPresent()) {
        return fail(common.texts().text("simulate.refused", output, objection.get()));
      }
      Simulation.Summary summary;
      try (AtomicFolder made = AtomicFolder.at(output)) {
        summary =
            switch (design) {
              case centre -> Simulation.write(made.draft(), patients, seed);
              case laboratory -> LaboratoryStudy.write(made.draft(), seed);
            };
        made.finish();
      }
      try (Answer answer =
          new Answer(
              List.of(Column.of("table"), Column.of("rows")), common.format(), common.texts())) {
        summary.rows().forEach((table, rows) -> answer.row(output.resolve(table + ".csv"), rows));
        answer.print(System.out);
      }
      return ExitCode.ANSWERED;
    } catch (IOException failure) {
      return fail(
          common
              .texts()
              .text("simulate.cannot-write", output, String.valueOf(failure.getMessage())));
    }
  }

  private List<String> files() {
    return switch (design) {
      case centre -> Simulation.files();
      case laboratory -> LaboratoryStudy.files();
    };
  }

  private CommandLine commandLine() {
    return Objects.requireNonNull(spec).commandLine();
  }

  private int fail(String message) {
    PrintWriter err = commandLine().getErr();
    err.println(message);
    err.flush();
    return ExitCode.USAGE;
  }
}
