package org.myocohort.app.patient;

import java.util.ArrayList;
import java.util.List;
import org.myocohort.care.alert.Alert;
import org.myocohort.care.alert.Alert.State;
import org.myocohort.care.alert.AlertReport;
import org.myocohort.care.alert.AlertRule;
import org.myocohort.care.record.Missing;
import org.myocohort.care.source.Sources;

/// The alerts of a patient in words.
///
/// @param on the day that they speak of
/// @param raised what was found
/// @param lacking what could not be checked
/// @param clear what was checked and not found
/// @param notVerified what was not asked, since its source was not read
/// @param counts how many of each, and what that means
/// @param isOver whether the patient has died, so that nothing needs attention any more
public record AlertTable(
    String on,
    List<Row> raised,
    List<Row> lacking,
    List<Row> clear,
    List<Row> notVerified,
    String counts,
    boolean isOver) {
  public AlertTable {
    raised = List.copyOf(raised);
    lacking = List.copyOf(lacking);
    clear = List.copyOf(clear);
    notVerified = List.copyOf(notVerified);
  }

  /// A rule and its answer.
  ///
  /// @param id of the rule
  /// @param title the drugs that the rule is about, and what
  /// @param statement what its source says
  /// @param values what was read, each opening its row
  /// @param missing what the record lacks
  /// @param sources where the statement stands
  public record Row(
      String id,
      String title,
      String statement,
      List<Cell> values,
      List<Cell> missing,
      List<String> sources) {
    public Row {
      values = List.copyOf(values);
      missing = List.copyOf(missing);
      sources = List.copyOf(sources);
    }
  }

  /// The answers in words.
  public static AlertTable of(
      AlertReport report, PatientResults results, SourceLinks links, Words words) {
    LineWords told = new LineWords(results.patient(), links, words);
    return new AlertTable(
        report.on().toString(),
        rows(report, State.RAISED, told),
        rows(report, State.NOT_CHECKABLE, told),
        rows(report, State.CLEAR, told),
        rows(report, State.NOT_VERIFIED, told),
        counts(report, words),
        !results.patient().person().death().isAbsent()
            || results.patient().person().vitalStatus().map("dead"::equals).orElse(false));
  }

  /// What needs attention: what was raised for a patient who is alive.
  public List<Row> urgent() {
    return isOver ? List.of() : raised;
  }

  /// How many rules of each answer.
  public static String counts(AlertReport report, Words words) {
    return words.text(
        "line.alerts.counts",
        report.alerts().size(),
        report.checked(),
        report.in(State.RAISED).size(),
        report.in(State.NOT_CHECKABLE).size(),
        report.in(State.NOT_VERIFIED).size());
  }

  private static List<Row> rows(AlertReport report, State state, LineWords told) {
    return report.in(state).stream().map(alert -> row(alert, told)).toList();
  }

  private static Row row(Alert alert, LineWords told) {
    Words words = told.words();
    List<Cell> values = new ArrayList<>(told.values(alert.values()));
    for (Missing assumed : alert.assumed()) {
      values.add(Cell.of(words.text("line.assumed", told.drugs(assumed.code()))));
    }
    AlertRule rule = alert.rule();
    return new Row(
        rule.id(),
        words.text("line.rule." + rule.id()),
        rule.statement(words.texts().language()),
        values,
        told.missing(alert.missing()),
        rule.citations().stream().map(one -> source(one, words)).toList());
  }

  /// A source as short as its key's text, with the place.
  private static String source(AlertRule.Citation citation, Words words) {
    String name = words.name("line.source", citation.source());
    if (name.equals(citation.source())) {
      name = Sources.shipped().find(citation.source()).orElseThrow().citation();
    }
    return citation.place().isEmpty() ? name : name + ": " + citation.place();
  }
}
