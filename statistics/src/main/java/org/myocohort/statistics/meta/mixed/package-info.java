/// Generalised linear mixed models of counts and of single participants, by maximum likelihood.
@NullMarked
package org.myocohort.statistics.meta.mixed;

import org.jspecify.annotations.NullMarked;
