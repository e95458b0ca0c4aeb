package org.myocohort.app.review.extract;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.CommonOptions;
import org.myocohort.app.cli.Texts;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// What people read out of the reports of a review: begins an extractor's folder, checks one,
/// compares two, and writes what two agreed on.
@Command(name = "extract")
public final class ReviewExtractCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private final CommonOptions common = new CommonOptions();

  @Parameters(index = "0", paramLabel = "DIR", descriptionKey = "review-extract.dir")
  private Path directory = Path.of("");

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "REPORT",
      descriptionKey = "review-extract.report")
  private List<String> reports = List.of();

  /// One of four things to do.
  static final class Action {
    @Option(names = "--new", paramLabel = "NAME", descriptionKey = "review-extract.new")
    private @Nullable String begin;

    @Option(names = "--by", paramLabel = "NAME", descriptionKey = "review-extract.by")
    private @Nullable String by;

    @Option(
        names = "--compare",
        arity = "2",
        paramLabel = "NAME",
        descriptionKey = "review-extract.compare")
    private List<String> compare = List.of();

    @Option(
        names = "--agree",
        arity = "2",
        paramLabel = "NAME",
        descriptionKey = "review-extract.agree")
    private List<String> agree = List.of();
  }

  @ArgGroup(exclusive = true, multiplicity = "1")
  private final Action action = new Action();

  @Option(names = "--appraisal", descriptionKey = "review-extract.appraisal")
  private boolean appraisal;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIFFERENCES",
      descriptionKey = "review-extract.output")
  private @Nullable Path output;

  @Option(
      names = "--decided",
      paramLabel = "DIFFERENCES",
      descriptionKey = "review-extract.decided")
  private @Nullable Path decided;

  @Option(names = "--replace", descriptionKey = "review-extract.replace")
  private boolean replace;

  @Override
  public Integer call() {
    Texts texts = common.texts();
    var err = Objects.requireNonNull(spec).commandLine().getErr();
    ExtractTask task = new ExtractTask(directory, common, err);
    return FolderInput.run(
        directory,
        texts,
        err,
        () -> {
          String begin = action.begin;
          String by = action.by;
          Path decisions = decided;
          if (begin != null) {
            return task.begin(begin, reports);
          }
          if (!reports.isEmpty()) {
            return task.usage("review-extract.reports-of-nothing");
          }
          if (by != null) {
            return appraisal ? task.appraisal(by) : task.check(by);
          }
          if (!action.compare.isEmpty()) {
            return task.compare(action.compare.getFirst(), action.compare.getLast(), output);
          }
          return decisions == null
              ? task.usage("review-extract.decided-missing")
              : task.agree(action.agree.getFirst(), action.agree.getLast(), decisions, replace);
        });
  }
}
