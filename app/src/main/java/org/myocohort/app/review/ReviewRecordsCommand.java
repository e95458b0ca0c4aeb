package org.myocohort.app.review;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.CommonOptions;
import org.myocohort.evidence.format.RecordWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// What files of records hold, and all of them in one file of another format.
@Command(name = "records")
public final class ReviewRecordsCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private final CommonOptions common = new CommonOptions();

  @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "review.records.file")
  private List<Path> files = List.of();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      descriptionKey = "review.records.output")
  private @Nullable Path output;

  @Option(names = "--as", paramLabel = "FORMAT", descriptionKey = "review.records.as")
  private RecordWriter.@Nullable Format as;

  @Override
  public Integer call() {
    return new RecordsTask(common, Objects.requireNonNull(spec).commandLine().getErr())
        .run(files, output, as);
  }
}
