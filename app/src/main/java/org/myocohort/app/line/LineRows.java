package org.myocohort.app.line;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.cli.Answer.Column;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.patient.AlertTable;
import org.myocohort.app.patient.Words;
import org.myocohort.care.alert.Alert;
import org.myocohort.care.alert.Alert.State;
import org.myocohort.care.alert.AlertReport;
import org.myocohort.care.line.AgentTime;
import org.myocohort.care.line.DayBounds;
import org.myocohort.care.line.Exposure;
import org.myocohort.care.line.LinesOfTreatment;
import org.myocohort.care.line.Refractory;
import org.myocohort.care.line.TreatmentLine;
import org.myocohort.care.record.Missing;
import org.myocohort.care.source.SourcedText;
import org.myocohort.instrument.Input;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.Treatment;
import org.myocohort.patient.Value;

/// The rows of the `line` answer.
///
/// A row is a line, a time on a drug, courses without dates, refractory by a definition, treatments
/// without a row, an alert, or the count of alerts. The text format leaves out alerts that are
/// clear or were not asked, which the count names, and gives the others by their titles.
final class LineRows {
  static final List<Column> COLUMNS =
      List.of(
          Column.of("patient"),
          Column.of("kind"),
          Column.of("code"),
          Column.of("result"),
          Column.ifAny("from"),
          Column.ifAny("until"),
          Column.ifAny("days"),
          Column.of("detail"),
          Column.ifAny("rows"),
          Column.ifAny("lacks"),
          Column.detail("mark"),
          Column.detail("sources"),
          Column.detail("definition"));

  private final Answer answer;
  private final boolean isText;
  private final Texts texts;

  LineRows(Answer answer, boolean isText, Texts texts) {
    this.answer = answer;
    this.isText = isText;
    this.texts = texts;
  }

  void add(PatientRecord patient, LocalDate day) {
    LinesOfTreatment lines = LinesOfTreatment.of(patient, day);
    String id = patient.id();
    for (TreatmentLine line : lines.lines()) {
      addLine(id, line, lines.definition().id());
    }
    for (AgentTime agent : lines.agents()) {
      addDrug(id, agent);
    }
    lines.refractory().forEach(each -> addRefractory(id, each));
    addGuide(id, "not recorded", lines.notRecorded());
    addGuide(id, "no place", lines.withoutPlace());
    AlertReport report = AlertReport.of(patient, day);
    for (State state : State.values()) {
      if (!isText || state == State.RAISED || state == State.NOT_CHECKABLE) {
        report.in(state).forEach(each -> addAlert(id, each));
      }
    }
    row(
        id,
        "alerts",
        report.on().toString(),
        Integer.toString(report.in(State.RAISED).size()),
        null,
        null,
        null,
        AlertTable.counts(report, new Words(texts)),
        List.of(),
        List.of(),
        null,
        List.of(),
        null);
  }

  private void addLine(String patient, TreatmentLine line, String definition) {
    Long until = line.span().until();
    row(
        patient,
        "line",
        Integer.toString(line.number()),
        line.isCertain() ? line.started().getFirst().how().code() : "uncertain",
        date(line.started().getFirst().exposure().first().start()),
        until == null ? null : LocalDate.ofEpochDay(until).toString(),
        null,
        String.join(
            " + ",
            Stream.concat(
                    line.started().stream().map(start -> start.exposure().agent()),
                    line.carried().stream().map(Exposure::agent))
                .distinct()
                .toList()),
        line.started().stream().map(start -> reference(start.exposure().first())).toList(),
        List.of(),
        "OURS",
        List.of(),
        definition);
  }

  private void addDrug(String patient, AgentTime agent) {
    for (Exposure exposure : agent.exposures()) {
      Treatment at = exposure.reasonAt();
      row(
          patient,
          "drug",
          agent.agent(),
          exposure.reason().code(),
          date(exposure.first().start()),
          at == null ? null : date(at.stop()),
          days(exposure.days()),
          at == null ? "" : new Words(texts).cell(at.reasonStopped()),
          exposure.courses().stream().map(LineRows::reference).toList(),
          List.of(),
          null,
          List.of(),
          null);
    }
    for (Treatment course : agent.undated()) {
      row(
          patient,
          "drug",
          agent.agent(),
          "undated",
          null,
          null,
          null,
          course.phase().name().toLowerCase(Locale.ROOT),
          List.of(course.row().column(course.column())),
          List.of(),
          null,
          List.of(),
          null);
    }
  }

  private void addRefractory(String patient, Refractory answer) {
    String result =
        switch (answer.shown()) {
          case TRUE -> "shown";
          case FALSE -> "not shown";
          case UNKNOWN -> "open";
        };
    row(
        patient,
        "refractory",
        answer.definition().code(),
        result,
        null,
        null,
        null,
        String.join(" + ", answer.failed()),
        references(answer.shownBy()),
        answer.missing().stream().map(Missing::toString).toList(),
        answer.definition().mark().name(),
        List.of(answer.definition().source()),
        null);
  }

  private void addGuide(String patient, String result, List<? extends SourcedText> treatments) {
    if (!treatments.isEmpty()) {
      row(
          patient,
          "guide",
          "",
          result,
          null,
          null,
          null,
          String.join(", ", treatments.stream().map(each -> each.title(texts.language())).toList()),
          List.of(),
          List.of(),
          null,
          List.of("guide"),
          null);
    }
  }

  private void addAlert(String patient, Alert alert) {
    List<String> lacks = new ArrayList<>();
    alert.missing().forEach(each -> lacks.add(each.toString()));
    row(
        patient,
        "alert",
        alert.rule().id(),
        alert.state().code(),
        null,
        null,
        null,
        isText
            ? texts.text("line.rule." + alert.rule().id())
            : alert.rule().statement(texts.language()),
        references(alert.values()),
        lacks,
        alert.rule().mark().name(),
        alert.rule().citations().stream().map(one -> one.source() + ": " + one.place()).toList(),
        null);
  }

  private void row(@Nullable Object... values) {
    answer.row(values);
  }

  private static List<String> references(List<Input> inputs) {
    return inputs.stream().map(input -> input.row().column(input.column())).distinct().toList();
  }

  private static String reference(Treatment course) {
    return course.row().toString();
  }

  private static @Nullable String date(Value<?> value) {
    return value instanceof Value.Known<?>(Object known) ? known.toString() : null;
  }

  private static String days(DayBounds days) {
    return days.isExact() ? Long.toString(days.least()) : days.least() + "-" + days.most();
  }
}
