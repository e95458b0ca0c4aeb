/// Curves of response against dose: fit of the four- and five-parameter logistic function, what is
/// known of its parameters, and the dose that a response stands for.
@NullMarked
package org.myocohort.statistics.curve;

import org.jspecify.annotations.NullMarked;
