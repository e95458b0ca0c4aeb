package org.myocohort.exchange.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.myocohort.patient.EnzymeMeasurement;
import org.myocohort.patient.MuscleEnzyme;
import org.myocohort.patient.Value;

class VisitEnzymesTest {
  private static final String HEADER = "id,patient,date,measurement,value,unit,upper_limit\n";

  @TempDir Path temporary;

  private List<EnzymeMeasurement> enzymes(String visits, String measurements) {
    return new Folder(temporary)
        .withPatients()
        .with("visits.csv", visits)
        .with("measurements.csv", HEADER + measurements)
        .patient("P1")
        .visits()
        .getFirst()
        .enzymes();
  }

  @ParameterizedTest(name = "{0} and {1}: {2}")
  @CsvSource(
      textBlock =
          """
          2020-03-03, 2020-03-14, M2
          2020-03-03, 2020-03-17, M1
          2020-03-03, 2020-03-18, M1
          2020-03-02, 2020-03-17, M2
          2020-03-02, 2020-03-20, none
          2020-03-08, 2020-03-12, M1
          2020-03-10, 2020-03-10, M1
          2020-03-11, 2020-03-10, M2
          2020-03,    2020-03-14, M2
          2020-03,    2020,       none
          """)
  void theNearestMeasurementWithinAWeekCountsAndOfTwoAsNearTheEarlier(
      String first, String second, String expected) {
    List<EnzymeMeasurement> enzymes =
        enzymes(
            "id,patient,date,haq\nV1,P1,2020-03-10,1\n",
            "M1,P1,"
                + first
                + ",ck,400,U/L,200\nM2,P1,"
                + second
                + ",ck,500,U/L,200\n"
                + "M3,P2,2020-03-10,ck,1,U/L,200\n");

    assertThat(enzymes.isEmpty() ? "none" : enzymes.getFirst().row().id()).isEqualTo(expected);
  }

  @Test
  void theVisitsOwnColumnComesFirstAndTheOthersAreFilledIn() {
    List<EnzymeMeasurement> enzymes =
        enzymes(
            "id,patient,date,ldh,ldh_uln\nV1,P1,2020-03-10,300,250\n",
            """
            M1,P1,2020-03-10,ck,ND,U/L,200
            M2,P1,2020-03-11,CPK,<30,U/L,200
            M3,P1,2020-03-10,ldh,999,U/L,240
            """);

    assertThat(enzymes.stream().map(EnzymeMeasurement::enzyme))
        .containsExactly(MuscleEnzyme.CK, MuscleEnzyme.LDH);
    assertThat(enzymes.getFirst().value()).isEqualTo(new Value.Below<>(new BigDecimal("30")));
    assertThat(enzymes.getFirst().row().column(enzymes.getFirst().column()))
        .isEqualTo("measurements/M2/value");
    assertThat(enzymes.getLast().value()).isEqualTo(Value.of(new BigDecimal("300")));
    assertThat(enzymes.getLast().row()).hasToString("visits/V1");
  }

  /// 1 kat = 1 mol/s and 1 U = 1 umol/min, so 1 ukat/L = 60 U/L.
  @Test
  void valueAndUpperLimitAreConvertedTogether() {
    EnzymeMeasurement ck =
        enzymes("id,patient,date,haq\nV1,P1,2020-03-10,1\n", "M1,P1,2020-03-10,ck,12.5,ukat/L,3\n")
            .getFirst();

    assertThat(ck.unit()).isEqualTo("U/L");
    assertThat(ck.value().orElse(BigDecimal.ZERO)).isEqualByComparingTo("750");
    assertThat(ck.upperLimitOfNormal().orElse(BigDecimal.ZERO)).isEqualByComparingTo("180");
  }
}
