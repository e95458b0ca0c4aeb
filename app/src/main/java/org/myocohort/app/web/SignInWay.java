package org.myocohort.app.web;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/// A way to sign in beside the password.
public interface SignInWay {
  /// Adds what it needs to the rules of the pages.
  void addTo(HttpSecurity http);
}
