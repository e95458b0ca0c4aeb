package org.myocohort.registry.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.myocohort.exchange.study.StudyWriter;
import org.myocohort.instrument.StudySettings;
import org.myocohort.registry.patient.ExpectedItem;
import org.myocohort.registry.patient.Studies;
import org.myocohort.registry.patient.SummaryUpdate;
import org.myocohort.registry.store.Database;

class OverviewTest {
  private static final String BOTH = "org.myocohort.registry.Databases#both";

  private static StudyNumbers numbers(Database database) {
    return new Overview(database, SmallStudy.TODAY)
        .numbers(SmallStudy.MANAGER, SmallStudy.study("myositis"));
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void aStudyIsCounted(Supplier<Database> maker) {
    try (Database database = maker.get()) {
      new SmallStudy(database);
      StudyNumbers numbers = numbers(database);
      assertThat(numbers.patients()).isEqualTo(5);
      assertThat(numbers.visits()).isEqualTo(6);
      assertThat(numbers.overdue()).isEqualTo(1);
      assertThat(numbers.categories()).containsEntry("", 3L).containsEntry("major", 1L);
      assertThat(numbers.completeness())
          .contains(
              new StudyNumbers.Completeness(ExpectedItem.SEX, 4, 5),
              new StudyNumbers.Completeness(ExpectedItem.BIRTH, 1, 5),
              new StudyNumbers.Completeness(ExpectedItem.ONSET, 1, 5),
              new StudyNumbers.Completeness(ExpectedItem.DIAGNOSIS, 0, 5),
              new StudyNumbers.Completeness(ExpectedItem.ANTIBODIES, 3, 5),
              new StudyNumbers.Completeness(ExpectedItem.HAQ, 6, 6),
              new StudyNumbers.Completeness(ExpectedItem.ENZYMES, 4, 6));
      Overview overview = new Overview(database, SmallStudy.TODAY);
      assertThat(overview.patients(SmallStudy.LYON)).isEqualTo(Map.of("myositis", 2L));
      assertThat(overview.patients(SmallStudy.NOWHERE)).isEmpty();
      assertThat(overview.numbers(SmallStudy.LYON, SmallStudy.study("myositis")).visits())
          .isEqualTo(2);
      assertThat(overview.numbers(SmallStudy.NOWHERE, SmallStudy.study("myositis")).patients())
          .isZero();
    }
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void theVisitIntervalIsTheStudys(Supplier<Database> maker) {
    try (Database database = maker.get()) {
      SmallStudy study = new SmallStudy(database);
      Studies.StoredStudy monthly =
          new Studies.StoredStudy("myositis", SmallStudy.study("myositis").description(), 30);
      study.studies.save(SmallStudy.ADMINISTRATOR, monthly, "seen monthly");
      assertThat(study.studies.find("myositis")).contains(monthly);
      assertThat(
              new Overview(database, SmallStudy.TODAY)
                  .numbers(SmallStudy.MANAGER, monthly)
                  .overdue())
          .isEqualTo(3);
    }
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void summariesFollowTheSettingsAndTheProgram(Supplier<Database> maker) {
    try (Database database = maker.get()) {
      SmallStudy study = new SmallStudy(database);
      SummaryUpdate update = new SummaryUpdate(database, study.studies);
      assertThat(update.stale()).isZero();
      study.studies.save(
          SmallStudy.ADMINISTRATOR,
          new Studies.StoredStudy(
              "myositis",
              new StudyWriter.Description(
                  "myositis", "Myositis", false, new StudySettings("anakinra", 90, null), null)),
          "");
      assertThat(update.stale()).isEqualTo(5);
      List<Long> done = new ArrayList<>();
      update.run((made, _) -> done.add(made));
      assertThat(done).containsExactly(5L);
      assertThat(update.stale()).isZero();
      // Nobody took anakinra, so nobody has a baseline.
      assertThat(numbers(database).categories()).containsExactly(Map.entry("", 5L));
      database.change(handle ->
          handle.execute("UPDATE patient_summary SET made_by = '1', centre = '', visits = 0"));
      update.run((_, _) -> {});
      assertThat(numbers(database).visits()).isEqualTo(6);
    }
  }
}
