/// Readers of the exports of bibliographic databases and reference managers, and writers of them.
///
/// A reader takes what it can: a broken record is reported and kept as far as it goes, and the
/// records beside it are read as if it were whole.
@NullMarked
package org.myocohort.evidence.format;

import org.jspecify.annotations.NullMarked;
