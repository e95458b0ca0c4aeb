package org.myocohort.registry.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.myocohort.exchange.study.StudyWriter;
import org.myocohort.instrument.StudySettings;
import org.myocohort.registry.access.AccessDenied;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Role;
import org.myocohort.registry.audit.AuditVerification;
import org.myocohort.registry.patient.PatientKey;
import org.myocohort.registry.patient.PatientStore;
import org.myocohort.registry.patient.RowChange;
import org.myocohort.registry.patient.SaveRequest;
import org.myocohort.registry.patient.Studies;
import org.myocohort.registry.review.PrintedSummaries.Outcome;
import org.myocohort.registry.review.PrintedSummaries.Printed;
import org.myocohort.registry.review.PrintedSummaries.Sheet;
import org.myocohort.registry.store.Database;

class PrintedSummariesTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-22T10:42:07.123Z"));
  private static final PatientKey P1 = new PatientKey("myositis", "P1");
  private static final Actor ANNA = new Actor("a-anna", Role.EDITOR, Set.of("Padua"));
  private static final Actor STRANGER = new Actor("a-carla", Role.DATA_MANAGER, Set.of("Pisa"));
  private static final Actor VIEWER = new Actor("a-emil", Role.VIEWER, null);
  private static final Sheet SHEET = new Sheet("en", "# My summary\nYou do well.\n", "<svg/>");

  private static void save(Database database, long revision, String sex) {
    new PatientStore(database, CLOCK)
        .save(
            ANNA,
            SaveRequest.of(
                P1,
                revision,
                List.of(
                    new RowChange.Put(
                        "patients", "P1", new TreeMap<>(Map.of("centre", "Padua", "sex", sex)))),
                revision == 0 ? "" : "typing error"));
  }

  private static PrintedSummaries summaries(Database database) {
    new Studies(database, CLOCK)
        .save(
            Actor.administratorOnCommandLine(),
            new Studies.StoredStudy(
                "myositis",
                new StudyWriter.Description(
                    "myositis", "Myositis", false, StudySettings.DEFAULT, null)),
            "");
    save(database, 0, "female");
    return new PrintedSummaries(database, CLOCK);
  }

  @ParameterizedTest
  @MethodSource("org.myocohort.registry.Databases#both")
  void whatWasPrintedIsKeptAsItWasAndStandsInTheAudit(Supplier<Database> maker) {
    try (Database database = maker.get()) {
      PrintedSummaries summaries = summaries(database);
      assertThat(summaries.keep(ANNA, P1, 1, "Anna", SHEET)).isEqualTo(new Outcome.Kept(1));
      Sheet italian = new Sheet("it", "# Il mio riassunto\n", "");
      assertThat(summaries.keep(ANNA, P1, 1, "Anna", italian)).isEqualTo(new Outcome.Kept(2));

      assertThat(summaries.of(VIEWER, P1))
          .containsExactly(
              new Printed(2, 1, italian, "a-anna", "Anna", "2026-11-22T10:42:07Z"),
              new Printed(1, 1, SHEET, "a-anna", "Anna", "2026-11-22T10:42:07Z"));
      assertThat(summaries.find(VIEWER, P1, 1)).map(Printed::sheet).contains(SHEET);
      assertThat(AuditVerification.verify(database, null).intact()).isTrue();
      assertThat(audit(database)).contains("print-summary").doesNotContain("You do well");
    }
  }

  private static String audit(Database database) {
    return database.read(handle ->
        handle
            .createQuery("SELECT text FROM audit_entry ORDER BY number DESC LIMIT 1")
            .mapTo(String.class)
            .one());
  }

  @ParameterizedTest
  @MethodSource("org.myocohort.registry.Databases#both")
  void aRecordThatMovedOnIsReadAgainFirst(Supplier<Database> maker) {
    try (Database database = maker.get()) {
      PrintedSummaries summaries = summaries(database);
      save(database, 1, "male");
      assertThat(summaries.keep(ANNA, P1, 1, "Anna", SHEET)).isEqualTo(new Outcome.ChangedSince());
      assertThat(summaries.of(ANNA, P1)).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("org.myocohort.registry.Databases#both")
  void whoMayNotEditOrSeeThePatientPrintsNothing(Supplier<Database> maker) {
    try (Database database = maker.get()) {
      PrintedSummaries summaries = summaries(database);
      assertThatThrownBy(() -> summaries.keep(VIEWER, P1, 1, "Emil", SHEET))
          .isInstanceOf(AccessDenied.class);
      assertThat(summaries.keep(STRANGER, P1, 1, "Carla", SHEET)).isEqualTo(new Outcome.NotFound());
      summaries.keep(ANNA, P1, 1, "Anna", SHEET);
      assertThat(summaries.of(STRANGER, P1)).isEmpty();
    }
  }

  @Test
  void anEmptySheetIsNone() {
    assertThatThrownBy(() -> new Sheet("en", " ", "")).isInstanceOf(IllegalArgumentException.class);
  }
}
