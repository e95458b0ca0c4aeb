package org.myocohort.app.review.flow;

import org.myocohort.app.cli.Texts;
import org.myocohort.evidence.review.Review;
import org.myocohort.evidence.review.ReviewFlow;

/// The flow of a review in a language.
public final class ReviewFlows {
  private ReviewFlows() {}

  /// Counts the present version.
  public static ReviewFlow of(Review review, Texts texts) {
    return ReviewFlow.of(
        review,
        new ReviewFlow.Words(texts.text("folder.in-previous"), texts.text("folder.no-reason")));
  }
}
