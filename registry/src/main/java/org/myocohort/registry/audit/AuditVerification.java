package org.myocohort.registry.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.myocohort.exchange.source.Sha256;
import org.myocohort.registry.store.Database;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Recomputes the audit chain from its texts, and compares what is stored with what the audit holds
/// of it: every version of every row, which of them is the current one, each patient's centre and
/// revision, each study's settings; signatures, questions and their messages, taper plans, printed
/// sheets and signed texts.
///
/// First the chain is read from end to end, then patient after patient with the rows of that
/// patient only: the memory it needs grows with the largest patient, not with the registry.
///
/// Not compared is what is made from these anew: the summaries that lists show, and the order in
/// which patients came.
public final class AuditVerification {
  /// How many rows are fetched at once, and how often progress is told.
  static final int BATCH = 1000;

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

  private final Findings findings = new Findings();
  private final Map<String, List<String>> studies = new TreeMap<>();
  private final LongConsumer progress;
  private long entries;

  private AuditVerification(LongConsumer progress) {
    this.progress = progress;
  }

  /// Verifies the whole audit.
  ///
  /// @param exported an end of the chain that was kept elsewhere, or null; the chain must go
  ///   through it
  public static Result verify(Database database, @Nullable AuditHead exported) {
    return verify(database, exported, _ -> {});
  }

  /// Verifies the whole audit.
  ///
  /// @param progress is told now and then how many entries and rows were read
  public static Result verify(
      Database database, @Nullable AuditHead exported, LongConsumer progress) {
    return database.read(handle -> verify(database, handle, exported, progress));
  }

  /// Verifies what a transaction sees, such as one that restores.
  public static Result verify(
      Database database, Handle handle, @Nullable AuditHead exported, LongConsumer progress) {
    return new AuditVerification(progress).run(database, handle, exported);
  }

  private Result run(Database database, Handle handle, @Nullable AuditHead exported) {
    AuditHead end = chain(handle, exported);
    AuditHead stored =
        handle
            .createQuery("SELECT number, hash FROM audit_head WHERE one = 1")
            .map((row, _) -> new AuditHead(row.getLong(1), String.valueOf(row.getString(2))))
            .findOne()
            .orElse(new AuditHead(-1, ""));
    if (!stored.equals(end)) {
      findings.add("head", Long.toString(end.number()), Long.toString(stored.number()));
    }
    if (exported != null && exported.number() > end.number()) {
      findings.add("truncated", Long.toString(exported.number()), Long.toString(end.number()));
    }
    studies(handle);
    long rows =
        new RowVerification(findings, count -> progress.accept(entries + count))
            .verify(handle, database.isEmbedded() ? "" : " COLLATE \"C\"");
    return new Result(entries, rows, end, findings.listed(), findings.count());
  }

  private AuditHead chain(Handle handle, @Nullable AuditHead exported) {
    AuditHead end = new AuditHead(0, "");
    try (Stream<Entry> chain =
        handle
            .createQuery(
                "SELECT number, at, actor, action, study, patient, revision, text, hash"
                    + " FROM audit_entry ORDER BY number")
            .setFetchSize(BATCH)
            .map((row, _) ->
                new Entry(
                    row.getLong(1),
                    List.of(
                        String.valueOf(row.getString(2)),
                        String.valueOf(row.getString(3)),
                        String.valueOf(row.getString(4)),
                        String.valueOf(row.getString(5)),
                        String.valueOf(row.getString(6)),
                        String.valueOf(row.getString(7))),
                    String.valueOf(row.getString(8)),
                    String.valueOf(row.getString(9))))
            .stream()) {
      for (Entry entry : (Iterable<Entry>) chain::iterator) {
        end = entry(entry, end);
        if (exported != null
            && exported.number() == entry.number()
            && !exported.hash().equals(end.hash())) {
          findings.add("exported-head", Long.toString(entry.number()));
        }
        if (++entries % BATCH == 0) {
          progress.accept(entries);
        }
      }
    }
    return end;
  }

  private record Entry(long number, List<String> columns, String text, String hash) {}

  private AuditHead entry(Entry entry, AuditHead before) {
    String number = Long.toString(entry.number());
    if (entry.number() != before.number() + 1) {
      findings.add("gap", Long.toString(before.number()), number);
    }
    String hash = Sha256.of(entry.text());
    if (!hash.equals(entry.hash())) {
      findings.add("hash", number);
    }
    JsonNode text = parsed(entry.text()).orElse(null);
    if (text == null) {
      findings.add("text", number);
      return new AuditHead(entry.number(), hash);
    }
    if (!text.path("previous").asString("").equals(before.hash())) {
      findings.add("previous", number);
    }
    if (text.path("number").asLong(-1) != entry.number()
        || !entry.columns().equals(columns(text))) {
      findings.add("columns", number);
    }
    if (text.path("action").asString("").equals("study")) {
      JsonNode detail = text.path("detail");
      studies.put(
          text.path("study").asString(""),
          List.of(detail.path("title").asString(""), detail.path("settings").asString("")));
    }
    return new AuditHead(entry.number(), hash);
  }

  private static List<String> columns(JsonNode text) {
    return Stream.of("at", "actor", "action", "study", "patient", "revision")
        .map(name -> text.path(name).asString(""))
        .toList();
  }

  static Optional<JsonNode> parsed(String text) {
    try {
      return Optional.of(JsonMapper.shared().readTree(text));
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  private void studies(Handle handle) {
    handle
        .createQuery("SELECT id, title, settings FROM study ORDER BY id")
        .map((row, _) ->
            List.of(
                String.valueOf(row.getString(1)),
                String.valueOf(row.getString(2)),
                String.valueOf(row.getString(3))))
        .list()
        .forEach(study -> {
          if (!study.subList(1, 3).equals(studies.remove(study.getFirst()))) {
            findings.add("study-changed", study.getFirst());
          }
        });
    studies.keySet().forEach(study -> findings.add("study-missing", study));
  }
}
