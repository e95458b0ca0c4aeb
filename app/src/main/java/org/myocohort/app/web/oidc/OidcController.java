package org.myocohort.app.web.oidc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Sends somebody who wants to sign in to the provider.
@Controller
@Conditional(Configured.class)
final class OidcController {
  private final Provider provider;

  OidcController(Provider provider) {
    this.provider = provider;
  }

  @GetMapping("/login/oidc")
  String begin(HttpServletRequest request, HttpServletResponse response) {
    try {
      return "redirect:" + provider.exchange().begin(request, response);
    } catch (NotSignedIn down) {
      return "redirect:/login?oidc=" + down.problem().code();
    }
  }
}
