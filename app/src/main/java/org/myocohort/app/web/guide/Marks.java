package org.myocohort.app.web.guide;

import java.util.List;
import java.util.Locale;
import org.myocohort.care.guide.Statement;
import org.myocohort.care.source.Sourced;

/// How the mark of a statement is shown: the template `guide/parts :: mark` turns its code into a
/// word and a shape.
public final class Marks {
  /// Every code, the most trusted first.
  static final List<String> CODES =
      List.of("verified", "ours", "weak", "from_memory", "not_found", "contradicted");

  private Marks() {}

  /// `verified`, `weak`, `from_memory`, `ours`, `not_found`, or `contradicted`.
  public static String code(Sourced statement) {
    return statement instanceof Statement one && one.contradicted()
        ? "contradicted"
        : statement.mark().name().toLowerCase(Locale.ROOT);
  }
}
