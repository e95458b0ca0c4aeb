package org.myocohort.evidence.review;

/// As many people as were to decide on a work have decided; another's decision is not taken.
public final class WorkClosedException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final String work;

  WorkClosedException(String work, String by) {
    super("%s is decided, and not by %s".formatted(work, by));
    this.work = work;
  }

  public String work() {
    return work;
  }
}
