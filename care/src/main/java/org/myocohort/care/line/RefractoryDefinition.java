package org.myocohort.care.line;

import org.myocohort.instrument.Verification;

/// Definitions of refractory disease that a record can be put against. None is the letter's, which
/// calls patients refractory and gives no definition.
public enum RefractoryDefinition {
  /// Glucocorticoids and at least one other drug that changes the disease failed or were not
  /// tolerated. Close to the entry rule of the trial of rituximab in myositis (Oddis CV, et al.
  /// Arthritis Rheum 2013;65:314-324, doi 10.1002/art.37754), whose wording was not read.
  GLUCOCORTICOID_AND_ONE(
      "glucocorticoid-and-one", 1, Verification.FROM_MEMORY, "memory", "Oddis 2013, entry rule"),
  /// Glucocorticoids and at least two other such drugs: stricter, this project's own.
  GLUCOCORTICOID_AND_TWO("glucocorticoid-and-two", 2, Verification.OURS, "ours", "");

  private final String code;
  private final int others;
  private final Verification mark;
  private final String source;
  private final String place;

  RefractoryDefinition(String code, int others, Verification mark, String source, String place) {
    this.code = code;
    this.others = others;
    this.mark = mark;
    this.source = source;
    this.place = place;
  }

  public String code() {
    return code;
  }

  /// How many drugs beside glucocorticoids must have failed.
  public int others() {
    return others;
  }

  public Verification mark() {
    return mark;
  }

  /// Key of its source.
  public String source() {
    return source;
  }

  /// Where in the source.
  public String place() {
    return place;
  }
}
