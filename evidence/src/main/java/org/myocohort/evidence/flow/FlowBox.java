package org.myocohort.evidence.flow;

import java.util.Locale;

/// The boxes of the diagram, in the order in which they are read.
public enum FlowBox {
  PREVIOUS,
  IDENTIFIED,
  REMOVED,
  SCREENED,
  EXCLUDED,
  SOUGHT,
  NOT_RETRIEVED,
  ASSESSED,
  REPORTS_EXCLUDED,
  OTHER_IDENTIFIED,
  OTHER_SOUGHT,
  OTHER_NOT_RETRIEVED,
  OTHER_ASSESSED,
  OTHER_REPORTS_EXCLUDED,
  INCLUDED,
  TOTAL,
  META_ANALYSIS,
  EXTRA;

  /// The word for it in files and addresses.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
