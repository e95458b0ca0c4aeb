/// Correlations of two measured values, with exact and approximate probabilities.
@NullMarked
package org.myocohort.statistics.correlation;

import org.jspecify.annotations.NullMarked;
