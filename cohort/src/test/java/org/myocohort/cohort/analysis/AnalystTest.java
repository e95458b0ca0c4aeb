package org.myocohort.cohort.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.myocohort.care.rule.Explained.Missing;
import org.myocohort.cohort.selection.Selection;
import org.myocohort.cohort.variable.Member;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.Problem;
import org.myocohort.exchange.study.Study;
import org.myocohort.exchange.study.StudyFolder;
import org.myocohort.instrument.StudySettings;
import org.myocohort.statistics.correlation.Spearman;
import org.myocohort.statistics.inference.Absence;
import org.myocohort.statistics.inference.Quantity;
import org.myocohort.statistics.inference.TestOptions;
import org.myocohort.statistics.rank.RankSumTest;
import org.myocohort.statistics.rank.SignedRankTest;
import org.myocohort.statistics.rank.ZeroMethod;

/// Six patients with a few rows each, so that every answer can be read off the tables.
class AnalystTest {
  private static final LocalDate ON = LocalDate.of(2026, 11, 22);

  private static final Map<String, String> TABLES =
      Map.of(
          "patients",
          """
          id,sex,birth,onset
          A,female,1970-05-01,2019-06-01
          B,male,1960-01-15,2020-01-01
          C,female,1980,
          D,male,1955-07-01,2018-01-01
          E,female,1975-02-01,2020-06-01
          F,male,1965-03-01,2020-06-01
          """,
          "manifestations",
          """
          id,patient,finding,status,from
          M1,A,fever,present,2020-12-01
          M2,A,myocarditis,present,2020-12-01
          M3,B,fever,present,2020-12-01
          M4,B,myocarditis,present,2020-12-01
          M5,C,fever,absent,2020-12-01
          M6,C,myocarditis,absent,2020-12-01
          M7,D,fever,absent,2020-12-01
          M8,D,myocarditis,absent,2020-12-01
          M9,E,myocarditis,absent,2020-12-01
          """,
          "measurements",
          """
          id,patient,date,measurement,value,unit
          L1,A,2020-10-15,ck,900,U/L
          L2,A,2020-12-20,ck,1000,U/L
          L3,A,2021-06-20,ck,200,U/L
          L4,A,2021-07-10,ck,150,U/L
          L5,B,2020-12-30,ck,800,U/L
          L6,B,2021-07-02,ck,400,U/L
          L7,C,2020-12-30,ck,10,ukat/L
          L8,C,2021-07-02,ck,<30,U/L
          L9,D,2020-12-30,ck,500,U/L
          L10,D,2020-12-30,ck,520,U/L
          L11,D,2021-07-02,ck,100,U/L
          L12,E,2019-01-01,ck,700,U/L
          """,
          "treatments",
          """
          id,patient,drug,dose,unit,route,frequency,start,stop,reason_stopped
          T1,A,anakinra,100,mg,sc,daily,2021-01-01,2021-09-01,inefficacy
          T2,B,anakinra,100,mg,sc,daily,2021-01-01,,
          T3,C,anakinra,100,mg,sc,daily,2021-01-01,2022-01-01,intolerance
          T4,D,anakinra,100,mg,sc,daily,2021-01-01,2021-03-01,
          T5,E,anakinra,100,mg,sc,daily,2021-01-01,,
          T6,A,prednisone,20,mg,oral,daily,2020-07-01,2021-03-01,
          T7,A,prednisone,5,mg,oral,daily,2021-03-01,2021-03-15,
          T8,A,prednisone,15,mg,oral,daily,2021-03-15,2021-06-01,
          T9,A,prednisone,5,mg,oral,daily,2021-06-01,2022-06-01,
          T10,B,prednisone,5,mg,oral,daily,2020-12-01,2022-06-01,
          T11,C,prednisone,50,mg,oral,daily,2020-12-01,2021-02-01,
          T12,C,prednisone,,mg,oral,daily,2021-02-01,2022-02-01,
          """,
          "visits",
          """
          id,patient,date,physician_global
          V1,A,2022-01-01,2
          V2,B,2022-01-01,2
          V3,C,2022-01-01,2
          V4,D,2021-12-31,2
          V5,E,2022-01-01,2
          V6,F,2022-01-01,2
          """,
          "adverse_events",
          """
          id,patient,term,grade,start
          E1,A,infection,2,2021-02-01
          E2,A,infection,3,2021-10-15
          E3,B,rash,1,2020-12-01
          E4,B,rash,,2021-05-01
          E5,B,rash,1,
          """);

  private static final String PLAN =
      """
      plan: Try
      define:
        cohort: Treated with anakinra
        index: {event: first dose, drug: anakinra}
        steps: []
      variables:
        - {variable: age, number: age}
        - {variable: CK, measurement: CK}
        - {variable: CK before, of: CK, at: baseline}
        - {variable: CK change, of: CK, change from: baseline, to: 6 months, as: percent}
        - {variable: fever, rule: {finding: fever, time: ever}}
        - {variable: myocarditis, rule: {finding: myocarditis, time: ever}}
        - {variable: stop, time to: stop, drug: anakinra}
        - {variable: below 10, time to: prednisone below, mg: 10}
        - {variable: below 10 in 4 months, time to: prednisone below, mg: 10, within: 4 months}
        - {variable: events, events: adverse events}
        - {variable: grade 3 on drug, events: adverse events, while taking: anakinra, grade at least: 3}
        - {variable: before, cumulative dose: prednisone, before: 6 months}
      groups:
        - groups: phenotype
          in:
            - {group: inflamed, is: fever}
          others: not inflamed
      """;

  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    for (Map.Entry<String, String> table : TABLES.entrySet()) {
      Files.writeString(folder.resolve(table.getKey() + ".csv"), table.getValue());
    }
  }

  private Analyst.Result run(String analyses) throws IOException, BadInputException {
    return run(analyses, ON);
  }

  private Analyst.Result run(String analyses, LocalDate on) throws IOException, BadInputException {
    Study study = StudyFolder.read(folder).study();
    PlanFile.Read read =
        PlanFile.read("plan.yaml", PLAN + "analyses:\n" + analyses, _ -> Optional.empty());
    Selection selection = Selection.of(read.cohort(), study.patients(), on);
    List<Member> members =
        selection.subjects().stream()
            .map(subject -> new Member(subject, new StudySettings("anakinra", 90, null)))
            .toList();
    return Analyst.of(read.plan(), members, TestOptions.defaults(), (_, _) -> {});
  }

  private Finding.SharesCompared shares(LocalDate on) throws IOException, BadInputException {
    return (Finding.SharesCompared)
        run("  - {analysis: x, compare: myocarditis, by: phenotype}\n", on).findings().getFirst();
  }

  private Finding one(String analysis) throws IOException, BadInputException {
    return run(analysis).findings().getFirst();
  }

  private static List<String> cells(Finding finding, int cell) {
    return finding.rows().stream().map(row -> row.cells().get(cell).value()).toList();
  }

  private static List<String> missing(Finding finding, int row, int cell) {
    return finding.rows().get(row).cells().get(cell).missing().stream().map(Missing::code).toList();
  }

  @Test
  void membersAreThoseOfTheCohort() throws Exception {
    assertThat(run("  - {analysis: x, describe: [age]}\n").members())
        .containsExactly("A", "B", "C", "D", "E");
  }

  @Test
  void aBaselineIsTheLatestDayUpToDayZeroWithinNinetyDays() throws Exception {
    Finding.Described found = (Finding.Described) one("  - {analysis: x, describe: [CK before]}\n");

    // D has two values that differ on its last day, E only one of two years before.
    assertThat(cells(found, 0)).containsExactly("1000", "800", "600", "", "");
    assertThat(missing(found, 3, 0)).containsExactly("several-values-baseline");
    assertThat(missing(found, 4, 0)).containsExactly("no-value-baseline");
    assertThat(found.rows().getFirst().cells().getFirst().used().getFirst().row().toString())
        .isEqualTo("measurements/L2");
    Finding.Line.OfNumbers line = (Finding.Line.OfNumbers) found.lines().getFirst();
    assertThat(line.groups().getFirst().missing()).isEqualTo(2);
    assertThat(line.described().getFirst().count()).isEqualTo(3);
  }

  @Test
  void aYearOfBirthGivesTheMiddleOfItsTwoAges() throws Exception {
    Finding found = one("  - {analysis: x, describe: [age]}\n");

    // A was 50 on 2021-01-01; of C only 1980 is known: 40 or 41.
    assertThat(cells(found, 0)).containsExactly("50", "60", "40.5", "65", "45");
  }

  @Test
  void aQuantileStandsWhereNoLimitCanMoveIt() throws Exception {
    Finding.Changed found = (Finding.Changed) one("  - {analysis: x, change: CK, to: 6 months}\n");

    // 150, 400 and <30: the middle is 150 wherever below 30 the third lies, the least is not known.
    assertThat(found.after().getFirst().further("median").number()).isEqualTo(150);
    assertThat(found.after().getFirst().further("min"))
        .isEqualTo(Quantity.missing(Absence.ONLY_ORDER_KNOWN));
    assertThat(found.after().getFirst().further("max").number()).isEqualTo(400);
    // It is known to be no more than the limit.
    assertThat(found.after().getFirst().further("min_most").number()).isEqualTo(30);
    assertThat(found.after().getFirst().further("min_least"))
        .isEqualTo(Quantity.missing(Absence.ONLY_ORDER_KNOWN));
  }

  @Test
  void changesTakeTheValueNearestToTheTime() throws Exception {
    Finding.Changed found = (Finding.Changed) one("  - {analysis: x, change: CK, to: 6 months}\n");

    // Day 183 is 2021-07-03: of A the 10th is nearer than the 20th of June.
    assertThat(cells(found, 1)).containsExactly("150", "400", "<30", "100", "");
    assertThat(found.pairs()).extracting(Finding.Pair::patient).containsExactly("A", "B", "C");
    // A limit has no size: the sign test of three falls, p = 2 * 0.5^3.
    assertThat(found.changed().getFirst().pValue().number()).isEqualTo(0.25, within(1e-12));
  }

  @Test
  void changeInPercentNeedsBothNumbers() throws Exception {
    Finding found = one("  - {analysis: x, describe: [CK change]}\n");

    assertThat(cells(found, 0).subList(0, 3)).containsExactly("-85", "-50", "");
    assertThat(missing(found, 2, 0)).containsExactly("beyond-limit");
  }

  @Test
  void whomTheRecordDoesNotTellIsInNoGroup() throws Exception {
    Finding.SharesCompared found =
        (Finding.SharesCompared) one("  - {analysis: x, compare: myocarditis, by: phenotype}\n");

    assertThat(found.rows()).extracting(Row::group).containsExactly(0, 0, 1, 1, -1);
    assertThat(found.groups()).containsExactly(new Counts(2, 0, 0), new Counts(0, 2, 0));
    // R 4.2.2: fisher.test(matrix(c(2, 0, 0, 2), 2))$p.value
    assertThat(found.compared().pValue().number()).isEqualTo(1.0 / 3, within(1e-12));
    assertThat(found.limits().smallestP().orElseThrow()).isEqualTo(1.0 / 3, within(1e-12));
    assertThat(found.limits().fragility()).isEmpty();
    // binom.test(2, 2)$conf.int and binom.test(2, 3)$conf.int
    SeriesLimits.Next next = found.limits().next().getFirst();
    assertThat(next.now().lower()).isEqualTo(0.1581138830084, within(1e-11));
    assertThat(next.then().lower()).isEqualTo(0.09429932405025, within(1e-11));
    assertThat(next.then().upper()).isEqualTo(0.99159624134, within(1e-10));
  }

  @Test
  void variablesThatAlwaysAgreeAreNamed() throws Exception {
    Finding.Overviewed found =
        (Finding.Overviewed) one("  - {analysis: x, overview: [fever, myocarditis]}\n");

    assertThat(found.together()).containsExactly(new Finding.Confounded(0, 1, false, 4));
    assertThat(found.counts()).containsExactly(new Counts(2, 2, 1), new Counts(2, 3, 0));
  }

  @Test
  void aDrugIsStoppedForItsReasonOrStillTaken() throws Exception {
    Finding.Waited found = (Finding.Waited) one("  - {analysis: x, time: stop}\n");

    assertThat(cells(found, 0)).containsExactly("243", "516", "365", "59", "365");
    // The event asked for is inefficacy; the other reasons compete.
    assertThat(cells(found, 1)).containsExactly("1", "0", "0", "0", "0");
    assertThat(cells(found, 2))
        .containsExactly("inefficacy", "", "intolerance", "reason not known", "");
    assertThat(found.groups().getFirst().events()).containsExactly(1, 1, 0, 1, 0);
  }

  @Test
  void aDoseMustStayBelowForTwentyEightDays() throws Exception {
    Finding.Waited found = (Finding.Waited) one("  - {analysis: x, time: below 10}\n");

    // A is below 10 mg for two weeks in March, for good from June 1 on; the dose of C is not known
    // from February on; B was below from the start; the others have no row.
    assertThat(cells(found, 0)).containsExactly("151", "", "31", "", "");
    assertThat(cells(found, 1)).containsExactly("1", "", "0", "", "");
    assertThat(missing(found, 1, 0)).containsExactly("below-already");
    assertThat(missing(found, 3, 0)).containsExactly("no-glucocorticoid-row");
  }

  @Test
  void anEventWithinATimeIsOpenWhereTheRecordEndsBefore() throws Exception {
    Finding found = one("  - {analysis: x, compare: below 10 in 4 months}\n");

    assertThat(cells(found, 0)).containsExactly("no", "", "", "", "");
    assertThat(missing(found, 2, 0)).containsExactly("not-followed-so-long");
  }

  @Test
  void eventsCountInTheirTimeOnly() throws Exception {
    Finding.Rated all = (Finding.Rated) one("  - {analysis: x, rate: events}\n");

    assertThat(cells(all, 0)).containsExactly("2", "1", "0", "0", "0");
    // The records of A, B and C speak of glucocorticoids after their last visit.
    assertThat(cells(all, 1)).containsExactly("516", "516", "396", "364", "365");
    Finding.RateGroup group = all.groups().getFirst();
    assertThat(group.undated()).isEqualTo(1);
    assertThat(group.withEvent()).isEqualTo(2);
    // R 4.2.2: poisson.test(3, 2157 / 365.25)
    assertThat(group.rate().estimate().number()).isEqualTo(0.507997218359, within(1e-11));
    assertThat(group.rate().lower().number()).isEqualTo(0.104761239169, within(1e-11));
    assertThat(group.rate().upper().number()).isEqualTo(1.484583444007, within(1e-11));

    Finding.Rated severe = (Finding.Rated) one("  - {analysis: x, rate: grade 3 on drug}\n");
    assertThat(cells(severe, 0)).containsExactly("0", "0", "0", "0", "0");
    assertThat(cells(severe, 1)).containsExactly("243", "516", "365", "59", "365");
  }

  @Test
  void aSumOfDosesNeedsEveryDose() throws Exception {
    Finding found = one("  - {analysis: x, describe: [before]}\n");

    // 183 days of 20 mg; of B and C only December is recorded: 31 days.
    assertThat(cells(found, 0)).containsExactly("3660", "155", "1550", "", "");
  }

  @Test
  void aTestThatCannotBeDoneSaysWhy() throws Exception {
    Finding.NumbersCompared found =
        (Finding.NumbersCompared) one("  - {analysis: x, compare: CK change, by: phenotype}\n");

    assertThat(found.compared().pValue()).isEqualTo(Quantity.missing(Absence.EMPTY_GROUP));
    assertThat(found.compared().count()).isEqualTo(2);
  }

  @Test
  void beforeEverythingNobodyIsInAGroupAndNothingIsCompared() throws Exception {
    Finding.SharesCompared found = shares(LocalDate.of(1900, 1, 1));

    assertThat(found.compared().pValue()).isEqualTo(Quantity.missing(Absence.NO_VALUES));
    assertThat(found.limits().smallestP()).isEmpty();
    assertThat(found.limits().power()).isEmpty();
  }

  @Test
  void onePairIsTooFewForATest() throws Exception {
    Files.writeString(
        folder.resolve("measurements.csv"),
        """
        id,patient,date,measurement,value,unit
        L2,A,2020-12-20,ck,1000,U/L
        L3,A,2021-06-20,ck,200,U/L
        """);
    Finding.Changed found = (Finding.Changed) one("  - {analysis: x, change: CK, to: 6 months}\n");

    assertThat(found.changed().getFirst().count()).isOne();
    assertThat(found.changed().getFirst().pValue())
        .isEqualTo(Quantity.missing(Absence.TOO_FEW_VALUES));
  }

  @Test
  void theSmallestProbabilityIsThatOfTheMostExtremeOrder() {
    for (int n = 3; n <= 8; n++) {
      double[] rising = IntStream.rangeClosed(1, n).asDoubleStream().toArray();
      double[] higher = IntStream.rangeClosed(n + 1, 2 * n + 1).asDoubleStream().toArray();
      TestOptions options = TestOptions.defaults();
      assertThat(SmallestP.ofPairs(n))
          .isEqualTo(
              SignedRankTest.of(rising, 0, ZeroMethod.DROP, options).pValue().number(),
              within(1e-12));
      assertThat(SmallestP.ofGroups(n, n + 1))
          .isEqualTo(RankSumTest.of(rising, higher, 0, options).pValue().number(), within(1e-12));
      assertThat(SmallestP.ofOrders(n))
          .isEqualTo(Spearman.of(rising, rising, options).pValue().number(), within(1e-12));
    }
  }

  @Test
  void everythingWrongInAPlanIsNamedWithItsLine() {
    String wrong =
        """
          - {analysis: x, compare: fevr, by: phenotype}
          - {analysis: y, describe: [age], by: stage}
          - {analysis: z, change: CK, to: soon}
          - {analysis: w}
        """;
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> run(wrong))
        .satisfies(failure -> {
          int first = PLAN.lines().toList().size() + 2;
          assertThat(failure.problems())
              .extracting(Problem::line, Problem::code, Problem::found)
              .containsExactly(
                  Tuple.tuple(first, "plan-no-variable", "fevr"),
                  Tuple.tuple(first + 1, "plan-no-groups", "stage"),
                  Tuple.tuple(first + 2, "plan-when", "soon"),
                  Tuple.tuple(first + 3, "plan-one-kind", ""));
        });
  }
}
