package org.myocohort.statistics.descriptive;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;
import org.myocohort.statistics.QuantileMethod;
import org.myocohort.statistics.Quartiles;
import org.myocohort.statistics.Sample;
import org.myocohort.statistics.inference.Absence;
import org.myocohort.statistics.inference.Calculation;
import org.myocohort.statistics.inference.Quantity;
import org.myocohort.statistics.inference.Remark.Topic;
import org.myocohort.statistics.inference.TestResult;

/// The descriptives of one column of finite values.
///
/// - **Result:** estimate the mean with its t interval; `sd`, `se`, `median`, `q1`, `q3` and `iqr`
///   by a named method, `min`, `max`, `geometric_mean` and `geometric_sd` where all values are
///   positive.
/// - **Special cases:** no value: nothing. One value: no standard deviation, no interval.
public final class Description {
  private Description() {}

  /// Describes the values.
  ///
  /// @param level of the interval of the mean
  public static TestResult of(double[] values, QuantileMethod method, double level) {
    int n = values.length;
    TestResult.Builder answer = TestResult.of(n);
    if (n == 0) {
      answer.none(Absence.NO_VALUES);
      for (String name : NAMES) {
        answer.further(name, Quantity.missing(Absence.NO_VALUES));
      }
      return answer.build();
    }
    Sample sample = Sample.of(values);
    double mean = sample.mean();
    answer.p(Quantity.missing(Absence.NOT_GIVEN), Calculation.NONE).estimate(mean);
    Quantity deviation =
        sample.standardDeviation().stream()
            .mapToObj(Quantity::of)
            .findFirst()
            .orElse(Quantity.missing(Absence.ONE_VALUE));
    Quantity error = Quantity.missing(Absence.ONE_VALUE);
    if (deviation.value().isPresent()) {
      double standardError = deviation.number() / Math.sqrt(n);
      double t = TDistribution.of(n - 1.0).inverseSurvivalProbability((1 - level) / 2);
      error = Quantity.of(standardError);
      answer.limits(mean - t * standardError, mean + t * standardError, level);
      answer.remark(Topic.MEAN_INTERVAL);
    } else {
      answer.limits(error, error, level);
    }
    Quartiles quartiles = sample.quartiles(method);
    answer
        .further("mean", mean)
        .further("sd", deviation)
        .further("se", error)
        .further("median", quartiles.median())
        .further("q1", quartiles.lower())
        .further("q3", quartiles.upper())
        .further("iqr", quartiles.interquartileRange())
        .further("min", sample.minimum())
        .further("max", sample.maximum());
    geometric(answer, values, sample.minimum() > 0);
    return answer.remark(Topic.QUARTILE_METHOD, method.type(), method.position()).build();
  }

  private static final String[] NAMES = {
    "mean", "sd", "se", "median", "q1", "q3", "iqr", "min", "max", "geometric_mean", "geometric_sd"
  };

  private static void geometric(TestResult.Builder answer, double[] values, boolean positive) {
    if (!positive) {
      answer
          .further("geometric_mean", Quantity.missing(Absence.NOT_POSITIVE))
          .further("geometric_sd", Quantity.missing(Absence.NOT_POSITIVE));
      return;
    }
    Sample logs = Sample.of(Arrays.stream(values).map(Math::log).toArray());
    answer.further("geometric_mean", Math.exp(logs.mean()));
    answer.further(
        "geometric_sd",
        logs.standardDeviation().stream()
            .mapToObj(value -> Quantity.of(Math.exp(value)))
            .findFirst()
            .orElse(Quantity.missing(Absence.ONE_VALUE)));
  }
}
