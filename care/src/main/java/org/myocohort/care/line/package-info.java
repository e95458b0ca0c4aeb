/// Lines of treatment: what was given in which order, for how long, why it ended, whether that
/// makes the disease refractory by a stated definition, and what the record holds no row of. The
/// definitions are this project's own and stand with every result.
@NullMarked
package org.myocohort.care.line;

import org.jspecify.annotations.NullMarked;
