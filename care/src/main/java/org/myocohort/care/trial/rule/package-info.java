/// The language in which a coordinator writes a trial's criteria as rules, and how each rule is
/// read against a patient's record.
@NullMarked
package org.myocohort.care.trial.rule;

import org.jspecify.annotations.NullMarked;
