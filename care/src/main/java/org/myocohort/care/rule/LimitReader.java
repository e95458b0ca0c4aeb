package org.myocohort.care.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.myocohort.care.rule.Limits.Bound;
import org.myocohort.care.rule.Limits.Limit;
import org.myocohort.care.rule.Limits.Of;
import org.myocohort.exchange.yaml.YamlFields;
import org.myocohort.units.Analytes;
import org.myocohort.vocabulary.Vocabulary;

/// Reads limits: `at least: 18 years`, `more than: 1.5 x ULN`, `less than: 80 %`.
final class LimitReader {
  private static final Pattern NUMBER = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?)\\s*(.*)");

  private LimitReader() {}

  /// The limits of an object; at least one must stand there.
  private static Optional<Limits> read(
      YamlFields fields, BiFunction<Bound, String, @Nullable Limit> limit, String code) {
    List<Limit> limits = new ArrayList<>();
    boolean named = false;
    for (Bound bound : Bound.values()) {
      Optional<String> text = fields.text(bound.word());
      if (text.isPresent()) {
        named = true;
        Limit read = limit.apply(bound, text.get());
        if (read == null) {
          fields.wrong(bound.word(), code, text.get());
        } else {
          limits.add(read);
        }
      }
    }
    if (!named) {
      fields.wrong("", "rule-limit-missing", "");
    }
    return limits.isEmpty() ? Optional.empty() : Optional.of(new Limits(limits));
  }

  private static @Nullable Limit limit(Bound bound, String text, String unit, Of of) {
    Matcher parts = NUMBER.matcher(text.strip());
    return parts.matches() && parts.group(2).equals(unit)
        ? new Limit(bound, new BigDecimal(parts.group(1)), of, unit)
        : null;
  }

  static Optional<Limits> years(YamlFields fields) {
    return read(fields, (bound, text) -> limit(bound, text, "years", Of.UNIT), "rule-years");
  }

  static Optional<Limits> percent(YamlFields fields) {
    return read(fields, (bound, text) -> limit(bound, text, "%", Of.UNIT), "rule-percent");
  }

  static Optional<Limits> scale(YamlFields fields) {
    return read(
        fields,
        (bound, text) -> {
          Limit plain = limit(bound, text, "", Of.UNIT);
          return plain != null ? plain : limit(bound, text, "% of maximum", Of.PERCENT_OF_MAXIMUM);
        },
        "rule-scale");
  }

  static Optional<Limits> spans(YamlFields fields) {
    return read(
        fields,
        (bound, text) ->
            Span.parse(text)
                .map(span ->
                    new Limit(bound, BigDecimal.valueOf(span.count()), Of.UNIT, span.unit().name()))
                .orElse(null),
        "rule-span");
  }

  /// A limit of a quantity: a multiple of a laboratory's limit, or a number with a unit that the
  /// quantity can be given in.
  static Optional<Limits> measured(YamlFields fields, String code) {
    return read(
        fields,
        (bound, text) -> {
          Matcher parts = NUMBER.matcher(text.strip());
          if (!parts.matches()) {
            return null;
          }
          BigDecimal number = new BigDecimal(parts.group(1));
          String unit = parts.group(2).strip();
          if (unit.equals("x ULN")) {
            return new Limit(bound, number, Of.UPPER_LIMIT, "");
          }
          if (unit.equals("x LLN")) {
            return new Limit(bound, number, Of.LOWER_LIMIT, "");
          }
          String canonical = Vocabulary.measurements().term(code).cell("unit");
          boolean convertible =
              !unit.isEmpty()
                  && !canonical.isEmpty()
                  && Analytes.convert(code, BigDecimal.ONE, canonical, unit).isPresent();
          return convertible ? new Limit(bound, number, Of.UNIT, unit) : null;
        },
        "rule-measurement-limit");
  }
}
