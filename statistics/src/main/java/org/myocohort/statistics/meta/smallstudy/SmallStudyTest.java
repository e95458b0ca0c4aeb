package org.myocohort.statistics.meta.smallstudy;

/// A test of whether small studies differ from large ones.
///
/// @param statistic z or t, or the rank correlation
/// @param degreesOfFreedom of t, 0 otherwise
/// @param pValue two-sided
/// @param limit the effect foreseen for a study without sampling error, NaN-free: 0 for the rank
///   test, which has none
public record SmallStudyTest(double statistic, int degreesOfFreedom, double pValue, double limit) {}
