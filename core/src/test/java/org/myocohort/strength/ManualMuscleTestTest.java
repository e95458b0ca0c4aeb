package org.myocohort.strength;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.myocohort.Records;
import org.myocohort.instrument.Assessment;
import org.myocohort.instrument.Status;
import org.myocohort.patient.RowReference;
import org.myocohort.patient.Value;
import org.myocohort.strength.Muscle.Side;
import org.myocohort.strength.Muscle.Site;

class ManualMuscleTestTest {

  private static final RowReference ROW = new RowReference("visits", "v1");

  private static Map<Site, Value<BigDecimal>> full() {
    Map<Site, Value<BigDecimal>> strength = new HashMap<>();
    for (Muscle muscle : Muscle.values()) {
      for (Site site : muscle.sites()) {
        strength.put(site, Records.number("10"));
      }
    }
    return strength;
  }

  private static Assessment right(Map<Site, Value<BigDecimal>> strength) {
    return ManualMuscleTest8.unilateral(Side.RIGHT, strength, ROW, null);
  }

  /// IMACS Form 04 and the MMT8 procedures (instruments.md section 2), typed for the test.
  @Test
  void formsTestTheirMusclesInOrder() {
    assertThat(right(full()).parts())
        .extracting(part -> part.code())
        .containsExactly(
            "neck-flexors",
            "deltoid-right",
            "biceps-right",
            "gluteus-maximus-right",
            "gluteus-medius-right",
            "quadriceps-right",
            "wrist-extensors-right",
            "ankle-dorsiflexors-right");
    assertThat(ManualMuscleTest8.bilateral(full(), ROW, null).parts()).hasSize(15);
    assertThat(ManualMuscleTest24.total(full(), ROW, null).parts()).hasSize(26);
  }

  @Test
  void fullStrengthIs80And150And260() {
    Assessment twentyFour = ManualMuscleTest24.total(full(), ROW, null);

    assertThat(right(full()).value()).isEqualByComparingTo("80");
    assertThat(ManualMuscleTest8.bilateral(full(), ROW, null).value()).isEqualByComparingTo("150");
    assertThat(twentyFour.value()).isEqualByComparingTo("260");
    assertThat(twentyFour.notes())
        .extracting(note -> note.code() + note.values())
        .containsExactly(
            "strength-axial[20, 20]", "strength-proximal[160, 160]", "strength-distal[80, 80]");
  }

  /// instruments.md section 2: all eight at 10 except deltoid 8 and neck flexors 7 -> 75/80.
  @Test
  void workedExampleIs75() {
    Map<Site, Value<BigDecimal>> strength = full();
    strength.put(Muscle.DELTOID.on(Side.RIGHT), Records.number("8"));
    strength.put(Muscle.NECK_FLEXORS.on(Side.RIGHT), Records.number("7"));

    assertThat(right(strength).value()).isEqualByComparingTo("75");
  }

  @Test
  void otherSideStandsInOnTheUnilateralFormOnly() {
    Map<Site, Value<BigDecimal>> strength = full();
    strength.remove(Muscle.DELTOID.on(Side.RIGHT));
    strength.put(Muscle.DELTOID.on(Side.LEFT), Records.number("6"));

    Assessment unilateral = right(strength);
    Assessment bilateral = ManualMuscleTest8.bilateral(strength, ROW, null);

    assertThat(unilateral.value()).isEqualByComparingTo("76");
    assertThat(unilateral.notes())
        .extracting(note -> note.code() + note.values())
        .containsExactly("contralateral-used[deltoid-right, deltoid-left]");
    assertThat(bilateral.status()).isEqualTo(Status.PARTIAL);
    assertThat(Records.bounds(bilateral)).isEqualTo("136 to 146");
  }

  @Test
  void eachMissingMuscleLeavesTenPoints() {
    List<Site> sites = new ArrayList<>();
    for (Muscle muscle : Muscle.values()) {
      sites.addAll(muscle.sites());
    }
    assertThat(sites)
        .allSatisfy(site -> {
          Map<Site, Value<BigDecimal>> strength = full();
          strength.remove(site);
          Assessment assessment = ManualMuscleTest24.total(strength, ROW, null);
          assertThat(assessment.value()).isNull();
          assertThat(Records.bounds(assessment)).isEqualTo("250 to 260");
          assertThat(assessment.missing())
              .extracting(input -> input.column())
              .containsExactly(site.code());
        });
  }

  @Test
  void nothingTestedIsNotComputable() {
    assertThat(right(Map.of()).status()).isEqualTo(Status.NOT_COMPUTABLE);
  }

  @Test
  void strengthBeyondTenIsRefused() {
    Map<Site, Value<BigDecimal>> strength = full();
    strength.put(Muscle.BICEPS.on(Side.RIGHT), Records.number("10.5"));

    assertThatThrownBy(() -> right(strength))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("strength of biceps-right must be in [0, 10] but was 10.5");
  }
}
