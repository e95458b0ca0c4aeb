package org.myocohort.app.review.extract;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.myocohort.app.check.CheckCommand;
import org.myocohort.app.check.CheckFinding;
import org.myocohort.app.check.DocumentAnswer.CellFinding;
import org.myocohort.app.cli.Texts;
import org.myocohort.evidence.extraction.AggregateResult;
import org.myocohort.evidence.extraction.ExtractionCheck;
import org.myocohort.evidence.extraction.ExtractionDesk;
import org.myocohort.evidence.extraction.ExtractionFinding;
import org.myocohort.evidence.extraction.ExtractionFolder;
import org.myocohort.evidence.printed.PrintedText;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.study.ReportedStatisticRow;
import org.myocohort.patient.RowReference;
import org.myocohort.patient.Value;
import org.myocohort.plausibility.Finding.Level;

/// What is checked of the reports of a review: the pasted texts, printed strings of reports that
/// were not pasted, typed numbers, patients' records.
///
/// @param documents the texts
/// @param cells what was found in cells, by the files that hold them
/// @param notText a pasted file that is no text; empty where all are
public record ReviewChecks(List<PrintedText> documents, List<CellFinding> cells, String notText) {
  public ReviewChecks {
    documents = List.copyOf(documents);
    cells = List.copyOf(cells);
  }

  /// The names of the extractions that are checked where nobody says which: the agreed one, or all
  /// where nothing is agreed yet.
  public static List<String> extractions(Path folder) throws IOException {
    if (Files.isDirectory(folder.resolve(ExtractionDesk.AGREED))) {
      return List.of(ExtractionDesk.AGREED);
    }
    return sorted(folder).stream()
        .filter(Files::isDirectory)
        .map(path -> path.getFileName().toString())
        .filter(name -> !name.equals(ExtractionCheck.TEXTS) && !name.startsWith("."))
        .toList();
  }

  /// Reads what is to be checked, and looks at the cells.
  ///
  /// @param folder `extraction` of a review
  /// @param shown how findings name it
  /// @param extractions names of the extractors' folders in it
  public static ReviewChecks of(Path folder, String shown, List<String> extractions, Texts texts)
      throws IOException, BadInputException {
    List<PrintedText> documents = new ArrayList<>();
    Path pasted = folder.resolve(ExtractionCheck.TEXTS);
    if (Files.isDirectory(pasted)) {
      for (Path file : sorted(pasted)) {
        String name = file.getFileName().toString();
        if (Files.isRegularFile(file) && name.endsWith(".txt")) {
          PrintedText text =
              PrintedText.read(file, shown + "/" + ExtractionCheck.TEXTS + "/" + name);
          if (!text.isText()) {
            return new ReviewChecks(List.of(), List.of(), text.document());
          }
          documents.add(text);
        }
      }
    }
    List<CellFinding> cells = new ArrayList<>();
    for (String name : extractions) {
      ExtractionFolder read = ExtractionFolder.read(folder.resolve(name));
      String place = shown + "/" + name;
      addPrinted(read, place, pasted, documents);
      for (CheckFinding finding : findings(read, texts)) {
        cells.add(new CellFinding(place + "/" + finding.table() + ".csv", finding));
      }
    }
    return new ReviewChecks(documents, cells, "");
  }

  private static List<Path> sorted(Path folder) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.sorted().toList();
    }
  }

  /// The printed strings of results whose report was not pasted, each a text of its own.
  private static void addPrinted(
      ExtractionFolder read, String shown, Path pasted, List<PrintedText> documents) {
    for (AggregateResult result : read.extraction().results()) {
      if (!Files.exists(pasted.resolve(result.report() + ".txt"))) {
        documents.add(PrintedText.of(shown + "/results.csv " + result.id(), result.printed()));
      }
    }
  }

  private static List<CheckFinding> findings(ExtractionFolder read, Texts texts)
      throws IOException {
    List<CheckFinding> findings = new ArrayList<>();
    for (ExtractionFinding wrong : ExtractionCheck.of(read).wrong()) {
      findings.add(
          new CheckFinding(
              wrong.file().replace(".csv", ""),
              wrong.row(),
              wrong.column(),
              null,
              Texts.code(wrong.kind()),
              Level.ERROR,
              ExtractionSentences.of(wrong, texts),
              wrong.values(),
              List.of()));
    }
    findings.addAll(CheckCommand.findings(read.extraction().study(), texts));
    List<ReportedStatisticRow> rows =
        read.extraction().results().stream().flatMap(result -> rows(result).stream()).toList();
    findings.addAll(CheckCommand.findings(rows, texts));
    return findings;
  }

  /// The numbers of a result, each as the row of a table of reported numbers.
  private static List<ReportedStatisticRow> rows(AggregateResult result) {
    List<ReportedStatisticRow> rows = new ArrayList<>();
    String events = text(result.events().map(BigDecimal::valueOf));
    String mean = text(result.mean());
    String estimate = text(result.estimate());
    if (!events.isEmpty()) {
      rows.add(row(result, "count", events, "", "", ""));
    }
    if (!mean.isEmpty()) {
      rows.add(row(result, "mean", mean, text(result.sd()), "", "SD"));
    }
    String interval = estimate.isEmpty() ? mean : estimate;
    if (!interval.isEmpty()) {
      rows.add(row(result, "estimate", interval, text(result.low()), text(result.high()), "CI"));
    }
    return rows;
  }

  private static ReportedStatisticRow row(
      AggregateResult result,
      String statistic,
      String value,
      String low,
      String high,
      String kind) {
    return new ReportedStatisticRow(
        new RowReference("results", result.id()),
        result.line(),
        result.report(),
        result.outcome(),
        result.unit().orElse(""),
        text(result.total().map(BigDecimal::valueOf)),
        "printed",
        statistic,
        value,
        low,
        high,
        kind,
        "",
        "");
  }

  /// The number as typed; empty where it is not one.
  private static String text(Value<BigDecimal> value) {
    return value instanceof Value.Known<BigDecimal>(BigDecimal known) ? known.toPlainString() : "";
  }
}
