/// The `check` command: what is implausible in the records, and what does not fit in the reported
/// numbers.
@NullMarked
package org.myocohort.app.check;

import org.jspecify.annotations.NullMarked;
