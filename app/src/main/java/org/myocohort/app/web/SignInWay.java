package org.myocohort.app.web;

import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.savedrequest.RequestCache;

/// A way to sign in beside the password.
public interface SignInWay {
  /// The filter that signs in, with what follows success and failure; the session that begins is
  /// the frame's business.
  ///
  /// @param asked keeps the page that was asked for before signing in
  AbstractAuthenticationProcessingFilter filter(RequestCache asked);
}
