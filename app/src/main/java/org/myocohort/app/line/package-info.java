/// The command `line`: lines of treatment, refractory disease and alerts of a study's patients.
@NullMarked
package org.myocohort.app.line;

import org.jspecify.annotations.NullMarked;
