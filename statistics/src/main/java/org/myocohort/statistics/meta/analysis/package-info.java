/// One table of studies through one method: effects, pooled effect, and everything that goes with
/// it.
@NullMarked
package org.myocohort.statistics.meta.analysis;

import org.jspecify.annotations.NullMarked;
