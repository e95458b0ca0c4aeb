package org.myocohort.response;

/// The published forms of the total improvement score. All share one table of points.
public enum ScoreForm {
  /// Adult dermatomyositis and polymyositis.
  ADULT("adult"),
  /// Juvenile dermatomyositis, IMACS core set.
  JUVENILE_IMACS("juvenile-imacs"),
  /// Juvenile dermatomyositis, PRINTO core set: no enzyme, but the physical summary of the child
  /// health questionnaire and the disease activity score.
  JUVENILE_PRINTO("juvenile-printo");

  private final String code;

  ScoreForm(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }
}
