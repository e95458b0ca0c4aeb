package org.myocohort.care.trial.registry;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.myocohort.care.trial.Trial;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// JSON files of trials, read one record at a time: one record, an array, an object that holds the
/// records as `studies` or `data`, or one record a line.
final class JsonTrials {
  private static final JsonMapper JSON = JsonMapper.shared();

  /// Reads a record and leaves what follows it.
  private static final JsonMapper ONE =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private static final int LONGEST_LINE = 30_000_000;

  private final SnapshotDay day;
  private final String file;
  private final TrialSink sink;
  private int records;

  JsonTrials(String file, SnapshotDay day, TrialSink sink) {
    this.file = file;
    this.day = day;
    this.sink = sink;
  }

  /// One record a line: a line that is wrong costs itself only.
  void readLines(InputStream in) throws IOException {
    BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      String text = line.startsWith("\uFEFF") ? line.substring(1) : line;
      if (text.isBlank()) {
        continue;
      }
      if (text.length() > LONGEST_LINE) {
        refuse("record-too-long", "", Integer.toString(LONGEST_LINE));
        continue;
      }
      JsonNode node;
      try {
        node = JSON.readTree(text);
      } catch (JacksonException wrong) {
        refuse("json-expected", text.substring(0, Math.min(40, text.length())));
        continue;
      }
      record(node);
    }
  }

  /// Any other form; what comes after a place that is no JSON cannot be read.
  void read(InputStream in) throws IOException {
    try (JsonParser parser = ONE.createParser(in)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        switch (token) {
          case START_ARRAY -> array(parser);
          case START_OBJECT -> object(parser);
          default -> refuse("json-expected", String.valueOf(parser.getString()));
        }
      }
    } catch (JacksonException wrong) {
      refuse(
          "json-ends",
          "",
          Integer.toString(wrong.getLocation() == null ? 0 : wrong.getLocation().getLineNr()));
    }
  }

  private void array(JsonParser parser) throws IOException {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() == null) {
        refuse("json-ends", "", "");
        return;
      }
      record(ONE.readTree(parser));
    }
  }

  /// A record, or an object around many: told apart by the names of its fields.
  private void object(JsonParser parser) throws IOException {
    ObjectNode node = JSON.createObjectNode();
    boolean wrapper = false;
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (value == JsonToken.START_ARRAY && (name.equals("studies") || name.equals("data"))) {
        wrapper = true;
        array(parser);
      } else {
        node.set(name, ONE.readTree(parser));
      }
    }
    if (!wrapper) {
      record(node);
    }
  }

  private void record(JsonNode node) throws IOException {
    records++;
    RecordChecks checks = new RecordChecks(file, records);
    Optional<Trial> trial = trial(node, checks);
    if (trial.isPresent() && checks.problems().isEmpty()) {
      sink.trial(trial.get());
    } else {
      sink.refused(checks.problems());
    }
  }

  private Optional<Trial> trial(JsonNode node, RecordChecks checks) {
    if (ClinicalTrialsGov.isStudy(node)) {
      LocalDate snapshot = day.of(ClinicalTrialsGov.retrieved(node));
      return Optional.of(ClinicalTrialsGov.trial(node, file, snapshot, checks));
    }
    if (ClinicalTrialsInformationSystem.isTrial(node)) {
      return Optional.of(
          ClinicalTrialsInformationSystem.trial(node, file, day.of(Optional.empty()), checks));
    }
    if (BareCriteria.isCriteria(node)) {
      return Optional.of(BareCriteria.trial(node, file, day.of(Optional.empty()), checks));
    }
    checks.wrong(
        "",
        "trial-expected",
        node.isObject() ? String.join(", ", node.propertyNames()) : node.toString());
    return Optional.empty();
  }

  private void refuse(String code, String found, String... values) throws IOException {
    records++;
    sink.refused(List.of(new RecordProblem(file, records, "", "", code, found, List.of(values))));
  }
}
