/// Printed numbers in the text of documents: found in prose, checked, and led back to their place.
///
/// What can be read in two ways is not read; what a check would have to guess is left out. The
/// checks themselves are those of `org.myocohort.statistics.reported`.
@NullMarked
package org.myocohort.evidence.printed;

import org.jspecify.annotations.NullMarked;
