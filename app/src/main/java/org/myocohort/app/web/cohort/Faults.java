package org.myocohort.app.web.cohort;

import java.util.List;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.transfer.TransferTexts;
import org.myocohort.exchange.csv.Problem;

/// What is wrong with a definition, in words.
final class Faults {
  private Faults() {}

  /// A fault of a text.
  ///
  /// @param line from 1, 0 where the text as a whole is meant
  /// @param where file and line, in words
  /// @param quoted the line as it stands, empty where there is none
  /// @param sentence what is wrong with it
  public record Fault(int line, String where, String quoted, String sentence) {}

  /// Every fault of a text that somebody writes.
  ///
  /// @param file as it was named to its reader
  static List<Fault> of(List<Problem> problems, String file, String text, Texts texts) {
    List<String> lines = text.lines().toList();
    return problems.stream()
        .map(problem -> {
          boolean own = problem.file().equals(file);
          int line = own ? problem.line() : 0;
          String place = problem.line() > 0 ? texts.text("problem.line", problem.line()) : "";
          return new Fault(
              line,
              own ? place : problem.file() + (place.isEmpty() ? "" : ", " + place),
              line > 0 && line <= lines.size() ? lines.get(line - 1).strip() : "",
              TransferTexts.sentence(problem, texts));
        })
        .toList();
  }

  /// What is wrong with the value of a field, without its name.
  static String sentence(Problem problem, Texts texts) {
    String found =
        problem.found().isEmpty() ? "" : texts.text("problem.found", problem.found()) + ", ";
    return found + texts.text("problem." + problem.code(), problem.values());
  }
}
