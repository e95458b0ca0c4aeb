package org.myocohort.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.myocohort.classification.Classification.Result;
import org.myocohort.instrument.Note;

class AcrEularAntisynthetaseTest {

  /// INVENTED numbers, only to run the engine: the published ones were not found.
  static final List<String> INVENTED =
      List.of(
          "# invented for a test",
          "kind,name,value",
          "weight,anti-synthetase-antibody,3",
          "weight,ild,2",
          "weight,myositis,1.5",
          "weight,arthritis,1.5",
          "weight,mechanics-hands,1",
          "weight,rash,0.5",
          "weight,fever,0.5",
          "weight,raynaud,0.5",
          "entry,ild,",
          "entry,myositis,",
          "entry,arthritis,",
          "cutoff,possible,3",
          "cutoff,probable,4.5",
          "cutoff,definite,6",
          "citation,,invented for a test");

  static CriteriaSet invented() {
    return new AcrEularAntisynthetase(WeightTable.read(INVENTED));
  }

  @Test
  void shippedTableIsEmptySoThatTheSetIsNotAvailable() {
    assertThat(WeightTable.published()).isEmpty();

    Classification answer =
        new AcrEularAntisynthetase(WeightTable.published())
            .classify(DescribedPatient.registry("anti-Jo-1, ILD, myositis, arthritis"));

    assertThat(answer.result()).isEqualTo(Result.NOT_AVAILABLE);
    assertThat(answer.result().code()).isEqualTo("not available");
    assertThat(answer.notes()).containsExactly(Note.of("weights-not-found"));
    assertThat(answer.score()).isNull();
    assertThat(answer.bounds()).isNull();
    assertThat(answer.parts()).isEmpty();
  }

  @ParameterizedTest(name = "with invented weights, {0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          anti-synthetase-antibody ild mechanics-hands           | 6.0 | met     | definite
          anti-synthetase-antibody ild fever                     | 5.5 | met     | probable
          anti-synthetase-antibody arthritis                     | 4.5 | met     | probable
          ild myositis rash                                      | 4.0 | not met | possible
          ild mechanics-hands                                    | 3.0 | not met | possible
          ild rash                                               | 2.5 | not met | ''
          # no entry item: no level whatever the score
          anti-synthetase-antibody mechanics-hands rash fever raynaud | 5.5 | not met | ''
          """)
  void weightedSumWithEntryRuleAndThreeLevels(
      String items, String score, String result, String grade) {
    Classification answer = invented().classify(ItemTruths.only(items));

    assertThat(answer.score()).isEqualByComparingTo(score);
    assertThat(answer.result().code()).isEqualTo(result);
    assertThat(answer.grade()).isEqualTo(grade);
  }

  @Test
  void openItemsLeaveBounds() {
    Classification answer =
        invented().classify(DescribedPatient.registry("anti-Jo-1, mechanic's hands, no rash"));

    assertThat(answer.result()).isEqualTo(Result.UNDETERMINED);
    assertThat(answer.score()).isNull();
    assertThat(answer.wouldSettle()).containsExactly("arthritis", "ild", "myositis");
  }

  @ParameterizedTest(name = "without {0}")
  @ValueSource(strings = {"weight", "entry", "cutoff,possible", "cutoff,definite", "citation"})
  void tableThatIsNotCompleteIsNotUsed(String start) {
    assertThat(WeightTable.read(INVENTED.stream().filter(line -> !line.startsWith(start)).toList()))
        .isEmpty();
  }

  @Test
  void citationMustNotBeBlank() {
    assertThat(
            WeightTable.read(
                INVENTED.stream()
                    .map(line -> line.startsWith("citation") ? "citation,, " : line)
                    .toList()))
        .isEmpty();
  }

  @Test
  void wordsThatAreNotKnownAreRefused() {
    assertThatThrownBy(() -> WeightTable.read(List.of("weight,lungs,2")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("unknown item lungs");
    assertThatThrownBy(() -> WeightTable.read(List.of("points,ild,2")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("unknown kind points");
  }
}
