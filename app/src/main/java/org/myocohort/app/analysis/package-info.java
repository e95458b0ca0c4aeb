/// The `analyse` command: a plan of questions asked of a cohort, as tables, figures, sentences,
/// data with the rows behind it, and a paper's package.
@NullMarked
package org.myocohort.app.analysis;

import org.jspecify.annotations.NullMarked;
