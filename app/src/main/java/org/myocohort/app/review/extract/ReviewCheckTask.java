package org.myocohort.app.review.extract;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.check.CheckCommand;
import org.myocohort.app.check.CheckFinding;
import org.myocohort.app.check.DocumentAnswer;
import org.myocohort.app.check.DocumentAnswer.CellFinding;
import org.myocohort.app.cli.CommonOptions;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.Texts;
import org.myocohort.evidence.extraction.AggregateResult;
import org.myocohort.evidence.extraction.ExtractionCheck;
import org.myocohort.evidence.extraction.ExtractionFinding;
import org.myocohort.evidence.extraction.ExtractionFolder;
import org.myocohort.evidence.printed.PrintedText;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.study.ReportedStatisticRow;
import org.myocohort.patient.RowReference;
import org.myocohort.patient.Value;
import org.myocohort.plausibility.Finding.Level;

/// Checks the pasted reports of a review, and the agreed extraction, or all where nothing is agreed
/// yet: printed strings of reports that were not pasted, typed numbers, patients' records.
final class ReviewCheckTask {
  private final Path extraction;
  private final Path pasted;
  private final CommonOptions common;
  private final Texts texts;
  private final PrintWriter err;

  ReviewCheckTask(Path directory, CommonOptions common, PrintWriter err) {
    this.extraction = directory.resolve(ExtractTask.EXTRACTION);
    this.pasted = extraction.resolve(ExtractionCheck.TEXTS);
    this.common = common;
    this.texts = common.texts();
    this.err = err;
  }

  /// @param by whose extraction; null for the agreed one, or all
  int run(@Nullable String by, boolean ledger) throws IOException, BadInputException {
    if (!Files.isDirectory(extraction)) {
      throw new NoSuchFileException(extraction.toString());
    }
    List<PrintedText> documents = new ArrayList<>();
    if (Files.isDirectory(pasted)) {
      for (Path file : sorted(pasted)) {
        if (Files.isRegularFile(file) && file.getFileName().toString().endsWith(".txt")) {
          PrintedText text = PrintedText.read(file, file.toString());
          if (!text.isText()) {
            err.println(texts.text("check.not-text", file));
            err.flush();
            return ExitCode.FOUND;
          }
          documents.add(text);
        }
      }
    }
    List<CellFinding> cells = new ArrayList<>();
    for (Path folder : by == null ? extractors() : List.of(extraction.resolve(by))) {
      ExtractionFolder read = ExtractionFolder.read(folder);
      addPrinted(read, documents);
      for (CheckFinding finding : findings(read)) {
        cells.add(new CellFinding(folder.resolve(finding.table() + ".csv").toString(), finding));
      }
    }
    return new DocumentAnswer(common.format(), texts, err).answer(documents, cells, ledger);
  }

  private List<Path> extractors() throws IOException {
    Path agreed = extraction.resolve(ExtractTask.AGREED);
    if (Files.isDirectory(agreed)) {
      return List.of(agreed);
    }
    return sorted(extraction).stream()
        .filter(path -> Files.isDirectory(path) && !path.equals(pasted))
        .filter(path -> !path.getFileName().toString().startsWith("."))
        .toList();
  }

  private static List<Path> sorted(Path folder) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.sorted().toList();
    }
  }

  /// The printed strings of results whose report was not pasted, each a text of its own.
  private void addPrinted(ExtractionFolder read, List<PrintedText> documents) {
    for (AggregateResult result : read.extraction().results()) {
      if (!Files.exists(pasted.resolve(result.report() + ".txt"))) {
        Path table = read.folder().resolve("results.csv");
        documents.add(PrintedText.of(table + " " + result.id(), result.printed()));
      }
    }
  }

  private List<CheckFinding> findings(ExtractionFolder read) throws IOException {
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
