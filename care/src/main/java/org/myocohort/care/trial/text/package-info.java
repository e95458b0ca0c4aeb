/// Criteria of trials for which nobody wrote rules: the free text is split into single criteria,
/// the plainest of them are read, the rest is shown as unread.
@NullMarked
package org.myocohort.care.trial.text;

import org.jspecify.annotations.NullMarked;
