/// Small dense linear algebra, roots, maxima and quadrature as the models of several studies need
/// them.
@NullMarked
package org.myocohort.statistics.meta.numeric;

import org.jspecify.annotations.NullMarked;
