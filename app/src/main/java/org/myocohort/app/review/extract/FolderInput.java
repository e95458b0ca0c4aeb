package org.myocohort.app.review.extract;

import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.myocohort.app.cli.Failures;
import org.myocohort.app.cli.StudyInput;
import org.myocohort.app.cli.Texts;

/// Runs a command that reads several files of a folder; the one that cannot be opened is named.
final class FolderInput {
  private FolderInput() {}

  static int run(Path folder, Texts texts, PrintWriter err, StudyInput.Body body) {
    return StudyInput.run(
        folder,
        texts,
        err,
        () -> {
          try {
            return body.run();
          } catch (FileSystemException failure) {
            String file = failure.getFile();
            return Failures.cannotOpen(failure, file == null ? folder + "" : file, texts, err);
          }
        });
  }
}
