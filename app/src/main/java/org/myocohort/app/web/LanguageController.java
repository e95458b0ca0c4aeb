package org.myocohort.app.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.myocohort.app.cli.Texts;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Keeps the chosen language in a cookie.
@Controller
final class LanguageController {
  private static final Duration KEPT = Duration.ofDays(365);

  @GetMapping("/language/{language}")
  String choose(
      @PathVariable Texts.Language language,
      @RequestParam(defaultValue = "/") String back,
      HttpServletRequest request,
      HttpServletResponse response) {
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(Languages.COOKIE, language.name())
            .path("/")
            .maxAge(KEPT)
            .sameSite("Lax")
            .httpOnly(true)
            .secure(request.isSecure())
            .build()
            .toString());
    return "redirect:" + (withinThisSite(back) ? back : "/");
  }

  /// A path of this application: `//host` and `/\host` lead elsewhere.
  private static boolean withinThisSite(String path) {
    return path.matches("/([^/\\\\\\p{Cntrl}][^\\\\\\p{Cntrl}]*)?");
  }
}
