package org.myocohort.app.review.record;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.Failures;
import org.myocohort.app.cli.Texts;
import org.myocohort.evidence.format.NoRecordsException;

/// Says why no records came out of an export.
public final class ExportFailures {
  private ExportFailures() {}

  /// Names the file with the reason, and gives the exit code: a file that was opened and holds no
  /// record is wrong in its content.
  public static int said(IOException failure, Path file, Texts texts, PrintWriter err) {
    if (!(failure instanceof NoRecordsException nothing)) {
      return Failures.cannotOpen(failure, file.toString(), texts, err);
    }
    err.println(
        texts.text(
            "review.none." + Texts.code(nothing.reason()), file.toString(), nothing.found()));
    err.flush();
    return ExitCode.FOUND;
  }
}
