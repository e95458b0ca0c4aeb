package org.myocohort.app.review;

import java.nio.file.Path;
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

/// Which records of some files describe the same work. Nothing is removed.
@Command(name = "dedupe")
public final class ReviewDedupeCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private final CommonOptions common = new CommonOptions();

  @Parameters(arity = "1..*", paramLabel = "RECORDS", descriptionKey = "dedupe.records")
  private List<Path> files = List.of();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "CLUSTERS",
      descriptionKey = "dedupe.output")
  private @Nullable Path output;

  @Option(names = "--pairs", paramLabel = "PAIRS", descriptionKey = "dedupe.pairs")
  private @Nullable Path pairs;

  @Override
  public Integer call() {
    return new DedupeTask(common, Objects.requireNonNull(spec).commandLine().getErr())
        .run(files, output, pairs);
  }
}
