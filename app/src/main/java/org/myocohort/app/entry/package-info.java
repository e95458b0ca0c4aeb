/// Entering data: what a form's fields are, how typed texts become rows, what is worth a second
/// look, and what becomes of two people's changes to one row. Knows no request and no page.
@NullMarked
package org.myocohort.app.entry;

import org.jspecify.annotations.NullMarked;
