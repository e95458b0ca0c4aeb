package org.myocohort.evidence.extraction;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.myocohort.exchange.csv.AtomicFolder;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.study.StudySchema;
import org.myocohort.exchange.study.StudyWriter;
import org.myocohort.instrument.StudySettings;

/// The folder that an extractor begins with: every table with its header, a line for each report.
public final class ExtractionTemplate {
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
        save(draft, table.name(), ExtractionColumns.begun(table.name()), List.of());
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

  private static void save(
      Path draft, String table, List<String> columns, List<Map<String, String>> rows)
      throws IOException {
    String file = table + ".csv";
    TableText.of(file, columns, rows).save(draft.resolve(file));
  }
}
