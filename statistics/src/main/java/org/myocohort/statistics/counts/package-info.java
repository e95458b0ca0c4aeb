/// Tests and intervals of counts: proportions, rates, tables.
@NullMarked
package org.myocohort.statistics.counts;

import org.jspecify.annotations.NullMarked;
