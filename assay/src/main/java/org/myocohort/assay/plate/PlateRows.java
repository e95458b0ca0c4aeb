package org.myocohort.assay.plate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.myocohort.assay.biomarker.BiomarkerRow;
import org.myocohort.assay.biomarker.CsvText;

/// A plate's result as tables.
public final class PlateRows {
  private static final List<String> QUALITY =
      List.of(
          "kind",
          "name",
          "dilution",
          "wells",
          "n",
          "mean_signal",
          "cv_percent",
          "concentration",
          "back_calculated",
          "recovery_percent",
          "passes",
          "value",
          "lower",
          "upper",
          "flags",
          "odd_well",
          "reported");

  private PlateRows() {}

  /// The samples' results as rows of the study folder's biomarkers.
  ///
  /// @param assay how they were measured, such as `ELISA`
  public static List<BiomarkerRow> biomarkers(PlateResult result, String assay) {
    Plate plate = result.plate();
    return result.reported().stream()
        .map(sample ->
            new BiomarkerRow(
                id(plate.batch(), sample.facts().sample()),
                sample.facts(),
                plate.marker(),
                assay,
                sample.value(),
                plate.unit(),
                "",
                "",
                plate.batch(),
                sample.flags().stream().map(Flag::code).toList()))
        .toList();
  }

  private static String id(String batch, String sample) {
    return "E-" + (batch.isEmpty() ? "" : batch + "-") + sample;
  }

  /// Everything by which the plate is to be judged.
  public static String quality(PlateResult result) {
    CsvText table = new CsvText(QUALITY);
    Blank blank = result.blank();
    table.row(
        List.of(
            "blank",
            blank.source().name().toLowerCase(Locale.ROOT).replace('_', '-'),
            "",
            String.join(" ", blank.wells()),
            "" + blank.wells().size(),
            significant(blank.mean()),
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            ""));
    for (StandardLevel level : result.standards()) {
      Replicates wells = level.replicates();
      table.row(
          List.of(
              "standard",
              "",
              "",
              wells.positions(),
              "" + wells.corrected().size(),
              significant(wells.mean()),
              tenths(wells.cv()),
              level.concentration().toPlainString(),
              significant(level.backCalculated()),
              tenths(level.recovery()),
              level.passes() ? "yes" : "no",
              "",
              "",
              "",
              codes(level.flags()),
              level.odd().orElse(""),
              ""));
    }
    for (MeasuredSample sample : result.samples()) {
      Replicates wells = sample.replicates();
      table.row(
          List.of(
              sample.kind().code(),
              sample.name(),
              sample.dilution().toPlainString(),
              wells.positions(),
              "" + wells.corrected().size(),
              significant(wells.mean()),
              tenths(wells.cv()),
              sample.nominal() == null ? "" : sample.nominal().toPlainString(),
              "",
              tenths(sample.recovery()),
              "",
              BiomarkerRow.written(sample.value()),
              sample.limits().map(each -> significant(each.lower())).orElse(""),
              sample.limits().map(each -> significant(each.upper())).orElse(""),
              codes(sample.flags()),
              sample.odd().orElse(""),
              sample.reported() ? "yes" : "no"));
    }
    return table.toString();
  }

  /// The codes, parted by semicolons.
  private static String codes(List<Flag> flags) {
    return String.join(";", flags.stream().map(Flag::code).toList());
  }

  private static String tenths(OptionalDouble value) {
    return value.isPresent() ? String.format(Locale.ROOT, "%.1f", value.getAsDouble()) : "";
  }

  private static String significant(OptionalDouble value) {
    return value.isPresent() ? significant(value.getAsDouble()) : "";
  }

  /// With four significant digits, without an exponent.
  public static String significant(double value) {
    return new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros().toPlainString();
  }
}
