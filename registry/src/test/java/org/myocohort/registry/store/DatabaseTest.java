package org.myocohort.registry.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.myocohort.registry.Databases;
import org.myocohort.registry.FirstSchema;
import org.myocohort.registry.SampleStudy;
import org.myocohort.registry.audit.AuditVerification;
import org.myocohort.registry.patient.PatientStore;
import org.myocohort.registry.patient.RowChange;
import org.myocohort.registry.patient.SaveRequest;
import org.myocohort.registry.patient.SaveResult;
import org.myocohort.registry.patient.StoredPatient;

class DatabaseTest {
  @TempDir private Path folder;

  @Test
  void postgresqlRunsWithTheSettingsThatKeepWhatWasCommitted() {
    try (Database database = Databases.postgresql()) {
      for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
        assertThat(
                database.<String>write(
                    handle -> handle.createQuery("SHOW " + setting).mapTo(String.class).one()))
            .as(setting)
            .isEqualTo("on");
      }
    }
  }

  /// Who is killed between a step of the schema and the note of it could never open it again.
  @Test
  void postgresqlNotesAStepOfTheSchemaInTheTransactionThatMakesIt() {
    String made =
        "SELECT a.xmin::text FROM pg_attribute a JOIN pg_class c ON a.attrelid = c.oid"
            + " WHERE c.relname = 'import_mapping' AND a.attname = 'mapping'";
    String noted = "SELECT xmin::text FROM flyway_schema_history WHERE version = '4'";
    try (Database database = Databases.postgresql()) {
      assertThat(
              database.<String>read(handle -> handle.createQuery(noted).mapTo(String.class).one()))
          .isEqualTo(
              database.<String>read(handle -> handle.createQuery(made).mapTo(String.class).one()));
    }
  }

  @Test
  void sqliteRunsWithTheSettingsThatKeepWhatWasCommitted() {
    try (Database database = Databases.sqlite()) {
      List.of("journal_mode wal", "synchronous 2", "secure_delete 1", "foreign_keys 1")
          .forEach(each -> {
            String[] words = each.split(" ", -1);
            assertThat(
                    database.<String>write(handle ->
                        handle.createQuery("PRAGMA " + words[0]).mapTo(String.class).one()))
                .as(words[0])
                .isEqualTo(words[1]);
          });
    }
  }

  /// Each raises a number in one row fifty times over; a lost update would leave it lower.
  @ParameterizedTest
  @MethodSource("org.myocohort.registry.Databases#both")
  @Timeout(120)
  void fiftyWritersOnOneRecordLoseNoUpdate(Supplier<Database> maker) throws Exception {
    int writers = 50;
    int each = 2;
    try (Database database = maker.get()) {
      PatientStore store = SampleStudy.store(database);
      SampleStudy.savePatient(store, "P1", 1);
      List<Callable<Integer>> tasks = new ArrayList<>();
      for (int writer = 0; writer < writers; writer++) {
        tasks.add(() -> {
          int conflicts = 0;
          for (int i = 0; i < each; ) {
            StoredPatient now =
                store.find(SampleStudy.MANAGER, SampleStudy.key("P1")).orElseThrow();
            String note = now.row("visits", "V-P1-0").orElseThrow().cell("notes");
            int count = note.isEmpty() ? 0 : Integer.parseInt(note);
            RowChange raised =
                SampleStudy.put(
                    "visits",
                    "V-P1-0",
                    "patient",
                    "P1",
                    "date",
                    "2020-01-10",
                    "haq",
                    "1.5",
                    "notes",
                    Integer.toString(count + 1));
            SaveResult result =
                store.save(
                    SampleStudy.MANAGER,
                    SaveRequest.of(
                        SampleStudy.key("P1"), now.revision(), List.of(raised), "counted"));
            switch (result) {
              case SaveResult.Saved _ -> i++;
              case SaveResult.Conflict _ -> conflicts++;
              case SaveResult.Refused refused ->
                  throw new IllegalStateException(refused.toString());
            }
          }
          return conflicts;
        });
      }
      int conflicts = 0;
      for (Integer met : inParallel(tasks)) {
        conflicts += met;
      }
      StoredPatient end = store.find(SampleStudy.MANAGER, SampleStudy.key("P1")).orElseThrow();
      assertThat(end.row("visits", "V-P1-0").orElseThrow().cell("notes"))
          .isEqualTo(Integer.toString(writers * each));
      assertThat(end.revision()).isEqualTo(1 + writers * each);
      assertThat(conflicts).as("writers that met each other").isPositive();
      assertThat(AuditVerification.verify(database, null).findings()).isEmpty();
    }
  }

  /// Lists that name the patients in opposite orders, and rows that want the same ids.
  @ParameterizedTest
  @MethodSource("org.myocohort.registry.Databases#both")
  @Timeout(120)
  void ofTwoPatientsThatWantOneRowIdOneGetsItAndNobodyDeadlocks(Supplier<Database> maker)
      throws Exception {
    try (Database database = maker.get()) {
      PatientStore store = SampleStudy.store(database);
      List<Callable<Integer>> tasks = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        int number = i;
        tasks.add(() -> {
          List<SaveRequest> requests = new ArrayList<>();
          for (int p = 0; p < 2; p++) {
            String id = "P" + number + "-" + p;
            // Half of them want the shared rows in the other order.
            String row = "SHARED-" + (number % 2 == 0 ? p : 1 - p);
            requests.add(
                SaveRequest.of(
                    SampleStudy.key(id),
                    0,
                    List.of(
                        SampleStudy.put("patients", id, "centre", "Padua", "sex", "male"),
                        SampleStudy.put(
                            "visits", row, "patient", id, "date", "2020-01-10", "haq", "1")),
                    ""));
          }
          return store.save(SampleStudy.MANAGER, requests).stream()
                  .allMatch(SaveResult.Saved.class::isInstance)
              ? 1
              : 0;
        });
      }
      assertThat(inParallel(tasks).stream().mapToInt(Integer::intValue).sum()).isEqualTo(1);
      assertThat(store.studyRows(SampleStudy.MANAGER, SampleStudy.STUDY)).hasSize(4);
      assertThat(AuditVerification.verify(database, null).findings()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("org.myocohort.registry.Databases#both")
  @Timeout(120)
  void ofManyWhoEnterOneNewPatientOneIsSavedAndTheOthersConflict(Supplier<Database> maker)
      throws Exception {
    try (Database database = maker.get()) {
      PatientStore store = SampleStudy.store(database);
      List<Callable<SaveResult>> tasks = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        tasks.add(() -> SampleStudy.savePatient(store, "P1", 1));
      }
      assertThat(inParallel(tasks))
          .hasOnlyElementsOfTypes(SaveResult.Saved.class, SaveResult.Conflict.class)
          .filteredOn(SaveResult.Saved.class::isInstance)
          .hasSize(1);
    }
  }

  private static <T> List<T> inParallel(List<Callable<T>> tasks) throws Exception {
    List<T> results = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(tasks.size())) {
      for (Future<T> future : threads.invokeAll(tasks)) {
        results.add(future.get(60, TimeUnit.SECONDS));
      }
    }
    return results;
  }

  @ParameterizedTest
  @MethodSource("org.myocohort.registry.Databases#both")
  void ofAListWithOneRefusedNothingIsSaved(Supplier<Database> maker) {
    try (Database database = maker.get()) {
      PatientStore store = SampleStudy.store(database);
      SaveRequest good =
          SaveRequest.of(
              SampleStudy.key("P1"),
              0,
              List.of(SampleStudy.put("patients", "P1", "centre", "Padua", "sex", "male")),
              "");
      SaveRequest bad =
          SaveRequest.of(
              SampleStudy.key("P2"),
              0,
              List.of(SampleStudy.put("patients", "P2", "centre", "Padua", "sex", "neither")),
              "");
      assertThat(store.save(SampleStudy.MANAGER, List.of(good, bad)))
          .hasExactlyElementsOfTypes(SaveResult.Saved.class, SaveResult.Refused.class);
      assertThat(store.find(SampleStudy.MANAGER, SampleStudy.key("P1"))).isEmpty();
      assertThat(AuditVerification.verify(database, null).entries()).isEqualTo(1);
    }
  }

  /// Every older schema, with data in it, becomes today's and verifies.
  @ParameterizedTest
  @ValueSource(strings = "1")
  void anOlderSchemaIsBroughtUpToDateWithItsData(String version) throws Exception {
    try (Database old = Database.embedded(folder, version)) {
      SampleStudy.store(old);
      FirstSchema.savePatient(old, "P1");
      assertThat(old.schemaVersion()).isEqualTo(version);
    }
    String url = Databases.Server.newDatabase();
    try (Database old = Database.postgresql(url, "", "", version)) {
      SampleStudy.store(old);
      FirstSchema.savePatient(old, "P1");
    }
    for (Database now : List.of(Database.embedded(folder), Database.postgresql(url, "", ""))) {
      try (now) {
        assertThat(now.schemaVersion()).isNotEqualTo(version);
        assertThat(AuditVerification.verify(now, null).findings()).isEmpty();
        PatientStore store = new PatientStore(now, Instant::now);
        assertThat(store.find(SampleStudy.MANAGER, SampleStudy.key("P1")).orElseThrow().rows())
            .hasSize(2);
        assertThat(
                store.save(
                    SampleStudy.MANAGER,
                    SaveRequest.of(
                        SampleStudy.key("P1"), 1, List.of(SampleStudy.visit("P1", 9, "2")), "")))
            .isEqualTo(new SaveResult.Saved(2));
      }
    }
  }

  @Test
  void aNewerSchemaIsRefused() throws Exception {
    Database.embedded(folder).close();
    try (var connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(Database.FILE));
        var statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO flyway_schema_history SELECT installed_rank + 100, '999', 'later', type,"
              + " 'V999__later.sql', checksum, installed_by, installed_on, execution_time, success"
              + " FROM flyway_schema_history WHERE version = '1'");
    }
    assertKind(StoreException.Kind.SCHEMA);
  }

  @Test
  void whatIsNoDatabaseIsSaidToBeDamaged() throws Exception {
    Files.writeString(folder.resolve(Database.FILE), "not a database at all".repeat(200));
    assertKind(StoreException.Kind.DAMAGED);
  }

  @Test
  void aFolderWhoseRestoreWasCutOffIsRefused() throws Exception {
    Files.createFile(folder.resolve(Database.RESTORING));
    assertKind(StoreException.Kind.RESTORING);
  }

  private void assertKind(StoreException.Kind kind) {
    assertThatThrownBy(() -> Database.embedded(folder).close())
        .isInstanceOfSatisfying(
            StoreException.class, failure -> assertThat(failure.kind()).isEqualTo(kind));
  }

  @Test
  void aPostgresqlThatMayOnlyBeReadIsSaidToBeReadOnly() {
    String url = Databases.Server.newDatabase();
    try (Database database = Database.postgresql(url, "", "")) {
      PatientStore store = SampleStudy.store(database);
      SampleStudy.savePatient(store, "P1", 1);
      database.change(handle -> handle.execute("SET SESSION default_transaction_read_only TO on"));
      assertThatThrownBy(() -> SampleStudy.savePatient(store, "P2", 1))
          .isInstanceOfSatisfying(
              StoreException.class,
              failure -> assertThat(failure.kind()).isEqualTo(StoreException.Kind.READ_ONLY));
      assertThat(AuditVerification.verify(database, null).findings()).isEmpty();
    }
  }

  @Test
  void aServerThatIsNotThereIsUnavailable() {
    assertThatThrownBy(() -> Database.postgresql("jdbc:postgresql://127.0.0.1:1/none", "", ""))
        .isInstanceOfSatisfying(
            StoreException.class,
            failure -> assertThat(failure.kind()).isEqualTo(StoreException.Kind.UNAVAILABLE));
  }
}
