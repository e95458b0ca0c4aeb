package org.myocohort.registry.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.myocohort.registry.Databases;
import org.myocohort.registry.SampleStudy;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Role;
import org.myocohort.registry.patient.PatientKey;
import org.myocohort.registry.patient.PatientStore;
import org.myocohort.registry.patient.RowChange;
import org.myocohort.registry.patient.SaveRequest;
import org.myocohort.registry.review.DataQueries;
import org.myocohort.registry.review.DataQuery;
import org.myocohort.registry.review.PrintedSummaries;
import org.myocohort.registry.review.Signatures;
import org.myocohort.registry.review.TaperPlans;
import org.myocohort.registry.review.TextSignatures;
import org.myocohort.registry.store.Database;

/// Changes one character after another, wherever something is stored that is compared, and demands
/// that each change is found.
class TamperingTest {
  /// A stored text: table, column, and the condition of its row.
  private record Place(String table, String column, String where) {}

  private static final List<String> COLUMNS =
      List.of(
          "audit_entry number",
          "audit_entry at",
          "audit_entry actor",
          "audit_entry action",
          "audit_entry study",
          "audit_entry patient",
          "audit_entry revision",
          "audit_entry text",
          "audit_entry hash",
          "audit_head number",
          "audit_head hash",
          "row_version revision",
          "row_version superseded",
          "row_version position",
          "row_version table_name",
          "row_version row_id",
          "row_version cells",
          "patient centre",
          "patient revision",
          "study title",
          "study settings",
          "visit_signature row_id",
          "visit_signature revision",
          "visit_signature account",
          "visit_signature meaning",
          "visit_signature cells_hash",
          "data_query number",
          "data_query state",
          "data_query changed_by",
          "data_query table_name",
          "data_query row_id",
          "data_query column_name",
          "data_query_message number",
          "data_query_message account",
          "data_query_message state",
          "data_query_message message",
          "taper_plan version",
          "taper_plan account",
          "taper_plan weight_kg",
          "taper_plan steps",
          "printed_summary number",
          "printed_summary account",
          "printed_summary language",
          "printed_summary revision",
          "printed_summary body",
          "printed_summary picture",
          "text_signature text_code",
          "text_signature language",
          "text_signature wording_hash",
          "text_signature account");

  private static final Actor ANNA = new Actor("a-anna", Role.EDITOR, null);

  private static void fill(Database database) {
    fillRecords(database);
    write(database);
  }

  private static void fillRecords(Database database) {
    PatientStore store = SampleStudy.store(database);
    SampleStudy.savePatient(store, "P1", 2);
    SampleStudy.savePatient(store, "P2", 1);
    store.save(
        SampleStudy.MANAGER,
        SaveRequest.of(
            SampleStudy.key("P1"),
            1,
            List.of(SampleStudy.visit("P1", 0, "0.5"), new RowChange.Remove("visits", "V-P1-1")),
            "misread"));
  }

  /// Everything that people write beside the rows, once each; a question with its answer.
  private static void write(Database database) {
    PatientKey key = SampleStudy.key("P2");
    new Signatures(database, Instant::now)
        .sign(ANNA, key, "V-P2-0", 1, "Anna", Signatures.Meaning.REVIEWED);
    DataQueries queries = new DataQueries(database, Instant::now);
    queries.open(SampleStudy.MANAGER, new DataQuery.About(key, "visits", "V-P2-0", "haq"), "Sure?");
    queries.write(ANNA, SampleStudy.STUDY, 1, 1, "Yes.", DataQuery.State.ANSWERED);
    new TaperPlans(database, Instant::now)
        .keep(ANNA, key, 0, "70", List.of(new TaperPlans.Step("2026-01-01", "10", "")));
    new PrintedSummaries(database, Instant::now)
        .keep(ANNA, key, 1, "Anna", new PrintedSummaries.Sheet("en", "# Mine", "<svg/>"));
    TextSignatures texts = new TextSignatures(database, Instant::now);
    texts.sign(ANNA, "treatment/x", "en", "Text.", TextSignatures.hash("Text."), "Anna");
  }

  @ParameterizedTest
  @MethodSource("org.myocohort.registry.Databases#both")
  void everyOneByteChangeIsFound(Supplier<Database> maker) {
    try (Database database = maker.get()) {
      fill(database);
      assertThat(AuditVerification.verify(database, null).findings()).isEmpty();
      List<String> unnoticed = new ArrayList<>();
      int tried = 0;
      for (String column : COLUMNS) {
        String[] words = column.split(" ", -1);
        for (Place place : places(database, words[0], words[1])) {
          tried += flipEvery(database, place, unnoticed);
        }
      }
      assertThat(unnoticed).isEmpty();
      assertThat(tried).isGreaterThan(400);
      assertThat(AuditVerification.verify(database, null).findings()).isEmpty();
    }
  }

  private static List<Place> places(Database database, String table, String column) {
    String key =
        switch (table) {
          case "audit_entry" -> "number";
          case "audit_head" -> "one";
          case "row_version" -> "row_id || '@' || revision";
          case "visit_signature" -> "row_id";
          case "data_query", "data_query_message", "printed_summary" -> "number";
          case "taper_plan" -> "version";
          case "text_signature" -> "text_code";
          default -> "id";
        };
    return database.read(handle ->
        handle
            .createQuery(
                "SELECT CAST("
                    + key
                    + " AS TEXT) FROM "
                    + table
                    + " WHERE "
                    + column
                    + " IS NOT NULL ORDER BY 1")
            .mapTo(String.class)
            .map(value -> new Place(table, column, "CAST(" + key + " AS TEXT) = '" + value + "'"))
            .list());
  }

  /// Each position of a text once; each change is verified in its own transaction and undone.
  private static int flipEvery(Database database, Place place, List<String> unnoticed) {
    String text = value(database, place);
    boolean number =
        text.matches("[0-9]+") && !place.column().matches("hash|text|at|cells|weight_kg");
    // Every position on SQLite; on PostgreSQL, where each takes longer, every seventh of long
    // texts.
    int step = text.length() > 40 ? (database.isEmbedded() ? 3 : 7) : 1;
    int tried = 0;
    for (int i = 0; i < text.length(); i += step) {
      char flipped = (char) (text.charAt(i) ^ 1);
      String changed = text.substring(0, i) + flipped + text.substring(i + 1);
      tried++;
      if (!found(database, place, changed, number)) {
        unnoticed.add(place + " position " + i);
      }
    }
    return tried;
  }

  private static String value(Database database, Place place) {
    return database.read(handle ->
        handle
            .createQuery(
                "SELECT CAST("
                    + place.column()
                    + " AS TEXT) FROM "
                    + place.table()
                    + " WHERE "
                    + place.where())
            .mapTo(String.class)
            .one());
  }

  private static boolean found(Database database, Place place, String changed, boolean number) {
    return database.write(handle -> {
      withoutConstraints(database, handle);
      String sql =
          "UPDATE " + place.table() + " SET " + place.column() + " = ? WHERE " + place.where();
      try {
        int rows =
            number ? handle.execute(sql, Long.parseLong(changed)) : handle.execute(sql, changed);
        assertThat(rows).as(place.toString()).isEqualTo(1);
        return !AuditVerification.verify(database, handle, null, _ -> {}).intact();
      } catch (org.jdbi.v3.core.statement.UnableToExecuteStatementException refused) {
        // The database's own key refuses it: that it cannot be changed is as good.
        assertThat(refused.getMessage()).containsIgnoringCase("unique");
        return true;
      } finally {
        handle.rollback();
      }
    });
  }

  /// Whoever changes the file from outside minds no keys.
  private static void withoutConstraints(Database database, Handle handle) {
    handle.execute(
        database.isEmbedded()
            ? "PRAGMA defer_foreign_keys = on"
            : "SET LOCAL session_replication_role = replica");
  }

  @Test
  void aDeletedRowAPatientOrAStudyIsFound() {
    for (String sql :
        List.of(
            "DELETE FROM row_version WHERE row_id = 'V-P2-0'",
            "DELETE FROM audit_entry WHERE number = 2",
            "DELETE FROM audit_entry WHERE number = 4",
            "DELETE FROM audit_head",
            "DELETE FROM visit_signature",
            "DELETE FROM data_query_message WHERE number = 2",
            "DELETE FROM taper_plan",
            "DELETE FROM printed_summary",
            "DELETE FROM text_signature",
            "INSERT INTO text_signature VALUES ('treatment/y', 'en', 'x', 'a-anna', 'Anna', '')",
            "UPDATE audit_entry SET number = number + 10",
            "INSERT INTO row_version SELECT study, patient, table_name, 'extra', revision,"
                + " superseded, position, cells FROM row_version WHERE row_id = 'V-P2-0'")) {
      try (Database database = Databases.sqlite()) {
        fill(database);
        database.change(handle -> handle.execute(sql));
        assertThat(AuditVerification.verify(database, null).intact()).as(sql).isFalse();
      }
    }
  }

  /// The end cut off so that the rest fits in itself: only a head kept elsewhere tells.
  @ParameterizedTest
  @MethodSource("org.myocohort.registry.Databases#both")
  void aCutOffEndIsFoundAgainstAnExportedHead(Supplier<Database> maker) {
    try (Database database = maker.get()) {
      fillRecords(database);
      AuditHead exported =
          AuditHead.parse(new AuditChain(database).head().toString()).orElseThrow();
      SampleStudy.savePatient(new PatientStore(database, java.time.Instant::now), "P3", 1);
      assertThat(AuditVerification.verify(database, exported).intact()).isTrue();
      database.change(handle -> {
        handle.execute("DELETE FROM audit_entry WHERE number > 3");
        handle.execute("DELETE FROM row_version WHERE patient = 'P3'");
        handle.execute("DELETE FROM patient_summary WHERE patient = 'P3'");
        handle.execute("DELETE FROM patient WHERE id = 'P3'");
        handle.execute("DELETE FROM row_version WHERE revision = 2");
        handle.execute("UPDATE row_version SET superseded = NULL");
        handle.execute("UPDATE patient SET revision = 1");
        handle.execute(
            "UPDATE audit_head SET number = 3, hash ="
                + " (SELECT hash FROM audit_entry WHERE number = 3)");
      });
      assertThat(AuditVerification.verify(database, null).findings())
          .as("the rest fits in itself")
          .isEmpty();
      assertThat(AuditVerification.verify(database, exported).findings())
          .extracting(AuditVerification.Finding::code)
          .containsExactly("truncated");
    }
  }
}
