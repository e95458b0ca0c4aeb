/// A study's cohorts and analyses: a cohort is built and shown step by step, a plan is written and
/// asked, its answers are shown down to the rows of the record.
@NullMarked
package org.myocohort.app.web.cohort;

import org.jspecify.annotations.NullMarked;
