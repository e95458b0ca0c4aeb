package org.myocohort.registry.audit;

import java.util.ArrayList;
import java.util.List;

/// Collects what does not fit: the first hundred, and the count of all.
final class Findings {
  private static final int LISTED = 100;

  private final List<AuditVerification.Finding> listed = new ArrayList<>();
  private long count;

  void add(String code, String... values) {
    count++;
    if (listed.size() < LISTED) {
      listed.add(new AuditVerification.Finding(code, List.of(values)));
    }
  }

  List<AuditVerification.Finding> listed() {
    return listed;
  }

  long count() {
    return count;
  }
}
