package org.myocohort.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.myocohort.classification.Classification.Result;
import org.myocohort.instrument.Bounds;
import org.myocohort.instrument.Note;
import org.myocohort.instrument.Part;

class EularAcr2017Test {

  private static Classification classify(Facts facts) {
    return new EularAcr2017().classify(facts);
  }

  private static Bounds bounds(Classification answer) {
    return Objects.requireNonNull(answer.bounds());
  }

  /// One item holds at a time: its weight is the score.
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "lundberg2017-table.csv", numLinesToSkip = 1)
  void eachItemScoresAsInTheTable(
      String item, @Nullable BigDecimal without, BigDecimal withBiopsy) {
    assertThat(classify(ItemTruths.only(item)).score())
        .isEqualByComparingTo(without == null ? BigDecimal.ZERO : without);
    assertThat(classify(ItemTruths.only(item + " biopsy-done")).score())
        .isEqualByComparingTo(withBiopsy);
  }

  @Test
  void theMostThatEachColumnGivesIsTheSumOfTheTable() {
    // Columns of lundberg2017-table.csv added by hand; the age counts once.
    assertThat(bounds(classify(DescribedPatient.registry(""))).upper())
        .isEqualByComparingTo("20.8");
    assertThat(bounds(classify(DescribedPatient.registry("biopsy-compatible"))).upper())
        .isEqualByComparingTo("29.5");
  }

  /// A page that is often copied prints the two columns swapped; then each pair of scores would be
  /// the other way round.
  @Test
  void columnsAreNotSwapped() {
    String items = "proximal-lower-limb-weakness neck-flexor-weakness gottron-sign";

    assertThat(classify(ItemTruths.only(items)).score()).isEqualByComparingTo("6.0");
    assertThat(classify(ItemTruths.only(items + " biopsy-done")).score())
        .isEqualByComparingTo("5.8");
  }

  /// Examples 1 to 4 of instruments.md 3.7, from records.
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 | onset-age 54, proximal-upper-limb-weakness, proximal-lower-limb-weakness, no neck-flexor-weakness, no leg-proximal-weaker-than-distal, no finger-flexor-weakness, anti-Jo-1, ck 900/200 | 8.8 | met     | definite | polymyositis               | 0.970
          2 | onset-age 30, heliotrope-rash, gottron-papules, gottron-sign, no muscle-weakness, anti-synthetase negative, enzymes normal                                                            | 9.8 | met     | definite | amyopathic dermatomyositis | 0.989
          3 | onset-age 50, proximal-upper-limb-weakness, proximal-lower-limb-weakness, no neck-flexor-weakness, no leg-proximal-weaker-than-distal, ck 900/200, anti-synthetase negative, biopsy-endomysial, no biopsy-perimysial, no biopsy-perifascicular-atrophy, no biopsy-rimmed-vacuoles | 6.5 | not met | possible | '' | 0.5025
          4 | onset-age 60, ILD, anti-Jo-1, enzymes normal                                                                                                                                          | 6.0 | met     | probable | polymyositis               | 0.66
          5 | onset-age 66, ILD, anti-PL-12, ast 90/40                                                                                                                                              | 3.4 | not met | ''       | ''                         | 0.127
          """)
  void workedExamplesComeOutExactly(
      String example,
      String text,
      BigDecimal score,
      String result,
      String grade,
      String subgroup,
      BigDecimal probability) {
    Classification answer = classify(DescribedPatient.published(text));

    assertThat(answer.score()).as(example).isEqualByComparingTo(score);
    assertThat(answer.result().code()).isEqualTo(result);
    assertThat(answer.grade()).isEqualTo(grade);
    assertThat(answer.subgroup()).isEqualTo(subgroup);
    assertThat(Objects.requireNonNull(answer.probability()).lower())
        .satisfies(shown ->
            assertThat(shown.setScale(probability.scale(), RoundingMode.HALF_UP))
                .isEqualByComparingTo(probability));
  }

  /// Just below, on and just above each cut-off in steps of a tenth; the items make up the score.
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          5.2 | ''       | onset-18-to-39 anti-jo-1
          5.3 | possible | onset-18-to-39 proximal-upper-limb-weakness gottron-sign
          5.4 | possible | gottron-papules gottron-sign
          5.5 | probable | onset-18-to-39 leg-proximal-weaker-than-distal gottron-sign
          5.6 | probable | proximal-lower-limb-weakness leg-proximal-weaker-than-distal anti-jo-1
          7.4 | probable | onset-18-to-39 proximal-upper-limb-weakness gottron-papules gottron-sign
          7.5 | definite | onset-from-40 gottron-papules gottron-sign
          7.6 | definite | onset-18-to-39 neck-flexor-weakness heliotrope-rash raised-enzyme
          6.4 | ''       | gottron-papules gottron-sign biopsy-done
          6.5 | possible | gottron-papules anti-jo-1 biopsy-done
          6.6 | possible | onset-18-to-39 heliotrope-rash biopsy-perifascicular-atrophy biopsy-done
          6.7 | probable | onset-18-to-39 anti-jo-1 raised-enzyme biopsy-done
          6.8 | probable | gottron-sign biopsy-rimmed-vacuoles biopsy-done
          8.6 | probable | neck-flexor-weakness heliotrope-rash anti-jo-1 biopsy-done
          8.7 | definite | leg-proximal-weaker-than-distal gottron-sign anti-jo-1 biopsy-done
          8.8 | definite | heliotrope-rash gottron-sign biopsy-perifascicular-atrophy biopsy-done
          """)
  void scoreDecidesTheGrade(BigDecimal score, String grade, String items) {
    Classification answer = classify(ItemTruths.only(items));

    assertThat(answer.score()).isEqualByComparingTo(score);
    assertThat(answer.grade()).isEqualTo(grade);
    assertThat(answer.result())
        .isEqualTo(
            grade.equals("probable") || grade.equals("definite") ? Result.MET : Result.NOT_MET);
  }

  /// By its formula 5.5 gives 0.542 and 7.5 gives 0.898, just under the published 55 % and 90 %.
  @Test
  void probabilityIsShownAndDoesNotDecide() {
    Classification answer =
        classify(ItemTruths.only("onset-18-to-39 leg-proximal-weaker-than-distal gottron-sign"));

    assertThat(Objects.requireNonNull(answer.probability()).upper()).isEqualByComparingTo("0.5424");
    assertThat(answer.result()).isEqualTo(Result.MET);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          juvenile dermatomyositis       | heliotrope-rash gottron-sign proximal-lower-limb-weakness
          juvenile dermatomyositis       | heliotrope-rash gottron-sign
          juvenile myositis other than JDM | anti-jo-1 neck-flexor-weakness
          juvenile myositis other than JDM | anti-jo-1 neck-flexor-weakness biopsy-rimmed-vacuoles biopsy-done
          dermatomyositis                | onset-18-to-39 gottron-sign proximal-upper-limb-weakness anti-jo-1
          dermatomyositis                | onset-from-40 gottron-sign leg-proximal-weaker-than-distal anti-jo-1
          dermatomyositis                | onset-from-40 gottron-sign neck-flexor-weakness biopsy-rimmed-vacuoles biopsy-done
          amyopathic dermatomyositis     | onset-from-40 gottron-sign heliotrope-rash
          inclusion body myositis        | onset-from-40 anti-jo-1 finger-flexor-weakness no-response-to-treatment
          inclusion body myositis        | onset-from-40 anti-jo-1 biopsy-rimmed-vacuoles biopsy-done
          polymyositis                   | onset-from-40 anti-jo-1 finger-flexor-weakness
          polymyositis                   | onset-from-40 anti-jo-1 no-response-to-treatment
          polymyositis                   | onset-18-to-39 anti-jo-1 neck-flexor-weakness
          ''                             | onset-from-40 neck-flexor-weakness
          """)
  void subgroupFollowsTheTree(String subgroup, String items) {
    assertThat(classify(ItemTruths.only(items)).subgroup()).isEqualTo(subgroup);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rash          | onset-age 50, anti-Jo-1, ck 900/200, no muscle-weakness
          weakness      | onset-age 50, anti-Jo-1, ck 900/200, heliotrope-rash
          onset         | anti-Jo-1, ck 900/200, neck-flexor-weakness, no rash
          finger flexor | onset-age 50, anti-Jo-1, ck 900/200, no rash, no-response-to-treatment
          vacuoles      | onset-age 50, anti-Jo-1, ck 900/200, no rash, no finger-flexor-weakness, biopsy-endomysial
          """)
  void subgroupIsLeftEmptyWhereAnOpenItemDecides(String open, String text) {
    Classification answer = classify(DescribedPatient.registry(text));

    assertThat(answer.result()).as(open).isEqualTo(Result.MET);
    assertThat(answer.subgroup()).as(open).isEmpty();
  }

  @Test
  void openItemsLeaveBoundsAndThePublishedConventionStandsBeside() {
    Classification answer =
        classify(DescribedPatient.registry("onset-age 50, anti-Jo-1 negative, heliotrope-rash"));

    // 2.1 + 3.1 for sure; open: weakness 4.3, Gottron 5.4, dysphagia 0.7, enzyme 1.3
    assertThat(answer.score()).isNull();
    assertThat(bounds(answer).lower()).isEqualByComparingTo("5.2");
    assertThat(bounds(answer).upper()).isEqualByComparingTo("16.9");
    assertThat(answer.result()).isEqualTo(Result.UNDETERMINED);
    assertThat(answer.grade()).isEmpty();
    assertThat(answer.notes())
        .contains(Note.of("published-convention-score", "5.2", "8"))
        .contains(Note.of("no-biopsy-recorded"));
    // Each of the eight gives at least the 0.3 that is missing.
    assertThat(answer.wouldSettle())
        .containsExactly(
            "proximal-upper-limb-weakness",
            "proximal-lower-limb-weakness",
            "neck-flexor-weakness",
            "leg-proximal-weaker-than-distal",
            "gottron-papules",
            "gottron-sign",
            "dysphagia",
            "raised-enzyme");
  }

  @Test
  void onsetAgeIsAskedForOnce() {
    Classification answer =
        classify(DescribedPatient.published("age 60, anti-Jo-1, enzymes normal"));

    assertThat(bounds(answer).lower()).isEqualByComparingTo("3.9");
    assertThat(bounds(answer).upper()).isEqualByComparingTo("6.0");
    assertThat(answer.wouldSettle()).containsExactly("onset-age");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nothing said of a biopsy      | ''                                | 12
          said that there was none      | no biopsy-done                    | 12
          said that there was one       | biopsy-done                       | 16
          one that showed something     | biopsy-perimysial                 | 16
          one that did not show it      | no biopsy-rimmed-vacuoles         | 16
          one that was not compatible   | no biopsy-compatible              | 16
          an electromyogram is no biopsy | emg-triad                        | 12
          """)
  void columnIsTheOneOfTheBiopsy(String rule, String text, int items) {
    assertThat(classify(DescribedPatient.registry(text)).parts())
        .as(rule)
        .hasSize(items)
        .extracting(Part::code)
        .doesNotHaveDuplicates();
  }
}
