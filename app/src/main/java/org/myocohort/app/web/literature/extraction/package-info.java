/// The pages of what is read out of the reports of a review: rows and their places, pasted texts,
/// the appraisal, two extractors compared, the check of printed numbers.
@NullMarked
package org.myocohort.app.web.literature.extraction;

import org.jspecify.annotations.NullMarked;
