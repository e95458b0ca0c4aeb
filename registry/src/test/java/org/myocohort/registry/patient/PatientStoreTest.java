package org.myocohort.registry.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.myocohort.exchange.study.StudyWriter;
import org.myocohort.instrument.StudySettings;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.audit.AuditHead;
import org.myocohort.registry.audit.AuditVerification;
import org.myocohort.registry.store.Database;

class PatientStoreTest {
  private static final Actor EDITOR = Actor.commandLine();
  private static final PatientKey P1 = new PatientKey("myositis", "P1");

  private static PatientStore store(Database database) {
    Studies studies = new Studies(database, Instant::now);
    studies.save(
        Actor.administratorOnCommandLine(),
        new Studies.StoredStudy(
            "myositis",
            new StudyWriter.Description(
                "myositis", "Myositis", false, StudySettings.DEFAULT, null)),
        "");
    return new PatientStore(database, Instant::now);
  }

  private static RowChange put(String table, String id, String... cells) {
    TreeMap<String, String> map = new TreeMap<>();
    for (int i = 0; i < cells.length; i += 2) {
      map.put(cells[i], cells[i + 1]);
    }
    return new RowChange.Put(table, id, map);
  }

  private static List<RowChange> person() {
    return List.of(
        put("patients", "P1", "centre", "Padua", "sex", "female", "birth", "1960"),
        put("visits", "V1", "patient", "P1", "date", "2026-01-10", "haq", "1.5"),
        put("visits", "V2", "patient", "P1", "date", "2026-04-10", "haq", "0.5"));
  }

  @ParameterizedTest
  @MethodSource("org.myocohort.registry.Databases#both")
  void whatIsSavedIsReadBackWithItsHistory(Supplier<Database> maker) {
    try (Database database = maker.get()) {
      PatientStore store = store(database);
      assertThat(store.save(EDITOR, SaveRequest.of(P1, 0, person(), "")))
          .isEqualTo(new SaveResult.Saved(1));
      RowChange corrected =
          put("visits", "V2", "patient", "P1", "date", "2026-04-10", "haq", "0.75");
      assertThat(store.save(EDITOR, SaveRequest.of(P1, 1, List.of(corrected), "misread")))
          .isEqualTo(new SaveResult.Saved(2));

      StoredPatient patient = store.find(EDITOR, P1).orElseThrow();
      assertThat(patient.row("visits", "V2").orElseThrow().cell("haq")).isEqualTo("0.75");
      assertThat(patient.row("visits", "V1").orElseThrow().revision()).isEqualTo(1);
      assertThat(store.history(EDITOR, P1, "visits", "V2"))
          .extracting(RowVersion::revision, RowVersion::reason)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple(1L, ""),
              org.assertj.core.groups.Tuple.tuple(2L, "misread"));
      assertThat(store.read(patient).study().patients().getFirst().visits()).hasSize(2);
      AuditVerification.Result verified = AuditVerification.verify(database, null);
      assertThat(verified.findings()).isEmpty();
      assertThat(verified.rows()).isEqualTo(4);
    }
  }

  @ParameterizedTest
  @MethodSource("org.myocohort.registry.Databases#both")
  void aVisitOfWhichOnlyTheDateIsKnownIsAVisit(Supplier<Database> maker) {
    try (Database database = maker.get()) {
      PatientStore store = store(database);
      List<RowChange> changes =
          List.of(
              put("patients", "P1", "centre", "Padua"),
              put("visits", "V1", "patient", "P1", "date", "2026-01-10"));
      assertThat(store.save(EDITOR, SaveRequest.of(P1, 0, changes, "")))
          .isEqualTo(new SaveResult.Saved(1));
    }
  }

  @ParameterizedTest
  @MethodSource("org.myocohort.registry.Databases#both")
  void theSecondEditorGetsThePatientAsItStands(Supplier<Database> maker) {
    try (Database database = maker.get()) {
      PatientStore store = store(database);
      store.save(EDITOR, SaveRequest.of(P1, 0, person(), ""));
      RowChange first = put("visits", "V2", "patient", "P1", "date", "2026-04-10", "haq", "0.75");
      store.save(EDITOR, SaveRequest.of(P1, 1, List.of(first), "misread"));
      RowChange second = put("visits", "V2", "patient", "P1", "date", "2026-04-10", "haq", "2");
      SaveResult result = store.save(EDITOR, SaveRequest.of(P1, 1, List.of(second), "typo"));
      assertThat(result).isInstanceOf(SaveResult.Conflict.class);
      assertThat(((SaveResult.Conflict) result).current().row("visits", "V2").orElseThrow().cells())
          .isEqualTo(Map.of("patient", "P1", "date", "2026-04-10", "haq", "0.75"));
      assertThat(store.find(EDITOR, P1).orElseThrow().revision()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @MethodSource("org.myocohort.registry.Databases#both")
  void whatWouldBeWrongIsRefusedWithItsRowAndColumn(Supplier<Database> maker) {
    try (Database database = maker.get()) {
      PatientStore store = store(database);
      store.save(EDITOR, SaveRequest.of(P1, 0, person(), ""));
      RowChange wrong =
          put("visits", "V3", "patient", "P1", "date", "2026-06-10", "mmt", "92", "mmt_max", "80");
      SaveResult result = store.save(EDITOR, SaveRequest.of(P1, 1, List.of(wrong), ""));
      assertThat(((SaveResult.Refused) result).problems())
          .singleElement()
          .satisfies(problem -> {
            assertThat(problem.table()).isEqualTo("visits");
            assertThat(problem.row()).isEqualTo("V3");
            assertThat(problem.problem().column()).isEqualTo("mmt");
          });
      RowChange unexplained =
          put("visits", "V1", "patient", "P1", "date", "2026-01-10", "haq", "2");
      assertThat(store.save(EDITOR, SaveRequest.of(P1, 1, List.of(unexplained), " ")))
          .isInstanceOf(SaveResult.Refused.class);
      assertThat(store.find(EDITOR, P1).orElseThrow().revision()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @MethodSource("org.myocohort.registry.Databases#both")
  void aChangedByteIsFoundInTheAuditAndInTheRows(Supplier<Database> maker) {
    try (Database database = maker.get()) {
      PatientStore store = store(database);
      store.save(EDITOR, SaveRequest.of(P1, 0, person(), ""));
      AuditHead exported = AuditVerification.verify(database, null).head();
      RowChange more = put("visits", "V3", "patient", "P1", "date", "2026-06-10", "haq", "0");
      store.save(EDITOR, SaveRequest.of(P1, 1, List.of(more), ""));

      database.change(
          handle -> handle.execute("UPDATE row_version SET cells = replace(cells, '1.5', '1.6')"));
      assertThat(AuditVerification.verify(database, null).findings())
          .containsExactly(
              new AuditVerification.Finding(
                  "row-changed", List.of("visits/V1", "myositis/P1", "1")));
      database.change(
          handle -> handle.execute("UPDATE row_version SET cells = replace(cells, '1.6', '1.5')"));
      assertThat(AuditVerification.verify(database, exported).intact()).isTrue();

      database.change(handle -> {
        handle.execute("DELETE FROM audit_entry WHERE number = ?", exported.number());
        handle.execute("DELETE FROM audit_entry WHERE number > ?", exported.number());
        handle.execute(
            "UPDATE audit_head SET number = 1, hash ="
                + " (SELECT hash FROM audit_entry WHERE number = 1)");
      });
      assertThat(AuditVerification.verify(database, exported).findings())
          .extracting(AuditVerification.Finding::code)
          .contains("truncated");
    }
  }
}
