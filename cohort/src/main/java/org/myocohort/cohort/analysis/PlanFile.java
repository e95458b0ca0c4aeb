package org.myocohort.cohort.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.myocohort.care.rule.RuleReader;
import org.myocohort.cohort.analysis.Grouping.Group;
import org.myocohort.cohort.analysis.Grouping.Kind;
import org.myocohort.cohort.selection.CohortDefinition;
import org.myocohort.cohort.selection.CohortFile;
import org.myocohort.cohort.selection.SelectionStep.Asked;
import org.myocohort.cohort.variable.Variable;
import org.myocohort.cohort.variable.VariableReader;
import org.myocohort.cohort.variable.When;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.Problems;
import org.myocohort.exchange.yaml.YamlFields;
import org.myocohort.exchange.yaml.YamlFile;
import org.myocohort.statistics.QuantileMethod;
import org.myocohort.statistics.adjustment.Adjustment;
import org.myocohort.statistics.reference.ReferenceGroup;

/// Reads the file of a plan, described in docs/analysis.md.
public final class PlanFile {
  private static final String BY = "by";

  private final VariableReader variables;
  private final Map<String, Grouping> groupings = new LinkedHashMap<>();
  private final boolean indexed;
  private final Map<String, BiFunction<String, YamlFields, Optional<? extends Question>>> kinds =
      new LinkedHashMap<>();

  private PlanFile(boolean indexed) {
    this.indexed = indexed;
    this.variables = new VariableReader(indexed);
    kinds.put("describe", this::describe);
    kinds.put("compare", this::compare);
    kinds.put("change", this::change);
    kinds.put("correlate", this::correlate);
    kinds.put("against", this::against);
    kinds.put("time", this::time);
    kinds.put("rate", this::rate);
    kinds.put("follow", this::follow);
    kinds.put("overview", this::overview);
    kinds.put("relapses", this::relapses);
    kinds.put("treatments", this::treatments);
  }

  /// A plan and the cohort that it is for.
  public record Read(CohortDefinition cohort, Plan plan) {}

  /// Where the definition of a plan's cohort stands.
  public interface Cohorts {
    /// The definition of a name or a path beside the plan.
    ///
    /// @return empty where there is none
    Optional<CohortDefinition> find(String name) throws BadInputException;

    /// A definition that goes before the one that the plan names or holds.
    default Optional<CohortDefinition> instead() {
      return Optional.empty();
    }
  }

  /// Reads a plan.
  ///
  /// @param file how to name it in messages
  /// @throws BadInputException with everything that is wrong with it
  public static Read read(String file, String text, Cohorts cohorts) throws BadInputException {
    Problems problems = new Problems();
    YamlFields fields = YamlFile.read(file, text, problems);
    CohortDefinition cohort = cohort(fields, cohorts);
    Plan plan = new PlanFile(cohort.index().isPresent()).plan(fields);
    problems.throwIfAny();
    return new Read(cohort, plan);
  }

  private static CohortDefinition cohort(YamlFields fields, Cohorts cohorts)
      throws BadInputException {
    Optional<CohortDefinition> instead = cohorts.instead();
    Optional<YamlFields> defined = fields.object("define");
    if (instead.isEmpty() && defined.isEmpty()) {
      fields.required("cohort");
    }
    Optional<String> name = defined.isEmpty() ? fields.text("cohort") : Optional.empty();
    if (instead.isPresent()) {
      return instead.get();
    }
    if (defined.isPresent()) {
      return CohortFile.definition(defined.get());
    }
    if (name.isPresent()) {
      Optional<CohortDefinition> found = cohorts.find(name.get());
      if (found.isPresent()) {
        return found.get();
      }
      fields.wrong("cohort", "plan-no-cohort", name.get());
    }
    return CohortDefinition.everyone();
  }

  private Plan plan(YamlFields fields) {
    String title = fields.requiredText("plan").orElse("");
    fields.objects("variables").forEach(variables::read);
    fields.objects("groups").forEach(this::grouping);
    fields.required("analyses");
    List<Question> questions = new ArrayList<>();
    for (YamlFields each : fields.objects("analyses")) {
      question(each).ifPresent(questions::add);
    }
    Optional<Adjustment> adjustment =
        fields.oneOf(
            "adjust",
            Map.of("holm", Adjustment.HOLM, "benjamini-hochberg", Adjustment.BENJAMINI_HOCHBERG));
    Map<String, QuantileMethod> methods = new LinkedHashMap<>();
    for (QuantileMethod method : QuantileMethod.values()) {
      methods.put("type-" + method.type(), method);
    }
    QuantileMethod quartiles = fields.oneOf("quartiles", methods).orElse(QuantileMethod.ofType(6));
    Plan.Guideline checklist =
        fields
            .oneOf(
                "checklist", Map.of("STROBE", Plan.Guideline.STROBE, "CARE", Plan.Guideline.CARE))
            .orElse(Plan.Guideline.STROBE);
    fields.refuseOthers();
    return new Plan(title, questions, adjustment, quartiles, checklist);
  }

  private void grouping(YamlFields fields) {
    String name = fields.requiredText("groups").orElse("");
    List<Group> groups = new ArrayList<>();
    for (YamlFields each : fields.objects("in")) {
      String group = each.requiredText("group").orElse("");
      boolean truth = each.has("is");
      if (truth == each.has("rule")) {
        each.wrong("group", "plan-group-rule", group);
      } else if (truth) {
        truth(each, "is").ifPresent(variable -> add(groups, group, variable));
      } else {
        Asked asked =
            each.oneOf("asked", RuleReader.words(Asked.values(), Asked::word))
                .orElse(indexed ? Asked.AT_INDEX : Asked.EVER);
        each.object("rule")
            .flatMap(RuleReader::read)
            .ifPresent(rule ->
                groups.add(new Group(group, new Kind.Of(VariableReader.byRule(rule, asked)))));
      }
      each.refuseOthers();
    }
    fields.text("others").ifPresent(others -> groups.add(new Group(others, new Kind.Others())));
    if (groups.size() < 2) {
      fields.wrong("in", "plan-groups", Integer.toString(groups.size()));
    }
    if (groups.stream().map(Group::name).distinct().count() < groups.size()) {
      fields.wrong("in", "plan-name-twice", name);
    }
    if (groupings.put(name, new Grouping(name, groups)) != null) {
      fields.wrong("groups", "plan-name-twice", name);
    }
    fields.refuseOthers();
  }

  private static void add(List<Group> groups, String name, Variable.OfTruth variable) {
    groups.add(new Group(name, new Kind.Of(variable.source())));
  }

  private Optional<? extends Question> question(YamlFields fields) {
    String title = fields.requiredText("analysis").orElse("");
    List<String> named = fields.names().stream().filter(kinds::containsKey).toList();
    if (named.size() != 1) {
      fields.wrong(
          "analysis", "plan-one-kind", String.join(", ", named), String.join(", ", kinds.keySet()));
      return Optional.empty();
    }
    var kind = kinds.get(named.getFirst());
    Optional<? extends Question> question =
        kind == null ? Optional.empty() : kind.apply(title, fields);
    fields.refuseOthers();
    return question;
  }

  private Grouping by(YamlFields fields) {
    if (!fields.has(BY)) {
      return Grouping.none();
    }
    String name = fields.text(BY).orElse("");
    Grouping known = groupings.get(name);
    if (known == null) {
      fields.wrong(BY, "plan-no-groups", name, String.join(", ", groupings.keySet()));
    }
    return known == null ? Grouping.none() : known;
  }

  private Optional<Question> describe(String title, YamlFields fields) {
    List<Variable> found = new ArrayList<>();
    for (String name : fields.texts("describe")) {
      Variable variable = variables.variables().get(name);
      if (variable instanceof Variable.OfNumber || variable instanceof Variable.OfTruth) {
        found.add(variable);
      } else {
        fields.wrong("describe", "plan-no-variable", name, numbersAndTruths());
      }
    }
    return Optional.of(new Question.Describe(title, found, by(fields)));
  }

  private String numbersAndTruths() {
    List<String> names = new ArrayList<>();
    for (String each :
        List.of(
            variables.names(Variable.OfNumber.class), variables.names(Variable.OfTruth.class))) {
      if (!each.isEmpty()) {
        names.add(each);
      }
    }
    return String.join(", ", names);
  }

  private Optional<Question> compare(String title, YamlFields fields) {
    String name = fields.text("compare").orElse("");
    Grouping by = by(fields);
    return switch (variables.variables().get(name)) {
      case Variable.OfNumber number -> Optional.of(new Question.CompareNumbers(title, number, by));
      case Variable.OfTruth truth -> Optional.of(new Question.CompareShares(title, truth, by));
      case null, default -> {
        fields.wrong("compare", "plan-no-variable", name, numbersAndTruths());
        yield Optional.empty();
      }
    };
  }

  private Optional<Question> change(String title, YamlFields fields) {
    Optional<Variable.OfCourse> course = named(fields, "change", Variable.OfCourse.class);
    fields.required("to");
    Optional<When> from =
        fields.has("from")
            ? VariableReader.when(fields, "from")
            : Optional.of(VariableReader.baseline());
    Optional<When> to = VariableReader.when(fields, "to");
    Grouping by = by(fields);
    return course.flatMap(of ->
        from.flatMap(before -> to.map(after -> new Question.Change(title, of, before, after, by))));
  }

  private Optional<Question> correlate(String title, YamlFields fields) {
    List<String> names = fields.texts("correlate");
    Question.Correlation method =
        fields
            .oneOf(
                "method",
                Map.of(
                    "spearman", Question.Correlation.SPEARMAN,
                    "pearson", Question.Correlation.PEARSON,
                    "kendall", Question.Correlation.KENDALL))
            .orElse(Question.Correlation.SPEARMAN);
    if (names.size() != 2) {
      fields.wrong("correlate", "plan-two-variables", String.join(", ", names));
      return Optional.empty();
    }
    List<Variable.OfNumber> both =
        IntStream.range(0, 2)
            .mapToObj(i -> variable(fields, "correlate", names.get(i), Variable.OfNumber.class))
            .flatMap(Optional::stream)
            .toList();
    Grouping by = by(fields);
    return both.size() < 2
        ? Optional.empty()
        : Optional.of(new Question.Correlate(title, both.get(0), both.get(1), method, by));
  }

  /// A group known by what a publication prints of it: n, mean, sd or least and most.
  private Optional<Question> against(String title, YamlFields fields) {
    fields.required("reference");
    Optional<Question.Against> question = Optional.empty();
    Optional<YamlFields> reference = fields.object("reference");
    if (reference.isPresent()) {
      YamlFields group = reference.get();
      Optional<Integer> n = group.wholeNumber("n", 1, 1_000_000);
      OptionalDouble mean = number(group, "mean");
      OptionalDouble spread = number(group, "sd");
      OptionalDouble least = number(group, "least");
      OptionalDouble most = number(group, "most");
      String source = group.requiredText("source").orElse("");
      group.refuseOthers();
      try {
        ReferenceGroup summary =
            new ReferenceGroup(
                n.map(OptionalInt::of).orElse(OptionalInt.empty()), mean, spread, least, most);
        question =
            named(fields, "against", Variable.OfNumber.class)
                .map(of -> new Question.Against(title, of, summary, source, Grouping.none()));
      } catch (IllegalArgumentException refused) {
        fields.wrong("reference", "plan-reference", "", String.valueOf(refused.getMessage()));
      }
    }
    return question.map(each -> each);
  }

  private static OptionalDouble number(YamlFields fields, String name) {
    return fields
        .decimal(name)
        .map(each -> OptionalDouble.of(each.doubleValue()))
        .orElse(OptionalDouble.empty());
  }

  private Optional<Question> time(String title, YamlFields fields) {
    Grouping by = by(fields);
    return named(fields, "time", Variable.OfWaiting.class)
        .map(of -> new Question.Wait(title, of, by));
  }

  private Optional<Question> rate(String title, YamlFields fields) {
    Grouping by = by(fields);
    return named(fields, "rate", Variable.OfEvents.class)
        .map(of -> new Question.Rate(title, of, by));
  }

  private Optional<Question> follow(String title, YamlFields fields) {
    Grouping by = by(fields);
    boolean panels = fields.oneOf("as", Map.of("lines", false, "panels", true)).orElse(false);
    return named(fields, "follow", Variable.OfCourse.class)
        .map(of -> new Question.Follow(title, of, panels, by));
  }

  private Optional<Question> overview(String title, YamlFields fields) {
    List<Variable.OfTruth> found = new ArrayList<>();
    for (String name : fields.texts("overview")) {
      variable(fields, "overview", name, Variable.OfTruth.class).ifPresent(found::add);
    }
    return Optional.of(new Question.Overview(title, found, by(fields)));
  }

  private Optional<Question> relapses(String title, YamlFields fields) {
    fields.oneOf("relapses", Map.of("dose", true));
    return Optional.of(new Question.RelapseDoses(title, by(fields)));
  }

  private Optional<Question> treatments(String title, YamlFields fields) {
    Question.TreatmentsShown shown =
        fields
            .oneOf(
                "treatments",
                Map.of(
                    "lines", Question.TreatmentsShown.LINES,
                    "swimmer", Question.TreatmentsShown.SWIMMER))
            .orElse(Question.TreatmentsShown.LINES);
    return Optional.of(new Question.Treatments(title, shown, by(fields)));
  }

  private Optional<Variable.OfTruth> truth(YamlFields fields, String field) {
    return named(fields, field, Variable.OfTruth.class);
  }

  private <T extends Variable> Optional<T> named(YamlFields fields, String field, Class<T> kind) {
    return fields.text(field).flatMap(name -> variable(fields, field, name, kind));
  }

  private <T extends Variable> Optional<T> variable(
      YamlFields fields, String field, String name, Class<T> kind) {
    Variable found = variables.variables().get(name);
    if (kind.isInstance(found)) {
      return Optional.of(kind.cast(found));
    }
    fields.wrong(field, "plan-no-variable", name, variables.names(kind));
    return Optional.empty();
  }
}
