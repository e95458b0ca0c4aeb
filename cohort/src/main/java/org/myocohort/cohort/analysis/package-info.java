/// An analysis of a cohort: a plan of questions, asked of each member, described and tested by the
/// methods of the module `statistics`. Every answer keeps the row of each patient behind it.
@NullMarked
package org.myocohort.cohort.analysis;

import org.jspecify.annotations.NullMarked;
