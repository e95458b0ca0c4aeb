package org.myocohort.app.web;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Texts;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.NoSuchMessageException;
import org.springframework.stereotype.Component;

/// Lets templates use the project's texts: `#{code(value)}`.
@Component("messageSource")
final class PageTexts implements MessageSource {
  private static final Texts ENGLISH = Texts.of(Texts.Language.en);
  private static final Texts ITALIAN = Texts.of(Texts.Language.it);

  static Texts of(Texts.Language language) {
    return switch (language) {
      case en -> ENGLISH;
      case it -> ITALIAN;
    };
  }

  private static Texts of(@Nullable Locale locale) {
    return locale != null && locale.getLanguage().equals("it") ? ITALIAN : ENGLISH;
  }

  @Override
  public @Nullable String getMessage(
      String code,
      Object @Nullable [] values,
      @Nullable String otherwise,
      @Nullable Locale locale) {
    return of(locale).has(code) ? filled(code, values, locale) : otherwise;
  }

  @Override
  public String getMessage(String code, Object @Nullable [] values, @Nullable Locale locale) {
    if (!of(locale).has(code)) {
      throw new NoSuchMessageException(code, Objects.requireNonNullElse(locale, Locale.ENGLISH));
    }
    return filled(code, values, locale);
  }

  @Override
  public String getMessage(MessageSourceResolvable message, @Nullable Locale locale) {
    for (String code : Objects.requireNonNullElse(message.getCodes(), new String[0])) {
      if (of(locale).has(code)) {
        return filled(code, message.getArguments(), locale);
      }
    }
    return Objects.requireNonNullElse(message.getDefaultMessage(), "");
  }

  private static String filled(String code, Object @Nullable [] values, @Nullable Locale locale) {
    return of(locale).text(code, values == null ? new Object[0] : values);
  }
}
