package org.myocohort.evidence.search;

import java.util.List;

/// A strategy as far as it could be read, and what was found wrong with it.
///
/// @param findings in the order of the text
public record ParsedSearch(Strategy strategy, List<Finding> findings) {
  public ParsedSearch {
    findings = List.copyOf(findings);
  }

  public boolean hasErrors() {
    return findings.stream().anyMatch(finding -> finding.severity() == Finding.Severity.ERROR);
  }
}
