/// What people read out of the reports of a review: single patients as a study folder, aggregate
/// results, the place of each value, the appraisal; and two people's readings compared.
@NullMarked
package org.myocohort.evidence.extraction;

import org.jspecify.annotations.NullMarked;
