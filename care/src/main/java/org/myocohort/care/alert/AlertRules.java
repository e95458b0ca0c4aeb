package org.myocohort.care.alert;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.myocohort.care.alert.AlertRule.Citation;
import org.myocohort.care.record.DrugSet;
import org.myocohort.care.source.Source;
import org.myocohort.care.source.Sources;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.yaml.ShippedFile;
import org.myocohort.exchange.yaml.YamlFields;
import org.myocohort.instrument.Verification;
import org.myocohort.patient.ClinicalEvent;
import org.myocohort.vocabulary.Vocabulary;

/// The rules of `alerts.yaml`. To add a rule is to add it there.
///
/// Refused are a rule without a source, a verified one of which a source was not read, one whose
/// drug, finding or measurement is in no vocabulary, and one without exactly one condition.
public final class AlertRules {
  private static final String FILE = "alerts.yaml";

  private static final Map<String, Verification> MARKS =
      Map.of(
          "verified", Verification.VERIFIED,
          "weak", Verification.WEAK,
          "memory", Verification.FROM_MEMORY);

  private static final Map<String, ClinicalEvent.Kind> KINDS =
      Arrays.stream(ClinicalEvent.Kind.values())
          .collect(Collectors.toUnmodifiableMap(ClinicalEvent.Kind::code, kind -> kind));

  private static final Map<String, BiFunction<YamlFields, String, Optional<? extends Condition>>>
      CONDITIONS =
          Map.of(
              "with-finding",
                  (rule, name) ->
                      term(rule, name, Vocabulary.findings()).map(Condition.WithFinding::new),
              "with-drug", (rule, name) -> drugs(rule, name).map(Condition.WithDrug::new),
              "with-vaccination", AlertRules::vaccination,
              "without-test",
                  (rule, name) ->
                      term(rule, name, Vocabulary.findings()).map(Condition.WithoutTest::new),
              "without-measurement",
                  (rule, name) ->
                      term(rule, name, Vocabulary.measurements())
                          .map(Condition.WithoutMeasurement::new),
              "value-below", (rule, name) -> rule.object(name).flatMap(AlertRules::valueBelow),
              "computed", AlertRules::computed);

  /// Conditions that are a computation of their own.
  private static final Map<String, Function<Integer, Condition>> COMPUTED =
      Map.of(
          "pregnancy", _ -> new Condition.WithPregnancy(),
          "oftener-than-weekly", _ -> new Condition.OftenerThanWeekly(),
          "creatinine-clearance-below-30", days -> new Condition.ClearanceBelow30(days),
          "anakinra-neutrophils-due", _ -> new Condition.NeutrophilsDue());

  // After everything that reading needs.
  private static final AlertRules SHIPPED =
      ShippedFile.read(AlertRules.class, FILE, AlertRules::new);

  private final List<AlertRule> rules = new ArrayList<>();

  private AlertRules(YamlFields file) {
    Set<String> ids = new HashSet<>();
    for (YamlFields fields : file.objects("rules")) {
      AlertRule rule = rule(fields);
      if (rule != null) {
        rules.add(rule);
        if (!ids.add(rule.id())) {
          fields.wrong("id", "alert-id-twice", rule.id());
        }
      }
    }
    file.refuseOthers();
  }

  /// The rules that ship with the program.
  public static AlertRules shipped() {
    return SHIPPED;
  }

  /// Reads rules of a file.
  ///
  /// @throws BadInputException with everything that is wrong with them
  static AlertRules parse(String text) throws BadInputException {
    return ShippedFile.parse(FILE, text, AlertRules::new);
  }

  /// Every rule, in the order of the file.
  public List<AlertRule> all() {
    return List.copyOf(rules);
  }

  private static @Nullable AlertRule rule(YamlFields fields) {
    Optional<String> id = fields.requiredText("id");
    Optional<DrugSet> drugs = drugs(fields, "drugs");
    int lasting = fields.wholeNumber("lasting-days", 0, 400).orElse(0);
    List<Condition> conditions = new ArrayList<>();
    CONDITIONS.keySet().stream()
        .sorted()
        .filter(fields::has)
        .forEach(name -> {
          BiFunction<YamlFields, String, Optional<? extends Condition>> reader =
              CONDITIONS.get(name);
          if (reader != null) {
            reader.apply(fields, name).ifPresent(conditions::add);
          }
        });
    long named = CONDITIONS.keySet().stream().filter(fields::has).count();
    if (named != 1) {
      fields.wrong(
          "id",
          "alert-one-condition",
          id.orElse(""),
          CONDITIONS.keySet().stream().sorted().collect(Collectors.joining(", ")));
    }
    Optional<Verification> mark =
        fields.required("mark") ? fields.oneOf("mark", MARKS) : Optional.empty();
    List<Citation> citations = citations(fields, mark.orElse(Verification.FROM_MEMORY));
    Optional<String> english = fields.requiredText("en");
    Optional<String> italian = fields.requiredText("it");
    fields.refuseOthers();
    if (id.isEmpty() || drugs.isEmpty() || conditions.size() != 1 || mark.isEmpty()) {
      return null;
    }
    return new AlertRule(
        id.get(),
        drugs.get(),
        lasting,
        conditions.getFirst(),
        mark.get(),
        citations,
        english.orElse(""),
        italian.orElse(""));
  }

  private static List<Citation> citations(YamlFields fields, Verification mark) {
    List<Citation> citations = new ArrayList<>();
    if (!fields.required("sources")) {
      return citations;
    }
    for (YamlFields one : fields.objects("sources")) {
      String key = one.requiredText("source").orElse("");
      Optional<Source> source = Sources.shipped().find(key);
      if (source.isEmpty()) {
        one.wrong("source", "care-source-unknown", key);
      } else if (mark == Verification.VERIFIED && source.get().read().isEmpty()) {
        one.wrong("source", "care-source-not-read", key);
      }
      String place =
          mark == Verification.VERIFIED
              ? one.requiredText("place").orElse("")
              : one.text("place").orElse("");
      citations.add(new Citation(key, place));
      one.refuseOthers();
    }
    return citations;
  }

  private static Optional<DrugSet> drugs(YamlFields fields, String name) {
    if (!fields.required(name)) {
      return Optional.empty();
    }
    List<String> words = fields.texts(name);
    Optional<DrugSet> drugs = DrugSet.parse(words);
    if (drugs.isEmpty() || drugs.get().codes().isEmpty()) {
      fields.wrong(name, "care-drug-unknown", String.join(", ", words));
      return Optional.empty();
    }
    return drugs;
  }

  private static Optional<String> term(YamlFields fields, String name, Vocabulary vocabulary) {
    Optional<String> code = fields.text(name);
    if (code.isPresent()
        && vocabulary.terms().stream().noneMatch(term -> term.code().equals(code.get()))) {
      fields.wrong(name, "care-term-unknown", code.get());
      return Optional.empty();
    }
    return code;
  }

  private static Optional<Condition> vaccination(YamlFields fields, String name) {
    List<ClinicalEvent.Kind> kinds = fields.eachOneOf(name, KINDS);
    return kinds.isEmpty()
        ? Optional.empty()
        : Optional.of(new Condition.WithVaccination(Set.copyOf(kinds)));
  }

  private static Optional<Condition> valueBelow(YamlFields fields) {
    Optional<String> measurement = term(fields, "measurement", Vocabulary.measurements());
    Optional<java.math.BigDecimal> limit = fields.decimal("limit");
    Optional<String> unit = fields.requiredText("unit");
    Optional<Integer> days = fields.wholeNumber("days", 1, 3660);
    fields.refuseOthers();
    return measurement.isPresent() && limit.isPresent() && unit.isPresent() && days.isPresent()
        ? Optional.of(
            new Condition.ValueBelow(measurement.get(), limit.get(), unit.get(), days.get()))
        : Optional.empty();
  }

  private static Optional<Condition> computed(YamlFields fields, String name) {
    int days = fields.wholeNumber("value-days", 1, 3660).orElse(183);
    return fields.oneOf(name, COMPUTED).map(made -> made.apply(days));
  }
}
