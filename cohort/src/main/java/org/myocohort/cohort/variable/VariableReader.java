package org.myocohort.cohort.variable;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.myocohort.care.rule.Rule;
import org.myocohort.care.rule.RuleReader;
import org.myocohort.care.rule.Span;
import org.myocohort.care.taper.TaperSettings;
import org.myocohort.cohort.selection.SelectionStep.Asked;
import org.myocohort.cohort.variable.NumberSources.ChangeAs;
import org.myocohort.exchange.yaml.YamlFields;
import org.myocohort.patient.ClinicalEvent;
import org.myocohort.patient.CoreSetScale;
import org.myocohort.patient.Moment;
import org.myocohort.response.ResponseCategory;
import org.myocohort.units.Analytes;
import org.myocohort.units.Units;
import org.myocohort.vocabulary.Vocabulary;

/// Reads the variables of a plan, described in docs/analysis.md.
public final class VariableReader {
  /// How many days before day 0 a baseline may be, unless the plan says otherwise (ours).
  static final int BASELINE_DAYS = 90;

  private static final int MOST_AROUND = 42;
  private static final List<Integer> RESPONSE_CUTS = List.of(20, 40, 60);
  private static final String AT = "at";
  private static final String FROM = "change from";

  private final Map<String, Variable> known = new LinkedHashMap<>();
  private final boolean indexed;
  private final Map<String, BiFunction<String, YamlFields, Optional<? extends Variable>>> kinds =
      new LinkedHashMap<>();

  /// Prepares to read.
  ///
  /// @param indexed whether the cohort has a day 0
  public VariableReader(boolean indexed) {
    this.indexed = indexed;
    kinds.put("number", this::number);
    kinds.put("measurement", this::measured);
    kinds.put("core set", this::scale);
    kinds.put("marker", this::marker);
    kinds.put("score", this::score);
    kinds.put("dose", this::dose);
    kinds.put("of", this::of);
    kinds.put("cumulative dose", this::cumulative);
    kinds.put("rule", this::rule);
    kinds.put("time to", this::waiting);
    kinds.put("events", this::events);
  }

  /// Everything read so far, by name.
  public Map<String, Variable> variables() {
    return known;
  }

  /// Reads one more variable; what is wrong with it is added to the problems of its file.
  public void read(YamlFields fields) {
    String name = fields.requiredText("variable").orElse("");
    List<String> named = fields.names().stream().filter(kinds::containsKey).toList();
    if (named.size() != 1) {
      fields.names().forEach(fields::has);
      fields.wrong(
          "variable", "plan-one-kind", String.join(", ", named), String.join(", ", kinds.keySet()));
      return;
    }
    var kind = kinds.get(named.getFirst());
    Optional<? extends Variable> variable =
        kind == null ? Optional.empty() : kind.apply(name, fields);
    fields.refuseOthers();
    if (known.containsKey(name)) {
      fields.wrong("variable", "plan-name-twice", name);
    }
    variable.ifPresent(each -> known.put(name, each));
  }

  private Optional<Variable> number(String name, YamlFields fields) {
    Map<String, Variable> numbers =
        Map.of(
            "age", new Variable.OfNumber(name, "years", new NumberSources.Age()),
            "disease duration",
                new Variable.OfNumber(name, "years", new NumberSources.DiseaseDuration()));
    return fields.oneOf("number", numbers);
  }

  private Optional<Variable> measured(String name, YamlFields fields) {
    Optional<Vocabulary.Term> term = term(fields);
    if (term.isEmpty()) {
      return Optional.empty();
    }
    String canonical = term.get().cell("unit");
    String unit = fields.text("unit").orElse(canonical);
    if (Analytes.convert(term.get().code(), java.math.BigDecimal.ONE, canonical, unit).isEmpty()) {
      fields.wrong("unit", "plan-unit", unit, canonical);
    }
    return course(
        name, unit, List.of(), new CourseSources.Measured(term.get().code(), unit), fields);
  }

  private static Optional<Vocabulary.Term> term(YamlFields fields) {
    return fields
        .text("measurement")
        .flatMap(word -> {
          Vocabulary measurements = Vocabulary.measurements();
          Optional<Vocabulary.Term> found = measurements.find(word);
          if (found.isEmpty()) {
            Optional<String> near = measurements.suggestion(word);
            if (near.isPresent()) {
              fields.wrong("measurement", "measurement-unknown-near", word, near.get());
            } else {
              fields.wrong("measurement", "measurement-unknown", word);
            }
          }
          return found;
        });
  }

  private Optional<Variable> scale(String name, YamlFields fields) {
    return fields
        .oneOf("core set", RuleReader.scales())
        .flatMap((CoreSetScale scale) ->
            course(name, "", List.of(), new CourseSources.Scale(scale), fields));
  }

  private Optional<Variable> marker(String name, YamlFields fields) {
    String marker = fields.text("marker").orElse("");
    String assay = fields.requiredText("assay").orElse("");
    String unit = fields.requiredText("unit").orElse("");
    String population = fields.text("population").orElse("");
    if (!unit.isEmpty() && !Units.isUnit(unit)) {
      fields.wrong("unit", "plan-unit", unit, "UCUM");
    }
    return course(
        name, unit, List.of(), new CourseSources.Marker(marker, assay, population, unit), fields);
  }

  private Optional<Variable> score(String name, YamlFields fields) {
    fields.oneOf("score", Map.of("improvement", true));
    return course(name, "", RESPONSE_CUTS, new CourseSources.Score(), fields);
  }

  private Optional<Variable> dose(String name, YamlFields fields) {
    fields.oneOf("dose", Map.of("prednisone", true));
    return course(name, "mg", List.of(), new CourseSources.Dose(), fields);
  }

  /// A course named before, asked at a time.
  private Optional<Variable> of(String name, YamlFields fields) {
    String of = fields.text("of").orElse("");
    if (!(known.get(of) instanceof Variable.OfCourse course)) {
      fields.wrong("of", "plan-no-course", of, names(Variable.OfCourse.class));
      return Optional.empty();
    }
    if (!fields.has(AT) && !fields.has(FROM)) {
      fields.required(AT);
      return Optional.empty();
    }
    return course(name, course.unit(), course.thresholds(), course.source(), fields);
  }

  private Optional<Variable> course(
      String name, String unit, List<Integer> cuts, CourseSource source, YamlFields fields) {
    needsDayZero(fields);
    if (fields.has(AT)) {
      return when(fields, AT)
          .map(when -> new Variable.OfNumber(name, unit, new NumberSources.Picked(source, when)));
    }
    if (fields.has(FROM)) {
      Optional<When> from = when(fields, FROM);
      fields.required("to");
      Optional<When> to = when(fields, "to");
      ChangeAs as =
          fields
              .oneOf("as", Map.of("difference", ChangeAs.DIFFERENCE, "percent", ChangeAs.PERCENT))
              .orElse(ChangeAs.DIFFERENCE);
      return from.flatMap(before ->
          to.map(after ->
              new Variable.OfNumber(
                  name,
                  as == ChangeAs.PERCENT ? "%" : unit,
                  new NumberSources.Change(source, before, after, as))));
    }
    return Optional.of(new Variable.OfCourse(name, unit, cuts, source));
  }

  /// The value of a course at a time.
  public static NumberSource picked(Variable.OfCourse course, When when) {
    return new NumberSources.Picked(course.source(), when);
  }

  /// The value before day 0 that a change is counted from unless a plan says otherwise.
  public static When baseline() {
    return new When.Baseline(BASELINE_DAYS);
  }

  /// A rule as a question of yes or no.
  public static TruthSource byRule(Rule rule, Asked asked) {
    return new TruthSources.ByRule(rule, asked);
  }

  /// Reads a time: `baseline`, `6 months`, `last`, `lowest`, `highest`, with `window`.
  public static Optional<When> when(YamlFields fields, String field) {
    Optional<Integer> window =
        span(fields, "window").map(each -> Math.toIntExact(VariableReader.days(each)));
    return fields
        .text(field)
        .flatMap(text ->
            switch (text) {
              case "baseline" -> Optional.of(baseline());
              case "last" -> Optional.of(new When.Last());
              case "lowest" -> Optional.of(new When.Extreme(false));
              case "highest" -> Optional.of(new When.Extreme(true));
              default -> near(fields, field, text, window.orElse(null));
            });
  }

  private static Optional<When> near(
      YamlFields fields, String field, String text, @Nullable Integer window) {
    Optional<Span> span = Span.parse(text);
    if (span.isEmpty()) {
      fields.wrong(field, "plan-when", text);
      return Optional.empty();
    }
    int day = Math.toIntExact(days(span.get()));
    return Optional.of(
        new When.Near(day, window == null ? Math.min(MOST_AROUND, day / 2) : window));
  }

  /// Days of a span from day 0: months of 30.4375 days, rounded, so that every member is asked for
  /// the same day.
  static long days(Span span) {
    return switch (span.unit()) {
      case ChronoUnit.WEEKS -> span.count() * 7L;
      case ChronoUnit.MONTHS -> Math.round(span.count() * Moment.DAYS_PER_MONTH);
      case ChronoUnit.YEARS -> Math.round(span.count() * Moment.DAYS_PER_YEAR);
      default -> span.count();
    };
  }

  private static Optional<Span> span(YamlFields fields, String name) {
    Optional<String> text = fields.text(name);
    Optional<Span> span = text.flatMap(Span::parse);
    if (text.isPresent() && span.isEmpty()) {
      fields.wrong(name, "rule-span", text.get());
    }
    return span;
  }

  private Optional<Variable> cumulative(String name, YamlFields fields) {
    fields.oneOf("cumulative dose", Map.of("prednisone", true));
    needsDayZero(fields);
    Optional<Span> span = Optional.empty();
    boolean before = fields.has("before");
    if (before == fields.has("after")) {
      fields.wrong("cumulative dose", "plan-before-or-after", "");
    } else {
      span = span(fields, before ? "before" : "after");
    }
    return span.map(VariableReader::days)
        .map(Math::toIntExact)
        .map(days ->
            new Variable.OfNumber(
                name,
                "mg",
                before
                    ? new NumberSources.Cumulative(-days, 0)
                    : new NumberSources.Cumulative(0, days)));
  }

  private Optional<Variable> rule(String name, YamlFields fields) {
    Asked asked =
        fields
            .oneOf("asked", RuleReader.words(Asked.values(), Asked::word))
            .orElse(indexed ? Asked.AT_INDEX : Asked.EVER);
    if (asked == Asked.AT_INDEX && !indexed) {
      fields.wrong("asked", "cohort-needs-index", asked.word());
    }
    return fields
        .object("rule")
        .flatMap(RuleReader::read)
        .map(rule -> new Variable.OfTruth(name, new TruthSources.ByRule(rule, asked)));
  }

  private Optional<Variable> waiting(String name, YamlFields fields) {
    needsDayZero(fields);
    Map<String, Function<YamlFields, Optional<WaitingSource>>> sources =
        Map.of(
            "response", VariableReader::toResponse,
            "prednisone below", VariableReader::toDose,
            "stop", VariableReader::toStop,
            "relapse", _ -> Optional.of(new WaitingSources.ToRelapse()),
            "death", _ -> Optional.of(new WaitingSources.ToDeath()));
    Optional<WaitingSource> source =
        fields.oneOf("time to", sources).flatMap(each -> each.apply(fields));
    if (!fields.has("within")) {
      return source.map(each -> new Variable.OfWaiting(name, each));
    }
    // A question of yes or no: has it happened by then?
    int days =
        fields.text("within").filter("ever"::equals).isPresent()
            ? 0
            : span(fields, "within").map(each -> Math.toIntExact(days(each))).orElse(0);
    return source.map(each -> new Variable.OfTruth(name, new TruthSources.Within(each, days)));
  }

  private static Optional<WaitingSource> toResponse(YamlFields fields) {
    fields.required("at least");
    return fields
        .oneOf(
            "at least",
            Map.of(
                "minimal", ResponseCategory.MINIMAL,
                "moderate", ResponseCategory.MODERATE,
                "major", ResponseCategory.MAJOR))
        .map(WaitingSources.ToResponse::new);
  }

  private static Optional<WaitingSource> toDose(YamlFields fields) {
    fields.required("mg");
    int held = fields.wholeNumber("held days", 1, 365).orElse(TaperSettings.DEFAULT.heldDays());
    return fields.decimal("mg").map(limit -> new WaitingSources.ToDoseBelow(limit, held));
  }

  private static Optional<WaitingSource> toStop(YamlFields fields) {
    fields.required("drug");
    List<String> drugs = RuleReader.drugs(fields, "drug");
    return drugs.stream().findFirst().map(WaitingSources.ToStop::new);
  }

  private Optional<Variable> events(String name, YamlFields fields) {
    needsDayZero(fields);
    Map<String, Function<YamlFields, EventsSource>> sources = new LinkedHashMap<>();
    sources.put("adverse events", VariableReader::adverse);
    sources.put("relapses", _ -> new EventsSources.Relapses());
    for (ClinicalEvent.Kind kind : ClinicalEvent.Kind.values()) {
      sources.put(kind.code(), _ -> new EventsSources.Happened(kind));
    }
    return fields
        .oneOf("events", sources)
        .map(each -> new Variable.OfEvents(name, each.apply(fields)));
  }

  private static EventsSource adverse(YamlFields fields) {
    List<String> drugs =
        fields.has("while taking") ? RuleReader.drugs(fields, "while taking") : List.of();
    int grade = fields.wholeNumber("grade at least", 1, 5).orElse(1);
    boolean serious = fields.oneOf("serious", Map.of("only", true, "any", false)).orElse(false);
    return new EventsSources.Adverse(drugs.isEmpty() ? null : drugs.getFirst(), grade, serious);
  }

  private void needsDayZero(YamlFields fields) {
    if (!indexed) {
      fields.wrong("variable", "cohort-needs-index", "");
    }
  }

  /// Names of variables of a kind, for messages.
  public String names(Class<? extends Variable> kind) {
    List<String> names = new ArrayList<>();
    known.forEach((name, variable) -> {
      if (kind.isInstance(variable)) {
        names.add(name);
      }
    });
    return String.join(", ", names);
  }
}
