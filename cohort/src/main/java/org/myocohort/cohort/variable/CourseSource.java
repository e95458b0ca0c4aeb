package org.myocohort.cohort.variable;

/// Finds the values of a member over time.
public interface CourseSource {
  Course of(Member member);
}
