package org.myocohort.app.web.cohort;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.myocohort.care.line.RefractoryDefinition;
import org.myocohort.classification.CriteriaSet;
import org.myocohort.classification.CriteriaSets;
import org.myocohort.exchange.yaml.YamlFields;

/// The kinds of rules that the form of a cohort can say.
enum StepKind {
  ANTIBODY(
      Field.words("antibody", "list-antibodies"), Field.choice("result", "positive", "negative")),
  FINDING(Field.words("finding", "list-findings"), Field.choice("time", "now", "ever")),
  TAKEN(Field.words("taken", "list-medicines"), Field.maybe("except", "list-drugs")),
  TAKING(Field.words("taking", "list-medicines"), Field.maybe("except", "list-drugs")),
  LINE(Field.words("begun", "list-medicines"), Field.number("in line at least", "", true)),
  REFRACTORY(
      Field.choice(
          "refractory",
          Stream.of(RefractoryDefinition.values())
              .map(RefractoryDefinition::code)
              .toArray(String[]::new))),
  CRITERIA(
      Field.choice(
          "classification",
          CriteriaSets.ALL.stream().map(CriteriaSet::code).toArray(String[]::new)),
      Field.choice("grade", "", "definite", "probable")),
  AGE(
      Field.choice("age", "now", "at onset", "at diagnosis"),
      Field.number("at least", " years", false),
      Field.number("less than", " years", false)),
  MEASUREMENT(
      Field.words("measurement", "list-measurements"),
      Field.text("at least"),
      Field.text("more than"),
      Field.text("less than"),
      Field.choice("take", "latest", "any", "every", "highest", "lowest"),
      Field.choice("within", "90 days", "180 days", "1 year", "ever")),
  SEX(Field.choice("sex", "female", "male")),
  DESCRIBED(Field.choice("described by", "centre", "publication"));

  @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list of records
  private final List<Field> fields;

  StepKind(Field... fields) {
    this.fields = List.of(fields);
  }

  /// How a field is filled in.
  enum Input {
    /// Words of a vocabulary, separated by commas.
    WORDS,
    /// One of a few.
    CHOICE,
    NUMBER,
    TEXT
  }

  /// A field of a rule.
  ///
  /// @param key as files name it
  /// @param words to choose from, the first one where the file says nothing; none for no choice
  /// @param list id of the suggestions, empty for none
  /// @param unit that files write behind it, with its blank; empty for none
  record Field(
      String key, Input input, List<String> words, String list, String unit, boolean required) {
    Field {
      words = List.copyOf(words);
    }

    private static Field words(String key, String list) {
      return new Field(key, Input.WORDS, List.of(), list, "", true);
    }

    private static Field maybe(String key, String list) {
      return new Field(key, Input.WORDS, List.of(), list, "", false);
    }

    private static Field choice(String key, String... words) {
      return new Field(key, Input.CHOICE, List.of(words), "", "", true);
    }

    private static Field number(String key, String unit, boolean required) {
      return new Field(key, Input.NUMBER, List.of(), "", unit, required);
    }

    private static Field text(String key) {
      return new Field(key, Input.TEXT, List.of(), "", "", false);
    }

    /// As parts of names and ids.
    String plain() {
      return key.replace(' ', '-');
    }
  }

  List<Field> fields() {
    return fields;
  }

  /// The word that says in a file which rule it is.
  String operator() {
    return fields.getFirst().key();
  }

  /// Part of names and message keys.
  String code() {
    return operator().replace(' ', '-');
  }

  static Optional<StepKind> parse(String code) {
    return Stream.of(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }

  /// The kind of a rule of a file, empty for one that the form has no place for.
  static Optional<StepKind> of(YamlFields rule) {
    return Stream.of(values()).filter(kind -> rule.has(kind.operator())).findFirst();
  }
}
