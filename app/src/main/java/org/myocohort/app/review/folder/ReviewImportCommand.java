package org.myocohort.app.review.folder;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.CommonOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Takes exports into a review and compares all of its records.
@Command(name = "import")
public final class ReviewImportCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private final CommonOptions common = new CommonOptions();
  @Mixin private final ImportOptions options = new ImportOptions();

  @Override
  public Integer call() {
    return FolderWork.run(
        options.path(),
        common,
        Objects.requireNonNull(spec).commandLine().getErr(),
        work -> new ImportTask(work).run(options));
  }
}
