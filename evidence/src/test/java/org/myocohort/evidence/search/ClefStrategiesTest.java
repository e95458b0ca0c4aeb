package org.myocohort.evidence.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Strategies of published reviews as their reviewers typed them; see NOTICE.
class ClefStrategiesTest {
  private static ParsedSearch parse(int topic, Dialect dialect) {
    try (InputStream in =
        ClefStrategiesTest.class.getResourceAsStream("clef2017/topic_" + topic + ".txt")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return SearchParser.parse(text.substring(text.indexOf("Query:") + 6), dialect);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String reading(ParsedSearch parsed, int line) {
    Dialect dialect = parsed.strategy().dialect();
    return SearchPrinter.print(
        parsed.strategy().lines().get(line - 1).in(dialect).orElseThrow(), dialect);
  }

  @ParameterizedTest
  @CsvSource({
    "1, OVID, 7",
    "11, OVID, 95",
    "14, OVID, 10",
    "23, OVID, 33",
    "33, OVID, 56",
    "19, PUBMED, 1",
    "35, PUBMED, 1",
    "38, PUBMED, 1"
  })
  void everyLineIsRead(int topic, Dialect dialect, int lines) {
    ParsedSearch parsed = parse(topic, dialect);
    assertThat(parsed.strategy().lines())
        .hasSize(lines)
        .allMatch(line -> line.in(dialect).isPresent());
    assertThat(parsed.hasErrors()).isFalse();
  }

  @Test
  void linesOfOvidKeepWhatTheySay() {
    ParsedSearch trauma = parse(1, Dialect.OVID);
    assertThat(reading(trauma, 1))
        .isEqualTo(
            "(Thrombelastogra$ or Thromboelastogra$ or (thromb$ adj2 elastogra$) or TEG or"
                    .replace('$', '*')
                + " haemoscope or haemonetics).mp.");
    assertThat(reading(trauma, 5)).isEqualTo("exp animals/ not humans/");
    assertThat(reading(trauma, 7)).isEqualTo("limit 6 to yr=\"1970 -Current\"");
    ParsedSearch shoulder = parse(11, Dialect.OVID);
    assertThat(reading(shoulder, 3)).isEqualTo("Man?euv*.mp.");
    assertThat(reading(shoulder, 49)).isEqualTo("or/7-48");
    assertThat(reading(shoulder, 50)).isEqualTo("6 and 49");
    assertThat(reading(shoulder, 94)).isEqualTo("limit 93 to english language");
  }

  @Test
  void linesThatTheLastOneDoesNotReachAreNamed() {
    ParsedSearch tuberculosis = parse(14, Dialect.OVID);
    assertThat(tuberculosis.findings())
        .extracting(Finding::code)
        .containsOnly(Finding.Code.LINE_UNUSED)
        .hasSize(5);
  }

  @Test
  void theSmallOperatorAndTheUnknownWildcardAreNamed() {
    assertThat(parse(19, Dialect.PUBMED).findings())
        .extracting(Finding::code, Finding::found)
        .containsExactly(
            tuple(Finding.Code.OPERATOR_LOWER_CASE, "or"),
            tuple(Finding.Code.WILDCARD_UNKNOWN, "cholangio?pancreatogra*"));
  }

  @Test
  void headingsAmongTheLinesAreErrorsWithTheirPlace() {
    List<Finding> findings = parse(28, Dialect.PUBMED).findings();
    assertThat(findings)
        .filteredOn(finding -> finding.code() == Finding.Code.CHARACTER_UNEXPECTED)
        .extracting(Finding::found)
        .containsExactly("test:", "Population:", "condition:", "criteria:");
    assertThat(findings.getFirst().line()).isEqualTo(2);
  }

  @Test
  void aCountTypedBehindTheStringIsAnError() {
    assertThat(parse(37, Dialect.PUBMED).findings())
        .extracting(Finding::code, Finding::found)
        .contains(tuple(Finding.Code.CHARACTER_UNEXPECTED, "="));
  }
}
