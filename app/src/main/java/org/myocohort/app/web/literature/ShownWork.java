package org.myocohort.app.web.literature;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.myocohort.evidence.duplicate.MergedRecord;
import org.myocohort.evidence.record.Author;
import org.myocohort.evidence.record.BibliographicRecord;
import org.myocohort.evidence.record.IdentifierKind;
import org.myocohort.evidence.review.Review;

/// A work as a page shows it.
///
/// @param id of the work
/// @param title in pieces; empty where the record has none
/// @param authors the first ones
/// @param published journal, year, volume, pages
/// @param text the abstract in pieces
/// @param keywords parted by semicolons
/// @param doi its address; null where it has none
/// @param pubmed its address in PubMed; null where it has none
/// @param sources that gave it
/// @param copies how many records it is made of
public record ShownWork(
    String id,
    List<HighlightedText.Piece> title,
    String authors,
    String published,
    List<HighlightedText.Piece> text,
    String keywords,
    @Nullable String doi,
    @Nullable String pubmed,
    String sources,
    int copies) {
  private static final int AUTHORS = 6;

  static ShownWork of(String id, MergedRecord work, Review review) {
    HighlightedText highlight =
        new HighlightedText(
            review.settings().highlightInclude(), review.settings().highlightExclude());
    BibliographicRecord record = work.record();
    return new ShownWork(
        id,
        highlight.pieces(text(record.title())),
        authors(record.authors()),
        published(record),
        highlight.pieces(text(record.abstractText())),
        String.join("; ", record.keywords()),
        address("https://doi.org/", record.identifier(IdentifierKind.DOI)),
        address("https://pubmed.ncbi.nlm.nih.gov/", record.identifier(IdentifierKind.PMID)),
        String.join(", ", review.sources(id)),
        work.sources().size());
  }

  /// The same as a record of one source.
  ShownWork from(String source) {
    return new ShownWork(
        id, title, authors, published, text, keywords, doi, pubmed, source, copies);
  }

  private static @Nullable String address(String before, Optional<String> identifier) {
    return identifier.map(value -> before + value).orElse(null);
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  static String authors(List<Author> authors) {
    String first =
        authors.stream()
            .limit(AUTHORS)
            .map(author ->
                author.given().isEmpty() ? author.family() : author.family() + " " + author.given())
            .collect(Collectors.joining(", "));
    return authors.size() > AUTHORS ? first + ", et al." : first;
  }

  static String published(BibliographicRecord record) {
    StringBuilder line = new StringBuilder(text(record.journal()));
    Integer year = record.year();
    if (year != null) {
      line.append(line.isEmpty() ? "" : " ").append(year);
    }
    if (record.volume() != null) {
      line.append("; ").append(record.volume());
    }
    if (record.pages() != null) {
      line.append(record.volume() == null ? "; " : ": ").append(record.pages());
    }
    return line.toString();
  }
}
