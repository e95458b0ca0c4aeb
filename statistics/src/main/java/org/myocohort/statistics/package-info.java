/// Small-sample statistics and checks of reported numbers. No medical word stands in it.
@NullMarked
package org.myocohort.statistics;

import org.jspecify.annotations.NullMarked;
