package org.myocohort.statistics.meta.pooling;

import org.myocohort.statistics.meta.Estimation;

/// How much the studies differ.
///
/// `H2 = tau2/s2 + 1` and `I2 = 100 tau2/(tau2 + s2)` with the typical sampling variance `s2 = (k -
/// p)/tr P`; under equal effects both come from Q.
///
/// - **Source:** Higgins JPT, Thompson SG. Stat Med 2002;21:1539-1558, doi:10.1002/sim.1186.
///
/// @param tauSquared variance between the studies
/// @param tauSquaredError its standard error, as far as the method has one
/// @param iSquared in percent
/// @param hSquared at least 1, or below under equal effects
/// @param q Cochran's Q, of the residuals where there are covariates
/// @param degreesOfFreedom of Q
/// @param pValue of Q, where there are degrees of freedom
public record Heterogeneity(
    double tauSquared,
    Estimation<Double> tauSquaredError,
    Estimation<Double> iSquared,
    Estimation<Double> hSquared,
    double q,
    int degreesOfFreedom,
    Estimation<Double> pValue) {}
