package org.myocohort.app.web.literature;

/// The settings that a review begins with, to be filled in.
final class NewReview {
  private NewReview() {}

  static String settings(String title) {
    return """
    title: "%s"
    reviewers: 2
    blinded: true
    order: relevance
    criteria:
      include: []
      exclude:
        - {code: population, text: Other population}
    """
        .formatted(title.replace("\\", "").replace("\"", "'"));
  }
}
