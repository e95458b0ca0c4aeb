package org.myocohort.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.myocohort.response.CoreSetVisits.compare;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.myocohort.instrument.Assessment;
import org.myocohort.instrument.Bounds;
import org.myocohort.instrument.Part;
import org.myocohort.instrument.Points;
import org.myocohort.instrument.Status;

class TotalImprovementScoreTest {

  private static final String COMPLETE = "PGA 6, PtGA 5, EXT 5, MMT 130/150, HAQ 1.5, CK 3000/200";
  private static final String BETTER = "PGA 2, PtGA 3, EXT 2, MMT 145/150, HAQ 0.75, CK 300/200";

  private static Assessment score(String baseline, String followUp) {
    return TotalImprovementScore.assess(ScoreForm.ADULT, null, compare(baseline, followUp));
  }

  private static Points points(Assessment score, String measure) {
    for (Part part : score.parts()) {
      if (part.code().equals(measure)) {
        return Objects.requireNonNull(part.points());
      }
    }
    throw new AssertionError("no part " + measure);
  }

  private static Bounds bounds(Assessment score) {
    return Objects.requireNonNull(score.bounds());
  }

  @ParameterizedTest(name = "{0}: {5}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # instruments.md 1.8
          A | PGA 6, PtGA 5, MMT 130/150, HAQ 1.5, CK 3000/200, EXT 5 | PGA 2, PtGA 3, MMT 145/150, HAQ 0.75, CK 300/200, EXT 2 | major | moderate | 62.5
          B | PGA 5, PtGA 5, MMT 120/150, HAQ 1.0, CK 600/200, EXT 4 | PGA 4.5, PtGA 4, MMT 123/150, HAQ 0.875, CK 450/200, EXT 3.5 | none | none | 2.5
          C | PGA 7, PtGA 6, MMT 56/80, HAQ 2.0, CK 6000/180, EXT 6 | PGA 1, PtGA 1, MMT 80/80, HAQ 0.25, CK 180/180, EXT 1 | major | major | 95
          D | PGA 5, PtGA 5, MMT 70/80, HAQ 1.0, CK 400/200, EXT 4 | PGA 6, PtGA 4.5, MMT 66/80, HAQ 1.25, CK 500/200, EXT 5 | none | none | 0
          E | PGA 4, PtGA 4, MMT 72/80, HAQ 1.0, LDH 270/225, EXT 3 | PGA 3, PtGA 3, MMT 76/80, HAQ 0.75, LDH 225/225, EXT 2.4 | minimal | minimal | 35
          # instruments.md 2, example 1
          F | PGA 6, PtGA 5, MMT 120/150, HAQ 1.5, CK 3000/200, EXT 4 | PGA 4, PtGA 5, MMT 126/150, HAQ 1.1, CK 1000/200, EXT 4 | minimal | minimal | 37.5
          """)
  void workedExamplesComeOutExactly(
      String name,
      String baseline,
      String followUp,
      String adult,
      String juvenile,
      BigDecimal total) {
    Assessment score = score(baseline, followUp);
    assertThat(score.status()).isEqualTo(Status.COMPUTED);
    assertThat(score.value()).isEqualByComparingTo(total);
    assertThat(score.category()).isEqualTo(adult);
    assertThat(
            TotalImprovementScore.assess(
                    ScoreForm.JUVENILE_IMACS,
                    null,
                    compare(ScoreForm.JUVENILE_IMACS, baseline, followUp))
                .category())
        .isEqualTo(juvenile);
  }

  /// Every cell of the published table, one step above each edge and exactly on it.
  @ParameterizedTest
  @CsvFileSource(resources = "rider2017-table3.csv", numLinesToSkip = 1)
  void everyPointOfThePublishedTable(String measure, String edge, BigDecimal expected) {
    BigDecimal above =
        edge.equals("none")
            ? new BigDecimal("-1")
            : new BigDecimal(edge).add(new BigDecimal("0.01"));
    assertThat(pointsAt(measure, above)).isEqualByComparingTo(expected);
    if (!edge.equals("none")) {
      assertThat(pointsAt(measure, new BigDecimal(edge))).isLessThanOrEqualTo(expected);
      assertThat(pointsAt(measure, new BigDecimal(edge)))
          .as("the upper edge belongs to the band below")
          .isEqualByComparingTo(
              pointsAt(measure, new BigDecimal(edge).subtract(new BigDecimal("0.01"))));
    }
  }

  private static BigDecimal pointsAt(String measure, BigDecimal percent) {
    // Half of each scale as baseline leaves room for 50 % either way.
    BigDecimal share = percent.movePointLeft(2);
    String followUp =
        switch (measure) {
          case "physician_global" -> "PGA " + new BigDecimal("5").subtract(share.movePointRight(1));
          case "patient_global" -> "PtGA " + new BigDecimal("5").subtract(share.movePointRight(1));
          case "extramuscular" -> "EXT " + new BigDecimal("5").subtract(share.movePointRight(1));
          case "haq" ->
              "HAQ " + new BigDecimal("1.5").subtract(share.multiply(new BigDecimal("3")));
          case "mmt" ->
              "MMT " + new BigDecimal("75").add(share.multiply(new BigDecimal("150"))) + "/150";
          case "enzyme" ->
              "CK "
                  + new BigDecimal("1500").subtract(share.multiply(new BigDecimal("3000")))
                  + "/200";
          default -> throw new AssertionError(measure);
        };
    Assessment score = score("PGA 5, PtGA 5, EXT 5, HAQ 1.5, MMT 75/150, CK 1500/200", followUp);
    Points points = points(score, measure);
    assertThat(points.decided()).isTrue();
    return points.lower();
  }

  @ParameterizedTest(name = "{0} -> {1}: {2} points")
  @CsvSource(
      textBlock =
          """
          # exactly 5 % of the range; binary doubles would give 5.000000000000002
          2.2, 1.7, 0
          1.1, 0.6, 0
          4.4, 3.9, 0
          8.3, 7.8, 0
          2.2, 0.7, 7.5
          2.2, 0.6, 15
          10, 6, 17.5
          10, 5.999, 20
          3.0, 5.0, 0
          """)
  void decimalsDecideTheBandOfTheUpperEdge(String baseline, String followUp, BigDecimal expected) {
    Points points = points(score("PGA " + baseline, "PGA " + followUp), "physician_global");
    assertThat(points.lower()).isEqualByComparingTo(expected);
    assertThat(points.upper()).isEqualByComparingTo(expected);
  }

  @ParameterizedTest(name = "{0} is {1} (adult), {2} (juvenile)")
  @CsvSource(
      textBlock =
          """
          17.5, none, none
          20,   minimal, none
          27.5, minimal, none
          30,   minimal, minimal
          37.5, minimal, minimal
          40,   moderate, minimal
          42.5, moderate, minimal
          45,   moderate, moderate
          57.5, moderate, moderate
          60,   major, moderate
          67.5, major, moderate
          70,   major, major
          """)
  void categoriesBeginAtTheirCutOffs(BigDecimal total, String adult, String juvenile) {
    assertThat(TotalImprovementScore.category(ScoreForm.ADULT, total).code()).isEqualTo(adult);
    assertThat(TotalImprovementScore.category(ScoreForm.JUVENILE_PRINTO, total).code())
        .isEqualTo(juvenile);
  }

  @Test
  void aMissingFollowUpCanGainOnlyWhatItsBaselineLeaves() {
    Assessment score = score("MMT 78/80", "PGA 3");
    // 2 of 80 is 2.5 %: 10 points at the most, not 32.5.
    assertThat(points(score, "mmt").upper()).isEqualByComparingTo("10");
    assertThat(points(score, "mmt").lower()).isZero();
  }

  @ParameterizedTest(name = "{0} | {1}: {2} {3} to {4}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # known end at baseline: PGA 2 can fall by 20 %
          PGA 2 | PtGA 1 | physician_global | 0 | 15
          # known end at follow-up: from 10 to 8
          PtGA 1 | PGA 8 | physician_global | 0 | 15
          # nothing to gain
          PGA 0 | PtGA 1 | physician_global | 0 | 0
          # worst possible baseline 0 of 80
          PGA 1 | MMT 8/80 | mmt | 0 | 10
          # CK 600 of 15 x 200: 20 % at the most
          CK 600/200 | PGA 1 | enzyme | 0 | 5
          # an enzyme has no worst value
          PGA 1 | CK 600/200 | enzyme | 0 | 7.5
          # limits: 2970 of 3000 and more is above 40 %
          CK 3000/200 | CK <30/200 | enzyme | 7.5 | 7.5
          # below 150, from 450: more than 10 %, at most 15 %
          CK 450/200 | CK <150/200 | enzyme | 2.5 | 2.5
          # below 30, from 180: more than 5 % (so above the edge), at most 6 %
          CK 180/200 | CK <30/200 | enzyme | 2.5 | 2.5
          CK >4000/200 | CK 3000/200 | enzyme | 7.5 | 7.5
          CK >4000/200 | CK 3900/200 | enzyme | 0 | 7.5
          # a score without the maximum of its form cannot be placed
          MMT 60 | MMT 70/80 | mmt | 0 | 32.5
          # other forms at the two visits: only the baseline's form is known
          MMT 78/80 | MMT 150/150 | mmt | 0 | 10
          """)
  void boundsAreSharp(
      String baseline, String followUp, String measure, BigDecimal lower, BigDecimal upper) {
    Points points = points(score(baseline, followUp), measure);
    assertThat(points.lower()).isEqualByComparingTo(lower);
    assertThat(points.upper()).isEqualByComparingTo(upper);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          PGA 6
          PtGA 5
          EXT 5
          MMT 130/150
          HAQ 1.5
          CK 3000/200
          """)
  void eachMissingMeasureLeavesBoundsAndNoTotal(String missing) {
    Assessment score = score(COMPLETE.replace(missing, "").replace(", ,", ","), BETTER);
    assertThat(score.status()).isEqualTo(Status.PARTIAL);
    assertThat(score.value()).isNull();
    assertThat(bounds(score).lower()).isLessThanOrEqualTo(new BigDecimal("62.5"));
    assertThat(bounds(score).upper()).isGreaterThanOrEqualTo(new BigDecimal("62.5"));
    assertThat(score.missing()).isNotEmpty();
  }

  @Test
  void aCategoryStandsWhereBothBoundsAgree() {
    // Without HAQ: 55 to 65 is open between moderate and major; without the enzyme 55 to 62.5 too.
    assertThat(
            score(
                    "PGA 9, PtGA 9, EXT 9, MMT 50/150, CK 9000/200",
                    "PGA 1, PtGA 1, EXT 1, MMT 140/150, CK 100/200")
                .category())
        .isEqualTo("major");
    assertThat(score("PGA 6", BETTER).category()).isEqualTo("undetermined");
  }

  @Test
  void noMeasureAtOneVisitIsNotComputable() {
    Assessment noBaseline = score("", BETTER);
    assertThat(noBaseline.status()).isEqualTo(Status.NOT_COMPUTABLE);
    assertThat(noBaseline.bounds()).isNull();
    assertThat(noBaseline.notes()).extracting("code").contains("empty-baseline");
    assertThat(score(COMPLETE, "").notes()).extracting("code").contains("empty-follow-up");
    // A muscle score without its form is no measure.
    assertThat(score("MMT 60", BETTER).status()).isEqualTo(Status.NOT_COMPUTABLE);
  }

  @Test
  void theMostAbnormalEnzymeIsTheLargestMultipleOfItsUpperLimit() {
    Assessment score = score("CK 300/200, LDH 600/200, PGA 1", "CK 200/200, LDH 600/200, PGA 1");
    // LDH at 3 x the limit is scored although CK improved; its range is 3 x 200.
    assertThat(points(score, "enzyme").lower()).isZero();
    assertThat(score.parts().get(4).inputs().getFirst().column()).isEqualTo("ldh");
    // Raw numbers would take CK.
    assertThat(
            score("CK 700/400, AST 80/40, PGA 1", "CK 100/400, AST 80/40, PGA 1")
                .parts()
                .get(4)
                .inputs()
                .getFirst()
                .column())
        .isEqualTo("ast");
  }

  @Test
  void aTieGoesToCreatineKinaseWhateverTheOrder() {
    assertThat(
            score("ALT 80/40, CK 400/200, PGA 1", "CK 200/200")
                .parts()
                .get(4)
                .inputs()
                .getFirst()
                .column())
        .isEqualTo("ck");
  }

  @Test
  void anEnzymeIsNeverSwitchedSilently() {
    Assessment score = score("CK 3000/200, LDH 230/225, PGA 1", "LDH 100/225, PGA 1");
    assertThat(points(score, "enzyme").lower()).isZero();
    assertThat(points(score, "enzyme").upper()).isEqualByComparingTo("7.5");
  }

  @Test
  void thePrintoFormTakesItsOwnMeasures() {
    Assessment score =
        TotalImprovementScore.assess(
            ScoreForm.JUVENILE_PRINTO,
            null,
            CoreSetComparison.of(
                ScoreForm.JUVENILE_PRINTO,
                CoreSetVisits.visit(
                    "2024-01-01", "PGA 6, PtGA 5, CMAS 20, HAQ 1.5, CHQ 30, DAS 12"),
                CoreSetVisits.visit(
                    "2024-06-01", "PGA 2, PtGA 3, CMAS 46, HAQ 0.75, CHQ 60, DAS 4"),
                new BigDecimal("100")));
    // 40, 20, 50, 25, 30, 40 % of the range
    assertThat(score.value()).isEqualByComparingTo("85");
    Assessment open =
        TotalImprovementScore.assess(
            ScoreForm.JUVENILE_PRINTO,
            null,
            compare(ScoreForm.JUVENILE_PRINTO, "PGA 6, CHQ 30", "PGA 2, CHQ 60"));
    assertThat(points(open, "enzyme").decided()).as("no range, no points").isFalse();
  }

  @Test
  void theScoreStaysWithinItsRangeAndImprovingOneMeasureNeverLowersIt() {
    long seed = 20261122;
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (int i = 0; i < 2000; i++) {
      String baseline = randomVisit(random);
      int physician = random.nextInt(1, 101);
      String rest = randomVisit(random).replaceFirst("PGA [0-9.]+", "");
      BigDecimal worse =
          Objects.requireNonNull(score(baseline, "PGA " + tenths(physician) + rest).value());
      BigDecimal better =
          Objects.requireNonNull(score(baseline, "PGA " + tenths(physician - 1) + rest).value());
      assertThat(worse).as("seed %d", seed).isBetween(BigDecimal.ZERO, new BigDecimal("100"));
      assertThat(better).as("seed %d", seed).isGreaterThanOrEqualTo(worse);
    }
    assertThat(
            score(
                    "PGA 10, PtGA 10, EXT 10, MMT 0/80, HAQ 3, CK 9000/200",
                    "PGA 0, PtGA 0, EXT 0, MMT 80/80, HAQ 0, CK 100/200")
                .value())
        .isEqualByComparingTo("100");
  }

  private static String randomVisit(RandomGenerator random) {
    return "PGA "
        + tenths(random.nextInt(101))
        + ", PtGA "
        + tenths(random.nextInt(101))
        + ", EXT "
        + tenths(random.nextInt(101))
        + ", MMT "
        + random.nextInt(151)
        + "/150"
        + ", HAQ "
        + new BigDecimal(random.nextInt(25)).multiply(new BigDecimal("0.125"))
        + ", CK "
        + random.nextInt(10, 9000)
        + "/200";
  }

  private static String tenths(int value) {
    return BigDecimal.valueOf(value, 1).toPlainString();
  }
}
