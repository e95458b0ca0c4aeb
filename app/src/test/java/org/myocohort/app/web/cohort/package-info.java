@NullMarked
package org.myocohort.app.web.cohort;

import org.jspecify.annotations.NullMarked;
