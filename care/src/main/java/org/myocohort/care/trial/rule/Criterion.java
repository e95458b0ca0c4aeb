package org.myocohort.care.trial.rule;

import org.myocohort.care.rule.Rule;

/// One criterion of a trial.
///
/// @param id unique in the trial
/// @param kind whether the trial asks for it or refuses it
/// @param text the span of the registry's text, word for word
/// @param rule what is looked up or judged
/// @param source how the rule came about
public record Criterion(String id, Kind kind, String text, Rule rule, Source source) {

  /// On which list it stands.
  public enum Kind {
    INCLUSION("inclusion"),
    EXCLUSION("exclusion");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  /// How a rule came about.
  public enum Source {
    /// A person wrote it.
    CURATED("curated"),
    /// A field of the record, such as the minimum age.
    FIELD("field"),
    /// The program read it in the free text.
    READ("read"),
    /// The program did not read it: a person has to.
    UNREAD("unread");

    private final String code;

    Source(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }
}
