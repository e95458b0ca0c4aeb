package org.myocohort.app.review;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.Version;
import org.myocohort.app.review.extract.ReviewCheckCommand;
import org.myocohort.app.review.extract.ReviewExtractCommand;
import org.myocohort.app.review.flow.ReviewFlowCommand;
import org.myocohort.app.review.folder.ReviewImportCommand;
import org.myocohort.app.review.folder.ReviewLinkCommand;
import org.myocohort.app.review.folder.ReviewNewCommand;
import org.myocohort.app.review.folder.ReviewScreenCommand;
import org.myocohort.app.review.folder.ReviewUpdateCommand;
import org.myocohort.app.review.pool.ReviewPoolCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// A systematic review; the work is in the commands below it.
@Command(
    name = "review",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      ReviewNewCommand.class,
      ReviewSearchCommand.class,
      ReviewImportCommand.class,
      ReviewScreenCommand.class,
      ReviewLinkCommand.class,
      ReviewUpdateCommand.class,
      ReviewRecordsCommand.class,
      ReviewDedupeCommand.class,
      ReviewRankCommand.class,
      ReviewFlowCommand.class,
      ReviewExtractCommand.class,
      ReviewCheckCommand.class,
      ReviewPoolCommand.class
    })
public final class ReviewCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    line.usage(line.getErr());
    return ExitCode.USAGE;
  }
}
