package org.myocohort.evidence.extraction;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.myocohort.evidence.extraction.ExtractionFinding.Kind;
import org.myocohort.evidence.printed.PrintedNumbers;
import org.myocohort.evidence.printed.PrintedText;
import org.myocohort.evidence.printed.QuoteSearch;
import org.myocohort.exchange.csv.CsvFile;
import org.myocohort.exchange.study.CellReader;
import org.myocohort.patient.Value;

/// What does not fit in an extraction that was read, and what is still missing.
///
/// - **Printed strings:** each typed number must stand in the printed string of its row, in digits
///   or words; a number of events may also be what a printed percentage of the total is.
/// - **Quotes:** each must stand in the report's text, where it was pasted.
/// - **Missing:** a place for every cell that holds a value (`NR` needs none), an appraisal for
///   every report, a report for every patient.
///
/// @param findings in the order of the tables
public record ExtractionCheck(List<ExtractionFinding> findings) {
  /// The folder of pasted reports, beside the extractors' folders; each a file `REPORT.txt`.
  public static final String TEXTS = "texts";

  /// Cells that say what a row is, not what a report says.
  private static final Set<String> NO_PLACE_NEEDED =
      Set.of(
          "id",
          "patient",
          "report",
          "citation",
          "study",
          "cohort",
          "design",
          "source",
          "outcome",
          "definition",
          "group",
          "printed");

  public ExtractionCheck {
    findings = List.copyOf(findings);
  }

  /// Checks an extraction, with the texts that stand beside its folder.
  ///
  /// @throws IOException if a text cannot be read
  public static ExtractionCheck of(ExtractionFolder folder) throws IOException {
    Search search = new Search(folder);
    search.reports();
    search.patients();
    search.results();
    search.quotes();
    search.places();
    search.appraisals();
    return new ExtractionCheck(search.findings);
  }

  /// What does not fit.
  public List<ExtractionFinding> wrong() {
    return findings.stream().filter(finding -> finding.kind().isWrong()).toList();
  }

  /// What is missing.
  public List<ExtractionFinding> missing() {
    return findings.stream().filter(finding -> !finding.kind().isWrong()).toList();
  }

  private static final class Search {
    private final ExtractionFolder folder;
    private final Extraction extraction;
    private final ExtractionTables tables;
    private final Path texts;
    private final List<ExtractionFinding> findings = new ArrayList<>();

    private Search(ExtractionFolder folder) {
      this.folder = folder;
      extraction = folder.extraction();
      tables = folder.tables();
      texts = folder.folder().toAbsolutePath().resolveSibling(TEXTS);
    }

    private void add(
        Kind kind,
        String table,
        int line,
        String report,
        String row,
        String column,
        String... values) {
      findings.add(
          new ExtractionFinding(kind, table + ".csv", line, report, row, column, List.of(values)));
    }

    private void reports() {
      Set<String> told = new HashSet<>(extraction.patientReports().values());
      extraction.results().forEach(result -> told.add(result.report()));
      for (ExtractedReport report : extraction.reports()) {
        if (report.design() == null) {
          report(Kind.REPORT_WITHOUT_DESIGN, report);
        }
        if (!told.contains(report.id())) {
          report(Kind.REPORT_WITHOUT_VALUES, report);
        }
      }
    }

    private void report(Kind kind, ExtractedReport report, String... values) {
      add(kind, ExtractionTables.REPORTS, report.line(), report.id(), report.id(), "", values);
    }

    private void patients() {
      for (String patient : tables.keys(ExtractionTables.PATIENTS)) {
        if (extraction.reportOf(patient).isEmpty()) {
          int line = tables.line(ExtractionTables.PATIENTS, patient);
          add(Kind.PATIENT_WITHOUT_REPORT, ExtractionTables.PATIENTS, line, "", patient, "report");
        }
      }
    }

    private void results() {
      for (AggregateResult result : extraction.results()) {
        if (result.definition().isEmpty()) {
          result(Kind.RESULT_WITHOUT_DEFINITION, result, "definition");
        }
        if (CellReader.absence(result.printed()) == null) {
          printed(result);
        } else {
          result(Kind.RESULT_WITHOUT_PRINTED, result, "printed");
        }
      }
    }

    private void result(Kind kind, AggregateResult result, String column, String... values) {
      add(
          kind,
          ExtractionTables.RESULTS,
          result.line(),
          result.report(),
          result.id(),
          column,
          values);
    }

    private void printed(AggregateResult result) {
      PrintedNumbers numbers = PrintedNumbers.in(result.printed());
      boolean share =
          result.events() instanceof Value.Known<Integer>(Integer events)
              && result.total() instanceof Value.Known<Integer>(Integer total)
              && numbers.holdShare(events, total);
      if (!share) {
        typed(result, numbers, "events", result.events().map(BigDecimal::valueOf));
      }
      typed(result, numbers, "total", result.total().map(BigDecimal::valueOf));
      typed(result, numbers, "mean", result.mean());
      typed(result, numbers, "sd", result.sd());
      typed(result, numbers, "estimate", result.estimate());
      typed(result, numbers, "low", result.low());
      typed(result, numbers, "high", result.high());
    }

    private void typed(
        AggregateResult result, PrintedNumbers numbers, String column, Value<BigDecimal> value) {
      Optional<BigDecimal> typed =
          switch (value) {
            case Value.Known<BigDecimal>(BigDecimal known) -> Optional.of(known);
            case Value.Below<BigDecimal>(BigDecimal limit) -> Optional.of(limit);
            case Value.Above<BigDecimal>(BigDecimal limit) -> Optional.of(limit);
            case Value.Absent<BigDecimal> _ -> Optional.empty();
          };
      if (typed.isPresent() && !numbers.hold(typed.get())) {
        result(Kind.PRINTED_DIFFERS, result, column, typed.get().toPlainString(), result.printed());
      }
    }

    private void quotes() throws IOException {
      Map<String, Optional<QuoteSearch>> read = new HashMap<>();
      for (Place place : extraction.places()) {
        if (place.quote().isBlank()) {
          continue;
        }
        Path file = texts.resolve(place.report() + ".txt");
        String shown = TEXTS + "/" + place.report() + ".txt";
        Optional<QuoteSearch> text = read.get(place.report());
        if (text == null) {
          text =
              Files.exists(file)
                  ? Optional.of(QuoteSearch.in(PrintedText.read(file, shown)))
                  : Optional.empty();
          read.put(place.report(), text);
        }
        if (text.isEmpty()) {
          place(Kind.QUOTE_NOT_CHECKED, place, shown);
        } else if (text.get().find(place.quote()).isEmpty()) {
          place(Kind.QUOTE_NOT_FOUND, place, place.quote(), shown);
        }
      }
    }

    private void place(Kind kind, Place place, String... values) {
      add(
          kind,
          ExtractionTables.PLACES,
          place.line(),
          place.report(),
          place.row(),
          "quote",
          values);
    }

    /// One finding a row, with every column that has no place.
    private void places() {
      Map<String, Set<String>> said = new HashMap<>();
      for (Place place : extraction.places()) {
        said.computeIfAbsent(place.table() + " " + place.row(), _ -> new HashSet<>())
            .add(place.column());
      }
      for (String table : tables.names().stream().filter(ExtractionTables::hasPlaces).toList()) {
        CsvFile file = tables.file(table).orElseThrow();
        for (String row : tables.keys(table)) {
          Set<String> columns = said.getOrDefault(table + " " + row, Set.of());
          if (columns.contains("")) {
            continue;
          }
          List<String> without =
              file.header().stream()
                  .filter(column -> !columns.contains(column) && holdsValue(table, row, column))
                  .toList();
          if (!without.isEmpty()) {
            add(
                Kind.NO_PLACE,
                table,
                tables.line(table, row),
                folder.reportOf(table, row),
                row,
                "",
                String.join(", ", without));
          }
        }
      }
    }

    private boolean holdsValue(String table, String row, String column) {
      return !column.isEmpty()
          && !NO_PLACE_NEEDED.contains(column)
          && CellReader.absence(tables.text(table, row, column).orElse("")) == null;
    }

    private void appraisals() {
      for (ExtractedReport report : extraction.reports()) {
        List<Appraisal> answers = extraction.appraisalsOf(report.id());
        if (answers.isEmpty()) {
          report(Kind.REPORT_WITHOUT_APPRAISAL, report, forDesign(report));
        }
        for (Checklist checklist : Checklist.values()) {
          appraisal(
              report,
              checklist,
              answers.stream().filter(answer -> answer.checklist() == checklist).toList());
        }
      }
    }

    private static String forDesign(ExtractedReport report) {
      for (Checklist checklist : Checklist.values()) {
        if (checklist.design() == report.design()) {
          return checklist.code();
        }
      }
      return "";
    }

    private void appraisal(ExtractedReport report, Checklist checklist, List<Appraisal> answers) {
      if (answers.isEmpty()) {
        return;
      }
      Appraisal first = answers.getFirst();
      Design design = report.design();
      if (design != null && !forDesign(report).isEmpty() && checklist.design() != design) {
        add(
            Kind.CHECKLIST_OF_OTHER_DESIGN,
            ExtractionTables.APPRAISAL,
            first.line(),
            report.id(),
            report.id(),
            "checklist",
            checklist.code(),
            design.code());
      }
      List<String> open =
          checklist.content().items().stream()
              .map(Checklist.Item::number)
              .filter(number -> answers.stream().noneMatch(answer -> answer.item() == number))
              .map(String::valueOf)
              .toList();
      if (!open.isEmpty()) {
        add(
            Kind.APPRAISAL_INCOMPLETE,
            ExtractionTables.APPRAISAL,
            first.line(),
            report.id(),
            report.id(),
            "answer",
            checklist.code(),
            String.join(", ", open));
      }
    }
  }
}
