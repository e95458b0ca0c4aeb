package org.myocohort.app.assay;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.myocohort.app.cli.TextTable;
import org.myocohort.app.cli.Texts;
import org.myocohort.assay.biomarker.BiomarkerRow;
import org.myocohort.assay.plate.MeasuredSample;
import org.myocohort.assay.plate.PlateResult;
import org.myocohort.assay.plate.PlateRows;
import org.myocohort.assay.plate.StandardLevel;
import org.myocohort.statistics.curve.FittedCurve;

/// A plate's result as it is printed.
final class PlateText {
  private PlateText() {}

  static String of(PlateResult result, FittedCurve curve, PlateWords words) {
    StringBuilder text = new StringBuilder();
    text.append(TextTable.of("", standards(result, words)))
        .append('\n')
        .append(TextTable.of("", samples(result, words)))
        .append('\n');
    words.of(result, curve).forEach(sentence -> text.append("- ").append(sentence).append('\n'));
    return text.toString();
  }

  /// The standards as rows of a table, its head first.
  static List<List<String>> standards(PlateResult result, PlateWords words) {
    Texts texts = words.texts();
    List<List<String>> rows = new ArrayList<>();
    rows.add(heads(texts, "standard", "wells", "signal", "cv", "found", "recovery", "flags"));
    for (StandardLevel level : result.standards()) {
      rows.add(
          List.of(
              level.concentration().toPlainString(),
              level.replicates().positions(),
              significant(level.replicates().mean()),
              percent(level.replicates().cv()),
              significant(level.backCalculated()),
              percent(level.recovery()),
              words.flags(level.flags())));
    }
    return rows;
  }

  /// The samples and controls as rows of a table, its head first.
  static List<List<String>> samples(PlateResult result, PlateWords words) {
    Texts texts = words.texts();
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        heads(
            texts,
            "sample",
            "patient",
            "date",
            "dilution",
            "wells",
            "signal",
            "cv",
            "value",
            "limits",
            "flags"));
    for (MeasuredSample sample : result.samples()) {
      rows.add(
          List.of(
              sample.name(),
              sample.facts().patient(),
              sample.facts().date(),
              sample.dilution().toPlainString(),
              sample.replicates().positions(),
              significant(sample.replicates().mean()),
              percent(sample.replicates().cv()),
              BiomarkerRow.written(sample.value()),
              sample
                  .limits()
                  .map(each ->
                      PlateRows.significant(each.lower())
                          + " – "
                          + PlateRows.significant(each.upper()))
                  .orElse(""),
              words.flags(sample.flags())));
    }
    return rows;
  }

  private static List<String> heads(Texts texts, String... codes) {
    return List.of(codes).stream().map(code -> texts.text("elisa.head." + code)).toList();
  }

  private static String percent(OptionalDouble value) {
    return value.isPresent() ? PlateWords.percent(value.getAsDouble()) : "";
  }

  private static String significant(OptionalDouble value) {
    return value.isPresent() ? PlateRows.significant(value.getAsDouble()) : "";
  }
}
