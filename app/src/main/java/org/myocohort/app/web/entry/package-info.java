/// The pages of data entry: the forms of a patient's rows with drafts, preview, history and
/// conflicts.
@NullMarked
package org.myocohort.app.web.entry;

import org.jspecify.annotations.NullMarked;
