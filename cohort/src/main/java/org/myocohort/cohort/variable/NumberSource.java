package org.myocohort.cohort.variable;

/// Finds a number of a member.
public interface NumberSource {
  NumberReading of(Member member);
}
