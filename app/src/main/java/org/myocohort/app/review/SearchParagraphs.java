package org.myocohort.app.review;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.review.SearchReport.Kind;
import org.myocohort.app.review.SearchReport.Row;
import org.myocohort.evidence.search.Dialect;

/// Writes the answer about a search string for people.
final class SearchParagraphs {
  private final Texts texts;
  private final boolean numbered;
  private final Writer out;

  /// @param numbered whether the search has several lines
  SearchParagraphs(Texts texts, boolean numbered, Writer out) {
    this.texts = texts;
    this.numbered = numbered;
    this.out = out;
  }

  void write(Dialect dialect, List<Row> rows, String summary) throws IOException {
    title(
        texts.text(
            "review-search.read-as",
            dialect.title(),
            texts.text("review-search.order." + dialect.code())));
    paragraph(rows, Kind.LINE, row -> number(row) + count(row) + row.text());
    paragraph(rows, Kind.FINDING, "review-search.findings", this::finding);
    paragraph(
        rows,
        Kind.READING,
        "review-search.differs",
        row -> number(row) + row.dialect() + ":\n      " + count(row) + row.text());
    paragraph(
        rows, Kind.BASIS, "review-search.orders", row -> row.dialect() + ": " + row.message());
    paragraph(
        rows, Kind.MEANT, "review-search.meant", row -> number(row) + count(row) + row.text());
    paragraph(
        rows,
        Kind.TRANSLATION,
        "review-search.translation",
        row -> numbered ? row.line() + "  " + row.text() : row.text());
    paragraph(rows, Kind.NOTE, "review-search.notes", SearchParagraphs::change);
    paragraph(rows, Kind.TERM, "review-search.terms", row -> number(row) + count(row) + row.text());
    paragraph(rows, Kind.APPROXIMATION, "review-search.approximations", SearchParagraphs::change);
    paragraph(rows, Kind.KNOWN, "review-search.known", row -> row.message());
    if (!summary.isEmpty()) {
      title(summary);
    }
  }

  private String finding(Row row) {
    String found = row.text().isEmpty() ? "" : "`" + row.text() + "`: ";
    String sentence =
        texts.text(
                "review-search.at",
                Objects.requireNonNullElse(row.line(), 0),
                Objects.requireNonNullElse(row.column(), 0))
            + ": "
            + found
            + row.message();
    return row.to().isEmpty()
        ? sentence
        : sentence + " " + texts.text("review-search.suggestion", row.to());
  }

  private static String change(Row row) {
    String becomes = row.to().isEmpty() ? "" : " -> " + row.to();
    return row.text().isEmpty() ? row.message() : row.text() + becomes + "\n      " + row.message();
  }

  private String number(Row row) {
    return numbered && row.line() != null ? String.format(Locale.ROOT, "%3d  ", row.line()) : "";
  }

  private static String count(Row row) {
    return row.count() == null ? "" : String.format(Locale.ROOT, "%7d  ", row.count());
  }

  private void title(String text) throws IOException {
    out.write(text);
    out.write('\n');
  }

  private void paragraph(List<Row> rows, Kind kind, String title, Function<Row, String> written)
      throws IOException {
    if (rows.stream().noneMatch(row -> row.kind() == kind)) {
      return;
    }
    String dialect =
        rows.stream().filter(row -> row.kind() == kind).findFirst().orElseThrow().dialect();
    title(texts.text(title, dialect));
    paragraph(rows, kind, written);
  }

  private void paragraph(List<Row> rows, Kind kind, Function<Row, String> written)
      throws IOException {
    boolean any = false;
    for (Row row : rows) {
      if (row.kind() == kind) {
        title("  " + written.apply(row));
        any = true;
      }
    }
    if (any) {
      out.write('\n');
    }
  }
}
