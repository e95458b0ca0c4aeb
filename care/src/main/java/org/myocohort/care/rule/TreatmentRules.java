package org.myocohort.care.rule;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.myocohort.exchange.yaml.YamlFields;
import org.myocohort.vocabulary.Vocabulary;

/// Reads the rules about drugs.
final class TreatmentRules {
  private static final String ANY = "any ";

  private static final Map<String, String> ROUTES =
      Map.of("oral", "oral", "iv", "iv", "sc", "sc", "im", "im");

  private TreatmentRules() {}

  /// `taking` on the day, `taken` since a day or ever.
  static Optional<Rule> taken(YamlFields fields, String name) {
    boolean now = name.equals("taking");
    List<String> drugs = drugs(fields, name);
    String shown = shown(fields, name);
    Span within = now ? null : RuleReader.span(fields, "within");
    Span stable = RuleReader.span(fields, "stable for");
    Span least = RuleReader.span(fields, "for at least");
    DoseLimits dose = dose(fields);
    String route = fields.oneOf("route", ROUTES).orElse("");
    List<String> startedFor = fields.texts("started for");
    return drugs.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Rule.Taken(
                drugs,
                shown,
                new Rule.TakenAs(now, within, stable, least, dose, route, startedFor)));
  }

  static Optional<Rule> stopped(YamlFields fields) {
    List<String> drugs = drugs(fields, "stopped");
    String shown = shown(fields, "stopped");
    fields.required("because");
    Optional<Rule.StopReason> because =
        fields.oneOf("because", RuleReader.words(Rule.StopReason.values(), Rule.StopReason::word));
    return drugs.isEmpty()
        ? Optional.empty()
        : because.map(reason -> new Rule.Stopped(drugs, shown, reason));
  }

  /// `begun: anakinra` with `in line at least: 3`.
  static Optional<Rule> begun(YamlFields fields) {
    List<String> drugs = drugs(fields, "begun");
    String shown = shown(fields, "begun");
    fields.required("in line at least");
    Optional<Integer> least = fields.wholeNumber("in line at least", 1, 50);
    return drugs.isEmpty()
        ? Optional.empty()
        : least.map(line -> new Rule.BegunInLine(drugs, shown, line));
  }

  private static String shown(YamlFields fields, String name) {
    List<String> except = fields.texts("except");
    return String.join(", ", fields.texts(name))
        + (except.isEmpty() ? "" : " (except " + String.join(", ", except) + ")");
  }

  /// Drugs by name, or all of a class: `any glucocorticoid`.
  static List<String> drugs(YamlFields fields, String name) {
    Set<String> drugs = new LinkedHashSet<>();
    for (String word : fields.texts(name)) {
      Optional<Vocabulary.Term> term = Vocabulary.drugs().find(word);
      List<String> ofClass =
          word.startsWith(ANY) ? ofClass(word.substring(ANY.length())) : List.of();
      if (!ofClass.isEmpty()) {
        drugs.addAll(ofClass);
      } else if (term.isPresent()) {
        drugs.add(term.get().code());
      } else {
        RuleReader.unknown(fields, name, Vocabulary.drugs(), "drug", word);
      }
    }
    RuleReader.codes(fields, "except", Vocabulary.drugs(), "drug").forEach(drugs::remove);
    return new ArrayList<>(drugs);
  }

  private static List<String> ofClass(String name) {
    String key = name.toLowerCase(Locale.ROOT);
    return Vocabulary.drugs().terms().stream()
        .filter(term -> term.cell("class").equals(key))
        .map(Vocabulary.Term::code)
        .toList();
  }

  private static @Nullable DoseLimits dose(YamlFields fields) {
    List<DoseLimits.Dose> limits = new ArrayList<>();
    for (Map.Entry<String, Limits.Bound> bound :
        RuleReader.words(Limits.Bound.values(), Limits.Bound::word).entrySet()) {
      String name = "dose " + bound.getKey();
      Optional<String> text = fields.text(name);
      if (text.isPresent()) {
        Optional<DoseLimits.Dose> dose = DoseLimits.parse(bound.getValue(), text.get());
        if (dose.isEmpty()) {
          fields.wrong(name, "rule-dose", text.get());
        }
        dose.ifPresent(limits::add);
      }
    }
    return limits.isEmpty() ? null : new DoseLimits(limits);
  }
}
