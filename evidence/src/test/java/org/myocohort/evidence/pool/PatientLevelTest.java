package org.myocohort.evidence.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.myocohort.exchange.yaml.ShippedFile;
import org.myocohort.statistics.meta.Estimation;
import org.myocohort.statistics.meta.Reason;
import org.myocohort.statistics.meta.mixed.MixedFit;
import org.myocohort.statistics.meta.pooling.PooledEffect;

class PatientLevelTest {
  private static final double FOUR = 1e-4;

  /// Seventy made-up patients of eight studies.
  private static List<PoolingRow> patients() {
    List<PoolingRow> rows = new ArrayList<>();
    List<String> lines =
        ShippedFile.text(PatientLevelTest.class, "made-up-patients.csv").lines().toList();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      SequencedMap<String, String> covariates = new LinkedHashMap<>();
      covariates.put("age", cells[2]);
      covariates.put("antibody", cells[3].equals("1") ? "anti-Jo1" : "anti-PL12");
      rows.add(
          TableOfRows.published(
              cells[0] + "-" + cells[1],
              cells[0],
              cells[4].equals("1") ? "major" : "none",
              covariates));
    }
    return rows;
  }

  private static <T> T known(Estimation<T> estimation) {
    return estimation.result().orElseThrow();
  }

  /// lme4: `glmer(response ~ 1 + (1 | study), binomial, nAGQ = 7)`, then with `jo1` and `(age - 55)
  /// / 10`.
  @Test
  void oneAndTwoStagesAgreeWithTheReference() {
    PatientLevel models =
        TableOfRows.pool(patients(), "age", "antibody=anti-Jo1").asked().patients().getFirst();
    assertThat(models.rows()).hasSize(70);
    assertThat(models.studies()).isEqualTo(8);
    MixedFit level = known(models.level());
    assertThat(level.coefficients().getFirst().estimate()).isCloseTo(0.961923, within(FOUR));
    assertThat(level.coefficients().getFirst().standardError()).isCloseTo(0.310928, within(FOUR));
    assertThat(level.tauSquared()).isCloseTo(0.112009, within(FOUR));
    assertThat(level.logLikelihood()).isCloseTo(-40.859279, within(FOUR));
    MixedFit one = known(models.oneStage());
    assertThat(models.names()).containsExactly("age", "antibody=anti-jo1");
    assertThat(one.coefficients().get(1).estimate()).isCloseTo(-0.0240505, within(FOUR));
    assertThat(one.coefficients().get(2).estimate()).isCloseTo(0.738939, within(FOUR));
    assertThat(one.coefficients().get(2).standardError()).isCloseTo(0.556528, within(FOUR));
    assertThat(one.coefficients().getFirst().estimate() + 55 * one.coefficients().get(1).estimate())
        .isCloseTo(0.655672, within(FOUR));
    assertThat(one.tauSquared()).isCloseTo(0.081377, within(FOUR));
    assertThat(one.logLikelihood()).isCloseTo(-39.502377, within(FOUR));
    assertThat(known(models.fixedIntercepts()).getLast().estimate())
        .isCloseTo(0.557391, within(FOUR));
    PooledEffect two = known(models.twoStageLevel());
    assertThat(two.estimate()).isCloseTo(0.827321, within(1e-6));
    assertThat(two.standardError()).isCloseTo(0.298699, within(1e-6));
    assertThat(two.heterogeneity().tauSquared()).isCloseTo(0.050135, within(1e-6));
    assertThat(models.slopes().getLast().without()).containsKey("S2");
    assertThat(models.withinBetween()).hasSize(2);
  }

  @Test
  void aColumnOfWordsBecomesOneCovariateForEachWordButTheMostFrequent() {
    PatientLevel models = TableOfRows.pool(patients(), "antibody").asked().patients().getFirst();
    assertThat(models.names()).containsExactly("antibody=anti-pl12");
    Covariate lists =
        Covariate.of("antibody", List.of("anti-Jo1;anti-Ro52", "anti-Jo1", "anti-PL7;anti-Ro52"));
    assertThat(lists.terms())
        .extracting(Covariate.Term::name)
        .containsExactly("antibody=anti-jo1", "antibody=anti-pl7", "antibody=anti-ro52");
  }

  @Test
  void aPatientWithoutTheCovariateIsLeftOutAndNamed() {
    List<PoolingRow> rows = new ArrayList<>(patients());
    SequencedMap<String, String> none = new LinkedHashMap<>();
    none.put("age", "NR");
    rows.add(TableOfRows.published("L9", "late", "major", none));
    PatientLevel models = TableOfRows.pool(rows, "age").asked().patients().getFirst();
    assertThat(models.leftOut()).containsExactly(new PatientLevel.Missing("L9", "age"));
    assertThat(models.rows()).hasSize(70).doesNotContain("L9");
  }

  @Test
  void threeRespondersHaveNoModelAndAReason() {
    SequencedMap<String, String> age = new LinkedHashMap<>();
    age.put("age", "55");
    PatientLevel models =
        TableOfRows.pool(List.of(TableOfRows.published("L1", "A", "major", age)), "age")
            .asked()
            .patients()
            .getFirst();
    assertThat(models.oneStage().missing()).contains(Reason.ONLY_EVENTS);
    assertThat(models.level().missing()).contains(Reason.ONLY_EVENTS);
  }
}
