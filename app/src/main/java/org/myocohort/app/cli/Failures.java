package org.myocohort.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.Problem;
import org.myocohort.exchange.csv.Problems;

/// Says on standard error what went wrong, and gives the exit code for it.
public final class Failures {
  private Failures() {}

  /// Names every problem of a file: file, line, column, what was found, what was expected.
  public static int badInput(BadInputException failure, Texts texts, PrintWriter err) {
    for (Problem problem : failure.problems()) {
      err.println(sentence(problem, texts));
    }
    if (failure.count() > Problems.KEPT) {
      err.println(texts.text("problem.more", failure.count() - Problems.KEPT));
    }
    err.flush();
    return ExitCode.FOUND;
  }

  static String sentence(Problem problem, Texts texts) {
    StringBuilder sentence = new StringBuilder(problem.file());
    if (problem.line() > 0) {
      sentence.append(", ").append(texts.text("problem.line", problem.line()));
    }
    if (!problem.column().isEmpty()) {
      sentence.append(", ").append(texts.text("problem.column", problem.column()));
    }
    sentence.append(": ");
    if (!problem.found().isEmpty()) {
      sentence.append(texts.text("problem.found", problem.found())).append(", ");
    }
    return sentence.append(texts.text("problem." + problem.code(), problem.values())).toString();
  }

  /// Says why results were not written.
  public static int notWritten(NotWrittenException failure, Texts texts, PrintWriter err) {
    err.println(failure.sentence(texts));
    err.flush();
    return ExitCode.USAGE;
  }

  /// Names a file that cannot be opened.
  public static int cannotOpen(IOException failure, String file, Texts texts, PrintWriter err) {
    err.println(cannotOpen(failure, file, texts));
    err.flush();
    return ExitCode.USAGE;
  }

  /// The sentence about a file that cannot be opened.
  public static String cannotOpen(IOException failure, String file, Texts texts) {
    return texts.text("failure.cannot-open", file, reason(failure, texts));
  }

  /// Why something cannot be opened or written.
  static String reason(IOException failure, Texts texts) {
    return switch (failure) {
      case NoSuchFileException _ -> texts.text("failure.no-such-file");
      case NotDirectoryException _ -> texts.text("failure.not-a-folder");
      case AccessDeniedException _ -> texts.text("failure.access-denied");
      case FileAlreadyExistsException file -> texts.text("failure.is-a-file", file.getFile());
      case FileSystemException system when system.getReason() != null -> system.getReason();
      default -> String.valueOf(failure.getMessage());
    };
  }
}
