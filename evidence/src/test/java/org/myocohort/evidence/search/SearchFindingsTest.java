package org.myocohort.evidence.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchFindingsTest {
  private static List<Finding> findings(String text, String dialect) {
    return SearchParser.parse(text, Dialect.find(dialect).orElseThrow()).findings();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "pubmed   | (a OR b                 | BRACKET_NOT_CLOSED   | 1  |",
        "pubmed   | a OR b) AND c           | BRACKET_NOT_OPENED   | 7  |",
        "pubmed   | a OR \"b c              | QUOTE_NOT_CLOSED     | 6  |",
        "pubmed   | a or b                  | OPERATOR_LOWER_CASE  | 3  | OR",
        "pubmed   | a AND OR b              | OPERAND_MISSING      | 7  |",
        "pubmed   | a AND                   | OPERAND_MISSING      | 3  |",
        "pubmed   | heart adj3 failure      | OPERATOR_FOREIGN     | 7  | \"… …\"[tiab:~2]",
        "ovid     | heart NEAR/3 failure    | OPERATOR_FOREIGN     | 7  | adj3",
        "embase   | heart adj3 failure      | OPERATOR_FOREIGN     | 7  | NEAR/3",
        "pubmed   | exp Myositis/           | SYNTAX_FOREIGN       | 5  | \"…\"[mh]",
        "ovid     | myositis[tiab]          | SYNTAX_FOREIGN       | 1  | ….ti,ab.",
        "embase   | myositis.ti,ab.         | SYNTAX_FOREIGN       | 1  | '…':ti,ab",
        "pubmed   | myositis[foo]           | FIELD_UNKNOWN        | 9  | [tiab]",
        "embase   | myositis:foo            | FIELD_UNKNOWN        | 1  | :ti,ab,kw",
        "pubmed   | myo*                    | TRUNCATION_SHORT     | 1  |",
        "pubmed   | “heart failure”[tiab]   | QUOTES_CURLED        | 1  | \"heart failure\"",
        "pubmed   | (a) b                   | OPERATOR_IMPLIED     | 5  | AND b",
        "ovid     | (a or b) (c)            | OPERATOR_MISSING     | 10 | AND (",
        "cochrane | \"heart fail*\"         | WILDCARD_IN_PHRASE   | 1  | heart NEXT fail*",
        "pubmed   | wom?n[tiab]             | WILDCARD_UNKNOWN     | 4  | *",
        "pubmed   | a AND NOT b             | AND_NOT              | 3  | NOT",
        "pubmed   | a AND #3                | LINE_UNKNOWN         | 7  |",
      })
  void aFindingSaysWhereAndWhatMayBeMeant(
      String dialect, String text, Finding.Code code, int column, String suggestion) {
    Finding finding = findings(text, dialect).getFirst();
    assertThat(finding.code()).isEqualTo(code);
    assertThat(finding.column()).isEqualTo(column);
    if (suggestion != null) {
      assertThat(finding.suggestion()).isEqualTo(suggestion);
    }
  }

  @Test
  void aLineThatCannotBeReadDoesNotStopTheOthers() {
    ParsedSearch parsed =
        SearchParser.parse("anakinra.ti.\n(myositis or\nlung.ti.\nor/1-3", Dialect.OVID);
    assertThat(parsed.strategy().lines().get(1).in(Dialect.OVID)).isEmpty();
    assertThat(parsed.strategy().lines().get(2).in(Dialect.OVID)).isPresent();
    assertThat(parsed.findings().getFirst().line()).isEqualTo(2);
  }

  @Test
  void aLineThatLeadsNowhereIsNamed() {
    List<Finding> findings = findings("a.ti.\nb.ti.\nc.ti.\n1 and 2", "ovid");
    assertThat(findings).hasSize(1);
    assertThat(findings.getFirst().code()).isEqualTo(Finding.Code.LINE_UNUSED);
    assertThat(findings.getFirst().line()).isEqualTo(3);
  }

  @Test
  void anEmptyTextIsSaidToBeOne() {
    assertThat(findings(" \n", "ovid").getFirst().code()).isEqualTo(Finding.Code.EMPTY);
  }

  @Test
  void theNameOfAHeadingMayHoldAnOperator() {
    ParsedSearch parsed = SearchParser.parse("Signs and Symptoms[mh]", Dialect.PUBMED);
    assertThat(parsed.strategy().answer().in(Dialect.PUBMED))
        .map(heading -> SearchPrinter.print(heading, Dialect.PUBMED))
        .hasValue("\"Signs and Symptoms\"[mh]");
  }

  @Test
  void bracketsDeeperThanAPersonWritesAreRefused() {
    String deep = "(".repeat(100_000) + "a" + ")".repeat(100_000);
    assertThat(SearchParser.parse(deep, Dialect.PUBMED).hasErrors()).isTrue();
  }
}
