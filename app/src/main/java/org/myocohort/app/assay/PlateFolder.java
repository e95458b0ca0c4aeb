package org.myocohort.app.assay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.myocohort.assay.biomarker.CsvText;
import org.myocohort.assay.plate.PlateResult;
import org.myocohort.assay.plate.PlateRows;
import org.myocohort.exchange.csv.AtomicFile;
import org.myocohort.statistics.curve.FittedCurve;

/// Writes a plate's result into a folder: everything is made before the first file is written.
final class PlateFolder {
  private PlateFolder() {}

  /// @param synthetic whether page and figure must say that the numbers are made up
  static void write(
      Path folder,
      PlateResult result,
      FittedCurve curve,
      String assay,
      PlateWords words,
      boolean synthetic)
      throws IOException {
    String figure = PlateFigure.draw(result, curve, words, synthetic);
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("concentrations.csv", utf8(CsvText.of(PlateRows.biomarkers(result, assay))));
    files.put("quality.csv", utf8(PlateRows.quality(result)));
    files.put("results.json", PlateJson.write(result, curve, words, synthetic));
    files.put("curve.svg", utf8(figure));
    files.put("elisa.html", utf8(PlatePage.of(result, curve, figure, words, synthetic)));
    Files.createDirectories(folder);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      AtomicFile.write(folder.resolve(file.getKey()), file.getValue());
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
