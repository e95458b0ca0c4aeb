package org.myocohort.plausibility;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.myocohort.patient.RowReference;

/// One finding about a record, as data.
///
/// @param row where it stands
/// @param column the column in it
/// @param rule what was found
/// @param values what the sentence of the rule names, in the order that the rule documents
public record Finding(RowReference row, String column, PlausibilityRule rule, List<String> values) {

  /// How much a finding asks of its reader, worst first.
  public enum Level {
    /// What is recorded cannot be.
    ERROR("error"),
    /// It can be, but is unusual enough for a second look.
    WARNING("warning"),
    /// Nothing is wrong, but a result will lack something or needs care.
    NOTE("note");

    private final String code;

    Level(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  public Finding {
    values = List.copyOf(values);
    if (values.size() != rule.keys().size()) {
      throw new IllegalArgumentException(
          "values of %s must be %s but were %s".formatted(rule, rule.keys(), values));
    }
  }

  static Finding of(RowReference row, String column, PlausibilityRule rule, Object... values) {
    return new Finding(row, column, rule, List.of(values).stream().map(Finding::text).toList());
  }

  /// The stable name under which a message file has its sentence.
  public String code() {
    return rule.code();
  }

  public Level level() {
    return rule.level();
  }

  private static String text(Object value) {
    return value instanceof BigDecimal number ? shown(number) : value.toString();
  }

  /// A number as people write it; a quotient is cut to three decimals.
  private static String shown(BigDecimal number) {
    BigDecimal rounded = number.scale() > 3 ? number.setScale(3, RoundingMode.HALF_EVEN) : number;
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
