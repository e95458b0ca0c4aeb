package org.myocohort.app.web.literature;

import org.myocohort.app.cli.Texts;

/// The settings that a review begins with, to be filled in.
final class NewReview {
  private NewReview() {}

  static String settings(String title, Texts texts) {
    return texts.text("reviews.template", '"' + title.replace("\\", "").replace("\"", "'") + '"');
  }
}
