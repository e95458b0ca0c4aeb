/// A trial's criteria as a coordinator writes them down in the language of rules, and its fields
/// that are criteria by themselves.
@NullMarked
package org.myocohort.care.trial.rule;

import org.jspecify.annotations.NullMarked;
