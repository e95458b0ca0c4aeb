package org.myocohort.app.web.literature;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.review.LocalSearch;
import org.myocohort.app.review.SearchReport;
import org.myocohort.evidence.search.Dialect;
import org.myocohort.evidence.search.Finding;
import org.myocohort.evidence.search.ParsedSearch;
import org.myocohort.evidence.search.SearchParser;
import org.myocohort.evidence.search.Translation;

/// A search string as a page shows it.
///
/// @param id of its place in the page
/// @param heading where and when it was run; empty for one that is only being read
/// @param order in which its dialect binds operators
/// @param typed the string, line by line, in pieces: what is wrong is marked
/// @param errors whether the database would refuse a part of it
/// @param rows everything that is said of it
/// @param translations into the other dialects
/// @param summary what it finds among the works; empty while that is not counted
public record ShownSearch(
    String id,
    String heading,
    String dialect,
    String order,
    List<List<HighlightedText.Piece>> typed,
    boolean errors,
    List<SearchReport.Row> rows,
    List<Into> translations,
    String summary) {

  /// The same in another dialect.
  ///
  /// @param text to paste there
  /// @param notes on what could not be carried over
  public record Into(String code, String title, String text, List<SearchReport.Row> notes) {}

  /// @param works to count on; null to count nothing
  static ShownSearch of(
      String id,
      String heading,
      String text,
      Dialect dialect,
      @Nullable LocalSearch works,
      Texts texts)
      throws IOException {
    ParsedSearch parsed = SearchParser.parse(text, dialect);
    SearchReport report = new SearchReport(parsed, texts);
    if (works != null) {
      works.count(parsed, report, texts);
    }
    List<Into> translations = new ArrayList<>();
    for (Dialect other : Dialect.values()) {
      if (other != dialect) {
        Translation translation = Translation.of(parsed.strategy(), other);
        SearchReport notes = new SearchReport(parsed, texts);
        notes.add(translation);
        translations.add(
            new Into(
                other.code(),
                other.title(),
                translation.text(),
                notes.all().stream().filter(row -> row.kind() == SearchReport.Kind.NOTE).toList()));
      }
    }
    return new ShownSearch(
        id,
        heading,
        dialect.title(),
        texts.text("review-search.order." + dialect.code()),
        typed(text, parsed.findings()),
        parsed.hasErrors(),
        report.all(),
        translations,
        report.summary());
  }

  /// What is said of one kind.
  ///
  /// @param kind name of a [SearchReport.Kind]
  public List<SearchReport.Row> of(String kind) {
    SearchReport.Kind wanted = SearchReport.Kind.valueOf(kind);
    return rows.stream().filter(row -> row.kind() == wanted).toList();
  }

  private static List<List<HighlightedText.Piece>> typed(String text, List<Finding> findings) {
    List<List<HighlightedText.Piece>> lines = new ArrayList<>();
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      int from = 0;
      List<HighlightedText.Piece> pieces = new ArrayList<>();
      for (Finding finding : findings) {
        int start = finding.column() - 1;
        if (finding.line() != number || start < from || start > line.length()) {
          continue;
        }
        if (start > from) {
          pieces.add(new HighlightedText.Piece(line.substring(from, start), ""));
        }
        int end = Math.min(line.length(), start + Math.max(1, finding.found().length()));
        boolean error = finding.severity() == Finding.Severity.ERROR;
        // Where something is missing at the end of the line there is nothing to mark but a place.
        String marked = start == end ? "\u2423" : line.substring(start, end);
        pieces.add(new HighlightedText.Piece(marked, error ? "error" : "doubt"));
        from = end;
      }
      if (from < line.length()) {
        pieces.add(new HighlightedText.Piece(line.substring(from), ""));
      }
      lines.add(pieces);
    }
    return lines;
  }
}
