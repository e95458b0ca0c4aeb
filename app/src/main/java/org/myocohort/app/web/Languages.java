package org.myocohort.app.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Enumeration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Texts;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/// The language of a request: the one chosen, else the first that the browser asks for and there
/// is.
@Component("localeResolver")
final class Languages implements LocaleResolver {
  static final String COOKIE = "lang";

  @Override
  public Locale resolveLocale(HttpServletRequest request) {
    return language(request) == Texts.Language.it ? Locale.ITALIAN : Locale.ENGLISH;
  }

  static Texts.Language language(HttpServletRequest request) {
    Cookie chosen = WebUtils.getCookie(request, COOKIE);
    if (chosen != null && chosen.getValue().equals("it")) {
      return Texts.Language.it;
    }
    if (chosen != null && chosen.getValue().equals("en")) {
      return Texts.Language.en;
    }
    if (request.getHeader("Accept-Language") != null) {
      for (Enumeration<Locale> asked = request.getLocales(); asked.hasMoreElements(); ) {
        String language = asked.nextElement().getLanguage();
        if (language.equals("it")) {
          return Texts.Language.it;
        }
        if (language.equals("en")) {
          return Texts.Language.en;
        }
      }
    }
    return Texts.Language.en;
  }

  @Override
  public void setLocale(
      HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
    throw new UnsupportedOperationException("the language is chosen at /language");
  }
}
