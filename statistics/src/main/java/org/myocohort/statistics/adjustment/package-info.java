/// Probabilities adjusted for their number.
@NullMarked
package org.myocohort.statistics.adjustment;

import org.jspecify.annotations.NullMarked;
