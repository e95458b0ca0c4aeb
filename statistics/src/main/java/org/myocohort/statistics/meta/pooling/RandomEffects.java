package org.myocohort.statistics.meta.pooling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.myocohort.statistics.ConfidenceInterval;
import org.myocohort.statistics.meta.Estimation;
import org.myocohort.statistics.meta.Reason;
import org.myocohort.statistics.meta.StudyEffect;
import org.myocohort.statistics.meta.numeric.Cholesky;
import org.myocohort.statistics.meta.numeric.Probability;
import org.myocohort.statistics.meta.pooling.MetaRegression.Coefficient;
import org.myocohort.statistics.meta.pooling.Regression.Fit;

/// The normal-normal model: `y = X beta + u + e`, `u ~ N(0, tau2)`, `e ~ N(0, v)`.
///
/// With `w = 1/(v + tau2)`: `mu = sum w y/sum w`, `se = 1/sqrt(sum w)`. One study gives its own
/// effect with tau2 0.
///
/// - **Source:** Raudenbush SW. Analyzing effect sizes: random-effects models. In: Cooper H, Hedges
///   LV, Valentine JC, eds. The handbook of research synthesis and meta-analysis, 2nd ed,
///   2009:295-315; Viechtbauer W. J Stat Softw 2010;36(3):1-48, doi:10.18637/jss.v036.i03.
///
/// @param method how tau2 is estimated
/// @param intervalMethod how the interval is made
/// @param level confidence level, such as 0.95
public record RandomEffects(TauSquaredMethod method, IntervalMethod intervalMethod, double level) {
  public RandomEffects {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level must be in (0, 1) but was " + level);
    }
  }

  /// The same model with another estimator of tau2.
  public RandomEffects with(TauSquaredMethod other) {
    return new RandomEffects(other, intervalMethod, level);
  }

  /// The pooled effect of studies.
  public Estimation<PooledEffect> pool(List<StudyEffect> studies) {
    if (studies.isEmpty()) {
      return Estimation.not(Reason.NO_STUDY);
    }
    if (studies.size() == 1 && intervalMethod != IntervalMethod.NORMAL) {
      return Estimation.not(Reason.FEWER_THAN_TWO_STUDIES);
    }
    double[][] design = new double[studies.size()][];
    Arrays.setAll(design, i -> new double[] {1});
    Regression data = data(studies, design);
    TauSquaredEstimator estimator = new TauSquaredEstimator(data);
    TauSquaredEstimator.Estimate tau = estimator.estimate(method);
    Fit fit = Objects.requireNonNull(data.fit(tau.tauSquared()));
    double variance = fit.inverse()[0][0] * factor(fit, data);
    Coefficient mean = coefficient("", fit.beta()[0] * data.unit, variance, data);
    double sum = Arrays.stream(fit.weights()).sum();
    if (!Double.isFinite(mean.estimate()) || !Double.isFinite(mean.standardError())) {
      return Estimation.not(Reason.NOT_CONVERGED);
    }
    return Estimation.of(
        new PooledEffect(
            studies.size(),
            mean.estimate(),
            mean.standardError(),
            mean.interval(),
            mean.statistic(),
            mean.pValue(),
            intervalMethod == IntervalMethod.NORMAL ? 0 : studies.size() - 1,
            heterogeneity(data, tau),
            Arrays.stream(fit.weights()).map(weight -> 100 * weight / sum).boxed().toList()));
  }

  /// The effects explained by covariates.
  public Estimation<MetaRegression> regress(List<StudyEffect> studies, Moderators moderators) {
    int covariates = moderators.names().size();
    if (studies.size() != moderators.values().size()) {
      throw new IllegalArgumentException(
          "expected a row for each of %d studies but was %d"
              .formatted(studies.size(), moderators.values().size()));
    }
    if (studies.size() <= covariates + 1) {
      return Estimation.not(Reason.MORE_COEFFICIENTS_THAN_STUDIES);
    }
    Centring centring = Centring.of(moderators);
    Regression data = data(studies, centring.design());
    if (centring.constant() || data.fit(0) == null || data.fit(ones(studies.size())) == null) {
      return Estimation.not(Reason.COLLINEAR_COVARIATES);
    }
    TauSquaredEstimator.Estimate tau = new TauSquaredEstimator(data).estimate(method);
    Fit fit = Objects.requireNonNull(data.fit(tau.tauSquared()));
    double factor = factor(fit, data);
    double[] beta = centring.back(fit.beta());
    double[][] covariance = centring.back(fit.inverse());
    List<Coefficient> coefficients = new ArrayList<>();
    for (int i = 0; i <= covariates; i++) {
      String name = i == 0 ? "intercept" : moderators.names().get(i - 1);
      coefficients.add(coefficient(name, beta[i] * data.unit, covariance[i][i] * factor, data));
    }
    return Estimation.of(withTest(studies, data, tau, fit, factor, coefficients));
  }

  private MetaRegression withTest(
      List<StudyEffect> studies,
      Regression data,
      TauSquaredEstimator.Estimate tau,
      Fit fit,
      double factor,
      List<Coefficient> coefficients) {
    int covariates = coefficients.size() - 1;
    double[][] block = new double[covariates][covariates];
    double[] slopes = new double[covariates];
    for (int i = 0; i < covariates; i++) {
      slopes[i] = fit.beta()[i + 1];
      for (int j = 0; j < covariates; j++) {
        block[i][j] = fit.inverse()[i + 1][j + 1];
      }
    }
    Cholesky factored = Cholesky.of(block);
    double wald = Double.NaN;
    if (factored != null) {
      double[] solved = factored.solve(slopes);
      wald = 0;
      for (int i = 0; i < covariates; i++) {
        wald += solved[i] * slopes[i];
      }
    }
    double freedom = data.studies - (double) data.coefficients;
    boolean normal = intervalMethod == IntervalMethod.NORMAL;
    Estimation<Double> statistic =
        Estimation.number(normal ? wald : wald / factor / covariates, Reason.STANDARD_ERROR_ZERO);
    Estimation<Double> pValue =
        statistic.map(value ->
            normal
                ? Probability.chiSquareAbove(value, covariates)
                : Probability.fAbove(value, covariates, freedom));
    return new MetaRegression(
        data.studies,
        coefficients,
        heterogeneity(data, tau),
        rSquared(studies, tau.tauSquared() * data.unit * data.unit),
        statistic,
        covariates,
        pValue);
  }

  private Estimation<Double> rSquared(List<StudyEffect> studies, double left) {
    return with(IntervalMethod.NORMAL)
        .pool(studies)
        .then(whole -> {
          double tauSquared = whole.heterogeneity().tauSquared();
          return tauSquared > 0
              ? Estimation.of(Math.max(0, 100 * (tauSquared - left) / tauSquared))
              : Estimation.not(Reason.NO_HETEROGENEITY);
        });
  }

  private RandomEffects with(IntervalMethod other) {
    return new RandomEffects(method, other, level);
  }

  /// The interval of tau2 by the profile of the generalised Q; both ends 0 where even tau2 = 0
  /// gives a Q below the lower quantile.
  ///
  /// - **Source:** Viechtbauer W. Stat Med 2007;26:37-52, doi:10.1002/sim.2514.
  public Estimation<ConfidenceInterval> tauSquaredInterval(List<StudyEffect> studies) {
    if (studies.size() < 2) {
      return Estimation.not(Reason.FEWER_THAN_TWO_STUDIES);
    }
    double[][] design = new double[studies.size()][];
    Arrays.setAll(design, i -> new double[] {1});
    Regression data = data(studies, design);
    TauSquaredEstimator estimator = new TauSquaredEstimator(data);
    double freedom = studies.size() - 1.0;
    double scale = data.unit * data.unit;
    double lower =
        scale * estimator.generalisedQ(Probability.chiSquareQuantile((1 + level) / 2, freedom));
    double upper =
        scale * estimator.generalisedQ(Probability.chiSquareQuantile((1 - level) / 2, freedom));
    return Double.isFinite(upper)
        ? Estimation.of(new ConfidenceInterval(lower, Math.max(lower, upper), level))
        : Estimation.not(Reason.NO_FINITE_LIMIT);
  }

  private static Regression data(List<StudyEffect> studies, double[][] design) {
    return Regression.of(
        studies.stream().mapToDouble(StudyEffect::effect).toArray(),
        studies.stream().mapToDouble(StudyEffect::variance).toArray(),
        design);
  }

  private static double[] ones(int size) {
    double[] ones = new double[size];
    Arrays.fill(ones, 1);
    return ones;
  }

  /// What the normal variance is multiplied with.
  private double factor(Fit fit, Regression data) {
    int freedom = data.studies - data.coefficients;
    return switch (intervalMethod) {
      case NORMAL -> 1;
      case HARTUNG_KNAPP -> fit.rss() / freedom;
      case HARTUNG_KNAPP_GUARDED -> Math.max(1, fit.rss() / freedom);
    };
  }

  private Coefficient coefficient(String name, double estimate, double variance, Regression data) {
    double error = Math.sqrt(variance) * data.unit;
    boolean normal = intervalMethod == IntervalMethod.NORMAL;
    double freedom = data.studies - (double) data.coefficients;
    double critical =
        normal ? Probability.normalCritical(level) : Probability.tCritical(level, freedom);
    double half = critical * error;
    Estimation<ConfidenceInterval> interval =
        Double.isFinite(half) && Double.isFinite(estimate)
            ? Estimation.of(new ConfidenceInterval(estimate - half, estimate + half, level))
            : Estimation.not(Reason.NO_FINITE_LIMIT);
    Estimation<Double> statistic = Estimation.number(estimate / error, Reason.STANDARD_ERROR_ZERO);
    Estimation<Double> pValue =
        statistic.map(value ->
            normal ? Probability.normalTwoSided(value) : Probability.tTwoSided(value, freedom));
    return new Coefficient(name, estimate, error, interval, statistic, pValue);
  }

  private Heterogeneity heterogeneity(Regression data, TauSquaredEstimator.Estimate tau) {
    Fit fixed = Objects.requireNonNull(data.fit(0));
    int freedom = data.studies - data.coefficients;
    double unit = data.unit * data.unit;
    double q = freedom == 0 ? 0 : fixed.rss();
    Estimation<Double> pValue =
        freedom == 0
            ? Estimation.not(Reason.FEWER_THAN_TWO_STUDIES)
            : Estimation.of(Probability.chiSquareAbove(q, freedom));
    Estimation<Double> iSquared = Estimation.not(Reason.FEWER_THAN_TWO_STUDIES);
    Estimation<Double> hSquared = Estimation.not(Reason.FEWER_THAN_TWO_STUDIES);
    if (freedom > 0) {
      double ratio = tau.tauSquared() * data.traceP(fixed) / freedom;
      double h = method == TauSquaredMethod.EQUAL_EFFECTS ? q / freedom : ratio + 1;
      hSquared = Estimation.of(h);
      iSquared = Estimation.of(h > 1 ? 100 * (h - 1) / h : 0);
    }
    return new Heterogeneity(
        tau.tauSquared() * unit,
        Estimation.number(tau.standardError() * unit, Reason.NO_HETEROGENEITY),
        iSquared,
        hSquared,
        q,
        freedom,
        pValue);
  }
}
