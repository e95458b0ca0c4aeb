package org.myocohort.app.check;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.cli.Answer.Column;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.Failures;
import org.myocohort.app.cli.Format;
import org.myocohort.app.cli.Texts;
import org.myocohort.evidence.printed.DocumentCheck;
import org.myocohort.evidence.printed.DocumentFinding;
import org.myocohort.evidence.printed.LedgerEntry;
import org.myocohort.evidence.printed.PrintedPlace;
import org.myocohort.evidence.printed.PrintedText;
import org.myocohort.plausibility.Finding.Level;
import org.myocohort.statistics.reported.ReportedFinding;

/// The check of texts: findings under the line that prints their numbers, or the ledger of sizes;
/// and beside them what was found in cells of tables.
public final class DocumentAnswer {
  private static final List<Column> FINDINGS =
      List.of(
          Column.of("id"),
          Column.of("check"),
          Column.of("level"),
          Column.of("message"),
          Column.detail("document"),
          Column.detail("line"),
          Column.detail("column"),
          Column.detail("offset"),
          Column.detail("quote"),
          Column.detail("cell"),
          Column.detail("patient"),
          Column.detail("compared"),
          Column.detail("values"),
          Column.detail("assumptions"));

  private static final List<Column> LEDGER =
      List.of(
          Column.of("document"),
          Column.of("line"),
          Column.of("count"),
          Column.of("n"),
          Column.of("sentence"));

  /// How much of a long line is shown before its numbers, and in all.
  private static final int BEFORE = 60;

  private static final int SHOWN = 110;

  private final Format format;
  private final Texts texts;
  private final PrintWriter err;
  private final Sentences sentences;

  /// A finding about a cell of a table.
  ///
  /// @param document the table's file
  public record CellFinding(String document, CheckFinding finding) {}

  /// A finding about printed numbers.
  ///
  /// @param message what was printed, what was recomputed, what was assumed
  public record ShownFinding(
      Level level, String check, String message, PrintedPlace place, List<PrintedPlace> others) {
    public ShownFinding {
      others = List.copyOf(others);
    }
  }

  public DocumentAnswer(Format format, Texts texts, PrintWriter err) {
    this.format = format;
    this.texts = texts;
    this.err = err;
    this.sentences = new Sentences(texts);
  }

  int answer(List<Path> files, boolean ledger) {
    List<PrintedText> documents = new ArrayList<>();
    for (Path file : files.stream().distinct().toList()) {
      try {
        PrintedText document = PrintedText.read(file, file.toString());
        if (!document.isText()) {
          err.println(texts.text("check.not-text", file));
          err.flush();
          return ExitCode.FOUND;
        }
        documents.add(document);
      } catch (IOException failure) {
        return Failures.cannotOpen(failure, file.toString(), texts, err);
      }
    }
    return answer(documents, List.of(), ledger);
  }

  /// Checks texts, and prints what is found with what was found in cells.
  ///
  /// @param ledger whether to print every size of the texts instead
  /// @return the exit code
  public int answer(List<PrintedText> documents, List<CellFinding> cells, boolean ledger) {
    DocumentCheck check = DocumentCheck.of(documents);
    try {
      if (ledger) {
        ledger(check.ledger(), System.out);
        return ExitCode.ANSWERED;
      }
      if (format == Format.text) {
        text(check.findings(), documents, cells);
      } else {
        table(check.findings(), cells, System.out);
      }
    } catch (IOException failure) {
      return Failures.cannotOpen(failure, "-", texts, err);
    }
    List<Level> levels = new ArrayList<>();
    check.findings().forEach(found -> levels.add(Sentences.level(found.finding().level())));
    cells.forEach(cell -> levels.add(cell.finding().level()));
    return CheckCommand.close(levels, texts, err);
  }

  /// What a check found, each finding with its sentence.
  public List<ShownFinding> shown(DocumentCheck check) {
    return check.findings().stream()
        .map(found ->
            new ShownFinding(
                Sentences.level(found.finding().level()),
                found.finding().code().code(),
                sentences.sentence(found.finding()),
                found.place(),
                found.others()))
        .toList();
  }

  /// Writes what a check found, with what was found in cells, as this answer's table.
  public void findings(DocumentCheck check, List<CellFinding> cells, OutputStream out)
      throws IOException {
    table(check.findings(), cells, out);
  }

  /// Writes every size that the texts print, as this answer's table.
  public void ledger(DocumentCheck check, OutputStream out) throws IOException {
    ledger(check.ledger(), out);
  }

  private void ledger(List<LedgerEntry> entries, OutputStream out) throws IOException {
    try (Answer answer = new Answer(LEDGER, format, texts)) {
      for (LedgerEntry entry : entries) {
        answer.row(
            entry.place().document(),
            entry.place().line(),
            entry.count(),
            entry.size(),
            entry.sentence());
      }
      answer.print(out);
    }
  }

  private void table(List<DocumentFinding> findings, List<CellFinding> cells, OutputStream out)
      throws IOException {
    try (Answer answer = new Answer(FINDINGS, format, texts)) {
      for (DocumentFinding finding : findings) {
        ReportedFinding found = finding.finding();
        PrintedPlace place = finding.place();
        answer.row(
            name(place),
            found.code().code(),
            Sentences.level(found.level()).code(),
            sentences.sentence(found),
            place.document(),
            place.line(),
            place.column(),
            place.offset(),
            place.quote(),
            null,
            null,
            finding.others().stream().map(DocumentAnswer::quoted).toList(),
            sentences.named(found),
            Sentences.assumptions(found));
      }
      for (CellFinding cell : cells) {
        CheckFinding found = cell.finding();
        answer.row(
            cell.document() + " " + found.id(),
            found.check(),
            found.level().code(),
            found.message(),
            cell.document(),
            null,
            null,
            null,
            null,
            found.column(),
            found.patient(),
            List.of(),
            found.values(),
            found.assumptions());
      }
      answer.print(out);
    }
  }

  private static String name(PrintedPlace place) {
    return place.document() + ":" + place.line();
  }

  private static String quoted(PrintedPlace place) {
    return name(place) + " \"" + place.quote() + "\"";
  }

  private void text(
      List<DocumentFinding> findings, List<PrintedText> documents, List<CellFinding> cells) {
    StringBuilder out = new StringBuilder();
    for (DocumentFinding finding : findings) {
      PrintedPlace place = finding.place();
      out.append(name(place))
          .append(": ")
          .append(Sentences.level(finding.finding().level()).code())
          .append(", ")
          .append(finding.finding().code().code())
          .append('\n');
      documents.stream()
          .filter(document -> document.document().equals(place.document()))
          .findFirst()
          .ifPresent(document -> marked(document.original(), place, out));
      for (PrintedPlace other : finding.others()) {
        out.append("  ").append(texts.text("check.compare", quoted(other))).append('\n');
      }
      out.append("  ").append(sentences.sentence(finding.finding())).append("\n\n");
    }
    for (CellFinding cell : cells) {
      CheckFinding found = cell.finding();
      out.append(String.join(" ", cell.document(), found.id(), found.column()))
          .append(": ")
          .append(found.level().code())
          .append(", ")
          .append(found.check())
          .append("\n  ")
          .append(found.message())
          .append("\n\n");
    }
    PrintStream printer = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    printer.print(out);
    printer.flush();
  }

  /// The line of the place, and a second one that marks its numbers as far as the line goes.
  private static void marked(String original, PrintedPlace place, StringBuilder out) {
    int lineFrom = place.offset() - place.column() + 1;
    int lineTo = original.indexOf('\n', place.offset());
    lineTo = lineTo < 0 ? original.length() : lineTo;
    int from = Math.max(lineFrom, place.offset() - BEFORE);
    int to = Math.min(lineTo, from + SHOWN);
    String shown = original.substring(from, to).replace('\t', ' ').stripTrailing();
    int marks = Math.min(place.quote().length(), shown.length() - (place.offset() - from));
    out.append("  | ").append(shown).append('\n');
    out.append("  | ")
        .append(" ".repeat(place.offset() - from))
        .append("^".repeat(Math.max(1, marks)))
        .append('\n');
  }
}
