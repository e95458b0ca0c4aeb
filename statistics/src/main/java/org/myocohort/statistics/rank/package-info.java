/// Tests and estimates that use the order of values only, by the conditional distribution of the
/// ranks that were seen.
@NullMarked
package org.myocohort.statistics.rank;

import org.jspecify.annotations.NullMarked;
