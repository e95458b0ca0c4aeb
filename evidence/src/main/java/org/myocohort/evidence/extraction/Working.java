package org.myocohort.evidence.extraction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import org.myocohort.exchange.csv.AtomicFile;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.CsvFile;
import org.myocohort.exchange.study.StudyFolder;

/// A change of an extraction on its way: made in memory, checked, then written.
///
/// @param own folder of the extraction
/// @param there what stood in it
/// @param edit the change
record Working(
    Path own, SequencedMap<String, Path> paths, ExtractionFolder there, ExtractionEdit edit) {

  /// Begins a change of what stands in a folder now.
  static Working on(Path own) throws IOException, BadInputException {
    ExtractionFolder there = ExtractionFolder.read(own);
    SequencedMap<String, Path> paths = new LinkedHashMap<>();
    StudyFolder.tables(own, own.getFileName() + "").paths().forEach(paths::put);
    ExtractionTables.OWN.keySet().forEach(table -> paths.put(table, own.resolve(table + ".csv")));
    SequencedMap<String, CsvFile> files = new LinkedHashMap<>();
    for (Map.Entry<String, Path> table : paths.entrySet()) {
      if (Files.exists(table.getValue())) {
        files.put(
            table.getKey(), CsvFile.read(table.getValue(), table.getValue().getFileName() + ""));
      }
    }
    return new Working(own, paths, there, new ExtractionEdit(files));
  }

  /// Checks the extraction as it would be.
  ///
  /// @throws BadInputException with everything that would be wrong with it
  void check() throws BadInputException {
    ExtractionFolder.of(there, edit.files());
  }

  /// Writes the changed tables. Where one cannot be written, those before it are put back, so that
  /// places never name a row that is not there.
  void write() throws IOException {
    SequencedMap<Path, Optional<byte[]>> before = new LinkedHashMap<>();
    try {
      for (String table : edit.changed()) {
        Path path = paths.getOrDefault(table, own.resolve(table + ".csv"));
        before.put(
            path, Files.exists(path) ? Optional.of(Files.readAllBytes(path)) : Optional.empty());
        Objects.requireNonNull(edit.files().get(table)).save(path);
      }
    } catch (IOException failure) {
      putBack(before, failure);
      throw failure;
    }
  }

  private static void putBack(SequencedMap<Path, Optional<byte[]>> before, IOException failure) {
    for (Map.Entry<Path, Optional<byte[]>> file : before.entrySet()) {
      try {
        if (file.getValue().isPresent()) {
          AtomicFile.write(file.getKey(), file.getValue().get());
        } else {
          Files.deleteIfExists(file.getKey());
        }
      } catch (IOException another) {
        failure.addSuppressed(another);
      }
    }
  }
}
