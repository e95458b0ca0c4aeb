package org.myocohort.registry.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.myocohort.registry.access.AccessDenied;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.audit.AuditFilter;
import org.myocohort.registry.audit.AuditLine;
import org.myocohort.registry.audit.AuditLine.CellDifference;
import org.myocohort.registry.audit.AuditLine.Kind;
import org.myocohort.registry.audit.AuditLine.RowDifference;
import org.myocohort.registry.audit.AuditLog;
import org.myocohort.registry.patient.RowChange;
import org.myocohort.registry.store.Database;

class AuditLogTest {
  private static final String BOTH = "org.myocohort.registry.Databases#both";

  private static List<Long> numbers(Database database, Actor actor, AuditFilter filter) {
    return new AuditLog(database)
        .page(actor, filter, 0).lines().stream().map(AuditLine::number).toList();
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void anEntryShowsValuesBeforeAndAfter(Supplier<Database> maker) {
    try (Database database = maker.get()) {
      SmallStudy study = new SmallStudy(database);
      study.save(
          1,
          "B2",
          "the paper was misread",
          SmallStudy.put("patients", "B2", "centre", "Lyon", "sex", "female"),
          SmallStudy.put("visits", "V9", "patient", "B2", "date", "2020", "haq", "1"));
      study.save(2, "B2", "no such visit", new RowChange.Remove("visits", "V9"));
      List<AuditLine> lines =
          new AuditLog(database).page(SmallStudy.LYON, AuditFilter.ALL, 0).lines();
      assertThat(lines.getFirst().rows())
          .containsExactly(
              new RowDifference(
                  "visits",
                  "V9",
                  Kind.REMOVED,
                  List.of(
                      new CellDifference("date", "2020", ""), new CellDifference("haq", "1", ""))));
      assertThat(lines.get(1).reason()).isEqualTo("the paper was misread");
      assertThat(lines.get(1).rows())
          .containsExactly(
              new RowDifference(
                  "patients",
                  "B2",
                  Kind.CHANGED,
                  List.of(
                      new CellDifference("cohort", "literature", ""),
                      new CellDifference("sex", "", "female"))),
              new RowDifference(
                  "visits",
                  "V9",
                  Kind.ADDED,
                  List.of(
                      new CellDifference("date", "", "2020"), new CellDifference("haq", "", "1"))));
      assertThat(lines.getLast().detail()).containsEntry("title", "Myositis");
    }
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void entriesAreFilteredAndShownToWhomTheyConcern(Supplier<Database> maker) {
    try (Database database = maker.get()) {
      new SmallStudy(database);
      AuditFilter all = AuditFilter.ALL;
      assertThat(numbers(database, SmallStudy.MANAGER, all))
          .containsExactly(6L, 5L, 4L, 3L, 2L, 1L);
      assertThat(numbers(database, SmallStudy.LYON, all)).containsExactly(6L, 5L, 1L);
      assertThat(numbers(database, SmallStudy.MANAGER, filter("A2", "", "", null)))
          .containsExactly(3L);
      assertThat(numbers(database, SmallStudy.LYON, filter("A2", "", "", null))).isEmpty();
      assertThat(numbers(database, SmallStudy.MANAGER, filter("", "nobody", "", null))).isEmpty();
      assertThat(numbers(database, SmallStudy.MANAGER, filter("", "", "study", null)))
          .containsExactly(1L);
      assertThat(
              numbers(
                  database, SmallStudy.MANAGER, filter("", "", "", LocalDate.parse("2026-11-23"))))
          .isEmpty();
      assertThat(
              numbers(
                  database, SmallStudy.MANAGER, filter("", "", "", LocalDate.parse("2026-11-22"))))
          .hasSize(6);
      AuditLog log = new AuditLog(database);
      assertThat(log.find(SmallStudy.LYON, 3)).isEmpty();
      assertThat(log.find(SmallStudy.LYON, 5)).isPresent();
      assertThat(log.page(SmallStudy.MANAGER, all, 3).lines())
          .extracting(AuditLine::number)
          .containsExactly(2L, 1L);
      assertThat(log.latest(SmallStudy.NOWHERE, "myositis", 3))
          .extracting(AuditLine::number)
          .containsExactly(1L);
      assertThatThrownBy(() -> log.page(SmallStudy.NOWHERE, all, 0))
          .isInstanceOf(AccessDenied.class);
    }
  }

  private static AuditFilter filter(
      String patient,
      String account,
      String action,
      @org.jspecify.annotations.Nullable LocalDate from) {
    return new AuditFilter("myositis", patient, account, action, from, null);
  }
}
