package org.myocohort.app.web.cohort;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.rule.MatchWords;
import org.myocohort.app.web.entry.FieldView;
import org.myocohort.exchange.csv.Problem;

/// The fields of the form of a cohort as its page shows them, each with what is wrong with it.
///
/// @param title of the cohort
/// @param index of day 0
/// @param end of follow-up and of what is not known
/// @param steps in order
/// @param others what is wrong and belongs to no field
record BuilderFields(
    FieldView title,
    List<FieldView> index,
    List<FieldView> end,
    List<StepFields> steps,
    List<String> others) {
  private static final Pattern STEP =
      Pattern.compile("steps\\[(\\d+)]\\.(?:rule\\.(?:not\\.)?)?(.*)");

  BuilderFields {
    index = List.copyOf(index);
    end = List.copyOf(end);
    steps = List.copyOf(steps);
    others = List.copyOf(others);
  }

  /// A step.
  ///
  /// @param number from 1
  /// @param code of its kind
  /// @param head name, when it is asked, whether it must hold
  /// @param fields of its rule
  record StepFields(int number, String code, List<FieldView> head, List<FieldView> fields) {
    StepFields {
      head = List.copyOf(head);
      fields = List.copyOf(fields);
    }
  }

  /// The fields.
  ///
  /// @param problems of the text that the form says
  static BuilderFields of(CohortForm form, List<Problem> problems, Texts texts) {
    Making making = new Making(form, problems, texts);
    FieldView title = making.line("title", form.title(), "", true, false);
    List<FieldView> index =
        List.of(
            making.choice("event", form.event(), CohortForm.EVENTS),
            making.line(
                "drug", form.drug(), "list-medicines", form.event().equals("first dose"), false),
            making.line("from", form.from(), "", false, false),
            making.line("until", form.until(), "", false, false));
    List<FieldView> end =
        List.of(
            making.line("follow", form.follow(), "", false, true),
            making.choice("followUnit", form.followUnit(), CohortForm.UNITS),
            making.choice("undetermined", form.undetermined(), CohortForm.UNDETERMINED));
    List<StepFields> steps = new ArrayList<>();
    for (int at = 1; at <= form.steps().size(); at++) {
      steps.add(making.step(at, form.steps().get(at - 1)));
    }
    return new BuilderFields(title, index, end, steps, making.others());
  }

  /// Makes fields out of one form.
  private static final class Making {
    private final Texts texts;
    private final MatchWords names;
    private final Map<String, List<String>> wrong = new LinkedHashMap<>();
    private final CohortForm form;

    Making(CohortForm form, List<Problem> problems, Texts texts) {
      this.form = form;
      this.texts = texts;
      this.names = new MatchWords(texts);
      for (Problem problem : problems) {
        wrong
            .computeIfAbsent(field(problem.column()), _ -> new ArrayList<>())
            .add(Faults.sentence(problem, texts));
      }
    }

    /// The name of the input for a place of the file.
    private String field(String column) {
      Matcher step = STEP.matcher(column);
      if (step.matches()) {
        int number = Integer.parseInt(step.group(1));
        String key = step.group(2);
        return number > form.steps().size()
            ? ""
            : "s" + number + "." + stepField(form.steps().get(number - 1), key);
      }
      return switch (column) {
        case "cohort" -> "title";
        case "index.event", "index.drug", "index.from", "index.until" ->
            column.substring("index.".length());
        case "follow up" -> "follow";
        case "undetermined" -> "undetermined";
        default -> "";
      };
    }

    private static String stepField(CohortForm.Step step, String key) {
      if (key.equals("step")) {
        return "name";
      }
      if (key.equals("asked")) {
        return "asked";
      }
      return step.kind().fields().stream()
          .filter(field -> field.key().equals(key))
          .findFirst()
          .map(StepKind.Field::plain)
          // A limit that is missing belongs to no field: the first one has to tell.
          .orElse(step.kind().code());
    }

    List<String> others() {
      return wrong.getOrDefault("", List.of());
    }

    StepFields step(int number, CohortForm.Step step) {
      String prefix = "s" + number + ".";
      List<FieldView> head =
          List.of(
              line(prefix + "name", step.name(), "", true, false),
              choice(prefix + "asked", step.asked(), CohortForm.ASKED),
              choice(prefix + "not", step.not() ? "not" : "holds", List.of("holds", "not")));
      List<FieldView> fields = new ArrayList<>();
      for (StepKind.Field field : step.kind().fields()) {
        String name = prefix + field.plain();
        String value = step.value(field);
        fields.add(
            switch (field.input()) {
              case CHOICE -> choice(name, value, field.words());
              case WORDS -> line(name, value, field.list(), field.required(), false);
              case NUMBER -> line(name, value, "", field.required(), true);
              case TEXT -> line(name, value, "", false, false);
            });
      }
      return new StepFields(number, step.kind().code(), head, fields);
    }

    FieldView choice(String name, String value, List<String> words) {
      List<FieldView.Option> options = new ArrayList<>();
      for (String word : words) {
        options.add(new FieldView.Option(word, word(name, word)));
      }
      if (!words.contains(value)) {
        options.add(new FieldView.Option(value, value));
      }
      return view(name, value, options, "", false, false);
    }

    private String word(String name, String word) {
      String key =
          "cohorts.word." + key(name) + (word.isEmpty() ? "" : "." + word.replace(' ', '-'));
      return texts.has(key) ? texts.text(key) : names.name(word);
    }

    /// What a field takes; some fields of one name take different things in different steps.
    private String hint(String name) {
      String own = "cohorts.hint." + key(name);
      if (name.contains(".")) {
        int step = Integer.parseInt(name.substring(1, name.indexOf('.')));
        String ofStep = own + "." + form.steps().get(step - 1).kind().code();
        own = texts.has(ofStep) ? ofStep : own;
      }
      return texts.has(own) ? texts.text(own) : "";
    }

    private static String key(String name) {
      return name.substring(name.indexOf('.') + 1);
    }

    FieldView line(String name, String value, String list, boolean required, boolean numeric) {
      return view(name, value, List.of(), list, required, numeric);
    }

    private FieldView view(
        String name,
        String value,
        List<FieldView.Option> options,
        String list,
        boolean required,
        boolean numeric) {
      String hint = hint(name);
      return new FieldView(
          name,
          "field-" + name.replace('.', '-'),
          texts.text("cohorts.field." + key(name)),
          value,
          "",
          hint,
          "",
          "",
          "",
          options,
          list,
          false,
          numeric,
          required,
          wrong.getOrDefault(name, List.of()),
          List.of(),
          0);
    }
  }
}
