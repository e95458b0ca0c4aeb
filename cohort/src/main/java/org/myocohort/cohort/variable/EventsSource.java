package org.myocohort.cohort.variable;

/// Counts events of a member in a time.
public interface EventsSource {
  Events of(Member member);
}
