package org.myocohort.app.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.myocohort.care.library.Citation;
import org.myocohort.care.library.Library;
import org.myocohort.care.library.Page;
import org.myocohort.care.library.PageLanguage;
import org.myocohort.care.library.Statement;
import org.myocohort.instrument.Verification;

/// The pages for patients as texts of sourced sentences. A sentence that rests on two places is
/// listed for each; one that states no clinical fact is not listed.
final class LibraryTexts {
  private LibraryTexts() {}

  static List<CitedText> all() {
    Library italian = Library.in(PageLanguage.ITALIAN);
    return Library.in(PageLanguage.ENGLISH).pages().stream()
        .map(page -> text(page, italian.find(page.name()).orElseThrow()))
        .toList();
  }

  private static CitedText text(Page english, Page italian) {
    List<CitedSentence> sentences = new ArrayList<>();
    List<Statement> translated = italian.statements();
    for (int at = 0; at < english.statements().size(); at++) {
      Statement statement = english.statements().get(at);
      Map<String, String> both = Map.of("en", statement.text(), "it", translated.get(at).text());
      for (Citation citation : statement.citations()) {
        sentences.add(
            new CitedSentence(
                "page." + english.name() + "." + (at + 1) + "." + citation.key(),
                "patient-page",
                both,
                Verification.VERIFIED,
                citation.source(),
                citation.place(),
                english.written()));
      }
    }
    return new CitedText(
        "page/" + english.name(), Map.of("en", english.title(), "it", italian.title()), sentences);
  }
}
