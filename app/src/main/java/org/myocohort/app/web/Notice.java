package org.myocohort.app.web;

import java.util.List;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// A sentence on the next page that says what became of a request.
///
/// @param kind how it is meant
/// @param code key of the text
/// @param values what fills its placeholders
public record Notice(Kind kind, String code, List<String> values) {
  /// How a notice is meant.
  public enum Kind {
    done,
    attention
  }

  public Notice {
    values = List.copyOf(values);
  }

  /// Says on the page redirected to that something was done.
  public static void done(RedirectAttributes next, String code, String... values) {
    next.addFlashAttribute("notice", new Notice(Kind.done, code, List.of(values)));
  }

  /// Says on the page redirected to that something needs a look.
  public static void attention(RedirectAttributes next, String code, String... values) {
    next.addFlashAttribute("notice", new Notice(Kind.attention, code, List.of(values)));
  }
}
