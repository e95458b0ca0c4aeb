package org.myocohort.app.web.literature;

import org.myocohort.app.web.SignedIn;
import org.myocohort.evidence.review.ReviewFolder;

/// How a person is called in the logs of reviews.
public final class ReviewerName {
  private ReviewerName() {}

  /// The login where it can name a log, else the account's id, which always can.
  public static String of(SignedIn person) {
    return ReviewFolder.isPerson(person.login()) ? person.login() : person.actor().account();
  }
}
