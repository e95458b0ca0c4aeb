package org.myocohort.app.report;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.patient.PatientResults;
import org.myocohort.app.patient.Words;
import org.myocohort.classification.Classification;
import org.myocohort.exchange.study.Study;
import org.myocohort.instrument.Assessment;
import org.myocohort.instrument.Bounds;
import org.myocohort.instrument.Input;
import org.myocohort.instrument.Note;
import org.myocohort.instrument.Part;
import org.myocohort.instrument.Points;
import org.myocohort.patient.AbsenceReason;
import org.myocohort.patient.Moment;
import org.myocohort.patient.Visit;
import org.myocohort.response.CoreSetMeasure;
import org.myocohort.response.ResponsePoint;
import org.myocohort.statistics.QuantileMethod;
import tools.jackson.databind.json.JsonMapper;

/// Everything that a report says, for programs: each result with its parts, and each part with the
/// row and column that it came from.
final class ResultsJson {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private ResultsJson() {}

  /// The study's file: a patient a line, so that it can be read line by line and compared.
  static void write(
      Appendable out,
      Study study,
      String version,
      QuantileMethod quantiles,
      List<PatientResults> patients,
      SummaryNumbers summary)
      throws IOException {
    Map<String, @Nullable Object> head = new LinkedHashMap<>();
    head.put("study", study.name());
    head.put("title", study.title());
    head.put("synthetic", study.synthetic());
    head.put("software", version);
    head.put("notice", "Software for research and records, not a medical device.");
    head.put("indexDrug", study.settings().index());
    head.put("baselineWindowDays", study.settings().baselineWindowDays());
    head.put("quartileMethod", "type-" + quantiles.type());
    String opening = MAPPER.writeValueAsString(head);
    out.append(opening, 0, opening.length() - 1).append(",\n\"summary\":");
    out.append(
        MAPPER.writeValueAsString(summary.entries().stream().map(ResultsJson::entry).toList()));
    out.append(",\n\"patients\":[");
    String separator = "\n";
    for (PatientResults each : patients) {
      out.append(separator).append(MAPPER.writeValueAsString(patient(each)));
      separator = ",\n";
    }
    out.append("\n]}\n");
  }

  /// The answers of the other instruments for one patient, with their parts.
  static String assessments(PatientResults results) {
    Map<String, @Nullable Object> root = new LinkedHashMap<>();
    root.put("id", results.patient().id());
    root.put("assessments", results.assessments().stream().map(ResultsJson::assessment).toList());
    return MAPPER.writeValueAsString(root) + "\n";
  }

  private static Map<String, @Nullable Object> patient(PatientResults results) {
    Map<String, @Nullable Object> patient = new LinkedHashMap<>();
    patient.put("id", results.patient().id());
    patient.put("cohort", results.patient().person().cohort().code());
    patient.put("dayZero", text(results.dayZero()));
    patient.put(
        "classification",
        results.classifications().stream().map(ResultsJson::classification).toList());
    Map<String, @Nullable Object> response = new LinkedHashMap<>();
    response.put("indexDrug", results.response().indexDrug());
    response.put("baselineChoice", results.response().choice().code());
    Visit baseline = results.response().baseline();
    response.put("baseline", baseline == null ? null : baseline.row().toString());
    response.put("visits", results.response().points().stream().map(ResultsJson::point).toList());
    patient.put("response", response);
    patient.put("otherInstruments", ReportFiles.assessments(results.patient().id()));
    return patient;
  }

  private static Map<String, @Nullable Object> classification(Classification classification) {
    Map<String, @Nullable Object> said = new LinkedHashMap<>();
    said.put("criteria", classification.criteria());
    said.put("result", classification.result().code());
    said.put("grade", classification.grade());
    said.put("subgroup", classification.subgroup());
    said.put("score", number(classification.score()));
    said.put("bounds", bounds(classification.bounds()));
    said.put("parts", parts(classification.parts()));
    said.put("wouldSettle", classification.wouldSettle());
    said.put("notes", notes(classification.notes()));
    return said;
  }

  private static Map<String, @Nullable Object> point(ResponsePoint point) {
    Map<String, @Nullable Object> said = new LinkedHashMap<>();
    said.put("visit", point.followUp().visit().row().toString());
    said.put("date", point.followUp().visit().date().toString());
    said.put("status", point.followUp().status().code());
    said.put("total", number(point.followUp().assessment().value()));
    said.put("category", point.followUp().assessment().category());
    said.put("bounds", bounds(point.followUp().assessment().bounds()));
    said.put("worsened", point.followUp().worsened().stream().map(CoreSetMeasure::code).toList());
    said.put("responseToIndexDrug", point.attributable());
    said.put(
        "addedOrRaised",
        point.changes().stream()
            .map(change -> change.drug() + " " + change.kind().code() + " (" + change.row() + ")")
            .toList());
    said.put("parts", parts(point.followUp().assessment().parts()));
    said.put("notes", notes(point.followUp().assessment().notes()));
    return said;
  }

  private static Map<String, @Nullable Object> assessment(Assessment assessment) {
    Map<String, @Nullable Object> said = new LinkedHashMap<>();
    said.put("instrument", assessment.instrument());
    said.put("at", text(assessment.at()));
    said.put("status", assessment.status().code());
    said.put("value", number(assessment.value()));
    said.put("bounds", bounds(assessment.bounds()));
    said.put("category", assessment.category());
    said.put("parts", parts(assessment.parts()));
    said.put("notes", notes(assessment.notes()));
    return said;
  }

  private static List<Map<String, @Nullable Object>> parts(List<Part> parts) {
    List<Map<String, @Nullable Object>> all = new ArrayList<>();
    for (Part part : parts) {
      Map<String, @Nullable Object> said = new LinkedHashMap<>();
      said.put("item", part.code());
      if (!part.detail().isEmpty()) {
        said.put("detail", part.detail());
      }
      if (part.truth() != null) {
        said.put("holds", part.truth().name().toLowerCase(Locale.ROOT));
      }
      if (part.amount() != null) {
        said.put("amount", number(part.amount()));
      }
      Points points = part.points();
      if (points != null) {
        said.put("points", bounds(new Bounds(points.lower(), points.upper())));
        said.put("maximum", number(points.maximum()));
      }
      said.put("inputs", part.inputs().stream().map(ResultsJson::input).toList());
      all.add(said);
    }
    return all;
  }

  private static Map<String, @Nullable Object> input(Input input) {
    Map<String, @Nullable Object> said = new LinkedHashMap<>();
    said.put("source", input.row().column(input.column()));
    said.put("value", value(input));
    if (!input.unit().isEmpty()) {
      said.put("unit", input.unit());
    }
    return said;
  }

  private static String value(Input input) {
    return input.value().text(Words::plain, AbsenceReason::text);
  }

  private static List<String> notes(List<Note> notes) {
    return notes.stream()
        .map(note ->
            note.values().isEmpty()
                ? note.code()
                : note.code() + ": " + String.join(", ", note.values()))
        .toList();
  }

  private static @Nullable Object bounds(@Nullable Bounds bounds) {
    if (bounds == null) {
      return null;
    }
    Map<String, @Nullable Object> said = new LinkedHashMap<>();
    said.put("lower", number(bounds.lower()));
    said.put("upper", number(bounds.upper()));
    return said;
  }

  private static @Nullable BigDecimal number(@Nullable BigDecimal number) {
    return number == null ? null : new BigDecimal(Answer.decimal(number));
  }

  private static @Nullable String text(@Nullable Moment moment) {
    return moment == null ? null : moment.toString();
  }

  private static Map<String, @Nullable Object> entry(SummaryNumbers.Entry entry) {
    Map<String, @Nullable Object> said = new LinkedHashMap<>();
    said.put("group", entry.group());
    said.put("label", entry.label());
    said.put("text", entry.value());
    said.put("count", entry.count());
    said.put("total", entry.total());
    said.put("median", number(entry.median()));
    said.put("mean", number(entry.mean()));
    said.put("lower", number(entry.lower()));
    said.put("upper", number(entry.upper()));
    said.put("unknown", entry.unknown());
    said.put("patients", entry.patients());
    return said;
  }
}
