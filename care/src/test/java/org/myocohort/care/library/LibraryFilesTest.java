package org.myocohort.care.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.myocohort.care.source.Sources;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.Problem;

/// What is wrong with a library is told with file and line.
class LibraryFilesTest {
  private static final String PAGE =
      """
      ---
      name: oxygen
      language: en
      written: 2026-11-22
      ---
      # Oxygen
      ## What it is for {aim}

      Some people need it. [guide-faq]
      Ask your team. [-]

      - All the time. [guide-faq, letter-cases]
      """;

  private final Map<String, String> files = new HashMap<>();

  @BeforeEach
  void aLibraryOfOnePage() {
    files.put("library.csv", "name,kind,order\noxygen,treatment,10\n");
    files.put(
        "sources.csv",
        "key,source,place\nguide-faq,guide,section FAQ\nletter-cases,letter,Table\n");
    files.put("en/oxygen.md", PAGE);
  }

  @Test
  void aPageIsItsBlocksAndTheirSentences() throws BadInputException {
    Page page = read().find("oxygen").orElseThrow();

    assertThat(page.title()).isEqualTo("Oxygen");
    assertThat(page.written()).isEqualTo("2026-11-22");
    assertThat(page.blocks())
        .hasSize(3)
        .first()
        .isEqualTo(new Block.Heading("What it is for", PagePart.AIM));
    assertThat(page.blocks().get(1)).isInstanceOf(Block.Paragraph.class);
    assertThat(page.blocks().get(2)).isInstanceOf(Block.ItemList.class);
    assertThat(page.statements())
        .extracting(Statement::text, Statement::isFact, Statement::line)
        .containsExactly(
            tuple("Some people need it.", true, 9),
            tuple("Ask your team.", false, 10),
            tuple("All the time.", true, 12));
    assertThat(page.citations())
        .extracting(Citation::key)
        .containsExactly("guide-faq", "letter-cases");
  }

  @ParameterizedTest(name = "{2}: {0} -> {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Some people need it. [guide-faq] | Some people need it.                    | page-mark-expected          | 9
          Some people need it. [guide-faq] | Some people need it [guide-faq]         | page-mark-expected          | 9
          Some people need it. [guide-faq] | Some people need it. []                 | page-mark-expected          | 9
          Some people need it. [guide-faq] | Some need it. Not all. [guide-faq]      | page-one-sentence-expected  | 9
          Some people need it. [guide-faq] | Some need it. [-] Not all. [guide-faq]  | page-plain-text-expected    | 9
          Some people need it. [guide-faq] | Some **need** it. [guide-faq]           | page-plain-text-expected    | 9
          Some people need it. [guide-faq] | Some people need it. [memory]           | page-source-unknown         | 9
          Some people need it. [guide-faq] | Some people need it. [-, guide-faq]     | page-source-unknown         | 9
          Some people need it. [guide-faq] | Take 2 a day. [-]                       | page-number-without-source  | 9
          - All the time.                  | * All the time.                         | page-plain-text-expected    | 12
          ## What it is for                | ### What it is for                      | page-mark-expected          | 7
          {aim}                            | {aims}                                  | page-part-unknown           | 7
          # Oxygen                         | Oxygen                                  | page-title-expected         | 6
          name: oxygen                     | name: azathioprine                      | page-head-expected          | 2
          language: en                     | language: it                            | page-head-expected          | 3
          written: 2026-11-22              | written: 2026-11-31                     | page-head-expected          | 4
          written: 2026-11-22              | date: 2026-11-22                        | page-head-expected          | 4
          """)
  void aWrongLineIsToldWithItsPlace(String from, String to, String code, int line) {
    assertThat(PAGE).contains(from);
    files.put("en/oxygen.md", PAGE.replace(from, to));

    assertThat(problems())
        .extracting(Problem::file, Problem::line, Problem::code)
        .contains(tuple("en/oxygen.md", line, code));
  }

  @ParameterizedTest(name = "{1}: {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          azathioprine,treatment,20 | page-missing        | 3
          oxygen,treatment,20       | page-twice          | 3
          azathioprine,drug,20      | page-kind-expected  | 3
          azathioprine,test,10      | page-order-expected | 3
          azathioprine,test,first   | page-order-expected | 3
          """)
  void aWrongRowOfTheIndexIsToldWithItsLine(String row, String code, int line) {
    files.merge("library.csv", row + "\n", String::concat);

    assertThat(problems())
        .extracting(Problem::file, Problem::line, Problem::code)
        .containsExactly(tuple("library.csv", line, code));
  }

  @ParameterizedTest(name = "{1}: {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a,no-such-source,Table | page-source-unknown | 4
          a,memory,a thought     | page-source-unread  | 4
          guide-faq,guide,again  | page-source-twice   | 4
          a,guide,               | page-place-expected | 4
          """)
  void aWrongPlaceIsToldWithItsLine(String row, String code, int line) {
    files.merge("sources.csv", row + "\n", String::concat);

    assertThat(problems())
        .extracting(Problem::file, Problem::line, Problem::code)
        .containsExactly(tuple("sources.csv", line, code));
  }

  @Test
  void otherColumnsAreToldBeforeAnythingElse() {
    files.put("library.csv", "page,kind,order\noxygen,treatment,10\n");

    assertThat(problems()).extracting(Problem::code).containsExactly("page-columns-expected");
  }

  @Test
  void aPageWithoutASentenceIsEmpty() {
    files.put("en/oxygen.md", PAGE.substring(0, PAGE.indexOf("Some people")));

    assertThat(problems()).extracting(Problem::code).containsExactly("page-empty");
  }

  @Test
  void everythingWrongIsToldAtOnce() {
    files.put("en/oxygen.md", PAGE.replace(" [guide-faq]", "").replace(" [-]", ""));

    assertThat(problems()).hasSize(2).allMatch(one -> one.code().equals("page-mark-expected"));
  }

  private List<Problem> problems() {
    BadInputException wrong = catchThrowableOfType(BadInputException.class, this::read);
    assertThat(wrong).isNotNull();
    return wrong.problems();
  }

  private Library read() throws BadInputException {
    return Library.read(PageLanguage.ENGLISH, this::bytes, Sources.shipped());
  }

  private Optional<byte[]> bytes(String name) {
    return Optional.ofNullable(files.get(name)).map(text -> text.getBytes(StandardCharsets.UTF_8));
  }
}
