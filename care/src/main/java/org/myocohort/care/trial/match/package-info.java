/// A patient against a trial: each criterion with its answer and why, and what they come to
/// together. Never that somebody is eligible.
@NullMarked
package org.myocohort.care.trial.match;

import org.jspecify.annotations.NullMarked;
