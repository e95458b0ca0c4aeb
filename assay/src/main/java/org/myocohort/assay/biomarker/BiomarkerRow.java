package org.myocohort.assay.biomarker;

import java.math.BigDecimal;
import java.util.List;
import org.myocohort.assay.sample.SampleFacts;
import org.myocohort.patient.AbsenceReason;
import org.myocohort.patient.Value;

/// A row of the study folder's `biomarkers.csv`, with the visit and the quality behind it.
///
/// @param id unique in the study
/// @param facts whose sample it is
/// @param assay how it was measured
/// @param value the number or its limit
/// @param population empty for a soluble marker
/// @param parent empty for a soluble marker
/// @param quality what is to be known of the value, by its codes
public record BiomarkerRow(
    String id,
    SampleFacts facts,
    String marker,
    String assay,
    Value<BigDecimal> value,
    String unit,
    String population,
    String parent,
    String batch,
    List<String> quality) {
  /// The columns; the study folder's own first, two that it leaves alone behind them.
  public static final List<String> COLUMNS =
      List.of(
          "id",
          "patient",
          "sample",
          "date",
          "marker",
          "assay",
          "value",
          "unit",
          "population",
          "parent",
          "batch",
          "visit",
          "quality");

  public BiomarkerRow {
    quality = List.copyOf(quality);
  }

  /// The cells, in the order of the columns.
  public List<String> cells() {
    return List.of(
        id,
        facts.patient(),
        facts.sample(),
        facts.date(),
        marker,
        assay,
        written(value),
        unit,
        population,
        parent,
        batch,
        facts.visit(),
        String.join(";", quality));
  }

  /// A value as the study folder writes it: `12.5`, `<30`, `>4000`, `ND`.
  public static String written(Value<BigDecimal> value) {
    return value.text(BigDecimal::toPlainString, BiomarkerRow::written);
  }

  private static String written(AbsenceReason reason) {
    return switch (reason) {
      case NOT_DONE -> "ND";
      case NOT_REPORTED -> "NR";
      case NOT_APPLICABLE -> "NA";
      case NOT_RECORDED -> "";
      case UNKNOWN, REFUSED -> reason.text();
    };
  }
}
