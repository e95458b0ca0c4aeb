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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.myocohort.exchange.study.StudyWriter;
import org.myocohort.instrument.StudySettings;
import org.myocohort.registry.access.AccessDenied;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Role;
import org.myocohort.registry.audit.AuditChain;
import org.myocohort.registry.patient.PatientKey;
import org.myocohort.registry.patient.PatientStore;
import org.myocohort.registry.patient.RowChange;
import org.myocohort.registry.patient.SaveRequest;
import org.myocohort.registry.patient.Studies;
import org.myocohort.registry.review.TaperPlans.Outcome;
import org.myocohort.registry.review.TaperPlans.Step;
import org.myocohort.registry.store.Database;

class TaperPlansTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-22T10:42:07.123Z"));
  private static final PatientKey P1 = new PatientKey("myositis", "P1");
  private static final Actor ANNA = new Actor("a-anna", Role.EDITOR, Set.of("Padua"));
  private static final Actor STRANGER = new Actor("a-carla", Role.DATA_MANAGER, Set.of("Pisa"));
  private static final Actor MANAGER = new Actor("a-dora", Role.DATA_MANAGER, null);
  private static final Actor VIEWER = new Actor("a-emil", Role.VIEWER, null);
  private static final List<Step> STEPS =
      List.of(new Step("2026-01-01", "70", ""), new Step("2026-01-29", "75", "a\tflare\nof May"));

  private static void patient(Database database) {
    new Studies(database, CLOCK)
        .save(
            Actor.administratorOnCommandLine(),
            new Studies.StoredStudy(
                "myositis",
                new StudyWriter.Description(
                    "myositis", "Myositis", false, StudySettings.DEFAULT, null)),
            "");
    new PatientStore(database, CLOCK)
        .save(
            ANNA,
            SaveRequest.of(
                P1,
                0,
                List.of(
                    new RowChange.Put("patients", "P1", new TreeMap<>(Map.of("centre", "Padua")))),
                ""));
  }

  @ParameterizedTest
  @MethodSource("org.myocohort.registry.Databases#both")
  void eachPlanIsAVersionWithAnEntryOfTheAuditAndTheLastHolds(Supplier<Database> maker) {
    try (Database database = maker.get()) {
      patient(database);
      TaperPlans plans = new TaperPlans(database, CLOCK);
      assertThat(plans.of(ANNA, P1)).isEmpty();
      long before = new AuditChain(database).head().number();

      assertThat(plans.keep(ANNA, P1, 0, "70", STEPS)).isEqualTo(Outcome.DONE);
      assertThat(plans.keep(ANNA, P1, 0, "70", STEPS)).isEqualTo(Outcome.ALREADY);
      assertThat(plans.keep(ANNA, P1, 0, "70", STEPS.subList(0, 1)))
          .isEqualTo(Outcome.CHANGED_SINCE);
      assertThat(plans.keep(ANNA, P1, 1, "", STEPS.subList(0, 1))).isEqualTo(Outcome.DONE);

      assertThat(new AuditChain(database).head().number()).isEqualTo(before + 2);
      assertThat(plans.of(VIEWER, P1))
          .contains(
              new TaperPlans.Kept(2, "", STEPS.subList(0, 1), "a-anna", "2026-11-22T10:42:07Z"));
    }
  }

  @ParameterizedTest
  @MethodSource("org.myocohort.registry.Databases#both")
  void aReasonIsKeptAsOneLine(Supplier<Database> maker) {
    try (Database database = maker.get()) {
      patient(database);
      TaperPlans plans = new TaperPlans(database, CLOCK);
      plans.keep(ANNA, P1, 0, "70", STEPS);
      assertThat(plans.of(ANNA, P1).orElseThrow().steps().getLast().reason())
          .isEqualTo("a flare of May");
    }
  }

  @ParameterizedTest
  @MethodSource("org.myocohort.registry.Databases#both")
  void whoMayNotSeeOrChangeAPatientKeepsNoPlan(Supplier<Database> maker) {
    try (Database database = maker.get()) {
      patient(database);
      TaperPlans plans = new TaperPlans(database, CLOCK);
      assertThatThrownBy(() -> plans.keep(VIEWER, P1, 0, "", STEPS))
          .isInstanceOf(AccessDenied.class);
      assertThat(plans.keep(STRANGER, P1, 0, "", STEPS)).isEqualTo(Outcome.NOT_FOUND);
      plans.keep(ANNA, P1, 0, "", STEPS);
      assertThat(plans.of(STRANGER, P1)).isEmpty();
      new PatientLock(database, CLOCK).set(MANAGER, P1, 1, true, "database frozen");
      assertThat(plans.keep(ANNA, P1, 1, "70", STEPS)).isEqualTo(Outcome.LOCKED);
    }
  }
}
