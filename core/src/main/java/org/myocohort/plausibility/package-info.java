/// Plausibility of a patient's record: what cannot be, what is unusual, what a result will miss.
///
/// Every rule and every limit is this project's own, except where a rule names its source. Answers
/// are codes and values; sentences are made elsewhere.
@NullMarked
package org.myocohort.plausibility;

import org.jspecify.annotations.NullMarked;
