package org.myocohort.app.web;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/// A further way to sign in, beside the password.
@FunctionalInterface
public interface SignInWay {
  /// Adds it to the rules of the pages.
  void addTo(HttpSecurity http);
}
