@NullMarked
package org.myocohort.cohort.selection;

import org.jspecify.annotations.NullMarked;
