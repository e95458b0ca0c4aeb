/// The guide in the browser: the treatments, each statement with its mark and its source, and the
/// signature of the clinician who reviewed it. Marks, footnotes and the state of review are made so
/// that other pages of sourced texts can show them too.
@NullMarked
package org.myocohort.app.web.guide;

import org.jspecify.annotations.NullMarked;
