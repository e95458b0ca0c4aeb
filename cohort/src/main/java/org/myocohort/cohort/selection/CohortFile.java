package org.myocohort.cohort.selection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.myocohort.care.rule.Rule;
import org.myocohort.care.rule.RuleReader;
import org.myocohort.care.rule.Span;
import org.myocohort.cohort.selection.CohortDefinition.Undetermined;
import org.myocohort.cohort.selection.SelectionStep.Asked;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.Problems;
import org.myocohort.exchange.yaml.YamlFields;
import org.myocohort.exchange.yaml.YamlFile;

/// Reads the file of a cohort's definition, described in docs/cohort.md.
public final class CohortFile {
  private static final Map<String, Function<YamlFields, Optional<IndexEvent>>> EVENTS = events();

  private CohortFile() {}

  private static Map<String, Function<YamlFields, Optional<IndexEvent>>> events() {
    Map<String, Function<YamlFields, Optional<IndexEvent>>> events = new LinkedHashMap<>();
    events.put("first dose", CohortFile::firstDose);
    events.put("diagnosis", _ -> Optional.of(new IndexEvent.Diagnosis()));
    events.put("onset", _ -> Optional.of(new IndexEvent.Onset()));
    events.put("first visit", _ -> Optional.of(new IndexEvent.FirstVisit()));
    return events;
  }

  /// Reads a definition.
  ///
  /// @param file how to name it in messages
  /// @throws BadInputException with everything that is wrong with it
  public static CohortDefinition read(String file, String text) throws BadInputException {
    Problems problems = new Problems();
    YamlFields fields = YamlFile.read(file, text, problems);
    CohortDefinition definition = definition(fields);
    problems.throwIfAny();
    return definition;
  }

  /// Reads a definition that stands in another file; what is wrong is added to its problems.
  public static CohortDefinition definition(YamlFields fields) {
    String title = fields.requiredText("cohort").orElse("");
    List<SelectionStep> steps = new ArrayList<>();
    fields.object("index").ifPresent(each -> index(each, steps));
    boolean indexed = fields.has("index");
    for (YamlFields each : fields.objects("steps")) {
      step(each, indexed).ifPresent(steps::add);
    }
    fields
        .text("follow up")
        .ifPresent(text -> {
          Optional<Span> span = Span.parse(text);
          if (!indexed) {
            fields.wrong("follow up", "cohort-needs-index", text);
          } else if (span.isEmpty()) {
            fields.wrong("follow up", "rule-span", text);
          } else {
            steps.add(new SelectionStep.Followed(span.get()));
          }
        });
    Undetermined undetermined =
        fields
            .oneOf("undetermined", RuleReader.words(Undetermined.values(), Undetermined::word))
            .orElse(Undetermined.OUT);
    fields.refuseOthers();
    return new CohortDefinition(title, steps, undetermined);
  }

  private static void index(YamlFields fields, List<SelectionStep> steps) {
    fields.required("event");
    fields
        .oneOf("event", EVENTS)
        .flatMap(event -> event.apply(fields))
        .ifPresent(event -> steps.add(new SelectionStep.Happened(event)));
    Optional<LocalDate> from = fields.day("from");
    Optional<LocalDate> until = fields.day("until");
    if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
      fields.wrong("until", "cohort-until", until.get().toString(), from.get().toString());
    }
    fields.refuseOthers();
    if (from.isPresent() || until.isPresent()) {
      steps.add(new SelectionStep.Between(from.orElse(null), until.orElse(null)));
    }
  }

  private static Optional<IndexEvent> firstDose(YamlFields fields) {
    fields.required("drug");
    List<String> drugs = RuleReader.drugs(fields, "drug");
    return drugs.isEmpty()
        ? Optional.empty()
        : Optional.of(new IndexEvent.FirstDose(drugs, String.join(", ", fields.texts("drug"))));
  }

  private static Optional<SelectionStep> step(YamlFields fields, boolean indexed) {
    String name = fields.requiredText("step").orElse("");
    Asked asked =
        fields
            .oneOf("asked", RuleReader.words(Asked.values(), Asked::word))
            .orElse(indexed ? Asked.AT_INDEX : Asked.EVER);
    if (asked == Asked.AT_INDEX && !indexed) {
      fields.wrong("asked", "cohort-needs-index", asked.word());
    }
    fields.required("rule");
    Optional<Rule> rule = fields.object("rule").flatMap(RuleReader::read);
    fields.refuseOthers();
    return rule.map(demand -> new SelectionStep.Demand(name, demand, asked));
  }
}
