package org.myocohort.app.review.extract;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.check.DocumentAnswer;
import org.myocohort.app.cli.CommonOptions;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.Texts;
import org.myocohort.evidence.extraction.ExtractionDesk;
import org.myocohort.exchange.csv.BadInputException;

/// Does what `review check` was asked.
final class ReviewCheckTask {
  private final Path extraction;
  private final CommonOptions common;
  private final Texts texts;
  private final PrintWriter err;

  ReviewCheckTask(Path directory, CommonOptions common, PrintWriter err) {
    this.extraction = directory.resolve(ExtractionDesk.FOLDER);
    this.common = common;
    this.texts = common.texts();
    this.err = err;
  }

  /// @param by whose extraction; null for the agreed one, or all
  int run(@Nullable String by, boolean ledger) throws IOException, BadInputException {
    if (!Files.isDirectory(extraction)) {
      throw new NoSuchFileException(extraction.toString());
    }
    List<String> names = by == null ? ReviewChecks.extractions(extraction) : List.of(by);
    ReviewChecks checks = ReviewChecks.of(extraction, extraction.toString(), names, texts);
    if (!checks.notText().isEmpty()) {
      err.println(texts.text("check.not-text", checks.notText()));
      err.flush();
      return ExitCode.FOUND;
    }
    return new DocumentAnswer(common.format(), texts, err)
        .answer(checks.documents(), checks.cells(), ledger);
  }
}
