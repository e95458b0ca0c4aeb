package org.myocohort.care.line;

/// Why a time on a drug ended, as read from the recorded reason.
public enum StopReason {
  /// It still goes on.
  ONGOING("ongoing"),
  /// It did not work, or not any longer.
  INEFFICACY("inefficacy"),
  /// It was not tolerated.
  INTOLERANCE("intolerance"),
  /// Another reason, such as a completed course.
  OTHER("other"),
  /// A reason stands there, in words that are in no list.
  NOT_READ("not-read"),
  /// No reason stands there. That is no failure.
  NOT_RECORDED("not-recorded");

  private final String code;

  StopReason(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /// Whether the drug failed or was not tolerated.
  public boolean isFailure() {
    return this == INEFFICACY || this == INTOLERANCE;
  }

  /// Whether the record leaves open why it ended.
  public boolean isOpen() {
    return this == NOT_READ || this == NOT_RECORDED;
  }
}
