package org.myocohort.app.report;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.myocohort.app.cli.Answer;
import org.myocohort.exchange.csv.AtomicFolder;

/// The folder that a report is written into: whole or not at all. One that already holds a report
/// is replaced; one that holds anything else is left alone.
final class ReportFolder implements AutoCloseable {
  static final String RESULTS = "results.json";

  private final AtomicFolder folder;

  /// Begins a report.
  ///
  /// @throws DirectoryNotEmptyException if the target holds something that is not a report
  ReportFolder(Path target) throws IOException {
    if (Files.exists(target) && !isReport(target)) {
      throw new DirectoryNotEmptyException(target.toString());
    }
    folder = AtomicFolder.at(target);
  }

  private static boolean isReport(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    if (Files.exists(folder.resolve(RESULTS)) && Files.exists(folder.resolve("report.html"))) {
      return true;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }

  /// The file of a patient's page, seen from the study's page.
  static String patientPage(String patient) {
    return "patients/" + fileName(patient) + ".html";
  }

  /// The file of what the other instruments say of a patient.
  static String assessments(String patient) {
    return "patients/" + fileName(patient) + ".json";
  }

  /// A name that every file system takes; a pseudonym that needs changing gets a mark of its own,
  /// so that two never meet.
  static String fileName(String patient) {
    String safe = patient.replaceAll("[^A-Za-z0-9_-]", "_");
    return safe.equals(patient) ? safe : safe + "-" + Integer.toHexString(patient.hashCode());
  }

  static String month(double months) {
    return Answer.decimal(BigDecimal.valueOf(months).setScale(1, RoundingMode.HALF_UP));
  }

  void write(String file, String text) throws IOException {
    Files.write(place(file), text.getBytes(StandardCharsets.UTF_8));
  }

  /// Opens a file that is too long to be made as one text.
  Writer writer(String file) throws IOException {
    return Files.newBufferedWriter(place(file), StandardCharsets.UTF_8);
  }

  private Path place(String file) throws IOException {
    Path path = folder.draft().resolve(file);
    Files.createDirectories(Objects.requireNonNull(path.getParent()));
    return path;
  }

  /// Writes a CSV table.
  void write(String file, List<String> head, List<List<String>> rows) throws IOException {
    StringBuilder text = new StringBuilder();
    line(text, head);
    for (List<String> row : rows) {
      line(text, row);
    }
    write(file, text.toString());
  }

  private static void line(StringBuilder text, List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      text.append(i == 0 ? "" : ",").append(Answer.csvCell(cells.get(i), false));
    }
    text.append('\n');
  }

  /// Puts the report in place.
  void finish() throws IOException {
    folder.finish();
  }

  @Override
  public void close() throws IOException {
    folder.close();
  }
}
