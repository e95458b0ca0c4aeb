package org.myocohort.cohort.variable;

import java.util.List;

/// Finds how long a member waited for an event.
public interface WaitingSource {

  /// The event asked for, and what may come before it so that it cannot be seen any more; the one
  /// asked for first. Codes.
  List<String> causes();

  Waiting of(Member member);
}
