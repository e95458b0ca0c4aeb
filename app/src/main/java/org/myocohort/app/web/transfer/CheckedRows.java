package org.myocohort.app.web.transfer;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.transfer.TransferTexts;
import org.myocohort.registry.importing.Fate;
import org.myocohort.registry.importing.ImportReport;
import org.myocohort.registry.importing.RowFate;
import org.springframework.ui.Model;

/// The rows of a file with what becomes of them, as a page and as a file.
final class CheckedRows {
  private CheckedRows() {}

  /// A row of the page.
  ///
  /// @param cells what may be decided: names of cells, with the sentence on each
  record Shown(
      String file,
      int line,
      String patient,
      String table,
      String fate,
      List<String> what,
      Map<String, String> cells) {}

  static void show(ImportReport report, String fate, Texts texts, Model model) {
    List<Shown> rows = new ArrayList<>();
    String chosen = fate.isEmpty() ? worst(report).code() : fate;
    for (RowFate row : report.rows()) {
      if (row.fate().code().equals(chosen)) {
        rows.add(shown(row, texts));
      }
    }
    model.addAttribute("report", report);
    model.addAttribute("fates", Fate.values());
    model.addAttribute("chosen", chosen);
    model.addAttribute("rows", rows);
    model.addAttribute(
        "notices",
        report.notices().stream().map(each -> TransferTexts.sentence(each, texts)).toList());
  }

  private static Fate worst(ImportReport report) {
    for (Fate fate :
        List.of(Fate.REFUSED, Fate.PATIENT_MISSING, Fate.DECISION, Fate.CHANGED, Fate.NEW)) {
      if (report.count(fate) > 0) {
        return fate;
      }
    }
    return Fate.UNCHANGED;
  }

  private static Shown shown(RowFate row, Texts texts) {
    List<String> what = new ArrayList<>();
    row.problems().forEach(problem -> what.add(TransferTexts.sentence(problem, texts)));
    Map<String, String> cells = new TreeMap<>();
    for (RowFate.CellChange change : row.changes()) {
      String sentence = TransferTexts.sentence(change, texts);
      if (change.byHand()) {
        cells.put(row.table() + "/" + row.id() + "/" + change.column(), sentence);
      } else {
        what.add(sentence);
      }
    }
    return new Shown(
        row.file(), row.line(), row.patient(), row.table(), row.fate().code(), what, cells);
  }

  static void printHeader(PrintWriter out) {
    out.print("file,line,patient,table,id,fate,what\n");
  }

  static void print(PrintWriter out, RowFate row, Texts texts) {
    List<String> what = new ArrayList<>();
    row.problems().forEach(problem -> what.add(TransferTexts.sentence(problem, texts)));
    row.changes().forEach(change -> what.add(TransferTexts.sentence(change, texts)));
    List<String> cells =
        List.of(
            row.file(),
            Integer.toString(row.line()),
            row.patient(),
            row.table(),
            row.id(),
            row.fate().code(),
            String.join("; ", what));
    StringBuilder line = new StringBuilder();
    for (String cell : cells) {
      line.append(line.isEmpty() ? "" : ",").append(Answer.csvCell(cell, false));
    }
    out.print(line.append('\n'));
  }
}
