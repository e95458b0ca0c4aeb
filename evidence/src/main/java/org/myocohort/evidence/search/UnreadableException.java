package org.myocohort.evidence.search;

/// A line cannot be read from here on; what is wrong is among the findings.
final class UnreadableException extends Exception {
  private static final long serialVersionUID = 1L;

  UnreadableException(String message) {
    super(message, null, false, false);
  }
}
