package org.myocohort.statistics.meta.pooling;

import java.util.List;

/// Covariates brought to mean 0 and spread 1, so that a year near 2000 costs no digits, and the way
/// back.
///
/// @param means of the covariates
/// @param spreads of the covariates
/// @param design a row for each study: 1, then the centred covariates
/// @param constant whether a covariate has one value only
@SuppressWarnings("ArrayRecordComponent") // Numbers of one fit; nobody compares them.
record Centring(double[] means, double[] spreads, double[][] design, boolean constant) {
  static Centring of(Moderators moderators) {
    List<List<Double>> rows = moderators.values();
    int covariates = moderators.names().size();
    double[] means = new double[covariates];
    double[] spreads = new double[covariates];
    boolean constant = false;
    for (int j = 0; j < covariates; j++) {
      for (List<Double> row : rows) {
        means[j] += row.get(j) / rows.size();
      }
      for (List<Double> row : rows) {
        spreads[j] = Math.max(spreads[j], Math.abs(row.get(j) - means[j]));
      }
      constant |= !(spreads[j] > 1e-12 * Math.abs(means[j]));
    }
    double[][] design = new double[rows.size()][covariates + 1];
    for (int i = 0; i < design.length; i++) {
      design[i][0] = 1;
      for (int j = 0; j < covariates; j++) {
        design[i][j + 1] = (rows.get(i).get(j) - means[j]) / spreads[j];
      }
    }
    return new Centring(means, spreads, design, constant);
  }

  /// The linear map from the centred coefficients to those of the covariates as given.
  private double[][] map() {
    int size = means.length + 1;
    double[][] map = new double[size][size];
    map[0][0] = 1;
    for (int j = 0; j < means.length; j++) {
      map[0][j + 1] = -means[j] / spreads[j];
      map[j + 1][j + 1] = 1 / spreads[j];
    }
    return map;
  }

  double[] back(double[] beta) {
    double[][] map = map();
    double[] result = new double[beta.length];
    for (int i = 0; i < beta.length; i++) {
      for (int j = 0; j < beta.length; j++) {
        result[i] += map[i][j] * beta[j];
      }
    }
    return result;
  }

  double[][] back(double[][] covariance) {
    double[][] half = new double[covariance.length][];
    for (int i = 0; i < covariance.length; i++) {
      half[i] = back(covariance[i]);
    }
    double[][] result = new double[covariance.length][covariance.length];
    for (int j = 0; j < covariance.length; j++) {
      double[] column = new double[covariance.length];
      for (int i = 0; i < covariance.length; i++) {
        column[i] = half[i][j];
      }
      column = back(column);
      for (int i = 0; i < covariance.length; i++) {
        result[i][j] = column[i];
      }
    }
    return result;
  }
}
