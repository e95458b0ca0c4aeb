/// What a person demands of a patient's record (a trial's criterion, a step into a cohort), written
/// as a rule, and how each rule is read against a record.
@NullMarked
package org.myocohort.care.rule;

import org.jspecify.annotations.NullMarked;
