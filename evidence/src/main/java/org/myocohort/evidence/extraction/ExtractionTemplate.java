package org.myocohort.evidence.extraction;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.myocohort.exchange.csv.AtomicFolder;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.study.StudySchema;
import org.myocohort.exchange.study.StudyWriter;
import org.myocohort.instrument.StudySettings;

/// The folder that an extractor begins with: every table with its header, a line for each report.
public final class ExtractionTemplate {
  /// What a report cannot say of a patient, and days counted where dates stand.
  private static final Set<String> LEFT_OUT =
      Set.of("consent", "consent_date", "consent_scope", "index_drug", "day");

  private ExtractionTemplate() {}

  /// A report to read.
  ///
  /// @param citation for people; empty where it is not known
  public record ReportLine(String id, String citation) {}

  /// Writes the folder, whole or not at all.
  ///
  /// @throws FileAlreadyExistsException if something stands there
  /// @throws BadInputException if a report's id is none, or stands twice
  public static void write(Path folder, String title, List<ReportLine> reports)
      throws IOException, BadInputException {
    if (Files.exists(folder)) {
      throw new FileAlreadyExistsException(folder.toString());
    }
    String name = folder.getFileName().toString();
    try (AtomicFolder written = AtomicFolder.at(folder)) {
      Path draft = written.draft();
      for (StudySchema.Table table : StudySchema.tables()) {
        save(draft, table.name(), columns(table), List.of());
      }
      for (Map.Entry<String, List<String>> own : ExtractionTables.OWN.entrySet()) {
        List<Map<String, String>> rows =
            own.getKey().equals(ExtractionTables.REPORTS)
                ? reports.stream()
                    .map(line -> Map.of("report", line.id(), "citation", line.citation()))
                    .toList()
                : List.of();
        save(draft, own.getKey(), own.getValue(), rows);
      }
      StudyWriter.describe(
          draft, new StudyWriter.Description(name, title, false, StudySettings.DEFAULT, null));
      ExtractionFolder.read(draft);
      written.finish();
    }
  }

  private static List<String> columns(StudySchema.Table table) {
    List<String> columns = new ArrayList<>();
    for (StudySchema.Column column : table.columns()) {
      if (!LEFT_OUT.contains(column.name())) {
        columns.add(column.name());
      }
      if (table.name().equals(ExtractionTables.PATIENTS) && column.name().equals("cohort")) {
        columns.add("report");
      }
    }
    return columns;
  }

  private static void save(
      Path draft, String table, List<String> columns, List<Map<String, String>> rows)
      throws IOException {
    String file = table + ".csv";
    TableText.of(file, columns, rows).save(draft.resolve(file));
  }
}
