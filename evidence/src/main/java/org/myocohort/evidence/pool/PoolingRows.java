package org.myocohort.evidence.pool;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.myocohort.evidence.extraction.AggregateResult;
import org.myocohort.evidence.extraction.Design;
import org.myocohort.evidence.extraction.ExtractedReport;
import org.myocohort.evidence.extraction.Extraction;
import org.myocohort.evidence.extraction.Place;
import org.myocohort.evidence.link.CohortFacts;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.CsvFile;
import org.myocohort.exchange.csv.Problems;
import org.myocohort.exchange.study.StudyFolder;
import org.myocohort.patient.Value;

/// Makes the rows of the one table of a study folder and of an extraction.
public final class PoolingRows {
  /// What the own patients count as, and what their ids begin with.
  public static final String OWN = "own";

  private static final String PATIENTS = "patients";

  private PoolingRows() {}

  /// The patients of the own study; those that it holds of the literature each count as of the
  /// report that their source names.
  ///
  /// @param covariates columns of the patients that are kept beside the outcome
  /// @throws BadInputException where the study has no such table or column
  public static List<PoolingRow> own(StudyFolder folder, Outcome outcome, List<String> covariates)
      throws BadInputException {
    CsvFile patients = table(folder, PATIENTS);
    List<PoolingRow> rows = new ArrayList<>();
    for (Cell cell : cells(folder, outcome)) {
      boolean literature = text(patients, cell.row(), "cohort").equals("literature");
      String source = text(patients, cell.row(), "source");
      String id = OWN + "/" + cell.patient();
      rows.add(
          new PoolingRow(
              id,
              literature ? PatientSource.LITERATURE : PatientSource.OWN,
              literature ? (source.isEmpty() ? id : source) : OWN,
              literature ? source : "",
              null,
              literature ? null : OWN,
              literature ? null : Design.CASE_SERIES,
              null,
              CohortFacts.NONE,
              told(cell, patients, covariates),
              new RowPlace(cell.file(), cell.line(), literature ? source : "", "")));
    }
    return rows;
  }

  /// The patients and printed results of an extraction.
  ///
  /// @param folder the study folder that the extraction stands in; null where no patient was read
  /// @param resultsFile name of the file with the printed results
  /// @param reports what the review knows of them
  /// @throws BadInputException where the folder has patients but no column of the outcome
  public static List<PoolingRow> literature(
      Extraction extraction,
      @Nullable StudyFolder folder,
      String resultsFile,
      KnownReports reports,
      Outcome outcome,
      List<String> covariates)
      throws BadInputException {
    List<PoolingRow> rows = new ArrayList<>();
    if (folder != null && folder.table(PATIENTS).isPresent()) {
      CsvFile patients = table(folder, PATIENTS);
      for (Cell cell : cells(folder, outcome)) {
        String report = extraction.reportOf(cell.patient()).orElse(cell.patient());
        RowPlace place =
            place(
                cell.file(),
                cell.line(),
                extraction.placesOf(outcome.table(), cell.patient(), outcome.column()));
        rows.add(
            row(
                extraction,
                reports,
                cell.patient(),
                report,
                told(cell, patients, covariates),
                place));
      }
    }
    for (AggregateResult result : extraction.resultsOf(outcome.code())) {
      RowPlace place =
          place(resultsFile, result.line(), extraction.placesOf("results", result.id(), "events"));
      rows.add(row(extraction, reports, result.id(), result.report(), told(result), place));
    }
    return rows;
  }

  /// The column of the patients that a covariate reads: that of `antibody=anti-Jo1` is `antibody`.
  public static String columnOf(String covariate) {
    return Covariate.columnOf(covariate);
  }

  private static PoolingRow row(
      Extraction extraction,
      KnownReports reports,
      String id,
      String report,
      PoolingRow.Told told,
      RowPlace place) {
    ExtractedReport read = extraction.report(report).orElse(null);
    String linked = reports.study(report);
    Integer year = reports.year(report).orElse(null);
    String study = linked.equals(report) ? null : linked;
    if (read == null) {
      return new PoolingRow(
          id,
          PatientSource.LITERATURE,
          report,
          "",
          study,
          null,
          null,
          year,
          CohortFacts.NONE,
          told,
          place);
    }
    return new PoolingRow(
        id,
        PatientSource.LITERATURE,
        report,
        read.citation(),
        study == null ? read.study() : study,
        read.cohort(),
        read.design(),
        year,
        read.facts(),
        told,
        place);
  }

  private static PoolingRow.Result told(AggregateResult result) {
    return new PoolingRow.Result(
        said(result.definition()),
        said(result.group()),
        number(result.events()),
        number(result.total()),
        result.printed());
  }

  private static String said(String word) {
    return Outcome.isNotReported(word) ? "" : word;
  }

  private static @Nullable Integer number(Value<Integer> value) {
    return value instanceof Value.Known<Integer>(Integer known) ? known : null;
  }

  private static RowPlace place(String file, int line, List<Place> places) {
    return places.isEmpty()
        ? new RowPlace(file, line, "", "")
        : new RowPlace(file, line, places.getFirst().where(), places.getFirst().quote());
  }

  /// What a study folder says of one patient's outcome.
  ///
  /// @param row number of the patient in the table of patients
  /// @param word as written; words that contradict each other stand beside each other
  private record Cell(String patient, int row, String word, String file, int line) {}

  /// A cell for each patient, in the order of the patients.
  private static List<Cell> cells(StudyFolder folder, Outcome outcome) throws BadInputException {
    CsvFile table = table(folder, outcome.table());
    String key = outcome.table().equals(PATIENTS) ? "id" : "patient";
    Problems problems = new Problems();
    for (String column : List.of(key, outcome.column())) {
      if (table.column(column) < 0) {
        problems.add(table.name(), 1, column, "column-missing", "");
      }
    }
    problems.throwIfAny();
    Map<String, Set<String>> words = new LinkedHashMap<>();
    Map<String, Integer> lines = new LinkedHashMap<>();
    CsvFile.Row row = table.cursor();
    for (int at = 0; at < table.rowCount(); at++) {
      row.moveTo(at);
      String patient = row.text(table.column(key));
      String word = row.text(table.column(outcome.column()));
      Set<String> told = words.computeIfAbsent(patient, _ -> new LinkedHashSet<>());
      if (told.isEmpty() || !Outcome.isNotReported(word)) {
        told.removeIf(Outcome::isNotReported);
        told.add(word);
        lines.putIfAbsent(patient, row.line());
      }
    }
    CsvFile patients = table(folder, PATIENTS);
    CsvFile.Row person = patients.cursor();
    List<Cell> cells = new ArrayList<>();
    for (int at = 0; at < patients.rowCount(); at++) {
      person.moveTo(at);
      String patient = person.text(patients.column("id"));
      cells.add(
          new Cell(
              patient,
              at,
              String.join(" / ", words.getOrDefault(patient, Set.of(""))),
              lines.containsKey(patient) ? table.name() : patients.name(),
              lines.getOrDefault(patient, person.line())));
    }
    return cells;
  }

  private static PoolingRow.Patient told(Cell cell, CsvFile patients, List<String> covariates) {
    SequencedMap<String, String> kept = new LinkedHashMap<>();
    for (String asked : covariates) {
      String column = Covariate.columnOf(asked);
      kept.put(column, text(patients, cell.row(), column));
    }
    return new PoolingRow.Patient(cell.patient(), cell.word(), kept);
  }

  private static String text(CsvFile table, int row, String column) {
    return table.cursor().moveTo(row).text(table.column(column));
  }

  private static CsvFile table(StudyFolder folder, String name) throws BadInputException {
    CsvFile table = folder.table(name).orElse(null);
    if (table == null) {
      Problems problems = new Problems();
      String where = folder.folder().map(Object::toString).orElse(folder.study().name());
      problems.add(where, 0, "", "table-missing", "", name + ".csv");
      throw new BadInputException(problems);
    }
    return table;
  }
}
