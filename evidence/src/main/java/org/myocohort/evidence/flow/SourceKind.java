package org.myocohort.evidence.flow;

import java.util.Arrays;
import java.util.Optional;

/// The kinds of source that the diagram keeps apart, with the word for them in files.
public enum SourceKind {
  DATABASE("database", false),
  REGISTER("register", false),
  WEBSITE("website", true),
  ORGANISATION("organisation", true),
  CITATION_SEARCHING("citation-searching", true),
  OTHER("other", true);

  private final String code;
  private final boolean otherMethod;

  SourceKind(String code, boolean otherMethod) {
    this.code = code;
    this.otherMethod = otherMethod;
  }

  /// The kind of a word; empty where none has it.
  public static Optional<SourceKind> of(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
  }

  /// The word in `imports.csv` and `flow.yaml`.
  public String code() {
    return code;
  }

  /// Whether it belongs to the arm of other methods, not to that of databases and registers.
  public boolean otherMethod() {
    return otherMethod;
  }
}
