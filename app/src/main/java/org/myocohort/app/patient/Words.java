package org.myocohort.app.patient;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.cli.Texts;
import org.myocohort.instrument.Bounds;
import org.myocohort.patient.AbsenceReason;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;
import org.myocohort.vocabulary.Vocabulary;

/// The words of a report or a page in one language.
///
/// @param texts the message files
public record Words(Texts texts) {
  private static final Pattern NUMBERED = Pattern.compile("-(\\d+)$");

  public String text(String code, Object... values) {
    return texts.text(code, values);
  }

  /// A text where there is one, else the code itself.
  public String name(String prefix, String code) {
    String key = prefix + "." + code.replace(' ', '-');
    return texts.has(key) ? texts.text(key) : code;
  }

  public String drug(String code) {
    return Vocabulary.drugs().term(code).name(texts.language());
  }

  public String measurement(String code) {
    return Vocabulary.measurements().term(code).name(texts.language());
  }

  /// The word of a paper's table: `ILD`, `Raynaud`, else the name.
  public String finding(String code) {
    Vocabulary.Term term = Vocabulary.findings().term(code);
    return term.cell("short").isEmpty() ? term.name(texts.language()) : term.cell("short");
  }

  /// A column of a table as people call it, the column's own name where no text has it.
  public String column(String column) {
    return name("input", column);
  }

  /// Whether a finding was there.
  public String present(Truth truth) {
    return switch (truth) {
      case TRUE -> text("input-value.present");
      case FALSE -> text("input-value.absent");
      case UNKNOWN -> absence(AbsenceReason.NOT_REPORTED);
    };
  }

  /// `anti-Jo1+` as papers print it.
  public static String antibody(String code, String sign) {
    return NUMBERED.matcher(code).replaceFirst("$1") + sign;
  }

  /// A value in words and digits; absence is written out.
  public String value(Value<?> value) {
    return value.text(Words::plain, this::absence);
  }

  /// A value, empty where the field is merely empty.
  public String cell(Value<?> value) {
    return value instanceof Value.Absent<?>(AbsenceReason reason)
            && reason == AbsenceReason.NOT_RECORDED
        ? ""
        : value(value);
  }

  public String absence(AbsenceReason reason) {
    return text("absence." + reason.name().toLowerCase(Locale.ROOT));
  }

  /// A recorded value in digits and words: decimals without trailing zeros.
  public static String plain(Object value) {
    return value instanceof BigDecimal number ? Answer.decimal(number) : value.toString();
  }

  /// A score, or the bounds that it lies between, or a dash for neither.
  public static String scored(@Nullable BigDecimal value, @Nullable Bounds bounds) {
    if (value != null) {
      return Answer.decimal(value);
    }
    return bounds == null
        ? "–"
        : Answer.decimal(bounds.lower()) + "–" + Answer.decimal(bounds.upper());
  }

  public static String capitalised(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
