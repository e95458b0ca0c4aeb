/// The `cohort` command: who is in, and how many remain after each step.
@NullMarked
package org.myocohort.app.cohort;

import org.jspecify.annotations.NullMarked;
