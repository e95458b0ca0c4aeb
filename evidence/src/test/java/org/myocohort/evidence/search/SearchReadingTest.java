package org.myocohort.evidence.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchReadingTest {
  /// As printed in: Anakinra for the Treatment of Antisynthetase Syndrome: A Monocentric Case
  /// Series and a Systematic Literature Review (letter). J Rheumatol 2023;50:151.
  private static final String LETTER =
      "(interleukin-1)OR(anakinra) AND (antisynthetase syndrome)OR(antisynthetase antibody)"
          + "OR(interstitial lung disease)OR(myocarditis)";

  private static StrategyLine line(String text, Dialect dialect) {
    return SearchParser.parse(text, dialect).strategy().answer();
  }

  private static String reading(StrategyLine line, Dialect of) {
    return SearchPrinter.print(line.in(of).orElseThrow(), Dialect.PUBMED);
  }

  @Test
  void thePrintedStringOfTheLetterIsReadOtherwiseThanMeant() {
    StrategyLine line = line(LETTER, Dialect.PUBMED);
    assertThat(reading(line, Dialect.PUBMED))
        .isEqualTo(
            "((interleukin-1 OR anakinra) AND antisynthetase syndrome) OR antisynthetase antibody"
                + " OR interstitial lung disease OR myocarditis");
    assertThat(reading(line, Dialect.OVID))
        .isEqualTo(
            "interleukin-1 OR (anakinra AND antisynthetase syndrome) OR antisynthetase antibody"
                + " OR interstitial lung disease OR myocarditis");
    String meant =
        "(interleukin-1 OR anakinra) AND (antisynthetase syndrome OR antisynthetase antibody"
            + " OR interstitial lung disease OR myocarditis)";
    assertThat(reading(line, Dialect.PROQUEST)).isEqualTo(meant);
    assertThat(SearchPrinter.print(Objects.requireNonNull(line.meant()), Dialect.PUBMED))
        .isEqualTo(meant);
    assertThat(line.distinctReadings().values())
        .containsExactly(
            List.of(Dialect.PUBMED, Dialect.EMBASE),
            List.of(Dialect.OVID, Dialect.COCHRANE),
            List.of(Dialect.PROQUEST));
  }

  @Test
  void whatWasMeantIsReadAlikeEverywhere() {
    StrategyLine line = line("(a OR b) AND (c OR d)", Dialect.PUBMED);
    assertThat(line.differs()).isFalse();
    assertThat(line.meant()).isNull();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "pubmed,   a OR b AND c,           (a OR b) AND c",
    "embase,   a OR b AND c,           (a OR b) AND c",
    "ovid,     a OR b AND c,           a OR (b AND c)",
    "cochrane, a OR b AND c,           a OR (b AND c)",
    "proquest, a AND b OR c,           a AND (b OR c)",
    "pubmed,   a NOT b OR c,           (a NOT b) OR c",
    "ovid,     a NOT b AND c,          a NOT (b AND c)",
    "cochrane, a NOT b AND c,          (a NOT b) AND c",
    "proquest, a NOT b AND c,          a NOT (b AND c)",
    "pubmed,   a AND b AND c,          a AND b AND c",
    "pubmed,   a AND (b AND c),        a AND (b AND c)",
    "pubmed,   ((a)) OR (b OR (c)),    a OR (b OR c)",
  })
  void eachDialectBindsInItsOwnOrder(String dialect, String text, String bracketed) {
    StrategyLine line = line(text, Dialect.PUBMED);
    assertThat(reading(line, Dialect.find(dialect).orElseThrow())).isEqualTo(bracketed);
  }

  @Test
  void wordsBesideEachOtherMeanWhatTheDialectSays() {
    assertThat(terms("heart failure", Dialect.OVID)).containsExactly(Expression.Join.PHRASE);
    assertThat(terms("heart failure", Dialect.EMBASE)).containsExactly(Expression.Join.EVERY_WORD);
    assertThat(terms("heart failure", Dialect.PUBMED)).containsExactly(Expression.Join.MAPPED);
    assertThat(terms("'heart failure'", Dialect.EMBASE)).containsExactly(Expression.Join.PHRASE);
  }

  private static List<Expression.Join> terms(String text, Dialect dialect) {
    Expression.Term term = (Expression.Term) line(text, dialect).in(dialect).orElseThrow();
    return List.of(term.join());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "ovid,     heart adj failure,        0, true",
    "ovid,     heart adj3 failure,       2, false",
    "embase,   heart NEAR/3 failure,     2, false",
    "embase,   heart NEXT/3 failure,     2, true",
    "cochrane, heart NEAR failure,       5, false",
    "cochrane, heart NEXT failure,       0, true",
    "proquest, heart PRE/2 failure,      1, true",
    "pubmed,   '\"heart failure\"[tiab:~3]', 3, false",
  })
  void proximityCountsTheWordsBetween(String dialect, String text, int between, boolean ordered) {
    Dialect of = Dialect.find(dialect).orElseThrow();
    Expression.Near near = (Expression.Near) line(text, of).in(of).orElseThrow();
    assertThat(near.between()).isEqualTo(between);
    assertThat(near.ordered()).isEqualTo(ordered);
  }
}
