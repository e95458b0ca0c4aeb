/// Search strings run on the records of a review: how many a line finds, which, under each reading,
/// and which of the records known to matter are missed.
@NullMarked
package org.myocohort.evidence.search.index;

import org.jspecify.annotations.NullMarked;
