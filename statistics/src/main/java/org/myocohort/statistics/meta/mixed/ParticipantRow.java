package org.myocohort.statistics.meta.mixed;

import java.util.List;

/// One participant of one study.
///
/// @param study the study's label
/// @param outcome 0 or 1 for the logistic models, a finite number for the linear one
/// @param covariates finite values, in the order of their names
public record ParticipantRow(String study, double outcome, List<Double> covariates) {
  public ParticipantRow {
    covariates = List.copyOf(covariates);
    if (!Double.isFinite(outcome) || !covariates.stream().allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(
          "outcome and covariates must be finite but were %s, %s".formatted(outcome, covariates));
    }
  }
}
