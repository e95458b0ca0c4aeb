package org.myocohort.app.review;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.CommonOptions;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.review.folder.FolderDedupe;
import org.myocohort.app.review.folder.FolderDedupe.Decisions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Which records of some files, or of a review, describe the same work. Nothing is removed.
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

  @Option(names = "--merge", paramLabel = "A,B", descriptionKey = "dedupe.merge")
  private List<String> merge = List.of();

  @Option(names = "--apart", paramLabel = "A,B", descriptionKey = "dedupe.apart")
  private List<String> apart = List.of();

  @Option(names = "--undo", paramLabel = "A,B", descriptionKey = "dedupe.undo")
  private List<String> undo = List.of();

  @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "folder.reason")
  private String reason = "";

  @Option(names = "--by", paramLabel = "PERSON", descriptionKey = "folder.by")
  private @Nullable String by;

  @Override
  public Integer call() {
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    Decisions decisions = new Decisions(merge, apart, undo, reason, by);
    if (files.size() == 1 && FolderDedupe.isFor(files.getFirst())) {
      return FolderDedupe.run(files.getFirst(), output, pairs, decisions, common, err);
    }
    if (!decisions.isEmpty()) {
      err.println(common.texts().text("dedupe.folder-only"));
      err.flush();
      return ExitCode.USAGE;
    }
    return new DedupeTask(common, err).run(files, output, pairs);
  }
}
