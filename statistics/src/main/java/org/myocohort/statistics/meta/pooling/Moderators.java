package org.myocohort.statistics.meta.pooling;

import java.util.List;

/// Covariates of the studies.
///
/// @param names of the covariates
/// @param values a row for each study, a finite value for each covariate
public record Moderators(List<String> names, List<List<Double>> values) {
  public Moderators {
    names = List.copyOf(names);
    values = values.stream().map(List::copyOf).toList();
    for (List<Double> row : values) {
      if (row.size() != names.size() || !row.stream().allMatch(Double::isFinite)) {
        throw new IllegalArgumentException(
            "expected %d finite values in each row but was %s".formatted(names.size(), row));
      }
    }
  }
}
