package org.myocohort.app.simulation;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.CsvFile;
import org.myocohort.exchange.study.StudyWriter;
import org.myocohort.instrument.StudySettings;

/// The `datapackage.json` of a simulated study.
final class DataPackage {
  static final String FILE = "datapackage.json";
  static final int BASELINE_WINDOW_DAYS = 90;

  private static final String DESCRIPTION =
      "Made up by a random number generator: no row describes a person, and nothing about"
          + " myositis or its treatment can be learnt from it.";

  private DataPackage() {}

  static byte[] bytes(int patients, long seed) {
    Map<String, CsvFile> tables = new LinkedHashMap<>();
    for (SimulatedTable table : SimulatedTable.all()) {
      tables.put(table.title(), header(table));
    }
    return StudyWriter.dataPackage(
        new StudyWriter.Description(
            "synthetic-centre",
            "Synthetic myositis centre",
            true,
            new StudySettings("anakinra", BASELINE_WINDOW_DAYS, null),
            null),
        tables,
        root -> {
          root.put("description", DESCRIPTION);
          root.putArray("licenses").addObject().put("name", "Apache-2.0");
          root.withObject("myocohort")
              .putObject("simulation")
              .put("patients", patients)
              .put("seed", seed);
        });
  }

  /// The columns are all that a description needs of a table.
  private static CsvFile header(SimulatedTable table) {
    String line = String.join(",", table.columns()) + "\n";
    try {
      return CsvFile.parse(line.getBytes(StandardCharsets.UTF_8), table.fileName());
    } catch (BadInputException impossible) {
      throw new IllegalStateException("a header made of column names", impossible);
    }
  }
}
