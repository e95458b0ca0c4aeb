/// Pooling the results of several studies: what every part of it shares. A result that cannot be
/// had comes as a reason, never as NaN.
@NullMarked
package org.myocohort.statistics.meta;

import org.jspecify.annotations.NullMarked;
