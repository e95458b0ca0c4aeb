package org.myocohort.evidence.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.myocohort.evidence.pool.TableOfRows.in;
import static org.myocohort.evidence.pool.TableOfRows.own;
import static org.myocohort.evidence.pool.TableOfRows.pool;
import static org.myocohort.evidence.pool.TableOfRows.published;
import static org.myocohort.evidence.pool.TableOfRows.result;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.myocohort.evidence.extraction.Design;
import org.myocohort.evidence.link.CohortFacts;
import org.myocohort.evidence.link.OverlapDecision;
import org.myocohort.evidence.link.PoolingCheck;
import org.myocohort.evidence.pool.PooledSet.Kind;
import org.myocohort.evidence.pool.TableRow.Why;
import org.myocohort.statistics.meta.Estimation;
import org.myocohort.statistics.meta.Reason;
import org.myocohort.statistics.meta.pooling.PooledEffect;
import org.myocohort.statistics.meta.sparse.SumOfCounts;

class PoolingTest {
  private static final double SIX = 1e-6;
  private static final double FOUR = 1e-4;

  private static final CohortFacts OPEN_LABEL =
      new CohortFacts(
          Set.of(), Set.of("anakinra"), "100 mg", 12, "open label", null, null, 15, null);

  private static PooledProportion answer(Pooling pooling, Kind kind) {
    return pooling.asked().set(kind).answer().orElseThrow();
  }

  private static <T> T known(Estimation<T> estimation) {
    return estimation.result().orElseThrow();
  }

  private static List<PoolingRow> tenSeries() {
    int[] x = {3, 1, 7, 1, 1, 2, 5, 0, 4, 6};
    int[] n = {3, 1, 15, 1, 1, 4, 9, 3, 6, 11};
    List<PoolingRow> rows = new ArrayList<>();
    for (int i = 0; i < x.length; i++) {
      rows.add(result("S" + i, x[i], n[i]));
    }
    return rows;
  }

  /// metafor 5.1-12: `rma.glmm(measure="PLO", xi=x, ni=n)` and `rma(measure="PLO", ...)`.
  @Test
  void tenSeriesAgreeWithTheReferenceInEveryMethod() {
    PooledProportion ten = answer(pool(tenSeries()), Kind.SERIES);
    assertThat(ten.events()).isEqualTo(30);
    assertThat(ten.patients()).isEqualTo(54);
    PooledEffect mixed = known(ten.mixed().pooled());
    assertThat(mixed.estimate()).isCloseTo(0.223144, within(SIX));
    assertThat(mixed.standardError()).isCloseTo(0.273861, within(FOUR));
    assertThat(mixed.heterogeneity().tauSquared()).isZero();
    PooledProportion.Answer shown = known(PooledProportion.answer(ten.mixed()));
    assertThat(shown.estimate()).isCloseTo(0.555556, within(SIX));
    assertThat(shown.interval().lower()).isCloseTo(0.422233, within(FOUR));
    assertThat(shown.interval().upper()).isCloseTo(0.681332, within(FOUR));
    PooledProportion.Answer logit = known(PooledProportion.answer(ten.logit()));
    assertThat(logit.estimate()).isCloseTo(0.550813, within(SIX));
    assertThat(logit.interval().lower()).isCloseTo(0.415979, within(SIX));
    assertThat(logit.interval().upper()).isCloseTo(0.678572, within(SIX));
    assertThat(ten.leaveOneOut()).hasSize(10);
    assertThat(ten.mixed().prediction().result()).isPresent();
  }

  /// metafor 3.8-1: `rma.glmm(measure="PLO", xi=x[1:k], ni=n[1:k], nAGQ=7)` for k of 2 to 6, the
  /// studies in the order of their years; estimate and limits by `plogis`.
  @Test
  void studiesAreAddedInTheOrderOfTheirYears() {
    PooledProportion pooled =
        answer(
            pool(
                in(2019, result("F", 2, 9)),
                in(2011, result("B", 3, 12)),
                in(2015, result("D", 4, 11)),
                in(2009, result("A", 8, 10)),
                in(2015, result("E", 15, 18)),
                in(2013, result("C", 12, 20))),
            Kind.SERIES);
    assertThat(pooled.cumulative())
        .extracting(step -> step.last().study())
        .containsExactly("A", "B", "C", "D", "E", "F");
    assertThat(pooled.cumulative().get(2).events()).isEqualTo(23);
    assertThat(pooled.cumulative().get(2).patients()).isEqualTo(42);
    double[][] expected = {
      {0.5254605, 0.1526180, 0.8719234},
      {0.5516152, 0.2953261, 0.7831388},
      {0.5043210, 0.3021098, 0.7051284},
      {0.5870248, 0.3605595, 0.7818185},
      {0.5268940, 0.3090482, 0.7349595}
    };
    for (int step = 1; step < 6; step++) {
      PooledProportion.Answer found = known(pooled.cumulative().get(step).mixed());
      assertThat(found.estimate()).isCloseTo(expected[step - 1][0], within(FOUR));
      assertThat(found.interval().lower()).isCloseTo(expected[step - 1][1], within(FOUR));
      assertThat(found.interval().upper()).isCloseTo(expected[step - 1][2], within(FOUR));
    }
  }

  @Test
  void aStudyWithoutAYearFollowsAndTheOwnPatientsAreTheLast() {
    PooledProportion pooled =
        answer(
            pool(own("P1", "major"), result("B", 3, 12), in(2009, result("A", 8, 10))),
            Kind.SERIES);
    assertThat(pooled.cumulative())
        .extracting(step -> step.last().study())
        .containsExactly("A", "B", "own");
    assertThat(answer(pool(tenSeries()), Kind.SERIES).cumulative()).isEmpty();
  }

  @Test
  void ownPatientsStandBesideTheLiteratureWithTheSourceAsAFactor() {
    List<PoolingRow> rows = new ArrayList<>(tenSeries().subList(1, 10));
    rows.addAll(List.of(own("P1", "major"), own("P2", "moderate"), own("P3", "none")));
    Pooling pooling = pool(rows);
    assertThat(answer(pooling, Kind.SERIES_OWN).events()).isEqualTo(2);
    assertThat(answer(pooling, Kind.SERIES_LITERATURE).patients()).isEqualTo(51);
    SourceComparison comparison = pooling.asked().comparisons().getFirst();
    assertThat(comparison.sums().difference()).isCloseTo(2 / 3.0 - 27 / 51.0, within(1e-12));
    // R 4.3: fisher.test(matrix(c(2, 1, 27, 24), 2))
    assertThat(comparison.sums().fisher()).isCloseTo(1, within(SIX));
    assertThat(known(comparison.factor()).coefficients().getLast().estimate())
        .isCloseTo(Math.log(2) - Math.log(27 / 24.0), within(SIX));
  }

  @Test
  void anotherDefinitionIsNeverPooledAndHasAnAnswerOfItsOwn() {
    Pooling pooling =
        pool(
            own("P1", "major"),
            result("A", 4, 9),
            result("B", Design.COHORT, "physician-judged", 7, 15, CohortFacts.NONE));
    assertThat(pooling.answers())
        .extracting(DefinitionAnswer::definition, DefinitionAnswer::asked)
        .containsExactly(tuple("moderate-2016", true), tuple("physician-judged", false));
    assertThat(answer(pooling, Kind.SERIES).patients()).isEqualTo(10);
    assertThat(pooling.answers().getLast().set(Kind.SERIES).answer().orElseThrow().patients())
        .isEqualTo(15);
  }

  @Test
  void whatIsNotReportedIsNamedAndNotCounted() {
    Pooling pooling =
        pool(
            own("P1", "major"),
            own("P2", "NR"),
            own("P3", "good"),
            result("A", Design.COHORT, "moderate-2016", null, 9, CohortFacts.NONE),
            result("B", Design.COHORT, "moderate-2016", 9, 8, CohortFacts.NONE),
            result("C", Design.COHORT, "", 3, 8, CohortFacts.NONE));
    assertThat(pooling.rows())
        .extracting(TableRow::standing)
        .satisfiesExactly(
            first -> assertThat(first).isEqualTo(new TableRow.Counted(1, 1)),
            second -> assertThat(why(second)).isEqualTo(Why.NOT_REPORTED),
            third -> assertThat(why(third)).isEqualTo(Why.OTHER_WORD),
            fourth -> assertThat(why(fourth)).isEqualTo(Why.COUNTS_NOT_REPORTED),
            fifth -> assertThat(why(fifth)).isEqualTo(Why.COUNTS_IMPOSSIBLE),
            sixth -> assertThat(why(sixth)).isEqualTo(Why.DEFINITION_NOT_SAID));
    Ledger ledger = pooling.asked().ledger().getFirst();
    assertThat(ledger.inTable()).isEqualTo(3);
    assertThat(ledger.withOutcome()).isEqualTo(1);
    assertThat(ledger.notReported()).isEqualTo(1);
    assertThat(ledger.otherWord()).isEqualTo(1);
  }

  @Test
  void patientsThatAPrintedTotalLacksAreInTheLedger() {
    Ledger ledger =
        pool(result("A", Design.COHORT, "moderate-2016", 7, 14, OPEN_LABEL))
            .asked()
            .ledger()
            .getFirst();
    assertThat(ledger.cohort()).isEqualTo(15);
    assertThat(ledger.inTable()).isEqualTo(15);
    assertThat(ledger.withOutcome()).isEqualTo(14);
    assertThat(ledger.notReported()).isEqualTo(1);
  }

  private static Why why(TableRow.Standing standing) {
    return standing instanceof TableRow.NotCounted not ? not.why() : Why.NOT_REPORTED;
  }

  @Test
  void singleCaseReportsStandApartAndComeSecond() {
    Pooling pooling =
        pool(
            result("A", 4, 9),
            published("L1", "case", Design.CASE_REPORT, "major"),
            published("L2", "unknown", null, "major"),
            published("L3", "trial", Design.TRIAL, "none"));
    assertThat(pooling.rows())
        .extracting(TableRow::apart)
        .containsExactly(false, true, true, false);
    assertThat(answer(pooling, Kind.SERIES).patients()).isEqualTo(10);
    assertThat(answer(pooling, Kind.WITH_SINGLE_CASES).patients()).isEqualTo(12);
    assertThat(answer(pooling, Kind.WITH_SINGLE_CASES).events()).isEqualTo(6);
  }

  @Test
  void aPatientAndACohortThatMayHoldHimAreRefusedUntilAPersonDecides() {
    PoolingRow cohort = result("abstract", Design.COHORT, "moderate-2016", 7, 15, OPEN_LABEL);
    PoolingRow patient =
        TableOfRows.row(
            "L2",
            PatientSource.LITERATURE,
            "zong",
            Design.TRIAL,
            OPEN_LABEL,
            new PoolingRow.Patient("L2", "major", new java.util.LinkedHashMap<>()));
    List<PoolingRow> rows = List.of(own("P1", "major"), cohort, patient);

    Pooling refused = pool(rows);
    assertThat(refused.refused()).isTrue();
    PooledSet series = refused.asked().set(Kind.SERIES);
    assertThat(series.answer()).isEmpty();
    assertThat(series.check().undecided())
        .extracting(PoolingCheck.Overlap::first, PoolingCheck.Overlap::second)
        .containsExactly(tuple("abstract", "L2"));
    assertThat(series.check().together()).containsExactly("own/P1", "abstract");
    assertThat(answer(refused, Kind.SERIES_OWN).events()).isEqualTo(1);

    Pooling reduced =
        Pooling.of(TableOfRows.RESPONSE, rows, new Pooling.Request(List.of(), true, List.of()));
    assertThat(answer(reduced, Kind.SERIES).patients()).isEqualTo(16);
    assertThat(reduced.asked().set(Kind.SERIES).leftOut()).containsExactly("L2");

    OverlapDecision distinct =
        new OverlapDecision(
            "L2",
            "abstract",
            OverlapDecision.Kind.DISTINCT,
            "anna",
            Instant.ofEpochSecond(1),
            "another hospital");
    Pooling decided =
        Pooling.of(
            TableOfRows.RESPONSE, rows, new Pooling.Request(List.of(distinct), false, List.of()));
    assertThat(answer(decided, Kind.SERIES).patients()).isEqualTo(17);
  }

  @Test
  void aResultAndASinglePatientOfOneReportAreNotPooled() {
    Pooling pooling = pool(result("A", 4, 9), published("L1", "A", Design.CASE_SERIES, "major"));
    assertThat(pooling.asked().set(Kind.SERIES).check().undecided())
        .extracting(PoolingCheck.Overlap::why)
        .containsExactly(PoolingCheck.Why.SAME_REPORT);
    assertThat(pooling.refused()).isTrue();
  }

  @Test
  void oneStudyAllEventsAndNoneHaveAnAnswerOrAReason() {
    PooledProportion all = answer(pool(own("P1", "major"), own("P2", "major")), Kind.SERIES);
    assertThat(all.mixed().pooled().missing()).contains(Reason.ONLY_EVENTS);
    SumOfCounts sum = known(all.sum());
    assertThat(sum.interval().lower()).isCloseTo(0.158114, within(SIX));
    assertThat(sum.interval().upper()).isEqualTo(1);
    PooledProportion none = answer(pool(own("P1", "none")), Kind.SERIES);
    assertThat(none.mixed().pooled().missing()).contains(Reason.NO_EVENTS);
    assertThat(known(none.sum()).proportion()).isZero();
    assertThat(none.leaveOneOut()).isEmpty();
    PooledProportion two = answer(pool(result("A", 4, 9), result("B", 2, 5)), Kind.SERIES);
    assertThat(two.mixed().prediction().missing()).contains(Reason.FEWER_THAN_THREE_STUDIES);
    assertThat(pool(own("P1", "NR")).asked().set(Kind.SERIES).answer()).isEmpty();
    assertThat(pool(own("P1", "NR")).refused()).isFalse();
  }

  /// Seven of seven: every method but the exact interval is silent or pulled away from 1.
  @Test
  void methodsThatDisagreeAreSaidTo() {
    assertThat(answer(pool(result("A", 7, 7), result("B", 2, 2)), Kind.SERIES).methodsDisagree())
        .isTrue();
    List<PoolingRow> large = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      large.add(result("S" + i, 40, 90));
    }
    assertThat(answer(pool(large), Kind.SERIES).methodsDisagree()).isFalse();
  }
}
