package org.myocohort.exchange.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.CsvFile;
import org.myocohort.exchange.csv.Folders;
import org.myocohort.exchange.csv.Problems;
import org.myocohort.exchange.study.StudyFolder;
import org.myocohort.exchange.study.StudySchema;
import org.myocohort.exchange.study.StudyWriter;

/// A file or folder that somebody brings, opened within limits.
///
/// @param name as messages name it
/// @param tables in the order in which they should be read
/// @param description what a study folder says of its study, or null where it says nothing
/// @param notices what a user should know
/// @param verbatim whether cells stand as they were entered: a study folder with its data package,
///   or a workbook, which knows texts from formulas. In other tables an apostrophe before what
///   looks like a formula is there for a spreadsheet, and is taken off
public record Source(
    String name,
    List<SourceTable> tables,
    StudyWriter.@Nullable Description description,
    List<Notice> notices,
    boolean verbatim) {

  public Source {
    tables = List.copyOf(tables);
    notices = List.copyOf(notices);
  }

  /// Opens a folder, a zip of one, a CSV table or a workbook (.xlsx), whatever its name says.
  ///
  /// @param name as messages should name it
  /// @throws IOException if it cannot be opened
  /// @throws BadInputException if it is damaged, too large, hostile or none of these
  public static Source open(Path file, String name, Limits limits)
      throws IOException, BadInputException {
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    if (Files.isDirectory(file)) {
      return folder(file, name, limits);
    }
    if (Files.size(file) > limits.fileBytes()) {
      throw refused(name, "upload-too-large", Long.toString(Files.size(file)), limits.fileBytes());
    }
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(8);
    }
    if (ZipGuard.isZip(head, head.length)) {
      return isWorkbook(file, name) ? workbook(file, name, limits) : zip(file, name, limits);
    }
    if (head.length == 8 && (head[0] & 0xff) == 0xd0 && (head[1] & 0xff) == 0xcf) {
      throw refused(name, "old-workbook", "", 0);
    }
    String table = stem(name);
    return new Source(
        name, List.of(CsvSource.of(CsvFile.read(file, name), table)), null, List.of(), false);
  }

  private static boolean isWorkbook(Path file, String name) throws IOException, BadInputException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return zip.getEntry("xl/workbook.xml") != null || zip.getEntry("[Content_Types].xml") != null;
    } catch (ZipException | EOFException | IllegalArgumentException _) {
      throw refused(name, "zip-damaged", "", 0);
    }
  }

  private static Source workbook(Path file, String name, Limits limits)
      throws IOException, BadInputException {
    List<Notice> notices = new ArrayList<>();
    List<SourceTable> tables = Workbooks.read(file, name, limits, notices);
    return new Source(name, tables, null, notices, true);
  }

  private static Source zip(Path file, String name, Limits limits)
      throws IOException, BadInputException {
    Path unpacked = ZipGuard.unpacked(file, name, limits);
    try {
      return folder(inner(unpacked), name, limits);
    } finally {
      Folders.delete(unpacked);
    }
  }

  private static Source folder(Path folder, String name, Limits limits)
      throws IOException, BadInputException {
    StudyFolder.Tables study = StudyFolder.tables(folder, name);
    List<SourceTable> tables = new ArrayList<>();
    List<Notice> notices = new ArrayList<>();
    long bytes = 0;
    for (Map.Entry<String, Path> table : study.paths().entrySet()) {
      bytes += Files.size(table.getValue());
      if (bytes > limits.unpackedBytes()) {
        throw refused(name, "zip-too-large", "", limits.unpackedBytes());
      }
      String shown = name + "/" + folder.relativize(table.getValue());
      tables.add(CsvSource.of(CsvFile.read(table.getValue(), shown), table.getKey()));
    }
    try (var files = Files.list(folder)) {
      for (Path other : files.sorted().toList()) {
        String fileName = String.valueOf(other.getFileName());
        if (fileName.toLowerCase(Locale.ROOT).endsWith(".csv")
            && !study.paths().containsValue(other)) {
          tables.add(CsvSource.of(CsvFile.read(other, name + "/" + fileName), stem(fileName)));
        }
      }
    }
    if (tables.isEmpty()) {
      throw refused(name, "no-table", "", 0);
    }
    return new Source(name, tables, study.description().orElse(null), notices, study.described());
  }

  /// The known table that a name means.
  public static Optional<StudySchema.Table> known(SourceTable table) {
    return StudySchema.table(table.name());
  }

  static String stem(String fileName) {
    String last = fileName.substring(fileName.lastIndexOf('/') + 1);
    int dot = last.lastIndexOf('.');
    return dot > 0 ? last.substring(0, dot) : last;
  }

  private static BadInputException refused(String name, String code, String found, long limit) {
    Problems problems = new Problems();
    problems.add(name, 0, "", code, found, Long.toString(limit));
    try {
      problems.throwIfAny();
    } catch (BadInputException wrong) {
      return wrong;
    }
    throw new IllegalStateException("a problem was added");
  }

  /// The folder itself, or the one folder that is all it holds: many programs zip a folder with its
  /// name.
  private static Path inner(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all =
          files.filter(file -> !String.valueOf(file.getFileName()).startsWith("__MACOSX")).toList();
      return all.size() == 1 && Files.isDirectory(all.getFirst()) ? all.getFirst() : folder;
    }
  }
}
