@NullMarked
package org.myocohort.app.cohort;

import org.jspecify.annotations.NullMarked;
