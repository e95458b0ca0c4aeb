package org.myocohort.app.review.folder;

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

/// Which reports belong to one study, and which share patients.
@Command(name = "link")
public final class ReviewLinkCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private final CommonOptions common = new CommonOptions();

  @Parameters(index = "0", paramLabel = "DIR", descriptionKey = "folder.folder")
  private Path path = Path.of("");

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "RECORDS",
      descriptionKey = "review-link.records")
  private List<String> records = List.of();

  @Option(names = "--study", paramLabel = "NAME", descriptionKey = "review-link.study")
  private @Nullable String study;

  @Option(names = "--alone", descriptionKey = "review-link.alone")
  private boolean alone;

  @Option(names = "--overlap", paramLabel = "X,Y", descriptionKey = "review-link.overlap")
  private List<String> overlaps = List.of();

  @Option(names = "--distinct", paramLabel = "X,Y", descriptionKey = "review-link.distinct")
  private List<String> distinct = List.of();

  @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "folder.reason")
  private String reason = "";

  @Option(names = "--by", paramLabel = "PERSON", descriptionKey = "folder.by")
  private @Nullable String by;

  @Override
  public Integer call() {
    return FolderWork.run(
        path,
        common,
        Objects.requireNonNull(spec).commandLine().getErr(),
        work ->
            new LinkTask(work, reason).run(records, alone ? "" : study, overlaps, distinct, by));
  }
}
