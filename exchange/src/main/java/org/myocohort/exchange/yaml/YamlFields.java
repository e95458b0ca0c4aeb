package org.myocohort.exchange.yaml;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.myocohort.exchange.csv.Problems;

/// The fields of one object of a YAML file, read by name.
///
/// What is wrong (a field that is missing, of another shape, or that nobody asked for) is added to
/// the problems of the file; the reader goes on, so that a person sees all of it at once. A field
/// that is not there or not readable is empty.
public final class YamlFields {
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,10})?");

  private final String file;
  private final String path;
  private final YamlValue.Fields fields;
  private final Problems problems;
  private final Set<String> asked = new HashSet<>();

  YamlFields(String file, String path, YamlValue.Fields fields, Problems problems) {
    this.file = file;
    this.path = path;
    this.fields = fields;
    this.problems = problems;
  }

  /// Line on which the object begins.
  public int line() {
    return fields.line();
  }

  /// Line of a field's value; that of the object where the field is not there.
  public int line(String name) {
    YamlValue value = fields.values().get(name);
    return value == null ? line() : value.line();
  }

  /// Names of the fields, in the order of the file.
  public List<String> names() {
    return List.copyOf(fields.values().keySet());
  }

  public boolean has(String name) {
    return fields.values().containsKey(name);
  }

  /// A text that may be missing; one that stands there must hold something.
  public Optional<String> text(String name) {
    return value(name).flatMap(value -> text(name, value));
  }

  /// A text that must be there.
  public Optional<String> requiredText(String name) {
    return required(name) ? text(name) : Optional.empty();
  }

  /// A text that must be there, blanks and line ends around it kept.
  public Optional<String> exactText(String name) {
    return requiredText(name)
        .flatMap(_ -> value(name))
        .map(value -> value instanceof YamlValue.Text(String _, String exact, int _) ? exact : "");
  }

  /// A decimal number as written (`0.50` keeps its digits), without exponent.
  public Optional<BigDecimal> decimal(String name) {
    return text(name)
        .flatMap(text -> {
          if (NUMBER.matcher(text).matches()) {
            return Optional.of(new BigDecimal(text));
          }
          wrong(name, "yaml-number-expected", text);
          return Optional.empty();
        });
  }

  /// A whole number within bounds, both included.
  public Optional<Integer> wholeNumber(String name, int least, int most) {
    return decimal(name)
        .flatMap(number -> {
          if (number.stripTrailingZeros().scale() <= 0
              && number.compareTo(BigDecimal.valueOf(least)) >= 0
              && number.compareTo(BigDecimal.valueOf(most)) <= 0) {
            return Optional.of(number.intValue());
          }
          wrong(
              name,
              "whole-number-between",
              number.toPlainString(),
              Integer.toString(least),
              Integer.toString(most));
          return Optional.empty();
        });
  }

  /// A day such as 2026-11-22.
  public Optional<LocalDate> day(String name) {
    return text(name)
        .flatMap(text -> {
          try {
            return Optional.of(LocalDate.parse(text));
          } catch (DateTimeException _) {
            wrong(name, "yaml-day-expected", text);
            return Optional.empty();
          }
        });
  }

  /// One of some words.
  public <T> Optional<T> oneOf(String name, Map<String, T> words) {
    return text(name).flatMap(text -> word(name, text, words));
  }

  /// Texts of a list; a single text stands for a list of one.
  public List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (YamlValue item : items(name)) {
      text(name, item).ifPresent(texts::add);
    }
    return texts;
  }

  /// Words of a list, each one of some words; a single word stands for a list of one.
  public <T> List<T> eachOneOf(String name, Map<String, T> words) {
    List<T> found = new ArrayList<>();
    for (String text : texts(name)) {
      word(name, text, words).ifPresent(found::add);
    }
    return found;
  }

  /// The object of a field.
  public Optional<YamlFields> object(String name) {
    return value(name).flatMap(value -> object(name, value));
  }

  /// The objects of a list; a single object stands for a list of one.
  public List<YamlFields> objects(String name) {
    List<YamlFields> objects = new ArrayList<>();
    List<YamlValue> items = items(name);
    for (int at = 0; at < items.size(); at++) {
      object(name + "[" + (at + 1) + "]", items.get(at)).ifPresent(objects::add);
    }
    return objects;
  }

  /// Adds what is wrong with a field, in words of `problem.CODE`.
  public void wrong(String name, String code, String found, String... values) {
    problems.add(file, line(name), path(name), code, found, values);
  }

  /// Names the fields that nobody asked for: an unknown word is a typing error, not an option.
  public void refuseOthers() {
    for (Map.Entry<String, YamlValue> field : fields.values().entrySet()) {
      if (!asked.contains(field.getKey())) {
        problems.add(
            file,
            field.getValue().line(),
            path(field.getKey()),
            "yaml-field-unknown",
            "",
            asked.stream().sorted().collect(Collectors.joining(", ")));
      }
    }
  }

  /// Says that a field must be there; false where it is not.
  public boolean required(String name) {
    asked.add(name);
    if (has(name)) {
      return true;
    }
    problems.add(file, line(), path(name), "yaml-field-missing", "");
    return false;
  }

  private Optional<YamlValue> value(String name) {
    asked.add(name);
    return Optional.ofNullable(fields.values().get(name));
  }

  private List<YamlValue> items(String name) {
    Function<YamlValue, List<YamlValue>> asList =
        value -> value instanceof YamlValue.Items items ? items.values() : List.of(value);
    return value(name).map(asList).orElse(List.of());
  }

  private Optional<String> text(String name, YamlValue value) {
    if (value instanceof YamlValue.Text(String text, String _, int _) && !text.isEmpty()) {
      return Optional.of(text);
    }
    problems.add(file, value.line(), path(name), "yaml-text-expected", "");
    return Optional.empty();
  }

  private Optional<YamlFields> object(String name, YamlValue value) {
    if (value instanceof YamlValue.Fields inner) {
      return Optional.of(new YamlFields(file, path(name), inner, problems));
    }
    problems.add(file, value.line(), path(name), "yaml-fields-expected", "");
    return Optional.empty();
  }

  private <T> Optional<T> word(String name, String text, Map<String, T> words) {
    Optional<T> found = Optional.ofNullable(words.get(text));
    if (found.isEmpty()) {
      wrong(
          name,
          "one-of-expected",
          text,
          words.keySet().stream().sorted().collect(Collectors.joining(", ")));
    }
    return found;
  }

  private String path(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
