package org.myocohort.app.trials;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.CommonOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Brings files of trials into the folder.
@Command(name = "import")
public final class TrialsImportCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private final CommonOptions common = new CommonOptions();
  @Mixin private final TrialsFolderOption folder = new TrialsFolderOption();

  @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "trials.import.file")
  private List<Path> files = List.of();

  @Option(names = "--date", paramLabel = "YYYY-MM-DD", descriptionKey = "trials.import.date")
  private @Nullable LocalDate date;

  @Override
  public Integer call() {
    return new ImportTask(
            folder.folder(), date, common, Objects.requireNonNull(spec).commandLine().getErr())
        .run(files);
  }
}
