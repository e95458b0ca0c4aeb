package org.myocohort.patient;

import java.math.BigDecimal;
import java.util.List;

/// One biomarker measured in one sample.
///
/// @param sample id of the sample
/// @param date when the sample was taken
/// @param marker what was measured
/// @param assay how; values of different assays never convert into each other
/// @param value the number or its limit
/// @param unit UCUM code, `%` for a share of the parent population
/// @param population the cell population, such as `Lymphocytes/CD4/CD45RO`, empty for a soluble
///   marker
/// @param parent the population that a percentage refers to, empty where there is none
/// @param batch plate or run
/// @param quality what was noted of the measurement, codes parted by semicolons; empty where
///   nothing was
public record Biomarker(
    RowReference row,
    Value<String> sample,
    Value<Moment> date,
    String marker,
    Value<String> assay,
    Value<BigDecimal> value,
    String unit,
    String population,
    String parent,
    Value<String> batch,
    String quality) {
  /// What `elisa` writes of a sample whose replicates scatter more than allowed.
  private static final String SCATTER = "cv-above-limit";

  /// Whether the replicates scatter more than allowed, so that the value is to be measured again.
  public boolean isScattered() {
    return List.of(quality.split(";", -1)).contains(SCATTER);
  }
}
