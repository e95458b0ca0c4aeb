package org.myocohort.evidence.format;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.myocohort.evidence.record.Author;
import org.myocohort.evidence.record.BibliographicRecord;
import org.myocohort.evidence.record.Identifier;
import org.myocohort.evidence.record.IdentifierKind;

/// Writes a table with a record a row; its columns are read again by [RecordFiles].
final class CsvRecordWriter extends RecordWriter {
  CsvRecordWriter(Writer out) throws IOException {
    super(out);
    row(
        List.of(
            "file",
            "record",
            "line",
            "type",
            "title",
            "original_title",
            "authors",
            "year",
            "date",
            "journal",
            "journal_abbreviation",
            "volume",
            "issue",
            "pages",
            "abstract",
            "keywords",
            "doi",
            "pmid",
            "pmcid",
            "pui",
            "issn",
            "isbn",
            "nct_number",
            "accession_number",
            "language",
            "url",
            "database"));
  }

  @Override
  public void accept(BibliographicRecord record) throws IOException {
    Integer year = record.year();
    row(
        List.of(
            record.origin().file(),
            String.valueOf(record.origin().number()),
            String.valueOf(record.origin().line()),
            record.type().name().toLowerCase(Locale.ROOT),
            text(record.title()),
            text(record.vernacularTitle()),
            record.authors().stream().map(CsvRecordWriter::name).collect(Collectors.joining("; ")),
            year == null ? "" : year.toString(),
            text(record.date()),
            text(record.journal()),
            text(record.journalAbbreviation()),
            text(record.volume()),
            text(record.issue()),
            text(record.pages()),
            text(record.abstractText()),
            String.join("; ", record.keywords()),
            all(record, IdentifierKind.DOI),
            all(record, IdentifierKind.PMID),
            all(record, IdentifierKind.PMCID),
            all(record, IdentifierKind.EMBASE),
            all(record, IdentifierKind.ISSN),
            raw(record, IdentifierKind.ISBN),
            all(record, IdentifierKind.TRIAL),
            all(record, IdentifierKind.ACCESSION),
            String.join("; ", record.languages()),
            String.join("; ", record.addresses()),
            text(record.database())));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static String name(Author author) {
    return author.given().isEmpty() ? author.family() : author.family() + ", " + author.given();
  }

  private static String all(BibliographicRecord record, IdentifierKind kind) {
    return record.identifiers().stream()
        .filter(name -> name.kind() == kind)
        .map(Identifier::value)
        .collect(Collectors.joining("; "));
  }

  private static String raw(BibliographicRecord record, IdentifierKind kind) {
    return record.identifiers().stream()
        .filter(name -> name.kind() == kind)
        .map(Identifier::raw)
        .collect(Collectors.joining("; "));
  }

  private void row(List<String> cells) throws IOException {
    out.write(
        cells.stream().map(cell -> ExactWriter.cell(cell, ',')).collect(Collectors.joining(","))
            + "\n");
  }
}
