package org.myocohort.registry.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.overview.PatientQuery.Column;
import org.myocohort.registry.overview.PatientQuery.Flag;
import org.myocohort.registry.patient.PatientKey;
import org.myocohort.registry.patient.SaveRequest;
import org.myocohort.registry.store.Database;

class PatientListTest {
  private static final String BOTH = "org.myocohort.registry.Databases#both";

  private static PatientQuery text(String text) {
    return new PatientQuery(text, "", "", "", "", "", List.of(), Column.ID, false, 1);
  }

  private static PatientQuery flag(Flag... flags) {
    return new PatientQuery("", "", "", "", "", "", List.of(flags), Column.ID, false, 1);
  }

  private static List<String> found(Database database, Actor actor, PatientQuery query) {
    PatientList.Page page =
        new PatientList(database, SmallStudy.TODAY)
            .find(actor, SmallStudy.study("myositis"), query);
    assertThat(page.total()).isEqualTo(page.lines().size());
    return page.lines().stream().map(PatientLine::id).toList();
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void wordsAreFoundInAnyOrderAndTakenAsTheyStand(Supplier<Database> maker) {
    try (Database database = maker.get()) {
      new SmallStudy(database);
      assertThat(found(database, SmallStudy.MANAGER, text("  JO1 padua "))).containsExactly("A1");
      assertThat(found(database, SmallStudy.MANAGER, text("anti-ro52"))).containsExactly("A2");
      assertThat(found(database, SmallStudy.MANAGER, text("jo-1"))).containsExactly("A1", "B1");
      assertThat(found(database, SmallStudy.MANAGER, text("100%"))).containsExactly("A2");
      assertThat(found(database, SmallStudy.MANAGER, text("%"))).containsExactly("A2");
      assertThat(found(database, SmallStudy.MANAGER, text("h_2"))).containsExactly("A2");
      assertThat(found(database, SmallStudy.MANAGER, text("a_"))).isEmpty();
      assertThat(found(database, SmallStudy.MANAGER, text("' OR 1=1 --"))).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void eachFilterKeepsWhoItNames(Supplier<Database> maker) {
    try (Database database = maker.get()) {
      new SmallStudy(database);
      Actor manager = SmallStudy.MANAGER;
      assertThat(found(database, manager, flag(Flag.OVERDUE))).containsExactly("A2");
      assertThat(found(database, manager, flag(Flag.NOT_LOCKED))).hasSize(5);
      assertThat(found(database, manager, flag(Flag.LOCKED))).isEmpty();
      database.change(handle -> handle.execute("UPDATE patient SET locked = 1 WHERE id = ?", "B1"));
      assertThat(found(database, manager, flag(Flag.LOCKED))).containsExactly("B1");
      assertThat(found(database, manager, filter("female", "", "", "", "")))
          .containsExactly("A1", "B1");
      assertThat(found(database, manager, filter("-", "", "", "", ""))).containsExactly("B2");
      assertThat(found(database, manager, filter("", "Lyon", "", "", "")))
          .containsExactly("B1", "B2");
      assertThat(found(database, manager, filter("", "", "anti-Jo-1", "", "")))
          .containsExactly("A1", "B1");
      assertThat(found(database, manager, filter("", "", "anti-Jo-", "", ""))).isEmpty();
      assertThat(found(database, manager, filter("", "", "-", "", ""))).containsExactly("A3", "B2");
      assertThat(found(database, manager, filter("", "", "", "major", ""))).containsExactly("A1");
      assertThat(found(database, manager, filter("", "", "", "-", "")))
          .containsExactly("A2", "A3", "B2");
      assertThat(found(database, manager, filter("", "", "", "", "dead"))).containsExactly("A3");
    }
  }

  private static PatientQuery filter(
      String sex, String centre, String antibody, String category, String vitalStatus) {
    return new PatientQuery(
        "", sex, centre, antibody, category, vitalStatus, List.of(), Column.ID, false, 1);
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void openQueriesAreCountedUntilTheyAreClosed(Supplier<Database> maker) {
    try (Database database = maker.get()) {
      new SmallStudy(database);
      database.change(handle -> {
        for (String state : List.of("open", "answered", "closed")) {
          handle.execute(
              "INSERT INTO data_query (study, number, patient, table_name, row_id, column_name,"
                  + " state, opened_by, opened_at, changed_by, changed_at) SELECT 'myositis',"
                  + " count(*) + 1, 'B1', 'visits', 'V5', 'haq', ?, 'x', '', 'x', ''"
                  + " FROM data_query",
              state);
        }
      });
      assertThat(found(database, SmallStudy.MANAGER, flag(Flag.OPEN_QUERIES)))
          .containsExactly("B1");
      assertThat(
              new PatientList(database, SmallStudy.TODAY)
                  .find(SmallStudy.LYON, SmallStudy.study("myositis"), PatientQuery.ALL)
                  .lines())
          .extracting(PatientLine::openQueries)
          .containsExactly(2, 0);
      Overview overview = new Overview(database, SmallStudy.TODAY);
      assertThat(overview.numbers(SmallStudy.LYON, SmallStudy.study("myositis")).openQueries())
          .isEqualTo(2);
      assertThat(overview.numbers(SmallStudy.NOWHERE, SmallStudy.study("myositis")).openQueries())
          .isZero();
    }
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void onlyTheActorsCentresAreListedAndOffered(Supplier<Database> maker) {
    try (Database database = maker.get()) {
      new SmallStudy(database);
      assertThat(found(database, SmallStudy.LYON, PatientQuery.ALL)).containsExactly("B1", "B2");
      assertThat(found(database, SmallStudy.LYON, filter("", "Padua", "", "", ""))).isEmpty();
      assertThat(found(database, SmallStudy.NOWHERE, PatientQuery.ALL)).isEmpty();
      PatientList list = new PatientList(database, SmallStudy.TODAY);
      assertThat(list.choices(SmallStudy.MANAGER, SmallStudy.study("myositis")))
          .isEqualTo(
              new PatientList.Choices(
                  List.of("Lyon", "Padua"), List.of("anti-Jo-1", "anti-MDA5", "anti-Ro52")));
      assertThat(list.choices(SmallStudy.LYON, SmallStudy.study("myositis")))
          .isEqualTo(new PatientList.Choices(List.of("Lyon"), List.of("anti-Jo-1")));
    }
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void aLineSaysWhatTheRecordSays(Supplier<Database> maker) {
    try (Database database = maker.get()) {
      new SmallStudy(database);
      List<PatientLine> lines =
          new PatientList(database, SmallStudy.TODAY)
              .find(SmallStudy.MANAGER, SmallStudy.study("myositis"), PatientQuery.ALL)
              .lines();
      PatientLine improved = lines.getFirst();
      assertThat(improved.category()).isEqualTo("major");
      assertThat(improved.score()).isEqualTo("100.0");
      assertThat(improved.course()).containsExactly(new PatientLine.ScorePoint(273, 100, 100));
      assertThat(improved.itemsFilled()).isEqualTo(16);
      assertThat(improved.itemsExpected()).isEqualTo(17);
      assertThat(improved.overdueDays()).isZero();
      // Last seen at the latest on 31 January; 295 days ago, 112 more than 183.
      assertThat(lines.get(1).lastVisit()).isEqualTo("2026-01");
      assertThat(lines.get(1).overdueDays()).isEqualTo(112);
      assertThat(lines.get(2).overdueDays()).isZero();
      PatientLine bounded = lines.get(3);
      assertThat(bounded.score()).isEmpty();
      assertThat(bounded.lower()).isNotEmpty().isNotEqualTo(bounded.upper());
      assertThat(bounded.course())
          .singleElement()
          .satisfies(point -> {
            assertThat(point.day()).isEqualTo(92);
            assertThat(point.lower()).isLessThan(point.upper());
          });
    }
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void everyColumnSortsBothWaysAndPagesDoNotOverlap(Supplier<Database> maker) {
    try (Database database = maker.get()) {
      SmallStudy study = new SmallStudy(database);
      PatientList list = new PatientList(database, SmallStudy.TODAY);
      for (Column column : Column.values()) {
        PatientQuery query = PatientQuery.ALL.sortedBy(column, false);
        assertThat(found(database, SmallStudy.MANAGER, query)).hasSize(5);
        assertThat(found(database, SmallStudy.MANAGER, query.sortedBy(column, true)).getFirst())
            .isNotEmpty();
      }
      PatientQuery byScore = PatientQuery.ALL.sortedBy(Column.SCORE, true);
      assertThat(found(database, SmallStudy.MANAGER, byScore))
          .containsExactly("A1", "B1", "A2", "A3", "B2");
      study.store.save(
          SmallStudy.MANAGER,
          IntStream.range(100, 220)
              .mapToObj(number -> {
                String id = "C" + number;
                return SaveRequest.of(
                    new PatientKey("myositis", id),
                    0,
                    List.of(SmallStudy.put("patients", id, "centre", "Padua")),
                    "");
              })
              .toList());
      PatientList.Page last =
          list.find(SmallStudy.MANAGER, SmallStudy.study("myositis"), text("c1").onPage(2));
      assertThat(last.total()).isEqualTo(100);
      assertThat(last.pages()).isEqualTo(2);
      assertThat(last.lines().getFirst().id()).isEqualTo("C150");
      assertThat(list.find(SmallStudy.MANAGER, SmallStudy.study("myositis"), text("c1").onPage(9)))
          .isEqualTo(last);
    }
  }
}
