/// What an analysis asks of each member of a cohort: a number at a time, yes or no, the time to an
/// event, how many events in how long, a course of values. Each answer names the rows it rests on,
/// or says what is missing.
@NullMarked
package org.myocohort.cohort.variable;

import org.jspecify.annotations.NullMarked;
