package org.myocohort.app.review.folder;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.CommonOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Begins the next version of a review with new exports.
@Command(name = "update")
public final class ReviewUpdateCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private final CommonOptions common = new CommonOptions();
  @Mixin private final ImportOptions options = new ImportOptions();

  @Option(names = "--anyway", descriptionKey = "folder.anyway")
  private boolean anyway;

  @Override
  public Integer call() {
    return FolderWork.run(
        options.path(),
        common,
        Objects.requireNonNull(spec).commandLine().getErr(),
        work -> new UpdateTask(work).run(options, anyway));
  }
}
