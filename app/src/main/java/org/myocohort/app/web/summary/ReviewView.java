package org.myocohort.app.web.summary;

import java.util.ArrayList;
import java.util.List;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.web.Addresses;
import org.myocohort.app.web.entry.Labels;
import org.myocohort.care.library.Library;
import org.myocohort.care.library.Page;
import org.myocohort.care.library.PageLanguage;
import org.myocohort.care.summary.Basis;
import org.myocohort.care.summary.PersonalSummary;
import org.myocohort.care.summary.Section;
import org.myocohort.care.summary.Sentence;
import org.myocohort.patient.RowReference;
import org.myocohort.registry.patient.PatientKey;

/// What the reviewer sees: every sentence with what it rests on.
///
/// @param sections one a topic
public record ReviewView(List<SectionView> sections) {
  /// A section with the reviewer's own words.
  public record SectionView(String code, String title, List<GroupView> groups, String own) {}

  /// Sentences under one heading.
  public record GroupView(String heading, List<SentenceView> sentences) {}

  /// A sentence.
  ///
  /// @param key what its box sends
  /// @param on whether its box is ticked
  /// @param rows what of the record it states
  /// @param page the page of the library that it is taken from, or nothing
  /// @param sources what that rests on
  public record SentenceView(
      String key, String text, boolean on, List<Link> rows, List<Link> page, String sources) {}

  /// A link.
  public record Link(String text, String href) {}

  // A sentence on a long treatment rests on dozens of rows, one a change of dose.
  private static final int ROWS_SHOWN = 4;

  static ReviewView of(PersonalSummary summary, Choice choice, PatientKey key, Texts texts) {
    List<SectionView> sections = new ArrayList<>();
    for (Section section : summary.sections()) {
      sections.add(
          new SectionView(
              section.topic().code(),
              section.title(),
              section.groups().stream()
                  .map(group ->
                      new GroupView(
                          group.heading(),
                          group.sentences().stream()
                              .map(sentence -> sentence(sentence, choice, key, texts))
                              .toList()))
                  .toList(),
              choice.ownText(section.topic())));
    }
    return new ReviewView(sections);
  }

  private static SentenceView sentence(
      Sentence sentence, Choice choice, PatientKey key, Texts texts) {
    Basis basis = sentence.basis();
    List<Link> rows = new ArrayList<>();
    for (RowReference row : basis.rows().stream().limit(ROWS_SHOWN).toList()) {
      rows.add(
          new Link(
              Labels.row(texts, row.table(), row.id()), Addresses.row(key, row.table(), row.id())));
    }
    if (basis.rows().size() > ROWS_SHOWN) {
      rows.add(
          new Link(
              texts.text("summary.more-rows", basis.rows().size() - ROWS_SHOWN),
              Addresses.patient(key)));
    }
    List<Link> page =
        Library.in(PageLanguage.of(texts.language())).find(basis.page()).stream()
            .map(Page::title)
            .map(title ->
                new Link(
                    texts.text("summary.of-library", title),
                    "/library/" + Addresses.segment(basis.page())))
            .toList();
    String sources =
        String.join(
            "; ",
            basis.citations().stream()
                .map(citation -> citation.source().key() + ", " + citation.place())
                .toList());
    return new SentenceView(
        sentence.key(), sentence.text(), choice.stands(sentence), rows, page, sources);
  }
}
