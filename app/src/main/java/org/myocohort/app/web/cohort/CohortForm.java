package org.myocohort.app.web.cohort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.myocohort.app.web.Typed;
import org.myocohort.cohort.selection.CohortFile;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.Problems;
import org.myocohort.exchange.yaml.YamlFields;
import org.myocohort.exchange.yaml.YamlFile;
import org.myocohort.exchange.yaml.YamlText;

/// A definition of a cohort as its form holds it, right or not. What it says stands in [#yaml()],
/// which is read and checked as any file is.
///
/// @param event word of files for the index event, empty for none
/// @param drug names, separated by commas
/// @param follow how many of `followUnit`; empty for none
/// @param undetermined what becomes of patients of whom a step cannot tell
record CohortForm(
    String title,
    String event,
    String drug,
    String from,
    String until,
    String follow,
    String followUnit,
    String undetermined,
    List<Step> steps) {
  static final String FIRST_DOSE = "first dose";
  static final List<String> EVENTS = List.of("", FIRST_DOSE, "diagnosis", "onset", "first visit");
  static final List<String> UNITS = List.of("months", "years", "weeks", "days");
  static final List<String> UNDETERMINED = List.of("left out", "kept");
  static final List<String> ASKED = List.of("at index", "ever");

  private static final String AT_INDEX = ASKED.getFirst();
  private static final String EVER = ASKED.getLast();

  /// More than anybody can follow.
  private static final int MOST_STEPS = 40;

  private static final Pattern PLAIN =
      Pattern.compile("[\\p{L}0-9]([\\p{L}0-9 _./+()%-]*[\\p{L}0-9_.+()%])?");

  CohortForm {
    steps = List.copyOf(steps);
  }

  /// A step.
  ///
  /// @param not whether the rule must not hold
  /// @param values by key of the field
  record Step(StepKind kind, String name, String asked, boolean not, Map<String, String> values) {
    Step {
      values = Map.copyOf(values);
    }

    String value(StepKind.Field field) {
      return values.getOrDefault(field.key(), "");
    }
  }

  /// An empty form: the first dose of a drug to be named.
  static CohortForm empty() {
    return new CohortForm(
        "", FIRST_DOSE, "", "", "", "", UNITS.getFirst(), UNDETERMINED.getFirst(), List.of());
  }

  /// What was typed.
  static CohortForm typed(Map<String, String> typed) {
    List<Step> steps = new ArrayList<>();
    for (int at = 1; at <= MOST_STEPS; at++) {
      String prefix = "s" + at + ".";
      Optional<StepKind> kind = StepKind.parse(text(typed, prefix + "kind"));
      if (kind.isEmpty()) {
        break;
      }
      Map<String, String> values = new LinkedHashMap<>();
      for (StepKind.Field field : kind.get().fields()) {
        values.put(field.key(), text(typed, prefix + field.plain()));
      }
      steps.add(
          new Step(
              kind.get(),
              text(typed, prefix + "name"),
              text(typed, prefix + "asked"),
              text(typed, prefix + "not").equals("not"),
              values));
    }
    return new CohortForm(
        text(typed, "title"),
        text(typed, "event"),
        text(typed, "drug"),
        text(typed, "from"),
        text(typed, "until"),
        text(typed, "follow"),
        text(typed, "followUnit"),
        text(typed, "undetermined"),
        steps);
  }

  private static String text(Map<String, String> typed, String name) {
    return Typed.text(typed.get(name));
  }

  /// The form of a text that is right; empty where the form cannot say all that the text says.
  static Optional<CohortForm> read(String text) {
    try {
      Optional<CohortForm> form = form(YamlFile.read("", text, new Problems()));
      // The form shows a text only where both mean the same.
      return form.isPresent()
              && CohortFile.read("", form.get().yaml()).equals(CohortFile.read("", text))
          ? form
          : Optional.empty();
    } catch (BadInputException _) {
      return Optional.empty();
    }
  }

  private static Optional<CohortForm> form(YamlFields fields) {
    Optional<YamlFields> index = fields.object("index");
    List<Step> steps = new ArrayList<>();
    for (YamlFields each : fields.objects("steps")) {
      Optional<Step> step = step(each, index.isPresent());
      if (step.isEmpty()) {
        return Optional.empty();
      }
      steps.add(step.get());
    }
    String[] follow = said(fields, "follow up").split(" ", 2);
    String unit = follow.length < 2 ? UNITS.getFirst() : follow[1];
    return Optional.of(
        new CohortForm(
            said(fields, "cohort"),
            index.map(each -> said(each, "event")).orElse(""),
            index.map(each -> String.join(", ", each.texts("drug"))).orElse(""),
            index.map(each -> said(each, "from")).orElse(""),
            index.map(each -> said(each, "until")).orElse(""),
            follow[0],
            unit.endsWith("s") ? unit : unit + "s",
            fields.has("undetermined") ? said(fields, "undetermined") : UNDETERMINED.getFirst(),
            steps));
  }

  private static Optional<Step> step(YamlFields fields, boolean indexed) {
    Optional<YamlFields> outer = fields.object("rule");
    boolean not = outer.map(rule -> rule.has("not")).orElse(false);
    Optional<YamlFields> rule = not ? outer.flatMap(each -> each.object("not")) : outer;
    Optional<StepKind> kind = rule.flatMap(StepKind::of);
    if (rule.isEmpty() || kind.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (StepKind.Field field : kind.get().fields()) {
      values.put(field.key(), value(rule.get(), field));
    }
    return Optional.of(
        new Step(
            kind.get(),
            said(fields, "step"),
            fields.has("asked") ? said(fields, "asked") : indexed ? AT_INDEX : EVER,
            not,
            values));
  }

  private static String said(YamlFields fields, String name) {
    return fields.text(name).orElse("");
  }

  private static String value(YamlFields rule, StepKind.Field field) {
    return switch (field.input()) {
      case WORDS -> String.join(", ", rule.texts(field.key()));
      case CHOICE -> rule.text(field.key()).orElse(field.words().getFirst());
      case NUMBER, TEXT -> {
        String text = rule.text(field.key()).orElse("");
        yield text.endsWith(field.unit())
            ? text.substring(0, text.length() - field.unit().length())
            : text;
      }
    };
  }

  /// With one step more.
  CohortForm with(StepKind kind, String name) {
    Map<String, String> values = new LinkedHashMap<>();
    for (StepKind.Field field : kind.fields()) {
      values.put(field.key(), field.words().isEmpty() ? "" : field.words().getFirst());
    }
    List<Step> more = new ArrayList<>(steps);
    values.replace("time", EVER);
    // An antibody or a set of criteria is asked of the whole record, for tests often come late.
    boolean late = kind == StepKind.ANTIBODY || kind == StepKind.CRITERIA || event.isEmpty();
    more.add(new Step(kind, name, late ? EVER : AT_INDEX, false, values));
    return with(more);
  }

  /// Without a step.
  ///
  /// @param at from 1
  CohortForm without(int at) {
    List<Step> fewer = new ArrayList<>(steps);
    if (at >= 1 && at <= fewer.size()) {
      fewer.remove(at - 1);
    }
    return with(fewer);
  }

  /// With a step at the place of another one, which comes to its place.
  CohortForm swapped(int at, int other) {
    List<Step> moved = new ArrayList<>(steps);
    if (Math.min(at, other) >= 1 && Math.max(at, other) <= moved.size()) {
      Step step = moved.get(at - 1);
      moved.set(at - 1, moved.get(other - 1));
      moved.set(other - 1, step);
    }
    return with(moved);
  }

  private CohortForm with(List<Step> others) {
    return new CohortForm(
        title, event, drug, from, until, follow, followUnit, undetermined, others);
  }

  /// With another title.
  CohortForm titled(String other) {
    return new CohortForm(other, event, drug, from, until, follow, followUnit, undetermined, steps);
  }

  /// The file that says what the form says.
  String yaml() {
    StringBuilder yaml = new StringBuilder();
    yaml.append("cohort: ").append(scalar(title)).append('\n');
    if (!event.isEmpty() || !from.isEmpty() || !until.isEmpty()) {
      yaml.append("index:\n  event: ").append(scalar(event)).append('\n');
      if (event.equals(FIRST_DOSE)) {
        yaml.append("  drug: ").append(list(drug)).append('\n');
      }
      line(yaml, "  from", from);
      line(yaml, "  until", until);
    }
    line(yaml, "follow up", follow.isEmpty() ? "" : follow + " " + followUnit);
    line(yaml, "undetermined", undetermined);
    if (!steps.isEmpty()) {
      yaml.append("steps:\n");
    }
    for (Step step : steps) {
      yaml.append("  - step: ").append(scalar(step.name())).append('\n');
      line(yaml, "    asked", step.asked());
      yaml.append("    rule: ")
          .append(step.not() ? "{not: " : "")
          .append(rule(step))
          .append(step.not() ? "}" : "")
          .append('\n');
    }
    return yaml.toString();
  }

  private static void line(StringBuilder yaml, String name, String value) {
    if (!value.isEmpty()) {
      yaml.append(name).append(": ").append(scalar(value)).append('\n');
    }
  }

  private static String rule(Step step) {
    List<String> parts = new ArrayList<>();
    for (StepKind.Field field : step.kind().fields()) {
      String value = step.value(field);
      boolean operator = field.key().equals(step.kind().operator());
      if (value.isEmpty() && !operator && !(field.required() && field.words().isEmpty())) {
        continue;
      }
      parts.add(
          field.key()
              + ": "
              + (field.input() == StepKind.Input.WORDS
                  ? list(value)
                  : scalar(value.isEmpty() ? "" : value + field.unit())));
    }
    return "{" + String.join(", ", parts) + "}";
  }

  private static String list(String text) {
    List<String> words =
        Arrays.stream(text.split(",", -1))
            .map(String::strip)
            .filter(word -> !word.isEmpty())
            .map(CohortForm::scalar)
            .toList();
    return switch (words.size()) {
      case 0 -> scalar("");
      case 1 -> words.getFirst();
      default -> "[" + String.join(", ", words) + "]";
    };
  }

  private static String scalar(String text) {
    return PLAIN.matcher(text).matches() ? text : YamlText.quoted(text);
  }
}
