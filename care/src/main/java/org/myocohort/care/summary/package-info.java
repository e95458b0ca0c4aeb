/// The summary for one patient, in plain words: what the record says, and what the patient library
/// says of the treatments taken. A clinician reads it before the patient does.
@NullMarked
package org.myocohort.care.summary;

import org.jspecify.annotations.NullMarked;
