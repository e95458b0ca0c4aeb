package org.myocohort.app.web.review;

import org.myocohort.app.web.SignedIn;
import org.myocohort.app.web.WebSettings;
import org.springframework.stereotype.Component;

/// Makes sure, before somebody signs, that it is the person who signed in.
@Component
final class Reauthentication {
  private final WebSettings settings;

  Reauthentication(WebSettings settings) {
    this.settings = settings;
  }

  /// Whether there is a password to ask for: the demonstration has none.
  boolean asksPassword() {
    return !settings.demonstration();
  }

  boolean confirms(SignedIn person, String password) {
    return settings.demonstration();
  }
}
