package org.myocohort.evidence.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.myocohort.evidence.record.RawField;
import org.myocohort.evidence.record.RecordDraft;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Reads CSL-JSON, also where its items stand deeper in another object, as Crossref gives them.
final class CslReader implements FormatReader {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final Pattern JOINT =
      Pattern.compile(
          "(?<=[}\\[])[\\s,]*(?=\\{\\s*\"(?:id|type|title|author|DOI|citation-key|abstract)\")");
  private static final Pattern PROPERTY =
      Pattern.compile(
          "\"(title|type|DOI|PMID|container-title|volume|issue|page|abstract|id)\"\\s*:\\s*"
              + "(\"(?:[^\"\\\\\\n]|\\\\.)*\"|[0-9]+)");
  private static final List<String> TELLING =
      List.of("id", "author", "DOI", "container-title", "issued", "citation-key");

  @Override
  public void read(Lines lines, Reading reading) throws IOException {
    JsonPieces pieces = new JsonPieces(lines);
    for (JsonPieces.Piece piece = pieces.next(); piece != null; piece = pieces.next()) {
      Parsed parsed = parse(piece.text());
      if (parsed.whole()) {
        items(parsed.object(), piece.line(), reading);
      } else {
        for (String part : JOINT.split(piece.text(), -1)) {
          broken(part, piece.line(), reading);
        }
      }
    }
  }

  private static void broken(String part, int line, Reading reading) throws IOException {
    Parsed parsed = parse(part);
    if (parsed.whole()) {
      items(parsed.object(), line, reading);
      return;
    }
    reading.problem(line, "", ReadProblem.Kind.BROKEN_JSON, parsed.fault());
    // What stands after the fault is looked for by the names of the properties that matter.
    ObjectNode object = parsed.object();
    Matcher property = PROPERTY.matcher(part);
    while (property.find()) {
      ObjectNode found = parse("{" + property.group() + "}").object();
      found.forEachEntry((name, value) -> object.putIfAbsent(name, value));
    }
    if (item(object)) {
      add(object, line, reading);
    }
  }

  /// An object as far as it goes.
  private record Parsed(ObjectNode object, boolean whole, String fault) {}

  private static Parsed parse(String text) {
    ObjectNode object = MAPPER.createObjectNode();
    try (JsonParser parser = MAPPER.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return new Parsed(object, false, text);
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        JsonNode value = parser.readValueAsTree();
        object.set(name, value);
      }
      return new Parsed(object, true, "");
    } catch (JacksonException broken) {
      return new Parsed(object, false, String.valueOf(broken.getOriginalMessage()));
    }
  }

  /// Finds the items: an object is one, or its values are looked through.
  private static void items(JsonNode node, int line, Reading reading) throws IOException {
    if (node instanceof ObjectNode object && item(object)) {
      add(object, line, reading);
    } else if (node.isObject() || node.isArray()) {
      for (JsonNode child : node.values()) {
        items(child, line, reading);
      }
    }
  }

  private static boolean item(ObjectNode object) {
    JsonNode title = object.path("title");
    if (title.isString() || (title.isArray() && object.has("DOI"))) {
      return true;
    }
    return object.path("type").isString() && TELLING.stream().anyMatch(object::has);
  }

  private static void add(ObjectNode object, int line, Reading reading) throws IOException {
    List<RawField> fields = new ArrayList<>();
    object.forEachEntry((name, value) -> fields.add(new RawField(name, value.toString())));
    RecordDraft draft = new RecordDraft().fields(fields);
    CslFields.map(object, draft);
    if (draft.year().isEmpty() && object.has("issued")) {
      String date = object.path("issued").toString();
      if (object.path("issued").has("date-parts")) {
        reading.problem(line, "issued", ReadProblem.Kind.NO_YEAR, date);
      }
    }
    reading.add(draft, line);
  }
}
