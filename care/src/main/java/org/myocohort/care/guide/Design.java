package org.myocohort.care.guide;

import java.util.Locale;

/// How the study behind a piece of evidence was made.
public enum Design {
  SYSTEMATIC_REVIEW(1),
  RANDOMISED_TRIAL(2),
  /// Two treatments compared in patients who were not assigned by chance.
  COMPARED_COHORT(3),
  /// A planned trial without a control group.
  OPEN_TRIAL(4),
  COHORT(4),
  CROSS_SECTIONAL(4),
  CASE_SERIES(4),
  /// A recommendation that a panel agreed on.
  GUIDELINE(5),
  /// A review that does not say how its studies were found.
  REVIEW(5),
  /// A page for the public.
  PAGE(5);

  private final int level;

  Design(int level) {
    this.level = level;
  }

  /// From 1, studies put together, to 5, the opinion of people: an order by design alone, of this
  /// project and not of a published scheme. It says nothing about how well a study was made.
  public int level() {
    return level;
  }

  /// Whether patients were studied: not an opinion, a recommendation or a page.
  public boolean isStudy() {
    return level < 5;
  }

  /// Its word in files and message keys, such as `open-trial`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
