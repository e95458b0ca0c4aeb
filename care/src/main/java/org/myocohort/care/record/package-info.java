/// What the rules of this module read in a patient's record: when a course ran, as far as its dates
/// tell, which drugs a rule speaks of, and what the record does not hold.
@NullMarked
package org.myocohort.care.record;

import org.jspecify.annotations.NullMarked;
