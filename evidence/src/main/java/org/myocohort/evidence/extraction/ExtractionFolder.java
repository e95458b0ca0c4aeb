package org.myocohort.evidence.extraction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.CsvFile;
import org.myocohort.exchange.csv.Problems;
import org.myocohort.exchange.study.NotAStudyException;
import org.myocohort.exchange.study.Study;
import org.myocohort.exchange.study.StudyFolder;
import org.myocohort.exchange.study.StudyWriter;
import org.myocohort.instrument.StudySettings;

/// The folder in which a person writes down what the reports say: a study folder, in which each
/// patient names its report, with four tables more, `reports.csv`, `results.csv`, `places.csv` and
/// `appraisal.csv`.
///
/// Everything wrong with it is named at once. What is only incomplete is no error.
public final class ExtractionFolder {
  private final Path folder;
  private final ExtractionTables tables;
  private final Extraction extraction;

  /// Rows of a table by report, found once a table is asked for.
  private final Map<String, Map<String, List<String>>> rowsByReport = new ConcurrentHashMap<>();

  private ExtractionFolder(Path folder, ExtractionTables tables, Extraction extraction) {
    this.folder = folder;
    this.tables = tables;
    this.extraction = extraction;
  }

  /// Reads an extraction.
  ///
  /// @throws IOException if the folder or a table in it cannot be opened
  /// @throws BadInputException with everything that is wrong with the tables
  public static ExtractionFolder read(Path folder) throws IOException, BadInputException {
    if (!Files.exists(folder)) {
      throw new NoSuchFileException(folder.toString());
    }
    if (!Files.isDirectory(folder)) {
      throw new NotDirectoryException(folder.toString());
    }
    Problems problems = new Problems();
    SequencedMap<String, CsvFile> files = new LinkedHashMap<>();
    Optional<StudyFolder> study = study(folder, problems);
    study.ifPresent(found ->
        found.tableNames().forEach(name -> files.put(name, found.table(name).orElseThrow())));
    for (String name : ExtractionTables.OWN.keySet()) {
      readOwn(folder.resolve(name + ".csv"), name, files, problems);
    }
    ExtractionTables tables = new ExtractionTables(files);
    ExtractionReader reader = new ExtractionReader(tables, study.isPresent(), problems);
    reader.read();
    problems.throwIfAny();
    String by = folder.toRealPath().getFileName().toString();
    return new ExtractionFolder(folder, tables, reader.extraction(by, study.orElseThrow().study()));
  }

  /// An extraction whose tables were changed in memory.
  ///
  /// @throws BadInputException with everything that is wrong with the tables
  static ExtractionFolder of(ExtractionFolder before, SequencedMap<String, CsvFile> files)
      throws BadInputException {
    Problems problems = new Problems();
    Study study = before.extraction.study();
    SequencedMap<String, CsvFile> known = new LinkedHashMap<>(files);
    known.keySet().removeAll(ExtractionTables.OWN.keySet());
    try {
      study =
          StudyFolder.of(
                  new StudyWriter.Description(
                      study.name(),
                      study.title(),
                      study.synthetic(),
                      study.settings(),
                      study.quartileMethod()),
                  known)
              .study();
    } catch (BadInputException wrong) {
      problems.addAll(wrong);
    }
    ExtractionTables tables = new ExtractionTables(files);
    ExtractionReader reader = new ExtractionReader(tables, true, problems);
    reader.read();
    problems.throwIfAny();
    return new ExtractionFolder(
        before.folder, tables, reader.extraction(before.extraction.by(), study));
  }

  /// The study; empty where something is wrong with it, which is then among the problems. An
  /// extraction of aggregate results alone has a study without a table.
  private static Optional<StudyFolder> study(Path folder, Problems problems) throws IOException {
    try {
      return Optional.of(StudyFolder.read(folder));
    } catch (NotAStudyException _) {
      return Optional.of(withoutTables(folder));
    } catch (BadInputException wrong) {
      problems.addAll(wrong);
      return Optional.empty();
    }
  }

  private static StudyFolder withoutTables(Path folder) throws IOException {
    String name = folder.toRealPath().getFileName().toString();
    try {
      return StudyFolder.of(
          new StudyWriter.Description(name, name, false, StudySettings.DEFAULT, null), Map.of());
    } catch (BadInputException wrong) {
      throw new IllegalStateException(wrong);
    }
  }

  private static void readOwn(Path path, String name, Map<String, CsvFile> files, Problems problems)
      throws IOException {
    if (Files.exists(path)) {
      try {
        files.put(name, CsvFile.read(path, path.toString()));
      } catch (BadInputException wrong) {
        problems.addAll(wrong);
      }
    } else if (name.equals(ExtractionTables.REPORTS)) {
      problems.add(path.toString(), 0, "", "file-missing", "");
    }
  }

  public Path folder() {
    return folder;
  }

  /// What stands in it.
  public Extraction extraction() {
    return extraction;
  }

  /// A cell as it was typed, such as the column of the patients that holds an outcome.
  ///
  /// @param row id of the row; of `reports` the report
  /// @return empty where there is no such table, row or column
  public Optional<String> cell(String table, String row, String column) {
    return tables.text(table, row, column);
  }

  /// The keys of a table's rows, in its order.
  public List<String> rows(String table) {
    return tables.keys(table);
  }

  /// The rows of a table that are of a report, or of one of its patients.
  public List<String> rowsOf(String table, String report) {
    return rowsByReport.computeIfAbsent(table, this::rowsByReport).getOrDefault(report, List.of());
  }

  private Map<String, List<String>> rowsByReport(String table) {
    Map<String, List<String>> rows = new HashMap<>();
    for (String row : rows(table)) {
      rows.computeIfAbsent(reportOf(table, row), _ -> new ArrayList<>()).add(row);
    }
    return rows;
  }

  /// The report that a row is of; empty where the table does not say.
  public String reportOf(String table, String row) {
    Optional<String> own = tables.text(table, row, "report");
    Optional<String> patient = tables.text(table, row, "patient");
    return own.or(() -> patient.flatMap(extraction::reportOf)).orElse("");
  }

  ExtractionTables tables() {
    return tables;
  }
}
