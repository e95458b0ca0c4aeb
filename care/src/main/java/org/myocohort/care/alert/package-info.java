/// Alerts that a patient's record raises: rules of a data file, each with its source and mark. Only
/// a rule whose source was read can raise one; the answer says too what was checked and found
/// clear, what could not be checked, and which rules were not asked at all.
@NullMarked
package org.myocohort.care.alert;

import org.jspecify.annotations.NullMarked;
