package org.myocohort.app.review.extract;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.CommonOptions;
import org.myocohort.app.cli.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Whether what the reports of a review print fits together, and what was extracted with it.
///
/// Exits with 1 where there is an error or a warning; notes do not count.
@Command(name = "check")
public final class ReviewCheckCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private final CommonOptions common = new CommonOptions();

  @Parameters(index = "0", paramLabel = "DIR", descriptionKey = "review-check.dir")
  private Path directory = Path.of("");

  @Option(names = "--by", paramLabel = "NAME", descriptionKey = "review-check.by")
  private @Nullable String by;

  @Option(names = "--ledger", descriptionKey = "check.ledger")
  private boolean ledger;

  @Override
  public Integer call() {
    Texts texts = common.texts();
    var err = Objects.requireNonNull(spec).commandLine().getErr();
    return FolderInput.run(
        directory, texts, err, () -> new ReviewCheckTask(directory, common, err).run(by, ledger));
  }
}
