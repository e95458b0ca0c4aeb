/// Pooling of sparse counts without a correction of zero cells: Mantel-Haenszel, Peto, the exact
/// interval of the sum, a beta-binomial model.
@NullMarked
package org.myocohort.statistics.meta.sparse;

import org.jspecify.annotations.NullMarked;
