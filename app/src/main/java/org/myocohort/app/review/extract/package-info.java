/// The commands for what is read out of the reports of a review: the extractors' folders, their
/// comparison, and the check of printed numbers.
@NullMarked
package org.myocohort.app.review.extract;

import org.jspecify.annotations.NullMarked;
