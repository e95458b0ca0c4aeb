package org.myocohort.evidence.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.Problem;

class SearchRunsTest {
  private static SearchRun run(String text) {
    return new SearchRun(
        "MEDLINE",
        "PubMed",
        Dialect.PUBMED,
        text,
        LocalDate.parse("2026-11-20"),
        57,
        List.of("humans", "english: yes"),
        "A. Reviewer");
  }

  @Test
  void searchesAreReadAsWritten(@TempDir Path folder) throws IOException, BadInputException {
    SearchRun unreported =
        new SearchRun("Embase", null, Dialect.EMBASE, "'a'/exp", null, null, List.of(), null);
    List<SearchRun> runs = List.of(run("a[tiab] AND \"b c\"[tiab]"), unreported);
    for (SearchRun run : runs) {
      SearchRuns.append(folder, run);
    }
    assertThat(Files.readString(folder.resolve("searches.yaml"))).isEqualTo(SearchRuns.write(runs));
    assertThat(SearchRuns.read(folder)).isEqualTo(runs);
    assertThat(SearchRuns.write(runs)).contains("count: not reported");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        " a\n",
        "a\r\nb\r\n",
        "\t\"a\" \\ 'b' # c: d",
        "1. a\n\n  2. b\n ",
        "“a” – \u00a0é 漢😀 \u2028x",
        "- a",
        "a\u0000b",
        "yes",
        "\ufeffa"
      })
  void theStringComesBackByteForByte(String text) throws BadInputException {
    String file = SearchRuns.write(List.of(run(text)));
    assertThat(SearchRuns.read("searches.yaml", file).getFirst().text()).isEqualTo(text);
  }

  @Test
  void anyStringComesBack() throws BadInputException {
    Random random = new Random(5);
    String letters = "ab \n\r\t\"'\\:#-[]{}&*!|>%@`\u0085\u00a0\u2029é";
    for (int i = 0; i < 500; i++) {
      StringBuilder text = new StringBuilder("x");
      for (int k = random.nextInt(30); k > 0; k--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      String file = SearchRuns.write(List.of(run(text.toString())));
      assertThat(SearchRuns.read("searches.yaml", file).getFirst().text())
          .isEqualTo(text.toString());
    }
  }

  @Test
  void whatIsWrongIsSaidWithItsLine() {
    BadInputException failure =
        catchThrowableOfType(
            BadInputException.class,
            () ->
                SearchRuns.read(
                    "searches.yaml",
                    """
                    searches:
                      - database: MEDLINE
                        dialect: pubmd
                        date: yesterday
                        count: -3
                        text: a
                        tetx: b
                    """));
    assertThat(failure.problems())
        .extracting(Problem::line, Problem::column)
        .containsExactlyInAnyOrder(
            tuple(3, "searches[1].dialect"),
            tuple(4, "searches[1].date"),
            tuple(5, "searches[1].count"),
            tuple(7, "searches[1].tetx"));
  }

  @Test
  void aMissingCountIsNoZero() {
    BadInputException failure =
        catchThrowableOfType(
            BadInputException.class,
            () ->
                SearchRuns.read(
                    "searches.yaml",
                    "searches:\n  - database: X\n    dialect: ovid\n    text: a\n"));
    assertThat(failure.problems())
        .extracting(Problem::column)
        .containsExactly("searches[1].date", "searches[1].count");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        # ours
        searches:
          - database: X # first
            dialect: ovid
            date: not reported
            count: 1

            text: 'a'
        # the end\
        """,
        "searches: # none yet\n- {database: X, dialect: ovid, date: not reported, count: 1, text: a}",
        """
        # ours\r
        searches:\r
            - database: X\r
              dialect: ovid\r
              count: 1\r
              date: not reported\r
              text: |-\r
                - a\r
        """,
      })
  void aSearchIsAddedBelowAndNothingElseChanges(String before) throws BadInputException {
    SearchRun run = run("a \"b\"\n  c\n");
    String after = SearchRuns.appended(before, run);
    assertThat(after).startsWith(before);
    List<SearchRun> runs = SearchRuns.read("searches.yaml", after);
    assertThat(runs).hasSize(2).endsWith(run);
    assertThat(SearchRuns.appended(after, run("d"))).startsWith(after);
  }

  @Test
  void aSearchIsAddedWhereThereWasNone() throws BadInputException {
    SearchRun run = run("a");
    assertThat(SearchRuns.appended("# ours\nsearches: []  # none\n", run))
        .startsWith("# ours\nsearches:  # none\n  - database: \"MEDLINE\"\n");
    String flow =
        "searches: [{database: X, dialect: ovid, date: not reported, count: 1, text: a}]\n";
    assertThat(SearchRuns.read("searches.yaml", SearchRuns.appended(flow, run)))
        .hasSize(2)
        .endsWith(run);
  }

  @Test
  void aFolderWithoutTheFileHasNoSearches(@TempDir Path folder)
      throws IOException, BadInputException {
    assertThat(SearchRuns.read(folder)).isEmpty();
  }
}
