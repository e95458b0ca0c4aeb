package org.myocohort.registry.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.source.Limits;
import org.myocohort.exchange.source.Source;
import org.myocohort.exchange.study.StudyWriter;
import org.myocohort.instrument.StudySettings;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.audit.AuditVerification;
import org.myocohort.registry.patient.PatientKey;
import org.myocohort.registry.patient.PatientStore;
import org.myocohort.registry.patient.RowChange;
import org.myocohort.registry.patient.SaveRequest;
import org.myocohort.registry.patient.SaveResult;
import org.myocohort.registry.patient.Studies;
import org.myocohort.registry.store.Database;

class ImporterTest {
  private static final Actor MANAGER = Actor.commandLine();
  private static final PatientKey P1 = new PatientKey("s", "P1");

  @TempDir Path folder;

  /// A registry with an empty study, and what one does with it.
  private static final class Registry implements AutoCloseable {
    final Database database;
    final PatientStore store;
    final Importer importer;
    final ImportUndo undo;

    Registry(Database database) {
      this.database = database;
      store = new PatientStore(database, Instant::now);
      importer = new Importer(database, Instant::now);
      undo = new ImportUndo(database, Instant::now);
      new Studies(database, Instant::now)
          .save(
              Actor.administratorOnCommandLine(),
              new Studies.StoredStudy(
                  "s", new StudyWriter.Description("s", "S", true, StudySettings.DEFAULT, null)),
              "");
    }

    ImportReport dryRun(Path file, ImportOptions options) throws IOException, BadInputException {
      Source source = open(file);
      return importer.dryRun(
          MANAGER,
          "s",
          source,
          MappingGuess.of(source).mapping(),
          options,
          _ -> {},
          Progress.SILENT);
    }

    ImportOutcome apply(Path file, ImportOptions options) throws IOException, BadInputException {
      Source source = open(file);
      return importer.apply(
          MANAGER,
          "s",
          source,
          "hash",
          MappingGuess.of(source).mapping(),
          options,
          Progress.SILENT);
    }

    String cell(PatientKey key, String table, String id, String column) {
      return store.find(MANAGER, key).orElseThrow().row(table, id).orElseThrow().cell(column);
    }

    void correct(PatientKey key, String table, String id, String column, String text) {
      var patient = store.find(MANAGER, key).orElseThrow();
      var cells = new TreeMap<>(patient.row(table, id).orElseThrow().cells());
      cells.put(column, text);
      SaveResult saved =
          store.save(
              MANAGER,
              SaveRequest.of(
                  key,
                  patient.revision(),
                  List.of(new RowChange.Put(table, id, cells)),
                  "misread"));
      assertThat(saved).isInstanceOf(SaveResult.Saved.class);
    }

    @Override
    public void close() {
      database.close();
    }
  }

  private static Source open(Path file) throws IOException, BadInputException {
    return Source.open(file, String.valueOf(file.getFileName()), Limits.DEFAULT);
  }

  private Path example() {
    return Path.of("..", "examples", "synthetic-centre");
  }

  private Path file(String name, String... lines) throws IOException {
    return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
  }

  private Path studyOfOne(String visits) throws IOException {
    Path study = Files.createTempDirectory(folder, "study");
    Files.writeString(study.resolve("patients.csv"), "id,sex,birth\nP1,female,1960\n");
    Files.writeString(study.resolve("visits.csv"), visits);
    return study;
  }

  /// How many rows PostgreSQL believes there are; SQLite needs to believe nothing.
  private static int rowsCounted(Database database) {
    return database.isEmbedded()
        ? Integer.MAX_VALUE
        : database.read(handle ->
            handle
                .createQuery("SELECT reltuples FROM pg_class WHERE relname = 'row_version'")
                .mapTo(Integer.class)
                .one());
  }

  @ParameterizedTest
  @MethodSource("org.myocohort.registry.Databases#both")
  void anExampleStudyIsImportedOnceAndTheSameAgainChangesNothing(Supplier<Database> maker)
      throws IOException, BadInputException {
    try (Registry registry = new Registry(maker.get())) {
      ImportReport dry = registry.dryRun(example(), ImportOptions.DEFAULT);
      assertThat(dry.bad()).isZero();
      assertThat(dry.newPatients()).isEqualTo(60);
      assertThat(registry.store.studyRows(MANAGER, "s")).isEmpty();

      ImportOutcome first = registry.apply(example(), ImportOptions.DEFAULT);
      assertThat(first).isInstanceOf(ImportOutcome.Applied.class);
      assertThat(((ImportOutcome.Applied) first).number()).isEqualTo(1);
      assertThat(first.report().fingerprint()).isEqualTo(dry.fingerprint());
      assertThat(registry.store.studyRows(MANAGER, "s")).hasSize(dry.count(Fate.NEW));
      assertThat(rowsCounted(registry.database)).isGreaterThan(500);
      assertThat(registry.store.readStudy(MANAGER, "s").study().patients()).hasSize(60);

      ImportReport again = registry.dryRun(example(), ImportOptions.DEFAULT);
      assertThat(again.count(Fate.UNCHANGED)).isEqualTo(dry.count(Fate.NEW));
      assertThat(again.changesNothing()).isTrue();
      ImportOutcome second = registry.apply(example(), ImportOptions.DEFAULT);
      assertThat(((ImportOutcome.Applied) second).number()).isZero();
      assertThat(AuditVerification.verify(registry.database, null).findings()).isEmpty();

      ImportUndo.Outcome undone = registry.undo.undo(MANAGER, 1, false, "wrong file").orElseThrow();
      assertThat(undone.patients()).isEqualTo(60);
      assertThat(undone.left()).isEmpty();
      assertThat(registry.store.studyRows(MANAGER, "s")).isEmpty();
      assertThat(registry.undo.undo(MANAGER, 1, false, "")).isEmpty();
      ImportOutcome third = registry.apply(example(), ImportOptions.DEFAULT);
      assertThat(third.report().count(Fate.NEW)).isEqualTo(dry.count(Fate.NEW));
      assertThat(third).isInstanceOf(ImportOutcome.Applied.class);
      assertThat(AuditVerification.verify(registry.database, null).findings()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("org.myocohort.registry.Databases#both")
  void aValueCorrectedByHandIsKeptUntilSomebodyDecides(Supplier<Database> maker)
      throws IOException, BadInputException {
    try (Registry registry = new Registry(maker.get())) {
      Path study = studyOfOne("id,patient,date,haq,mmt,mmt_max\nV1,P1,2026-01-10,1.5,70,80\n");
      registry.apply(study, ImportOptions.DEFAULT);
      registry.correct(P1, "visits", "V1", "haq", "2.5");

      ImportReport again = registry.dryRun(study, ImportOptions.DEFAULT);
      assertThat(again.count(Fate.DECISION)).isEqualTo(1);
      assertThat(again.rows(Fate.DECISION).getFirst().changes())
          .containsExactly(new RowFate.CellChange("haq", "2.5", "1.5", true, true));
      assertThat(again.changesNothing()).isTrue();

      Path changed = studyOfOne("id,patient,date,haq,mmt,mmt_max\nV1,P1,2026-01-10,1.5,71,80\n");
      registry.apply(changed, ImportOptions.DEFAULT);
      assertThat(registry.cell(P1, "visits", "V1", "mmt")).isEqualTo("71");
      assertThat(registry.cell(P1, "visits", "V1", "haq")).isEqualTo("2.5");
      // The import wrote the row; the value is the hand's nevertheless.
      assertThat(registry.dryRun(changed, ImportOptions.DEFAULT).count(Fate.DECISION)).isEqualTo(1);

      ImportOptions decided = new ImportOptions(false, Set.of("visits/V1/haq"), "", "as the file");
      assertThat(registry.apply(changed, decided).report().count(Fate.CHANGED)).isEqualTo(1);
      assertThat(registry.cell(P1, "visits", "V1", "haq")).isEqualTo("1.5");
      assertThat(registry.dryRun(changed, ImportOptions.DEFAULT).count(Fate.UNCHANGED))
          .isEqualTo(2);
    }
  }

  @ParameterizedTest
  @MethodSource("org.myocohort.registry.Databases#both")
  void twoBadRowsStopTheImportUnlessTheGoodOnesAreAskedFor(Supplier<Database> maker)
      throws IOException, BadInputException {
    try (Registry registry = new Registry(maker.get())) {
      Path file =
          file(
              "visits-2026.csv",
              "Paziente;Sesso;Data visita;MMT8;MMT max;HAQ;CRP (mg/L);Jo-1",
              "P1;F;10/01/2026;70;80;1,5;12,4;pos",
              "P1;F;13/04/2026;92;80;0,5;4,1;pos",
              "P2;M;31/02/2026;78;80;0,25;<1;neg",
              "P3;M;15/02/2026;79;80;0;;neg");
      ImportReport dry = registry.dryRun(file, ImportOptions.DEFAULT);
      assertThat(dry.rows(Fate.REFUSED))
          .allMatch(row -> row.line() == 3 || row.line() == 4)
          .anySatisfy(row -> {
            assertThat(row.line()).isEqualTo(3);
            assertThat(row.problems().getFirst().column()).isEqualTo("MMT8");
            assertThat(row.problems().getFirst().found()).isEqualTo("92");
            assertThat(row.problems().getFirst().code()).isEqualTo("number-between");
          })
          .anySatisfy(row -> {
            assertThat(row.line()).isEqualTo(4);
            assertThat(row.problems().getFirst().column()).isEqualTo("Data visita");
          });
      assertThat(registry.apply(file, ImportOptions.DEFAULT))
          .isInstanceOf(ImportOutcome.Refused.class);
      assertThat(registry.store.studyRows(MANAGER, "s")).isEmpty();

      ImportOutcome applied =
          registry.apply(file, new ImportOptions(true, Set.of(), dry.fingerprint(), ""));
      assertThat(applied).isInstanceOf(ImportOutcome.Applied.class);
      var patient = registry.store.find(MANAGER, P1).orElseThrow();
      assertThat(patient.rows("visits"))
          .singleElement()
          .satisfies(row -> {
            assertThat(row.cell("date")).isEqualTo("2026-01-10");
            assertThat(row.cell("haq")).isEqualTo("1.5");
          });
      assertThat(patient.rows("measurements")).hasSize(2);
      assertThat(patient.rows("antibodies")).hasSize(2);
      assertThat(
              registry.store.find(MANAGER, new PatientKey("s", "P2")).orElseThrow().rows("visits"))
          .isEmpty();
      assertThat(registry.apply(file, new ImportOptions(true, Set.of(), "", "")))
          .isEqualTo(
              new ImportOutcome.Applied(
                  0, registry.dryRun(file, new ImportOptions(true, Set.of(), "", ""))));
    }
  }

  @ParameterizedTest
  @MethodSource("org.myocohort.registry.Databases#both")
  void undoingLeavesWhatSomebodyChangedSince(Supplier<Database> maker)
      throws IOException, BadInputException {
    try (Registry registry = new Registry(maker.get())) {
      registry.apply(
          studyOfOne("id,patient,date,haq\nV1,P1,2026-01-10,1.5\nV2,P1,2026-03-10,1\n"),
          ImportOptions.DEFAULT);
      registry.apply(
          studyOfOne("id,patient,date,haq\nV1,P1,2026-01-10,2\nV2,P1,2026-03-10,2\n"),
          ImportOptions.DEFAULT);
      registry.correct(P1, "visits", "V2", "haq", "0.5");

      ImportUndo.Outcome undone = registry.undo.undo(MANAGER, 2, false, "").orElseThrow();
      assertThat(undone.left())
          .containsExactly(new ImportUndo.Left("P1", "visits", "V2", "changed-since"));
      assertThat(registry.cell(P1, "visits", "V1", "haq")).isEqualTo("1.5");
      assertThat(registry.cell(P1, "visits", "V2", "haq")).isEqualTo("0.5");

      ImportUndo.Outcome all = registry.undo.preview(MANAGER, 1, true).orElseThrow();
      assertThat(all.left()).isEmpty();
      assertThat(all.patients()).isEqualTo(1);
      ImportUndo.Outcome first = registry.undo.undo(MANAGER, 1, false, "").orElseThrow();
      assertThat(first.left()).extracting(ImportUndo.Left::why).contains("needed");
      assertThat(registry.store.find(MANAGER, P1)).isPresent();
      assertThat(AuditVerification.verify(registry.database, null).findings()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("org.myocohort.registry.Databases#both")
  void aRowRemovedByHandDoesNotComeBackByItself(Supplier<Database> maker)
      throws IOException, BadInputException {
    try (Registry registry = new Registry(maker.get())) {
      Path study = studyOfOne("id,patient,date,haq\nV1,P1,2026-01-10,1.5\nV2,P1,2026-03-10,1\n");
      registry.apply(study, ImportOptions.DEFAULT);
      registry.store.save(
          MANAGER,
          SaveRequest.of(P1, 1, List.of(new RowChange.Remove("visits", "V2")), "never took place"));
      ImportReport again = registry.dryRun(study, ImportOptions.DEFAULT);
      assertThat(again.count(Fate.DECISION)).isEqualTo(1);
      assertThat(again.changesNothing()).isTrue();
      ImportOptions all = new ImportOptions(false, Set.of("all"), "", "it did");
      assertThat(registry.dryRun(study, all).count(Fate.NEW)).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @MethodSource("org.myocohort.registry.Databases#both")
  void whatWasAgreedToInADryRunIsWhatIsImported(Supplier<Database> maker)
      throws IOException, BadInputException {
    try (Registry registry = new Registry(maker.get())) {
      Path study = studyOfOne("id,patient,date,haq\nV1,P1,2026-01-10,1.5\n");
      registry.apply(study, ImportOptions.DEFAULT);
      Path changed = studyOfOne("id,patient,date,haq\nV1,P1,2026-01-10,2\n");
      String agreed = registry.dryRun(changed, ImportOptions.DEFAULT).fingerprint();
      registry.correct(P1, "visits", "V1", "haq", "0.5");
      assertThat(registry.apply(changed, new ImportOptions(false, Set.of(), agreed, "")))
          .isInstanceOf(ImportOutcome.Stale.class);
      assertThat(registry.cell(P1, "visits", "V1", "haq")).isEqualTo("0.5");
    }
  }

  @ParameterizedTest
  @MethodSource("org.myocohort.registry.Databases#both")
  void aRowOfAPatientWhomNobodyKnowsIsNamed(Supplier<Database> maker)
      throws IOException, BadInputException {
    try (Registry registry = new Registry(maker.get())) {
      Path file = file("visits.csv", "id,patient,date,haq", "V9,P9,2026-01-10,1");
      ImportReport dry = registry.dryRun(file, ImportOptions.DEFAULT);
      assertThat(dry.count(Fate.PATIENT_MISSING)).isEqualTo(1);
      assertThat(dry.rows(Fate.PATIENT_MISSING).getFirst().problems().getFirst().found())
          .isEqualTo("P9");
    }
  }
}
