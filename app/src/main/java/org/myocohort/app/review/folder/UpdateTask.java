package org.myocohort.app.review.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.Failures;
import org.myocohort.evidence.review.Review;
import org.myocohort.evidence.review.ReviewEvent;
import org.myocohort.evidence.review.ReviewFlow;
import org.myocohort.exchange.csv.BadInputException;

/// Begins the next version where the present one is done, and takes exports into it.
final class UpdateTask {
  private final FolderWork work;

  UpdateTask(FolderWork work) {
    this.work = work;
  }

  int run(ImportOptions options, boolean anyway) throws IOException, BadInputException, Refused {
    String by = work.by(options.by());
    Review review = work.review();
    boolean bringsAny = false;
    for (Path file : options.files()) {
      try {
        bringsAny |= work.folder().importOf(file).isEmpty();
      } catch (IOException failure) {
        return Failures.cannotOpen(failure, file.toString(), work.texts(), work.err());
      }
    }
    // A version that was begun and has no import yet goes on: its exports could not be read.
    boolean presentHasImports =
        review.imports().stream().anyMatch(entry -> entry.version() == review.version());
    if (bringsAny && presentHasImports) {
      List<ReviewFlow.ToDo> open = work.flow(review).open();
      if (!open.isEmpty() && !anyway) {
        throw work.notNow(
            "folder.open", review.version(), String.join("\n", ToDoLines.of(open, work.texts())));
      }
      work.folder().add(new ReviewEvent.Updated(by, work.now(), review.version() + 1));
    }
    int code = new ImportTask(work).run(options);
    Review updated = work.review();
    long isNew =
        updated.works().keySet().stream()
            .filter(each -> updated.versionOf(each) == updated.version())
            .count();
    if (code != ExitCode.USAGE) {
      work.say(
          work.texts()
              .text("folder.updated", updated.version(), isNew, updated.works().size() - isNew));
    }
    return code;
  }
}
