package org.myocohort.cohort.selection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private static final Map<String, Undetermined> UNDETERMINED =
      Map.of(
          Undetermined.OUT.word(), Undetermined.OUT, Undetermined.KEPT.word(), Undetermined.KEPT);

  private enum Event {
    FIRST_DOSE,
    DIAGNOSIS,
    ONSET,
    FIRST_VISIT
  }

  private CohortFile() {}

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

  private static CohortDefinition definition(YamlFields fields) {
    String title = fields.requiredText("cohort").orElse("");
    List<SelectionStep> steps = new ArrayList<>();
    Optional<IndexEvent> index = fields.object("index").flatMap(each -> index(each, steps));
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
    Undetermined undetermined = fields.oneOf("undetermined", UNDETERMINED).orElse(Undetermined.OUT);
    fields.refuseOthers();
    return new CohortDefinition(title, index, steps, undetermined);
  }

  private static Optional<IndexEvent> index(YamlFields fields, List<SelectionStep> steps) {
    Map<String, Event> events = new LinkedHashMap<>();
    events.put("first dose", Event.FIRST_DOSE);
    events.put("diagnosis", Event.DIAGNOSIS);
    events.put("onset", Event.ONSET);
    events.put("first visit", Event.FIRST_VISIT);
    fields.required("event");
    Optional<Event> event = fields.oneOf("event", events);
    Optional<IndexEvent> index =
        event.flatMap(each ->
            switch (each) {
              case FIRST_DOSE -> firstDose(fields);
              case DIAGNOSIS -> Optional.of(new IndexEvent.Diagnosis());
              case ONSET -> Optional.of(new IndexEvent.Onset());
              case FIRST_VISIT -> Optional.of(new IndexEvent.FirstVisit());
            });
    Optional<LocalDate> from = fields.day("from");
    Optional<LocalDate> until = fields.day("until");
    if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
      fields.wrong("until", "cohort-until", until.get().toString(), from.get().toString());
    }
    fields.refuseOthers();
    index.ifPresent(each -> steps.add(new SelectionStep.Happened(each)));
    if (from.isPresent() || until.isPresent()) {
      steps.add(new SelectionStep.Between(from.orElse(null), until.orElse(null)));
    }
    return index;
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
    Map<String, Asked> words = new LinkedHashMap<>();
    for (Asked asked : Asked.values()) {
      words.put(asked.word(), asked);
    }
    Asked asked = fields.oneOf("asked", words).orElse(indexed ? Asked.AT_INDEX : Asked.EVER);
    if (asked == Asked.AT_INDEX && !indexed) {
      fields.wrong("asked", "cohort-needs-index", asked.word());
    }
    fields.required("rule");
    Optional<Rule> rule = fields.object("rule").flatMap(RuleReader::read);
    fields.refuseOthers();
    return rule.map(demand -> new SelectionStep.Demand(name, demand, asked));
  }
}
