package org.myocohort.registry.backup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.myocohort.registry.audit.AuditHead;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
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
/// @param files the plain files in it
public record Manifest(
    String program,
    String schemaVersion,
    AuditHead head,
    boolean identities,
    String madeAt,
    long bytes,
    String sha256,
    List<StoredFile> files) {
  /// As many bytes as its text may have, some 200,000 files: it is read at once.
  static final int LARGEST = 32 << 20;

  private static final String FORMAT = "myocohort-backup";

  /// Version 1 knew no files.
  private static final int FORMAT_VERSION = 2;

  public Manifest {
    files = List.copyOf(files);
  }

  /// The same of a backup with other files.
  Manifest with(List<StoredFile> others) {
    return new Manifest(program, schemaVersion, head, identities, madeAt, bytes, sha256, others);
  }

  /// How many files of a folder are in it.
  ///
  /// @param folder its name, see [PlainFolder]
  public long filesOf(String folder) {
    return files.stream().filter(file -> file.name().startsWith(folder + "/")).count();
  }

  String toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("format", FORMAT);
    json.put("formatVersion", FORMAT_VERSION);
    json.put("program", program);
    json.put("schemaVersion", schemaVersion);
    json.put("auditNumber", head.number());
    json.put("auditHash", head.hash());
    json.put("identities", identities);
    json.put("madeAt", madeAt);
    json.put("bytes", bytes);
    json.put("sha256", sha256);
    ArrayNode list = json.putArray("files");
    for (StoredFile file : files) {
      list.addObject()
          .put("name", file.name())
          .put("bytes", file.bytes())
          .put("sha256", file.sha256());
    }
    return json.toPrettyString() + "\n";
  }

  static Optional<Manifest> parse(byte[] text) {
    try {
      JsonNode json = JsonMapper.shared().readTree(text);
      int version = json.path("formatVersion").asInt(0);
      if (!json.path("format").asString("").equals(FORMAT)
          || version < 1
          || version > FORMAT_VERSION) {
        return Optional.empty();
      }
      List<StoredFile> files = new ArrayList<>();
      for (JsonNode file : json.path("files")) {
        files.add(
            new StoredFile(
                file.path("name").asString(""),
                file.path("bytes").asLong(-1),
                file.path("sha256").asString("")));
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
              json.path("sha256").asString(""),
              files));
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }
}
