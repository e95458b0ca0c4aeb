package org.myocohort.app.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.myocohort.app.CommandRun;
import org.myocohort.app.cli.Texts;
import org.myocohort.plausibility.PlausibilityRule;
import org.myocohort.statistics.reported.Assumption;
import org.myocohort.statistics.reported.FindingCode;

class CheckCommandTest {
  private static final Path LETTER = Path.of("..", "examples", "anakinra-antisynthetase");
  private static final String NUMBERS_HEADER =
      "id,source,quantity,unit,n,n_source,statistic,value,low,high,low_high_kind,p_value,comparison\n";

  @TempDir private Path folder = Path.of("");

  private void write(String table, String text) throws IOException {
    Files.writeString(folder.resolve(table + ".csv"), text);
  }

  /// A study of sound numbers and one row of reported statistics from `n` on.
  private CommandRun number(String cells) throws IOException {
    write("reported-statistics", NUMBERS_HEADER + "R1,a source,a quantity,u," + cells + "\n");
    return CommandRun.of("check", folder, "--format", "csv");
  }

  private static List<String> found(CommandRun run) {
    List<String> found = new ArrayList<>();
    for (String line : run.lines().subList(1, run.lines().size())) {
      found.add(String.join(" ", List.of(line.split(",", -1)).subList(0, 3)));
    }
    return found;
  }

  @Test
  void theLettersStudyHasExactlyItsKnownFindings() {
    CommandRun run = CommandRun.of("check", LETTER, "--format", "csv");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.lines().getFirst())
        .isEqualTo("id,check,level,message,table,column,patient,values,assumptions");
    assertThat(found(run))
        .containsExactly(
            "L1 drug-with-ild note",
            "L3 drug-with-ild note",
            "R01 iqr-of-three warning",
            "R02 iqr-of-three warning",
            "R10 bounds-reversed error",
            "R10 mean-above-limit error",
            "R11 p-from-correlation-by-rounding note");
    assertThat(run.err().strip()).isEqualTo("2 errors, 2 warnings, 3 notes");
  }

  @Test
  void theLettersStudyNeedsNoDataPackage() throws IOException {
    for (String table : List.of("patients.csv", "reported-statistics.csv")) {
      Files.copy(LETTER.resolve(table), folder.resolve(table));
    }
    assertThat(CommandRun.of("check", folder, "--format", "csv").out())
        .isEqualTo(CommandRun.of("check", LETTER, "--format", "csv").out());
  }

  @Test
  void theSentencesSayWhatWasPrintedRecomputedAndAssumed() {
    CommandRun run = CommandRun.of("check", LETTER);
    assertThat(run.out())
        .contains(
            "by quartiles of type 6 the three values are 50, 75, 80",
            "by type 7 they are 25, 75, 85",
            "by quartiles of type 6 the three values are 5, 8, 9",
            "by type 7 they are 2, 8, 10",
            "bounds 19572 to 18844",
            "with n = 10 and both ends attained the mean is at most 19499.2",
            "Smallest n at which 19571 fits: 486",
            "r = -0.9 with n = 8 gives p = 0.0023",
            "|r| from 0.914 to 0.941 would print p = 0.001 as it stands",
            "n was inferred, the source does not print it")
        .doesNotContainIgnoringCase("fraud", "fault", "mistake", "wrong");
  }

  @Test
  void textIsATableWithoutDetails() {
    CommandRun run = CommandRun.of("check", LETTER);
    assertThat(run.lines().getFirst()).matches("id +check +level +message");
    assertThat(run.out()).doesNotContain("smallest-n=486");
  }

  @Test
  void jsonHoldsValuesAndAssumptionsAsLists() {
    assertThat(CommandRun.of("check", LETTER, "--format", "json").out())
        .contains(
            "\"id\" : \"R10\"",
            "\"values\" : [ \"low=19572\", \"high=18844\" ]",
            "\"assumptions\" : [ \"quartile-method-not-named\" ]",
            "\"patient\" : null",
            "\"patient\" : \"L1\"");
  }

  @Test
  void codesStayTheSameInItalian() {
    CommandRun english = CommandRun.of("check", LETTER, "--format", "csv");
    CommandRun italian = CommandRun.of("check", LETTER, "--format", "csv", "--lang", "it");
    assertThat(found(italian)).isEqualTo(found(english));
  }

  @Test
  void aCleanStudyExitsWithZero() throws IOException {
    write("patients", "id,sex,birth\nA,female,1970\n");
    write("visits", "id,patient,date,haq\nV1,A,2026-01-01,1\n");
    CommandRun run = number("15,printed,count,7,,,,,");
    assertThat(run.exitCode()).isZero();
    assertThat(found(run)).isEmpty();
    assertThat(run.err().strip()).isEqualTo("0 errors, 0 warnings, 0 notes");
  }

  @Test
  void notesAloneExitWithZero() throws IOException {
    write("patients", "id,sex,birth\nA,female,1970\n");
    write("visits", "id,patient,date,mmt\nV1,A,2026-01-01,70\n");
    CommandRun run = CommandRun.of("check", folder, "--format", "csv");
    assertThat(run.exitCode()).isZero();
    assertThat(found(run)).containsExactly("V1 mmt-maximum-missing note");
    assertThat(run.err().strip()).isEqualTo("0 errors, 0 warnings, 1 note");
  }

  @Test
  void aWarningAloneExitsWithOne() throws IOException {
    write("patients", "id,sex,birth\nA,female,1970\n");
    write(
        "treatments",
        """
        id,patient,drug,dose,unit,route,frequency,start,stop
        T1,A,methotrexate,15,mg,oral,daily,2026-01-01,
        """);
    CommandRun run = CommandRun.of("check", folder, "--format", "csv");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.lines().get(1))
        .isEqualTo(
            "T1,methotrexate-not-weekly,warning,Recorded: methotrexate daily. It is a weekly drug.,"
                + "treatments,frequency,A,frequency=daily,");
    assertThat(run.err().strip()).isEqualTo("0 errors, 1 warning, 0 notes");
  }

  @Test
  void wrongContentIsNamedAndNothingIsAnswered() throws IOException {
    write("patients", "id,sex\nA,tall\n");
    CommandRun run = CommandRun.of("check", folder);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("patients.csv, line 2, column sex: found \"tall\"");
  }

  @Test
  void whatIsNoStudyExitsWithTwo() {
    assertThat(CommandRun.of("check", folder.resolve("nothing")).exitCode()).isEqualTo(2);
    assertThat(CommandRun.of("check", folder).exitCode()).isEqualTo(2);
    assertThat(CommandRun.of("check").exitCode()).isEqualTo(2);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # n,n_source,statistic,value,low,high,low_high_kind,p_value,comparison
          15,printed,count,7,,,,,            | -
          15,printed,count,16,,,,,           | R1 count-exceeds-n error
          15,printed,percent,46.7,,,,,       | -
          15,printed,percent,46.8,,,,,       | R1 grim-percent warning
          15,printed,percent,101,,,,,        | R1 percent-outside-limits error
          5,printed,median,5,1,9,IQR,,       | -
          4,printed,median,5,1,9,IQR,,       | R1 iqr-of-few warning
          ,,median,11,1,9,range,,            | R1 median-outside-range error
          ,,hazard ratio,2.1,1.1,1.9,95% CI,, | R1 estimate-outside-interval error
          ,,hazard ratio,1.5,1.1,1.9,95% CI,, | -
          1,printed,mean,5,2,,SD,,           | R1 sd-of-one-value error
          2,printed,mean,5,2,,SD,,           | -
          ,,mean,5,2,9,p5-p95,,              | R1 bounds-kind-unknown note
          10,printed,mean,5,,,,1.2,          | R1 p-outside-limits error
          10,printed,mean,5,,,,NS,           | -
          10,printed,mean,5,,,,<0.001,       | -
          NR,,mean,5,NR,NR,range,NR,         | -
          """)
  void aRowOfReportedNumbersIsCheckedAsItsWordsSay(String cells, String finding)
      throws IOException {
    CommandRun run = number(cells);
    assertThat(found(run)).isEqualTo(finding == null ? List.of() : List.of(finding));
    assertThat(run.exitCode()).isEqualTo(finding == null || finding.endsWith("note") ? 0 : 1);
  }

  @ParameterizedTest(name = "{0}: {2} in {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          10,printed,mean,about 5,,,,,       | value   | not-a-number | about 5
          10,printed,mean,5,2-3,9,range,,    | low     | not-a-number | 2-3
          10,printed,mean,5,2,nine,range,,   | high    | not-a-number | nine
          10,printed,mean,5,,,,p small,      | p_value | not-a-number | p small
          ten,printed,mean,5,,,,,            | n       | not-a-size   | ten
          0,printed,mean,5,,,,,              | n       | not-a-size   | 0
          """)
  void aCellThatIsNoNumberIsAnErrorThatNamesIt(
      String cells, String column, String code, String text) throws IOException {
    CommandRun run = number(cells);
    assertThat(found(run)).containsExactly("R1 " + code + " error");
    assertThat(run.out()).contains("\"\"" + text + "\"\"", ",reported-statistics," + column + ",,");
  }

  @Test
  void whatCanBeReadIsCheckedBesideWhatCannot() throws IOException {
    assertThat(found(number("10,printed,mean,5,9,2,range,small,")))
        .containsExactly("R1 not-a-number error", "R1 bounds-reversed error");
  }

  @Test
  void aVerySmallPIsNamedByItsLimit() throws IOException {
    assertThat(number("30,printed,correlation,-0.95,,,,0.04,").out())
        .contains("gives p < 0.000001", "p-recomputed=<0.000001");
  }

  @ParameterizedTest
  @EnumSource
  void everythingThatCanBeFoundHasASentenceInBothLanguages(Texts.Language language) {
    Texts texts = Texts.of(language);
    for (PlausibilityRule rule : PlausibilityRule.values()) {
      assertSentence(texts, "check." + rule.code(), rule.keys().size());
    }
    for (FindingCode code : FindingCode.values()) {
      assertSentence(texts, "check." + code.code(), code.keys().size());
    }
    for (Assumption assumption : Assumption.values()) {
      assertThat(texts.has("check.assumption." + assumption.code())).isTrue();
    }
  }

  /// A placeholder beyond the values would fail only when the finding is made.
  private static void assertSentence(Texts texts, String code, int values) {
    assertThat(texts.has(code)).as(code).isTrue();
    Object[] any = new Object[values];
    Arrays.fill(any, "x");
    assertThat(texts.text(code, any)).as(code).doesNotContain("{");
  }
}
