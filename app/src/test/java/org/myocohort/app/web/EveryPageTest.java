package org.myocohort.app.web;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Opens every page at both widths in both languages. A new page is a new line of the list.
class EveryPageTest extends BrowserTest {
  record Shown(String name, String path) {}

  private static final List<Shown> PAGES =
      List.of(
          new Shown("studies", "/"),
          new Shown("study", "/studies/synthetic-centre"),
          new Shown("import", "/studies/synthetic-centre/import"),
          new Shown("export", "/studies/synthetic-centre/export"));

  static Stream<Arguments> pages() {
    return PAGES.stream()
        .flatMap(page ->
            Stream.of(Width.values())
                .flatMap(width ->
                    Stream.of("en", "it").map(language -> Arguments.of(page, width, language))));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyPageIsAccessibleAndFitsTheWindow(Shown page, Width width, String language) {
    check(open(page.path(), width, language), page.name() + "-" + width + "-" + language);
  }
}
