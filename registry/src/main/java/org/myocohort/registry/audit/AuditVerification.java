package org.myocohort.registry.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.myocohort.registry.store.Database;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Recomputes the audit chain from its texts, and compares every stored row with the hash that the
/// audit holds of it.
public final class AuditVerification {
  /// How many findings are listed; the rest are counted.
  private static final int LISTED = 100;

  /// Something that does not fit.
  ///
  /// @param code message key under `audit.finding.`
  /// @param values what the message names
  public record Finding(String code, List<String> values) {
    public Finding {
      values = List.copyOf(values);
    }
  }

  /// What was found.
  ///
  /// @param entries how many entries were read
  /// @param rows how many stored row versions were compared
  /// @param head where the chain ends
  /// @param findings the first hundred; empty where everything fits
  /// @param count how many findings there are in all
  public record Result(
      long entries, long rows, AuditHead head, List<Finding> findings, long count) {
    public Result {
      findings = List.copyOf(findings);
    }

    public boolean intact() {
      return count == 0;
    }
  }

  private final List<Finding> findings = new ArrayList<>();
  private long count;

  private AuditVerification() {}

  /// Verifies the whole audit.
  ///
  /// @param exported an end of the chain that was kept elsewhere, or null; the chain must go
  ///   through it
  public static Result verify(Database database, @Nullable AuditHead exported) {
    return database.read(handle -> new AuditVerification().run(handle, exported));
  }

  private Result run(Handle handle, @Nullable AuditHead exported) {
    Map<String, String> hashes = new HashMap<>();
    AuditHead end = chain(handle, exported, hashes);
    AuditHead stored =
        handle
            .createQuery("SELECT number, hash FROM audit_head WHERE one = 1")
            .map((row, _) -> new AuditHead(row.getLong(1), row.getString(2)))
            .findOne()
            .orElse(new AuditHead(-1, ""));
    if (!stored.equals(end)) {
      found("head", end.toString(), stored.toString());
    }
    if (exported != null && exported.number() > end.number()) {
      found("truncated", Long.toString(exported.number()), Long.toString(end.number()));
    }
    long rows = rows(handle, hashes);
    return new Result(end.number(), rows, end, findings, count);
  }

  private AuditHead chain(Handle handle, @Nullable AuditHead exported, Map<String, String> hashes) {
    AuditHead end = new AuditHead(0, "");
    try (Stream<Entry> entries =
        handle
            .createQuery(
                "SELECT number, at, actor, action, study, patient, revision, text, hash"
                    + " FROM audit_entry ORDER BY number")
            .setFetchSize(1000)
            .map((row, _) ->
                new Entry(
                    row.getLong(1),
                    List.of(
                        String.valueOf(row.getString(2)),
                        String.valueOf(row.getString(3)),
                        String.valueOf(row.getString(4)),
                        String.valueOf(row.getString(5)),
                        String.valueOf(row.getString(6)),
                        Long.toString(row.getLong(7))),
                    String.valueOf(row.getString(8)),
                    String.valueOf(row.getString(9))))
            .stream()) {
      for (Entry entry : (Iterable<Entry>) entries::iterator) {
        end = entry(entry, end, hashes);
        if (exported != null
            && exported.number() == entry.number()
            && !exported.hash().equals(end.hash())) {
          found("exported-head", Long.toString(entry.number()));
        }
      }
    }
    return end;
  }

  private record Entry(long number, List<String> columns, String text, String hash) {}

  private AuditHead entry(Entry entry, AuditHead before, Map<String, String> hashes) {
    String number = Long.toString(entry.number());
    if (entry.number() != before.number() + 1) {
      found("gap", Long.toString(before.number()), number);
    }
    String hash = Sha256.of(entry.text());
    if (!hash.equals(entry.hash())) {
      found("hash", number);
    }
    JsonNode text = parsed(entry.text()).orElse(null);
    if (text == null) {
      found("text", number);
      return new AuditHead(entry.number(), hash);
    }
    if (!text.path("previous").asString("").equals(before.hash())) {
      found("previous", number);
    }
    if (text.path("number").asLong(-1) != entry.number()
        || !entry.columns().equals(columns(text))) {
      found("columns", number);
    }
    String patient = text.path("study").asString("") + "\n" + text.path("patient").asString("");
    String revision = text.path("revision").asString("");
    for (JsonNode row : text.path("detail").path("rows")) {
      hashes.put(
          String.join(
              "\n",
              patient,
              row.path("table").asString(""),
              row.path("row").asString(""),
              revision),
          row.path("cells").asString(""));
    }
    return new AuditHead(entry.number(), hash);
  }

  private static List<String> columns(JsonNode text) {
    return Stream.of("at", "actor", "action", "study", "patient", "revision")
        .map(name -> text.path(name).asString(""))
        .toList();
  }

  private static Optional<JsonNode> parsed(String text) {
    try {
      return Optional.of(JsonMapper.shared().readTree(text));
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  private record StoredVersion(String key, String name, @Nullable String cells) {}

  private long rows(Handle handle, Map<String, String> hashes) {
    long compared = 0;
    try (Stream<StoredVersion> versions =
        handle
            .createQuery(
                "SELECT study, patient, table_name, row_id, revision, cells FROM row_version")
            .setFetchSize(1000)
            .map((row, _) ->
                new StoredVersion(
                    String.join(
                        "\n",
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        Long.toString(row.getLong(5))),
                    row.getString(3) + "/" + row.getString(4),
                    row.getString(6)))
            .stream()) {
      for (StoredVersion version : (Iterable<StoredVersion>) versions::iterator) {
        compared++;
        String cells = version.cells();
        String expected = hashes.remove(version.key());
        String actual = cells == null ? "" : Sha256.of(cells);
        if (!actual.equals(expected)) {
          found(expected == null ? "row-unknown" : "row-changed", version.name());
        }
      }
    }
    hashes.keySet().stream()
        .sorted()
        .forEach(key -> {
          String[] parts = key.split("\n", -1);
          found("row-missing", parts[2] + "/" + parts[3]);
        });
    return compared;
  }

  private void found(String code, String... values) {
    count++;
    if (findings.size() < LISTED) {
      findings.add(new Finding(code, List.of(values)));
    }
  }
}
