package org.myocohort.app.transfer;

import org.myocohort.app.cli.Texts;
import org.myocohort.exchange.csv.Problem;
import org.myocohort.exchange.source.Notice;
import org.myocohort.registry.importing.RowFate;

/// Sentences about what an import would do.
public final class TransferTexts {
  private TransferTexts() {}

  /// What a user should know of a file.
  public static String sentence(Notice notice, Texts texts) {
    return notice.where() + ": " + texts.text("import.notice." + notice.code(), notice.values());
  }

  /// What is wrong with a row, without its place.
  public static String sentence(Problem problem, Texts texts) {
    String found =
        problem.found().isEmpty() ? "" : texts.text("problem.found", problem.found()) + ", ";
    String column =
        problem.column().isEmpty() ? "" : texts.text("problem.column", problem.column()) + ": ";
    return column + found + texts.text("problem." + problem.code(), problem.values());
  }

  /// What would become of a cell.
  public static String sentence(RowFate.CellChange change, Texts texts) {
    String code =
        change.kept()
            ? "import.change.kept"
            : change.byHand() ? "import.change.by-hand" : "import.change";
    return texts.text(code, change.column(), shown(change.from()), shown(change.to()));
  }

  private static String shown(String text) {
    return text.isEmpty() ? "∅" : text;
  }
}
