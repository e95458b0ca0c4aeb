package org.myocohort.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.study.NotAStudyException;

/// Runs a command that reads a study, and turns what can go wrong with files into one sentence and
/// an exit code.
public final class StudyInput {
  private StudyInput() {}

  /// What a command does with its input.
  @FunctionalInterface
  public interface Body {
    int run() throws IOException, BadInputException;
  }

  /// Runs it.
  ///
  /// @param source the file or folder as the user named it
  public static int run(Path source, Texts texts, PrintWriter err, Body body) {
    try {
      return body.run();
    } catch (BadInputException failure) {
      return Failures.badInput(failure, texts, err);
    } catch (NotAStudyException failure) {
      err.println(texts.text("failure.not-a-study", source));
      err.flush();
      return ExitCode.USAGE;
    } catch (NotWrittenException failure) {
      return Failures.notWritten(failure, texts, err);
    } catch (IOException failure) {
      return Failures.cannotOpen(failure, source.toString(), texts, err);
    }
  }
}
