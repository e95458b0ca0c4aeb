/// Trial records as a registry gives them: what a search and a matcher need, each missing part
/// missing.
@NullMarked
package org.myocohort.care.trial;

import org.jspecify.annotations.NullMarked;
