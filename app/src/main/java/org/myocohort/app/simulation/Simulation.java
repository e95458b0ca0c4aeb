package org.myocohort.app.simulation;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;

/// Makes up a myositis centre and writes it as a study folder.
///
/// The same number of patients and the same seed give the same bytes on every machine, and patient
/// k is the same person however many there are. All distributions are this project's own, invented
/// for demonstration, with no clinical claim; each class of this package states its own.
public final class Simulation {
  /// The most patients of one study.
  public static final int MOST_PATIENTS = 100_000;

  private static final String README = "README.md";

  private Simulation() {}

  /// What was written.
  ///
  /// @param rows rows of each table, by its name, in the order of the tables
  public record Summary(int patients, long seed, SequencedMap<String, Integer> rows) {}

  /// Writes all tables, `datapackage.json` and a `README.md` into a folder that exists.
  ///
  /// Patients are made one at a time, so memory does not grow with their number.
  ///
  /// @throws IllegalArgumentException if there would be no patient or more than [#MOST_PATIENTS]
  /// @throws IOException if a file cannot be written
  public static Summary write(Path folder, int patients, long seed) throws IOException {
    if (!(patients >= 1 && patients <= MOST_PATIENTS)) {
      throw new IllegalArgumentException(
          "patients must be in [1, " + MOST_PATIENTS + "] but was " + patients);
    }
    Map<SimulatedTable, Integer> counts = new EnumMap<>(SimulatedTable.class);
    try (Tables tables = new Tables(folder)) {
      for (int number = 1; number <= patients; number++) {
        PatientRows rows = PatientRows.of(seed, number);
        for (SimulatedTable table : SimulatedTable.all()) {
          tables.append(table, rows.of(table));
          counts.merge(table, rows.of(table).size(), Integer::sum);
        }
      }
    }
    Files.write(folder.resolve(DataPackage.FILE), DataPackage.bytes(patients, seed));
    Files.writeString(folder.resolve(README), readme(patients, seed));
    SequencedMap<String, Integer> rows = new LinkedHashMap<>();
    counts.forEach((table, count) -> rows.put(table.title(), count));
    return new Summary(patients, seed, rows);
  }

  /// The names of all files that a simulation writes.
  static List<String> files() {
    List<String> files =
        new ArrayList<>(SimulatedTable.all().stream().map(SimulatedTable::fileName).toList());
    files.add(DataPackage.FILE);
    files.add(README);
    return files;
  }

  private static String readme(int patients, long seed) {
    return String.format(
        Locale.ROOT,
        """
        # A synthetic centre

        **Synthetic: every row was made up by a random number generator.** No row describes a person, no
        number is an estimate, and nothing about myositis or its treatment can be learnt from it. The
        folder is there to try the software on: %1$d patients of three invented centres over five years,
        with missing values, responders and non-responders, tapers, relapses, rescues and adverse events.

        Made by

            ./myocohort simulate -o FOLDER --patients %1$d --seed %2$d

        with `examples/synthetic-centre` for FOLDER in Myocohort's own repository. The same command gives
        the same bytes again; the Javadoc of `org.myocohort.app.simulation` says which distributions were
        invented. The layout of the tables is described in `datapackage.json` (Frictionless Table Schema).
        """,
        patients,
        seed);
  }

  /// The open files of a study.
  private static final class Tables implements AutoCloseable {
    private final Map<SimulatedTable, BufferedWriter> writers = new EnumMap<>(SimulatedTable.class);

    Tables(Path folder) throws IOException {
      for (SimulatedTable table : SimulatedTable.all()) {
        writers.put(table, Files.newBufferedWriter(folder.resolve(table.fileName())));
        append(table, List.of(table.columns()));
      }
    }

    void append(SimulatedTable table, List<List<String>> rows) throws IOException {
      BufferedWriter writer = writers.get(table);
      if (writer == null) {
        throw new IllegalStateException("no file for " + table);
      }
      // One write a patient and table: a write a cell takes a quarter of the run.
      StringBuilder text = new StringBuilder(128 * rows.size());
      for (List<String> row : rows) {
        line(text, row);
      }
      writer.write(text.toString());
    }

    private static void line(StringBuilder text, List<String> cells) {
      for (int i = 0; i < cells.size(); i++) {
        if (i > 0) {
          text.append(',');
        }
        String cell = cells.get(i);
        if (cell.indexOf(',') >= 0 || cell.indexOf('"') >= 0 || cell.indexOf('\n') >= 0) {
          text.append('"').append(cell.replace("\"", "\"\"")).append('"');
        } else {
          text.append(cell);
        }
      }
      text.append('\n');
    }

    @Override
    public void close() throws IOException {
      IOException first = null;
      for (BufferedWriter writer : writers.values()) {
        try {
          writer.close();
        } catch (IOException failure) {
          if (first == null) {
            first = failure;
          } else {
            first.addSuppressed(failure);
          }
        }
      }
      if (first != null) {
        throw first;
      }
    }
  }
}
