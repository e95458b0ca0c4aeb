/// Own values against a group that is known only by its printed summary: mean, range, standard
/// deviation, number, or some of these.
@NullMarked
package org.myocohort.statistics.reference;

import org.jspecify.annotations.NullMarked;
