package org.myocohort.evidence.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TranslationTest {
  private static Translation translate(String text, Dialect from, Dialect to) {
    return Translation.of(SearchParser.parse(text, from).strategy(), to);
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ovid   | pubmed   | exp Myositis/             | \"Myositis\"[mh]",
        "ovid   | pubmed   | Myositis/                 | \"Myositis\"[mh:noexp]",
        "ovid   | embase   | exp Myositis/             | 'Myositis'/exp",
        "ovid   | cochrane | exp Myositis/             | [mh \"Myositis\"]",
        "ovid   | proquest | exp Myositis/             | MESH.EXACT.EXPLODE(\"Myositis\")",
        "ovid   | embase   | (lung adj3 (fibros$ or scar?)).ti,ab. "
            + "| (lung NEAR/3 (fibros* OR scar$)):ti,ab",
        "ovid   | pubmed   | ((local or distant) adj2 failure).ti,ab. "
            + "| \"local failure\"[tiab:~1] OR \"distant failure\"[tiab:~1]",
        "ovid   | pubmed   | (colon adj3 cancer$).ti.  | colon[ti] AND cancer*[ti]",
        "pubmed | ovid     | anakinra[tiab] OR \"heart failure\"[tiab] "
            + "| (anakinra or heart failure).ti,ab,kf.",
        "pubmed | embase   | \"lung disease\"[tiab:~2] | (lung NEAR/3 disease):ti,ab,kw",
        "ovid   | cochrane | heart fail$.ti.           | (heart NEXT fail*):ti",
        "embase | pubmed   | 'a b':ti AND [2007-2020]/py | \"a b\"[ti] AND 2007:2020[dp]",
      })
  void whatAnotherDialectCanSayIsSaidInItsWords(
      String from, String to, String text, String expected) {
    Translation translation =
        translate(text, Dialect.find(from).orElseThrow(), Dialect.find(to).orElseThrow());
    assertThat(translation.text()).isEqualTo(expected);
  }

  @Test
  void whatCannotBeCarriedIsListed() {
    String text =
        "*Myositis/dt\nwom#n.mp.\n(a adj3 b$).ti,ab.\nor/1-3\n"
            + "limit 4 to \"reviews (maximizes specificity)\"";
    assertThat(codes(text, Dialect.OVID, Dialect.COCHRANE))
        .containsExactlyInAnyOrder(
            TranslationNote.Code.HEADING_NOT_LOOKED_UP,
            TranslationNote.Code.MAJOR_LOST,
            TranslationNote.Code.FIELD_CHANGED,
            TranslationNote.Code.LIMIT_LOST);
    assertThat(codes(text, Dialect.OVID, Dialect.PUBMED))
        .contains(
            TranslationNote.Code.QUALIFIER_LOST,
            TranslationNote.Code.WILDCARD_LOST,
            TranslationNote.Code.PROXIMITY_LOST,
            TranslationNote.Code.LIMIT_LOST);
    assertThat(codes("anakinra", Dialect.PUBMED, Dialect.OVID))
        .containsExactly(TranslationNote.Code.MAPPING_LOST);
    assertThat(codes("a PRE/3 b", Dialect.PROQUEST, Dialect.OVID))
        .containsExactly(TranslationNote.Code.ORDER_LOST);
  }

  private static List<TranslationNote.Code> codes(String text, Dialect from, Dialect to) {
    return translate(text, from, to).notes().stream()
        .map(TranslationNote::code)
        .distinct()
        .toList();
  }

  @Test
  void aLimitBecomesALineOfItsOwnOnOvidAndTheLinesBehindItMove() {
    assertThat(
            translate(
                    "#1 (a[ti] OR b[ti]) AND english[la] AND 2007:3000[dp]\n#2 c[ti]\n#3 #1 OR #2",
                    Dialect.PUBMED,
                    Dialect.OVID)
                .text())
        .isEqualTo(
            """
            (a or b).ti.
            limit 1 to (english language and yr="2007 -Current")
            c.ti.
            2 or 3\
            """);
  }

  static IntStream seeds() {
    return IntStream.range(0, 120);
  }

  /// Read, written and read again a search is the same, in every dialect, whatever it was put from.
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aTranslationIsReadBackAsItWasMeant(int seed) {
    Random random = new Random(seed);
    String text = line(random, 3);
    ParsedSearch original = SearchParser.parse(text, Dialect.OVID);
    assertThat(original.hasErrors()).as(text).isFalse();
    for (Dialect to : Dialect.values()) {
      Translation translation = Translation.of(original.strategy(), to);
      ParsedSearch again = SearchParser.parse(translation.text(), to);
      List<Expression> read = new ArrayList<>();
      again.strategy().lines().forEach(line -> line.in(to).ifPresent(read::add));
      assertThat(read)
          .as("%s to %s: %s", text, to, translation.text())
          .isEqualTo(translation.lines().stream().map(Translation.Line::expression).toList());
      // And from there to the others.
      for (Dialect next : Dialect.values()) {
        Translation onward = Translation.of(again.strategy(), next);
        List<Expression> readOnward = new ArrayList<>();
        SearchParser.parse(onward.text(), next)
            .strategy()
            .lines()
            .forEach(line -> line.in(next).ifPresent(readOnward::add));
        assertThat(readOnward)
            .as("%s to %s to %s: %s", text, to, next, onward.text())
            .isEqualTo(onward.lines().stream().map(Translation.Line::expression).toList());
      }
    }
  }

  private static String line(Random random, int depth) {
    if (depth == 0 || random.nextInt(4) == 0) {
      return leaf(random);
    }
    String operator = List.of(" and ", " or ", " not ").get(random.nextInt(3));
    int parts = operator.equals(" not ") ? 2 : 2 + random.nextInt(2);
    List<String> written = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      written.add("(" + line(random, depth - 1) + ")");
    }
    String joined = String.join(operator, written);
    return random.nextInt(4) == 0 && joined.indexOf('/') < 0 && joined.indexOf(".yr") < 0
        ? "(" + joined.replaceAll("\\.[a-z,]+\\.", "") + ").tw."
        : joined;
  }

  private static String leaf(Random random) {
    return switch (random.nextInt(9)) {
      case 0 -> "exp Lung Diseases, Interstitial/";
      case 1 -> "*Myositis/";
      case 2 -> word(random) + " " + word(random) + field(random);
      case 3 ->
          "(" + word(random) + " adj" + (1 + random.nextInt(4)) + " " + word(random) + ").ti,ab.";
      case 4 -> "((" + word(random) + " or " + word(random) + ") adj " + word(random) + ").mp.";
      case 5 -> "2015.yr.";
      case 6 -> "\"and\".ti.";
      default -> word(random) + field(random);
    };
  }

  private static String field(Random random) {
    return List.of(".ti,ab.", ".mp.", ".tw.", ".au.", ".ti.", "").get(random.nextInt(6));
  }

  private static String word(Random random) {
    return List.of(
            "anakinra",
            "myositis",
            "interleukin-1",
            "fibros$",
            "wom#n",
            "tumo?r",
            "scar$1",
            "lung",
            "O'Brien",
            "haematolog*")
        .get(random.nextInt(10));
  }
}
