package org.myocohort.registry.exporting;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.myocohort.exchange.study.StudySchema;
import org.myocohort.exchange.study.StudyWriter;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Permission;
import org.myocohort.registry.audit.AuditChain;
import org.myocohort.registry.audit.AuditEvent;
import org.myocohort.registry.importing.Formulas;
import org.myocohort.registry.importing.Progress;
import org.myocohort.registry.patient.PatientKey;
import org.myocohort.registry.patient.PatientStore;
import org.myocohort.registry.patient.StoredPatient;
import org.myocohort.registry.patient.StoredRow;
import org.myocohort.registry.patient.Studies;
import org.myocohort.registry.store.Database;
import org.myocohort.vocabulary.Vocabulary;

/// Takes a study out, patient by patient: as it stands, or without what tells who its patients are.
public final class Exporter {
  private final Database database;
  private final PatientStore store;
  private final AuditChain audit;
  private final InstantSource clock;

  public Exporter(Database database, InstantSource clock) {
    this.database = database;
    this.store = new PatientStore(database, clock);
    this.audit = new AuditChain(database);
    this.clock = clock;
  }

  /// What an export would hold.
  ///
  /// @param leaving how many patients would be in it
  /// @param rows by table
  /// @param dropped columns that a de-identified export leaves out, as table.column
  /// @param formulaLike how many cells a spreadsheet might run as formulas
  public record Preview(
      ConsentCounts consent,
      int leaving,
      SortedMap<String, Integer> rows,
      AnonymityReport anonymity,
      Set<String> dropped,
      int formulaLike) {}

  /// Files by their names, in order.
  public record Export(Map<String, byte[]> files, Preview preview) {
    /// Writes it as one file: the workbook itself, or a zip of the files. The same export gives the
    /// same bytes.
    public void writeTo(OutputStream out) throws IOException {
      if (files.size() == 1) {
        out.write(files.values().iterator().next());
        return;
      }
      try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
          ZipEntry entry = new ZipEntry(file.getKey());
          // The first day that the format knows: no trace of when it was made.
          entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
          zip.putNextEntry(entry);
          zip.write(file.getValue());
          zip.closeEntry();
        }
      }
    }
  }

  /// Why an export is not made.
  public enum Objection {
    /// Patients who did not agree leave only for a reason.
    REASON_EXPECTED,
    /// Patients who are nearly alone in their class leave only where somebody confirms it.
    CONFIRMATION_EXPECTED,
    /// No patient may leave.
    NOBODY
  }

  /// What became of the wish for an export.
  public sealed interface Result {
    /// The export, and what it holds.
    record Made(Export export) implements Result {}

    /// Nothing left the registry.
    record Refused(Objection objection, Preview preview) implements Result {}
  }

  /// What an export would hold; nothing leaves.
  ///
  /// @throws org.myocohort.registry.access.AccessDenied if the actor may not take this out
  public Preview preview(Actor actor, ExportRequest request) {
    demand(actor, request);
    Pseudonyms pseudonyms = Pseudonyms.of(database, request.study());
    return database.read(
        handle -> new Work(handle, actor, request, pseudonyms, Progress.SILENT).look());
  }

  /// Exports; the audit says what left, and under which rule.
  ///
  /// @throws org.myocohort.registry.access.AccessDenied if the actor may not take this out
  public Result export(Actor actor, ExportRequest request, Progress progress) {
    demand(actor, request);
    Pseudonyms pseudonyms = Pseudonyms.of(database, request.study());
    Result result =
        database.read(handle -> new Work(handle, actor, request, pseudonyms, progress).make());
    if (result instanceof Result.Made(Export export)) {
      database.change(
          handle -> audit.append(handle, event(actor, request, export), clock.instant()));
    }
    return result;
  }

  private static void demand(Actor actor, ExportRequest request) {
    actor.demand(request.deidentified() ? Permission.ANALYSE : Permission.EXPORT);
  }

  private static AuditEvent event(Actor actor, ExportRequest request, Export export) {
    TreeMap<String, Object> detail = new TreeMap<>();
    detail.put("form", request.form().code());
    detail.put("deidentified", request.deidentified() ? 1L : 0L);
    detail.put("offsets", request.offsets() ? 1L : 0L);
    detail.put("consent", request.consent().code());
    detail.put("patients", (long) export.preview().leaving());
    detail.put("leftOut", (long) export.preview().consent().all() - export.preview().leaving());
    detail.put("underFive", (long) export.preview().anonymity().underFive());
    return new AuditEvent(
        actor.account(), "export", request.study(), "", 0, request.reason(), detail);
  }

  /// One export being made.
  private final class Work {
    private final Handle handle;
    private final Actor actor;
    private final ExportRequest request;
    private final Pseudonyms pseudonyms;
    private final Progress progress;
    private final StudyWriter.Description description;
    private final List<String> patients = new ArrayList<>();
    private final Map<String, Set<String>> filled = new HashMap<>();
    private final TreeMap<String, Integer> rows = new TreeMap<>();
    private ConsentCounts consent = new ConsentCounts(0, 0, 0, 0, 0);
    private int formulaLike;
    private @Nullable Deidentifier deidentifier;

    Work(
        Handle handle,
        Actor actor,
        ExportRequest request,
        Pseudonyms pseudonyms,
        Progress progress) {
      this.handle = handle;
      this.actor = actor;
      this.request = request;
      this.pseudonyms = pseudonyms;
      this.progress = progress;
      this.description = Studies.find(handle, request.study()).orElseThrow().description();
    }

    /// Counts, and finds the columns that hold something.
    Preview look() {
      List<String> all =
          handle
              .createQuery("SELECT id, centre FROM patient WHERE study = ? ORDER BY number, id")
              .bind(0, request.study())
              .map((row, _) -> actor.seesCentre(row.getString(2)) ? row.getString(1) : "")
              .list();
      Map<String, Integer> classes = new TreeMap<>();
      TreeMap<String, Integer> antibodies = new TreeMap<>();
      start();
      int done = 0;
      for (String id : inOrder(all)) {
        StoredPatient patient = store.within(handle, key(id));
        StoredRow person = patient.row("patients", id).orElse(null);
        if (person == null) {
          continue;
        }
        ConsentCounts.Kind kind = ConsentCounts.Kind.of(person);
        consent = consent.plus(kind);
        if (kind.mayLeave(request.consent())) {
          patients.add(id);
          count(shaped(patient));
          classes.merge(classOf(patient, person, antibodies), 1, Integer::sum);
        }
        progress.at(++done, 2 * all.size());
      }
      Set<String> dropped = deidentifier == null ? Set.of() : new TreeSet<>(deidentifier.dropped());
      return new Preview(
          consent,
          patients.size(),
          rows,
          AnonymityReport.of(classes, antibodies),
          dropped,
          formulaLike);
    }

    /// A de-identified export follows the new names: the order of entry would tell something.
    private List<String> inOrder(List<String> all) {
      List<String> ids = all.stream().filter(id -> !id.isEmpty()).toList();
      return request.deidentified()
          ? ids.stream().sorted(Comparator.comparing(pseudonyms::patient)).toList()
          : ids;
    }

    private PatientKey key(String id) {
      return new PatientKey(request.study(), id);
    }

    private void start() {
      deidentifier =
          request.deidentified() ? new Deidentifier(pseudonyms, request, description) : null;
    }

    private List<StoredRow> shaped(StoredPatient patient) {
      return deidentifier == null ? patient.rows() : deidentifier.rows(patient);
    }

    private void count(List<StoredRow> shaped) {
      for (StoredRow row : shaped) {
        rows.merge(row.table(), 1, Integer::sum);
        filled.computeIfAbsent(row.table(), _ -> new TreeSet<>()).addAll(row.cells().keySet());
        for (String text : row.cells().values()) {
          formulaLike += Formulas.isDangerous(text) ? 1 : 0;
        }
      }
    }

    private String classOf(
        StoredPatient patient, StoredRow person, SortedMap<String, Integer> counts) {
      Set<String> positive = new TreeSet<>();
      for (StoredRow row : patient.rows("antibodies")) {
        if (row.cell("result").endsWith("positive")) {
          positive.add(
              Vocabulary.antibodies()
                  .find(row.cell("antibody"))
                  .map(Vocabulary.Term::code)
                  .orElse(row.cell("antibody")));
        }
      }
      if (!person.cell("antibody").isEmpty()) {
        positive.add(person.cell("antibody"));
      }
      if (positive.isEmpty()) {
        positive.add("-");
      }
      positive.forEach(code -> counts.merge(code, 1, Integer::sum));
      return String.join(
          "\n",
          person.cell("sex"),
          AgeBands.of(patient, person),
          String.join(" ", positive),
          request.deidentified() && !request.keepCentre() ? "" : person.cell("centre"));
    }

    Result make() {
      Preview preview = look();
      Objection objection = objection(preview);
      if (objection != null) {
        return new Result.Refused(objection, preview);
      }
      start();
      Map<String, byte[]> files =
          new ExportFiles(request.study(), description, columns(), this::each).of(request.form());
      return new Result.Made(new Export(files, preview));
    }

    private @Nullable Objection objection(Preview preview) {
      boolean unwilling = preview.consent().refused() + preview.consent().withdrawn() > 0;
      if (request.consent() == ExportRequest.Consent.ALL
          && unwilling
          && request.reason().isBlank()) {
        return Objection.REASON_EXPECTED;
      }
      if (preview.leaving() == 0) {
        return Objection.NOBODY;
      }
      return request.deidentified()
              && preview.anonymity().needsConfirmation()
              && !request.uniqueConfirmed()
          ? Objection.CONFIRMATION_EXPECTED
          : null;
    }

    /// The columns of each table that has rows: those that must be there and those that hold
    /// something, as the schema orders them, then the others by name.
    private Map<String, Set<String>> columns() {
      Map<String, Set<String>> columns = new LinkedHashMap<>();
      for (StudySchema.Table table : StudySchema.tables()) {
        Set<String> names = filled.get(table.name());
        if (names == null) {
          continue;
        }
        Set<String> ordered = new LinkedHashSet<>();
        ordered.add("id");
        for (StudySchema.Column column : table.columns()) {
          boolean needed = column.required() && !request.offsets();
          if (needed || names.contains(column.name())) {
            ordered.add(column.name());
          }
        }
        ordered.addAll(names);
        columns.put(table.name(), ordered);
      }
      return columns;
    }

    /// Tells each row of each patient that leaves, in the order of the export.
    private void each(Consumer<StoredRow> sink) {
      int done = 0;
      for (String id : patients) {
        for (StoredRow row : shaped(store.within(handle, key(id)))) {
          sink.accept(row);
        }
        progress.at(patients.size() + ++done, 2 * patients.size());
      }
    }
  }
}
