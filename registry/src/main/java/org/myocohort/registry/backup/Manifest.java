package org.myocohort.registry.backup;

import java.util.Optional;
import org.myocohort.registry.audit.AuditHead;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What a backup says of itself.
///
/// @param program which version made it
/// @param schemaVersion of the tables in it
/// @param head where the audit ended
/// @param identities whether the patients' sealed identities are in it
/// @param madeAt when, as ISO 8601
/// @param bytes size of the database in it
/// @param sha256 of the database in it
public record Manifest(
    String program,
    String schemaVersion,
    AuditHead head,
    boolean identities,
    String madeAt,
    long bytes,
    String sha256) {
  private static final String FORMAT = "myocohort-backup";

  String toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("format", FORMAT);
    json.put("formatVersion", 1);
    json.put("program", program);
    json.put("schemaVersion", schemaVersion);
    json.put("auditNumber", head.number());
    json.put("auditHash", head.hash());
    json.put("identities", identities);
    json.put("madeAt", madeAt);
    json.put("bytes", bytes);
    json.put("sha256", sha256);
    return json.toPrettyString() + "\n";
  }

  static Optional<Manifest> parse(byte[] text) {
    try {
      JsonNode json = JsonMapper.shared().readTree(text);
      if (!json.path("format").asString("").equals(FORMAT)
          || json.path("formatVersion").asInt(0) != 1) {
        return Optional.empty();
      }
      return Optional.of(
          new Manifest(
              json.path("program").asString(""),
              json.path("schemaVersion").asString(""),
              new AuditHead(
                  json.path("auditNumber").asLong(-1), json.path("auditHash").asString("")),
              json.path("identities").asBoolean(false),
              json.path("madeAt").asString(""),
              json.path("bytes").asLong(-1),
              json.path("sha256").asString("")));
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }
}
