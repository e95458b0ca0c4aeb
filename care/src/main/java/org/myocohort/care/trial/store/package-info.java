/// Imported trials in a folder: snapshots by date, an import that continues where it was killed,
/// and what changed between two of them.
@NullMarked
package org.myocohort.care.trial.store;

import org.jspecify.annotations.NullMarked;
