/// Descriptives of one column of values, in all and by group.
@NullMarked
package org.myocohort.statistics.descriptive;

import org.jspecify.annotations.NullMarked;
