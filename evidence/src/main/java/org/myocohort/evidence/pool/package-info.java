/// Pooling of a review: own patients and patients of the literature in one table, the source a
/// factor, with what is refused and why. What a report says stays apart from how it is counted.
@NullMarked
package org.myocohort.evidence.pool;

import org.jspecify.annotations.NullMarked;
