package org.myocohort.classification;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.myocohort.instrument.Note;

class BohanPeter1975Test {

  private static Classification classify(Facts facts) {
    return new BohanPeter1975().classify(facts);
  }

  /// instruments.md 3.8: any so many of items 1 to 4, without and with a rash.
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # items | without rash | subgroup | with rash | subgroup
          ''                                                            | none, not met       |              | none, not met       |
          emg-triad                                                     | none, not met       |              | possible, not met |
          proximal-weakness                                             | none, not met       |              | possible, not met |
          biopsy-compatible raised-enzyme                               | possible, not met |              | probable, met     | dermatomyositis
          proximal-weakness emg-triad                                   | possible, not met |              | probable, met     | dermatomyositis
          proximal-weakness raised-enzyme emg-triad                     | probable, met     | polymyositis | definite, met     | dermatomyositis
          biopsy-compatible raised-enzyme emg-triad                     | probable, met     | polymyositis | definite, met     | dermatomyositis
          proximal-weakness biopsy-compatible raised-enzyme emg-triad   | definite, met     | polymyositis | definite, met     | dermatomyositis
          """)
  void gradesByTheNumberOfItems(
      String items,
      String without,
      @Nullable String subgroup,
      String withRash,
      @Nullable String withRashSubgroup) {
    assertGrade(classify(ItemTruths.only(items)), without, subgroup);
    for (String rash : new String[] {"heliotrope-rash", "gottron-papules", "gottron-sign"}) {
      assertGrade(classify(ItemTruths.only(items + " " + rash)), withRash, withRashSubgroup);
    }
  }

  private static void assertGrade(
      Classification answer, String expected, @Nullable String subgroup) {
    assertThat((answer.grade().isEmpty() ? "none" : answer.grade()) + ", " + answer.result().code())
        .isEqualTo(expected);
    assertThat(answer.subgroup()).isEqualTo(subgroup == null ? "" : subgroup);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          proximal-weakness, ck 900/200, emg-triad                       | met          | probable | ''           | ''
          proximal-weakness, ck 900/200, emg-triad, no rash              | met          | probable | polymyositis | ''
          proximal-weakness, ck 900/200, emg-triad, biopsy-compatible    | met          | definite | ''           | ''
          proximal-weakness, ck 900/200, heliotrope-rash                 | met          | probable | dermatomyositis | ''
          proximal-weakness, ck 900/200, no emg-triad, no biopsy-compatible | undetermined | possible | ''        | heliotrope-rash gottron-papules gottron-sign
          no proximal-weakness, enzymes normal, gottron-sign             | undetermined | ''       | ''           | biopsy-compatible emg-triad
          no proximal-weakness, enzymes normal, no rash                  | not met      | ''       | ''           | ''
          no proximal-weakness, enzymes normal, no emg-triad             | not met      | ''       | ''           | ''
          """)
  void openItemsLeaveTheGradeOpen(
      String text, String result, String grade, String subgroup, String settling) {
    Classification answer = classify(DescribedPatient.registry(text));

    assertThat(answer.result().code()).isEqualTo(result);
    assertThat(answer.grade()).isEqualTo(grade);
    assertThat(answer.subgroup()).isEqualTo(subgroup);
    assertThat(String.join(" ", answer.wouldSettle())).isEqualTo(settling);
  }

  @Test
  void otherCausesStayTheCliniciansPart() {
    assertThat(classify(ItemTruths.only("")).notes()).contains(Note.of("exclude-other-causes"));
  }
}
