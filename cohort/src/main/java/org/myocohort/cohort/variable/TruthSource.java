package org.myocohort.cohort.variable;

import org.myocohort.cohort.selection.StepAnswer;

/// Finds whether something holds of a member.
public interface TruthSource {
  StepAnswer of(Member member);
}
