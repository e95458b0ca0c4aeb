package org.myocohort.app.report;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.myocohort.app.cli.Answer;

/// The folder that a report is written into: whole or not at all.
///
/// Everything goes into a folder beside it first, which takes its place at the end. A folder that
/// already holds a report is replaced; one that holds anything else is left alone.
final class ReportFolder implements AutoCloseable {
  static final String RESULTS = "results.json";

  private final Path target;
  private final Path draft;
  private boolean done;

  /// Begins a report.
  ///
  /// @throws DirectoryNotEmptyException if the target holds something that is not a report
  ReportFolder(Path target) throws IOException {
    this.target = target.toAbsolutePath().normalize();
    if (Files.exists(target) && !isReport(target)) {
      throw new DirectoryNotEmptyException(target.toString());
    }
    Path parent = this.target.getParent();
    if (parent == null) {
      throw new DirectoryNotEmptyException(target.toString());
    }
    Files.createDirectories(parent);
    draft =
        Files.createDirectory(
            parent.resolve(
                ".report-" + this.target.getFileName() + "-" + ProcessHandle.current().pid()));
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
    Path path = draft.resolve(file);
    Path folder = path.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
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
    if (Files.exists(target)) {
      delete(target);
    }
    Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    done = true;
  }

  @Override
  public void close() throws IOException {
    if (!done) {
      delete(draft);
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> paths;
    try (Stream<Path> walked = Files.walk(folder)) {
      paths = walked.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : paths) {
      Files.delete(path);
    }
  }
}
