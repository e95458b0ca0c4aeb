package org.myocohort.statistics.reported;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.myocohort.statistics.reported.FindingValue.Recomputed;
import org.myocohort.statistics.reported.ReportedStatistic.Kind;

class GranularityCheckTest {

  @Test
  void granularityIsOnlyCheckedWhenTheCallerSaysSo() {
    ReportedStatistic mean = ReportedStatistic.of("30", Kind.MEAN, number("2.35")).withSize(3);
    assertThat(ConsistencyCheck.check(mean)).isEmpty();
    ReportedFinding finding = only(mean.ofWholeNumbers(1), FindingCode.GRIM_MEAN);
    assertThat(shown(finding, "sum-low")).isEqualTo("7.035");
    assertThat(shown(finding, "sum-high")).isEqualTo("7.065");
    assertThat(shown(finding, "mean-below")).isEqualTo("2.333");
    assertThat(shown(finding, "mean-above")).isEqualTo("2.667");
    assertThat(finding.assumptions()).contains(Assumption.WHOLE_NUMBERS);
    // 20 items: 2.35 = 141 / 60
    assertThat(ConsistencyCheck.check(mean.ofWholeNumbers(20))).isEmpty();
  }

  /// Rows 36 and 40 of expected_checks.csv; the neighbours by hand: {2,3,3} has sd 0.577 and
  /// {2,2,4} 1.155; p in \[0.425, 0.435\] of seven gives 0.534 to 0.535.
  @Test
  void deviationsOfWholeNumbersSayTheirNeighbours() {
    ReportedStatistic grimmer =
        ReportedStatistic.of("36", Kind.MEAN, number("2.67"))
            .withSize(3)
            .withStandardDeviation(number("0.60"))
            .ofWholeNumbers(1);
    ReportedFinding finding = only(grimmer, FindingCode.GRIMMER_SD);
    assertThat(shown(finding, "sd-below")).isEqualTo("0.577");
    assertThat(shown(finding, "sd-above")).isEqualTo("1.15");
    ReportedStatistic debit =
        ReportedStatistic.of("40", Kind.MEAN, number("0.43"))
            .withSize(7)
            .withStandardDeviation(number("0.49"))
            .ofZerosAndOnes();
    ReportedFinding ofBinary = only(debit, FindingCode.DEBIT_SD);
    assertThat(shown(ofBinary, "sd-low")).isEqualTo("0.534");
    assertThat(shown(ofBinary, "sd-high")).isEqualTo("0.5355");
  }

  private static ReportedFinding only(ReportedStatistic statistic, FindingCode code) {
    List<ReportedFinding> findings = ConsistencyCheck.check(statistic);
    assertThat(findings).extracting(ReportedFinding::code).containsExactly(code);
    return findings.getFirst();
  }

  private static String shown(ReportedFinding finding, String key) {
    FindingValue value = finding.values().get(key);
    assertThat(value).isInstanceOf(Recomputed.class);
    return value instanceof Recomputed recomputed ? recomputed.shown().toPlainString() : "";
  }

  private static PrintedNumber number(String text) {
    return PrintedNumber.parse(text);
  }
}
