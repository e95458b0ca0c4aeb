/// Equal-effects and random-effects models of given effects and variances (two-step pooling).
@NullMarked
package org.myocohort.statistics.meta.pooling;

import org.jspecify.annotations.NullMarked;
