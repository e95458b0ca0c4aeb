package org.myocohort.registry.audit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.myocohort.exchange.source.Sha256;
import tools.jackson.databind.JsonNode;

/// Compares every patient's rows, and what people wrote beside them, with what the audit says of
/// them, one patient in memory at a time.
final class RowVerification {
  private static final String PATIENTS = "patients";

  private final Findings findings;
  private final LongConsumer progress;
  private long compared;

  RowVerification(Findings findings, LongConsumer progress) {
    this.findings = findings;
    this.progress = progress;
  }

  /// Whose rows: in the order in which both databases give them, that of the bytes.
  private record Owner(String study, String patient) implements Comparable<Owner> {
    private static final Comparator<String> BYTES =
        (a, b) ->
            Arrays.compareUnsigned(
                a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    private static final Comparator<Owner> ORDER =
        Comparator.comparing(Owner::study, BYTES).thenComparing(Owner::patient, BYTES);

    @Override
    public int compareTo(Owner other) {
      return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
      return study + "/" + patient;
    }
  }

  private record Entry(Owner owner, String text) {}

  private record Written(Owner owner, Writing kind, Writing.Kept kept) {}

  private record Patient(Owner owner, String centre, long revision) {}

  private record Name(String table, String row, long revision) implements Comparable<Name> {
    private static final Comparator<Name> ORDER =
        Comparator.comparing(Name::table)
            .thenComparing(Name::row)
            .thenComparingLong(Name::revision);

    @Override
    public int compareTo(Name other) {
      return ORDER.compare(this, other);
    }

    boolean sameRow(Name other) {
      return table.equals(other.table) && row.equals(other.row);
    }
  }

  private record Version(
      Owner owner, Name name, @Nullable Long superseded, long position, @Nullable String cells) {}

  /// What the audit says of a version.
  private record Expected(String hash, @Nullable Long position) {}

  /// Reads values of one owner after the other from an ordered stream.
  private static final class Grouped<T> {
    private final Iterator<T> values;
    private final java.util.function.Function<T, Owner> ownerOf;
    private @Nullable T next;

    Grouped(Stream<T> values, java.util.function.Function<T, Owner> ownerOf) {
      this.values = values.iterator();
      this.ownerOf = ownerOf;
      advance();
    }

    private void advance() {
      next = values.hasNext() ? values.next() : null;
    }

    @Nullable Owner owner() {
      return next == null ? null : ownerOf.apply(next);
    }

    List<T> take(Owner owner) {
      List<T> taken = new ArrayList<>();
      while (next != null && owner.equals(owner())) {
        taken.add(next);
        advance();
      }
      return taken;
    }
  }

  /// Compares.
  ///
  /// @param collation makes the database order by bytes
  /// @return how many versions were compared
  long verify(Handle handle, String collation) {
    String order = " ORDER BY study" + collation + ", patient" + collation;
    List<Stream<Written>> written =
        Stream.of(Writing.values()).map(kind -> written(handle, kind, order)).toList();
    try (Stream<Patient> patients =
            handle
                .createQuery(
                    "SELECT study, id, centre, revision FROM patient"
                        + order.replace("patient", "id"))
                .setFetchSize(AuditVerification.BATCH)
                .map((row, _) ->
                    new Patient(
                        owner(row.getString(1), row.getString(2)),
                        String.valueOf(row.getString(3)),
                        row.getLong(4)))
                .stream();
        Stream<Entry> entries =
            handle
                .createQuery(
                    "SELECT study, patient, text FROM audit_entry WHERE patient <> '' OR "
                        + Writing.WITHOUT_PATIENT
                        + order
                        + ", number")
                .setFetchSize(AuditVerification.BATCH)
                .map((row, _) ->
                    new Entry(
                        owner(row.getString(1), row.getString(2)),
                        String.valueOf(row.getString(3))))
                .stream();
        Stream<Version> versions =
            handle
                .createQuery(
                    "SELECT study, patient, table_name, row_id, revision, superseded, position,"
                        + " cells FROM row_version"
                        + order)
                .setFetchSize(AuditVerification.BATCH)
                .map((row, _) -> {
                  long number = row.getLong(6);
                  Long superseded = row.wasNull() ? null : number;
                  return new Version(
                      owner(row.getString(1), row.getString(2)),
                      new Name(
                          String.valueOf(row.getString(3)),
                          String.valueOf(row.getString(4)),
                          row.getLong(5)),
                      superseded,
                      row.getLong(7),
                      row.getString(8));
                })
                .stream()) {
      Grouped<Patient> byPatient = new Grouped<>(patients, Patient::owner);
      Grouped<Entry> byEntry = new Grouped<>(entries, Entry::owner);
      Grouped<Version> byVersion = new Grouped<>(versions, Version::owner);
      List<Grouped<Written>> byWriting =
          written.stream().map(each -> new Grouped<>(each, Written::owner)).toList();
      while (true) {
        Owner owner =
            Stream.concat(Stream.of(byPatient, byEntry, byVersion), byWriting.stream())
                .map(Grouped::owner)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        if (owner == null) {
          return compared;
        }
        List<JsonNode> said =
            byEntry.take(owner).stream()
                .flatMap(entry -> AuditVerification.parsed(entry.text()).stream())
                .toList();
        compare(owner, byPatient.take(owner), said, byVersion.take(owner));
        compare(
            owner, said, byWriting.stream().flatMap(each -> each.take(owner).stream()).toList());
      }
    } finally {
      written.forEach(Stream::close);
    }
  }

  /// What people wrote, of each kind in the order of its owners.
  private static Stream<Written> written(Handle handle, Writing kind, String order) {
    return handle
        .createQuery("SELECT * FROM (" + kind.sql() + ") AS written" + order)
        .setFetchSize(AuditVerification.BATCH)
        .map((row, _) ->
            new Written(owner(row.getString(1), row.getString(2)), kind, kind.stored(row)))
        .stream();
  }

  private void compare(Owner owner, List<JsonNode> entries, List<Written> written) {
    for (Writing kind : Writing.values()) {
      Map<String, String> expected = new TreeMap<>();
      for (JsonNode entry : entries) {
        if (entry.path("action").asString("").equals(kind.action())) {
          Writing.Kept said = kind.said(entry, entry.path("detail"));
          // Of a question the last entry counts.
          expected.put(said.key(), said.content());
        }
      }
      for (Written each : written) {
        if (each.kind() == kind) {
          String content = expected.remove(each.kept().key());
          if (content == null) {
            found("writing-unknown", owner, kind, each.kept().key());
          } else if (!content.equals(each.kept().content())) {
            found("writing-changed", owner, kind, each.kept().key());
          }
        }
      }
      expected.keySet().forEach(key -> found("writing-missing", owner, kind, key));
    }
  }

  private void found(String code, Owner owner, Writing kind, String key) {
    findings.add(code, kind.table() + " " + key, owner.toString());
  }

  private static Owner owner(@Nullable String study, @Nullable String patient) {
    return new Owner(String.valueOf(study), String.valueOf(patient));
  }

  private void compare(
      Owner owner, List<Patient> patients, List<JsonNode> entries, List<Version> versions) {
    Map<Name, Expected> expected = new TreeMap<>();
    long revision = 0;
    for (JsonNode text : entries) {
      if (text.path("detail").has("rows")) {
        long made = text.path("revision").asLong(-1);
        revision = Math.max(revision, made);
        text.path("detail").path("rows").forEach(row -> expect(row, made, expected));
      }
    }
    List<Version> sorted = versions.stream().sorted(Comparator.comparing(Version::name)).toList();
    String centre = "";
    for (int i = 0; i < sorted.size(); i++) {
      Version version = sorted.get(i);
      Version next = i + 1 < sorted.size() ? sorted.get(i + 1) : null;
      Long successor =
          next != null && next.name().sameRow(version.name()) ? next.name().revision() : null;
      compare(version, expected.remove(version.name()), successor);
      if (version.name().table().equals(PATIENTS) && successor == null) {
        centre = centre(version.cells());
      }
      if (++compared % AuditVerification.BATCH == 0) {
        progress.accept(compared);
      }
    }
    expected.keySet().forEach(name -> found("row-missing", owner, name));
    // A patient without rows in the audit is one that only other entries name.
    boolean known = revision > 0 || !versions.isEmpty();
    if (patients.isEmpty() ? known : !fits(patients.getFirst(), centre, revision)) {
      findings.add("patient-changed", owner.toString());
    }
  }

  private static boolean fits(Patient patient, String centre, long revision) {
    return patient.centre().equals(centre) && patient.revision() == revision;
  }

  private static void expect(JsonNode row, long revision, Map<Name, Expected> expected) {
    expected.put(
        new Name(row.path("table").asString(""), row.path("row").asString(""), revision),
        new Expected(
            row.path("cells").asString(""),
            row.has("position") ? row.path("position").asLong() : null));
  }

  private void compare(Version version, @Nullable Expected expected, @Nullable Long successor) {
    if (expected == null) {
      found("row-unknown", version.owner(), version.name());
      return;
    }
    String hash = version.cells() == null ? "" : Sha256.of(version.cells());
    if (!hash.equals(expected.hash())
        || (expected.position() != null && expected.position() != version.position())) {
      found("row-changed", version.owner(), version.name());
    }
    if (!Objects.equals(version.superseded(), successor)) {
      found("row-superseded", version.owner(), version.name());
    }
  }

  private static String centre(@Nullable String cells) {
    return cells == null
        ? ""
        : AuditVerification.parsed(cells).map(json -> json.path("centre").asString("")).orElse("");
  }

  private void found(String code, Owner owner, Name name) {
    findings.add(
        code, name.table() + "/" + name.row(), owner.toString(), Long.toString(name.revision()));
  }
}
