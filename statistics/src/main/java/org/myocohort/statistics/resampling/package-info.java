/// Permutation and bootstrap with a seed: the same seed gives the same numbers on any number of
/// cores.
@NullMarked
package org.myocohort.statistics.resampling;

import org.jspecify.annotations.NullMarked;
