package org.myocohort.care.rule;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.myocohort.care.line.RefractoryDefinition;
import org.myocohort.classification.CriteriaSet;
import org.myocohort.classification.CriteriaSets;
import org.myocohort.exchange.yaml.YamlFields;
import org.myocohort.patient.ClinicalEvent;
import org.myocohort.patient.Cohort;
import org.myocohort.patient.CoreSetScale;
import org.myocohort.patient.Sex;
import org.myocohort.vocabulary.Vocabulary;

/// Reads one rule: an object with one operator and what belongs to it.
///
/// The operators and their fields are described in docs/trials.md.
public final class RuleReader {
  private static final Map<String, Function<YamlFields, Optional<Rule>>> OPERATORS = operators();

  private static final Map<String, CoreSetScale> SCALES =
      Map.of(
          "mmt", CoreSetScale.MANUAL_MUSCLE_TEST,
          "physician global", CoreSetScale.PHYSICIAN_GLOBAL,
          "patient global", CoreSetScale.PATIENT_GLOBAL,
          "extramuscular", CoreSetScale.EXTRAMUSCULAR,
          "haq", CoreSetScale.HEALTH_ASSESSMENT_QUESTIONNAIRE);

  private static final Span RECENT = new Span(90, ChronoUnit.DAYS);

  private RuleReader() {}

  private static Map<String, Function<YamlFields, Optional<Rule>>> operators() {
    Map<String, Function<YamlFields, Optional<Rule>>> operators = new LinkedHashMap<>();
    operators.put("all", fields -> parts(fields, "all").map(Rule.All::new));
    operators.put("any", fields -> parts(fields, "any").map(Rule.Any::new));
    operators.put("count", RuleReader::count);
    operators.put("not", fields -> part(fields, "not").map(Rule.Not::new));
    operators.put("when", RuleReader::when);
    operators.put("age", RuleReader::age);
    operators.put(
        "sex",
        fields ->
            fields
                .oneOf("sex", Map.of("female", Sex.FEMALE, "male", Sex.MALE))
                .map(Rule.SexIs::new));
    operators.put("antibody", RuleReader::antibody);
    operators.put("measurement", RuleReader::measurement);
    operators.put("fall", RuleReader::fall);
    operators.put("core set", RuleReader::coreSet);
    operators.put("finding", RuleReader::finding);
    operators.put("diagnosis", fields -> each(fields, "diagnosis", Rule.Diagnosis::new));
    operators.put("classification", RuleReader::classification);
    operators.put("taking", fields -> TreatmentRules.taken(fields, "taking"));
    operators.put("taken", fields -> TreatmentRules.taken(fields, "taken"));
    operators.put("stopped", TreatmentRules::stopped);
    operators.put(
        "refractory",
        fields ->
            fields
                .oneOf(
                    "refractory", words(RefractoryDefinition.values(), RefractoryDefinition::code))
                .map(Rule.RefractoryBy::new));
    operators.put("begun", TreatmentRules::begun);
    operators.put(
        "described by",
        fields ->
            fields
                .oneOf(
                    "described by", Map.of("centre", Cohort.OWN, "publication", Cohort.LITERATURE))
                .map(Rule.DescribedBy::new));
    operators.put("event", RuleReader::event);
    operators.put("duration", RuleReader::duration);
    operators.put("item", fields -> fields.text("item").map(Rule.NotHeld::new));
    operators.put("person", fields -> fields.text("person").map(Rule.Person::new));
    return operators;
  }

  /// Reads the rule of an object; what is wrong with it is added to the problems of its file.
  public static Optional<Rule> read(YamlFields fields) {
    List<String> named = fields.names().stream().filter(OPERATORS::containsKey).toList();
    if (named.size() != 1) {
      fields.names().forEach(fields::has);
      fields.wrong(
          named.isEmpty() && !fields.names().isEmpty() ? fields.names().getFirst() : "",
          "rule-one-operator",
          String.join(", ", named),
          String.join(", ", OPERATORS.keySet()));
      return Optional.empty();
    }
    Function<YamlFields, Optional<Rule>> operator = OPERATORS.get(named.getFirst());
    Optional<Rule> rule = operator == null ? Optional.empty() : operator.apply(fields);
    fields.refuseOthers();
    return rule;
  }

  /// Codes of the drugs of a field, by name or all of a class (`any glucocorticoid`), without those
  /// of a field `except`. What is no drug is added to the problems.
  public static List<String> drugs(YamlFields fields, String name) {
    return TreatmentRules.drugs(fields, name);
  }

  /// The scales of the core set by the names that files use.
  public static Map<String, CoreSetScale> scales() {
    return SCALES;
  }

  private static Optional<Rule> part(YamlFields fields, String name) {
    return fields.object(name).flatMap(RuleReader::read);
  }

  private static Optional<List<Rule>> parts(YamlFields fields, String name) {
    List<YamlFields> objects = fields.objects(name);
    List<Rule> rules = new ArrayList<>();
    objects.forEach(each -> read(each).ifPresent(rules::add));
    if (objects.isEmpty()) {
      fields.wrong(name, "rule-parts", "");
    }
    return rules.isEmpty() || rules.size() < objects.size() ? Optional.empty() : Optional.of(rules);
  }

  private static Optional<Rule> count(YamlFields fields) {
    Optional<Integer> least = fields.wholeNumber("count", 1, 50);
    fields.required("of");
    Optional<List<Rule>> parts = parts(fields, "of");
    if (least.isPresent() && parts.isPresent() && parts.get().size() < least.get()) {
      fields.wrong(
          "count", "rule-count-of", least.get().toString(), Integer.toString(parts.get().size()));
      return Optional.empty();
    }
    return least.flatMap(wanted -> parts.map(of -> new Rule.Count(wanted, of)));
  }

  private static Optional<Rule> when(YamlFields fields) {
    Optional<Rule> condition = part(fields, "when");
    fields.required("then");
    Optional<Rule> then = part(fields, "then");
    Optional<Rule> otherwise = part(fields, "else");
    if (condition.isEmpty() || then.isEmpty() || (fields.has("else") && otherwise.isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(new Rule.When(condition.get(), then.get(), otherwise.orElse(null)));
  }

  private static Optional<Rule> age(YamlFields fields) {
    Optional<Rule.AgeAt> at = fields.oneOf("age", words(Rule.AgeAt.values(), Rule.AgeAt::word));
    Optional<Limits> limits = LimitReader.years(fields);
    return at.flatMap(when -> limits.map(of -> new Rule.Age(when, of)));
  }

  /// Values by the words that files write for them, in the order of the values.
  public static <T> Map<String, T> words(T[] values, Function<T, String> word) {
    Map<String, T> words = new LinkedHashMap<>();
    Arrays.stream(values).forEach(value -> words.put(word.apply(value), value));
    return words;
  }

  /// A rule for each entry of a list, any of which may hold.
  private static Optional<Rule> each(YamlFields fields, String name, Function<String, Rule> rule) {
    return anyOf(fields.texts(name).stream().map(rule).toList());
  }

  private static Optional<Rule> anyOf(List<Rule> rules) {
    return switch (rules.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(rules.getFirst());
      default -> Optional.of(new Rule.Any(rules));
    };
  }

  /// Codes of a list of words of a vocabulary.
  static List<String> codes(YamlFields fields, String name, Vocabulary vocabulary, String kind) {
    List<String> codes = new ArrayList<>();
    for (String word : fields.texts(name)) {
      Optional<Vocabulary.Term> term = vocabulary.find(word);
      if (term.isPresent()) {
        codes.add(term.get().code());
      } else {
        unknown(fields, name, vocabulary, kind, word);
      }
    }
    return codes;
  }

  static void unknown(
      YamlFields fields, String name, Vocabulary vocabulary, String kind, String word) {
    Optional<String> near = vocabulary.suggestion(word);
    if (near.isPresent()) {
      fields.wrong(name, kind + "-unknown-near", word, near.get());
    } else {
      fields.wrong(name, kind + "-unknown", word);
    }
  }

  static @Nullable Span span(YamlFields fields, String name) {
    Optional<String> text = fields.text(name);
    if (text.isEmpty()) {
      return null;
    }
    Optional<Span> span = Span.parse(text.get());
    if (span.isEmpty()) {
      fields.wrong(name, "rule-span", text.get());
    }
    return span.orElse(null);
  }

  /// How old a value may be. Without a word about it 90 days: what was measured long ago says
  /// nothing of a screening.
  private static @Nullable Span recent(YamlFields fields) {
    if (fields.text("within").filter("ever"::equals).isPresent()) {
      return null;
    }
    return fields.has("within") ? span(fields, "within") : RECENT;
  }

  private static Optional<Rule> antibody(YamlFields fields) {
    List<String> codes = codes(fields, "antibody", Vocabulary.antibodies(), "antibody");
    boolean positive =
        fields.oneOf("result", Map.of("positive", true, "negative", false)).orElse(true);
    boolean centrally =
        fields
            .oneOf("tested", Map.of("anywhere", false, "by the central laboratory", true))
            .orElse(false);
    Span named = span(fields, "within");
    Span within = centrally && named == null ? RECENT : named;
    List<Rule> rules = new ArrayList<>();
    codes.forEach(code -> rules.add(new Rule.Antibody(code, positive, centrally, within)));
    // Negative means that none of them was found.
    return !positive && rules.size() > 1 ? Optional.of(new Rule.All(rules)) : anyOf(rules);
  }

  private static Optional<Rule> measurement(YamlFields fields) {
    List<String> codes = codes(fields, "measurement", Vocabulary.measurements(), "measurement");
    Rule.Take take =
        fields.oneOf("take", words(Rule.Take.values(), Rule.Take::word)).orElse(Rule.Take.LATEST);
    Span within = recent(fields);
    List<Rule> rules = new ArrayList<>();
    for (String code : codes) {
      LimitReader.measured(fields, code)
          .ifPresent(limits -> rules.add(new Rule.Measured(code, limits, take, within)));
    }
    return anyOf(rules);
  }

  private static Optional<Rule> fall(YamlFields fields) {
    List<String> codes = codes(fields, "fall", Vocabulary.measurements(), "measurement");
    Rule.FallAs as =
        fields
            .oneOf("as", words(Rule.FallAs.values(), Rule.FallAs::word))
            .orElse(Rule.FallAs.UNCLEAR);
    fields.required("within");
    Span within = span(fields, "within");
    Optional<Limits> limits = LimitReader.percent(fields);
    if (codes.size() != 1 || within == null) {
      return Optional.empty();
    }
    return limits.map(of -> new Rule.Fall(codes.getFirst(), of, as, within));
  }

  private static Optional<Rule> coreSet(YamlFields fields) {
    Optional<CoreSetScale> scale = fields.oneOf("core set", SCALES);
    int form = fields.wholeNumber("form", 80, 260).orElse(0);
    Span within = recent(fields);
    Optional<Limits> limits = LimitReader.scale(fields);
    boolean percent =
        limits.isPresent()
            && limits.get().all().stream()
                .allMatch(limit -> limit.of() == Limits.Of.PERCENT_OF_MAXIMUM);
    if (scale.isPresent()
        && limits.isPresent()
        && (scale.get() == CoreSetScale.MANUAL_MUSCLE_TEST) == (form == 0 && !percent)) {
      fields.wrong("core set", "rule-form", scale.get().column());
      return Optional.empty();
    }
    return scale.flatMap(of -> limits.map(all -> new Rule.CoreSet(of, form, all, within)));
  }

  private static Optional<Rule> finding(YamlFields fields) {
    List<String> codes = codes(fields, "finding", Vocabulary.findings(), "finding");
    boolean ever = fields.oneOf("time", Map.of("now", false, "ever", true)).orElse(false);
    Span within = span(fields, "within");
    return anyOf(codes.stream().map(code -> (Rule) new Rule.Found(code, ever, within)).toList());
  }

  private static Optional<Rule> classification(YamlFields fields) {
    Map<String, String> sets = new LinkedHashMap<>();
    for (CriteriaSet set : CriteriaSets.ALL) {
      sets.put(set.code(), set.code());
    }
    String grade =
        fields.oneOf("grade", Map.of("definite", "definite", "probable", "probable")).orElse("");
    List<String> codes = fields.eachOneOf("classification", sets);
    return anyOf(codes.stream().map(code -> (Rule) new Rule.Classified(code, grade)).toList());
  }

  private static Optional<Rule> event(YamlFields fields) {
    List<ClinicalEvent.Kind> kinds =
        fields.eachOneOf("event", words(ClinicalEvent.Kind.values(), ClinicalEvent.Kind::code));
    Span within = span(fields, "within");
    List<String> noting = fields.texts("noting");
    return anyOf(
        kinds.stream().map(kind -> (Rule) new Rule.Happened(kind, within, noting)).toList());
  }

  private static Optional<Rule> duration(YamlFields fields) {
    Optional<Rule.Since> from =
        fields.oneOf("duration", words(Rule.Since.values(), Rule.Since::word));
    Optional<Limits> limits = LimitReader.spans(fields);
    return from.flatMap(since -> limits.map(of -> new Rule.Duration(since, of)));
  }
}
