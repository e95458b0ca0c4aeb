package org.myocohort.registry.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.myocohort.exchange.study.StudyWriter;
import org.myocohort.instrument.StudySettings;
import org.myocohort.patient.RowReference;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Role;
import org.myocohort.registry.store.Database;

class PatientHeadsTest {
  private static final Actor EDITOR = Actor.commandLine();
  private static final PatientKey P1 = new PatientKey("myositis", "P1");

  private static RowChange put(String table, String id, String... cells) {
    TreeMap<String, String> map = new TreeMap<>();
    for (int i = 0; i < cells.length; i += 2) {
      map.put(cells[i], cells[i + 1]);
    }
    return new RowChange.Put(table, id, map);
  }

  private static void filled(Database database) {
    new Studies(database, Instant::now)
        .save(
            Actor.administratorOnCommandLine(),
            new Studies.StoredStudy(
                "myositis",
                new StudyWriter.Description(
                    "myositis", "Myositis", false, StudySettings.DEFAULT, null)),
            "");
    PatientStore store = new PatientStore(database, Instant::now);
    List<RowChange> first =
        List.of(
            put("patients", "P1", "centre", "Padua", "sex", "female"),
            put("visits", "V1", "patient", "P1", "date", "2026-01-10", "haq", "1.5"),
            put("visits", "V2", "patient", "P1", "date", "2026-04-10"));
    assertThat(store.save(EDITOR, SaveRequest.of(P1, 0, first, "")))
        .isEqualTo(new SaveResult.Saved(1));
    List<RowChange> second =
        List.of(
            put("visits", "V1", "patient", "P1", "date", "2026-01-10", "haq", "1.25"),
            put("visits", "V2", "patient", "P1", "date", "2026-04-10", "haq", "0.5"));
    assertThat(store.save(EDITOR, SaveRequest.of(P1, 1, second, "misread")))
        .isEqualTo(new SaveResult.Saved(2));
  }

  @ParameterizedTest
  @MethodSource("org.myocohort.registry.Databases#both")
  void aValueChangedIsCorrectedAndAnEmptyOneFilledInIsNot(Supplier<Database> maker) {
    try (Database database = maker.get()) {
      filled(database);
      PatientHeads heads = new PatientHeads(database);
      assertThat(heads.find(EDITOR, P1)).contains(new PatientHeads.Head(P1, "Padua", 2, false));
      assertThat(heads.corrected(EDITOR, P1)).containsExactly(new RowReference("visits", "V1"));
    }
  }

  @ParameterizedTest
  @MethodSource("org.myocohort.registry.Databases#both")
  void aPatientOfAnotherCentreIsNotThere(Supplier<Database> maker) {
    try (Database database = maker.get()) {
      filled(database);
      PatientHeads heads = new PatientHeads(database);
      Actor elsewhere = new Actor("a", Role.VIEWER, Set.of("Lyon"));
      assertThat(heads.find(elsewhere, P1)).isEmpty();
      assertThat(heads.corrected(elsewhere, P1)).isEmpty();
      assertThat(heads.find(EDITOR, new PatientKey("myositis", "P2"))).isEmpty();
    }
  }
}
