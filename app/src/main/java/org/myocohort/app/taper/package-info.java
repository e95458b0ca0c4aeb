/// The `taper` commands: what tapers taught, a plan as text, calendar and printed sheet; and the
/// words of both for the pages.
@NullMarked
package org.myocohort.app.taper;

import org.jspecify.annotations.NullMarked;
