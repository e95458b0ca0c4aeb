package org.myocohort.evidence.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.myocohort.exchange.yaml.YamlFields;

/// The outcomes of a review as its settings file writes them.
///
///     outcomes:
///       - code: response
///         name: At least moderate response
///         definition: acr-eular-2016-moderate
///         table: patients
///         column: reported_response
///         event: [moderate, major]
///         no_event: [none, minimal]
public final class Outcomes {
  /// The field that holds them.
  public static final String FIELD = "outcomes";

  private static final String CODE = "[A-Za-z0-9][A-Za-z0-9._-]*";

  private Outcomes() {}

  /// Reads the outcomes of a file's fields; none where the field is not there. What is wrong is
  /// added to the problems of that file, and the outcome left out.
  public static List<Outcome> read(YamlFields root) {
    List<Outcome> outcomes = new ArrayList<>();
    for (YamlFields fields : root.objects(FIELD)) {
      Optional<Outcome> read = outcome(fields);
      if (read.isPresent()
          && outcomes.stream().anyMatch(each -> each.code().equals(read.get().code()))) {
        fields.wrong("code", "outcome-code-twice", read.get().code());
      } else {
        read.ifPresent(outcomes::add);
      }
    }
    return List.copyOf(outcomes);
  }

  private static Optional<Outcome> outcome(YamlFields fields) {
    Optional<String> code = code(fields, "code");
    Optional<String> name = fields.requiredText("name");
    Optional<String> definition = code(fields, "definition");
    String table = fields.text("table").orElse("patients");
    Optional<String> column = fields.requiredText("column");
    fields.required("event");
    List<String> event = fields.texts("event");
    fields.required("no_event");
    List<String> noEvent = fields.texts("no_event");
    fields.refuseOthers();
    for (String word : event) {
      if (Outcome.holds(noEvent, word)) {
        fields.wrong("no_event", "outcome-word-twice", word);
        return Optional.empty();
      }
    }
    for (String word : event) {
      refuseNotReported(fields, "event", word);
    }
    for (String word : noEvent) {
      refuseNotReported(fields, "no_event", word);
    }
    return code.isPresent()
            && name.isPresent()
            && definition.isPresent()
            && column.isPresent()
            && !event.isEmpty()
            && !noEvent.isEmpty()
        ? Optional.of(
            new Outcome(
                code.get(), name.get(), definition.get(), table, column.get(), event, noEvent))
        : Optional.empty();
  }

  private static void refuseNotReported(YamlFields fields, String name, String word) {
    if (Outcome.isNotReported(word)) {
      fields.wrong(name, "outcome-word-not-reported", word);
    }
  }

  private static Optional<String> code(YamlFields fields, String name) {
    Optional<String> code = fields.requiredText(name);
    if (code.isPresent() && !code.get().matches(CODE)) {
      fields.wrong(name, "outcome-code-expected", code.get());
      return Optional.empty();
    }
    return code;
  }
}
