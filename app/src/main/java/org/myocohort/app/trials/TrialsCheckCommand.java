package org.myocohort.app.trials;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.CommonOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Checks files of rules.
@Command(name = "check")
public final class TrialsCheckCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private final CommonOptions common = new CommonOptions();
  @Mixin private final TrialsFolderOption folder = new TrialsFolderOption();

  @Parameters(arity = "1..*", paramLabel = "RULES.yaml", descriptionKey = "trials.check.files")
  private List<Path> files = List.of();

  @Override
  public Integer call() {
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    return new RuleCheckTask(common, err, folder.folder()).run(files);
  }
}
