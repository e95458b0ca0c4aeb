/// Effect sizes of single studies with their sampling variances.
@NullMarked
package org.myocohort.statistics.meta.effect;

import org.jspecify.annotations.NullMarked;
