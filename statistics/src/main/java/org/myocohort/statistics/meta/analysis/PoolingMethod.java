package org.myocohort.statistics.meta.analysis;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.myocohort.statistics.meta.pooling.TauSquaredMethod;

/// How studies are pooled, by the short names in common use.
public enum PoolingMethod {
  /// Equal effects, inverse variance.
  EE(TauSquaredMethod.EQUAL_EFFECTS),
  /// DerSimonian and Laird.
  DL(TauSquaredMethod.DERSIMONIAN_LAIRD),
  /// Restricted maximum likelihood.
  REML(TauSquaredMethod.RESTRICTED_MAXIMUM_LIKELIHOOD),
  /// Paule and Mandel.
  PM(TauSquaredMethod.PAULE_MANDEL),
  /// Empirical Bayes, which is the same as Paule and Mandel's.
  EB(TauSquaredMethod.PAULE_MANDEL),
  /// Maximum likelihood.
  ML(TauSquaredMethod.MAXIMUM_LIKELIHOOD),
  /// Sidik and Jonkman.
  SJ(TauSquaredMethod.SIDIK_JONKMAN),
  /// Hedges.
  HE(TauSquaredMethod.HEDGES),
  /// Hunter and Schmidt.
  HS(TauSquaredMethod.HUNTER_SCHMIDT),
  /// Mantel and Haenszel.
  MH(null),
  /// Peto.
  PETO(null),
  /// A mixed model of the counts.
  GLMM(null);

  private final @Nullable TauSquaredMethod tauSquared;

  PoolingMethod(@Nullable TauSquaredMethod tauSquared) {
    this.tauSquared = tauSquared;
  }

  /// The estimator of tau2, where effects and variances are pooled.
  public Optional<TauSquaredMethod> tauSquared() {
    return Optional.ofNullable(tauSquared);
  }
}
