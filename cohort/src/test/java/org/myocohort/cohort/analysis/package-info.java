@NullMarked
package org.myocohort.cohort.analysis;

import org.jspecify.annotations.NullMarked;
