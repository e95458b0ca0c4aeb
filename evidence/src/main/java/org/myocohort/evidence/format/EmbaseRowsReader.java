package org.myocohort.evidence.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.myocohort.evidence.record.Author;
import org.myocohort.evidence.record.RawField;
import org.myocohort.evidence.record.RecordDraft;

/// Reads Embase.com's other table: a row for each field, its name first, then its values.
final class EmbaseRowsReader implements FormatReader {
  private static final String TITLE = "TITLE";
  private static final Set<String> NAMES =
      Set.of(
          TITLE,
          "AUTHOR NAMES",
          "SOURCE",
          "ABSTRACT",
          "PUBLICATION YEAR",
          "VOLUME",
          "DOI",
          "AUTHORS",
          "SOURCE TITLE",
          "EMTREE DRUG INDEX TERMS",
          "EMTREE MEDICAL INDEX TERMS",
          "FULL RECORD ENTRY DATE",
          "LANGUAGE OF ARTICLE",
          "DATE OF PUBLICATION",
          "ISSN",
          "PUI");
  private static final int ENOUGH = 3;
  private static final Map<String, String> ALSO =
      Map.of(
          "AUTHOR NAMES", "authors",
          "MEDLINE PMID", "pmid",
          "FIRST PAGE", "startpage",
          "LAST PAGE", "endpage",
          "PUBLICATION TYPE", "type",
          "LANGUAGE OF ARTICLE", "language");

  /// Whether rows begin with the names of fields, and the first of them with a title.
  static boolean looksLike(String text) {
    Set<String> found = new TreeSet<>();
    for (String line : text.lines().limit(200).toList()) {
      List<String> cells = CsvCells.of(line, ',');
      if (cells.size() > 1 && NAMES.contains(cells.getFirst().strip())) {
        found.add(cells.getFirst().strip());
        if (cells.stream().filter(cell -> NAMES.contains(cell.strip())).count() > 1) {
          return false;
        }
      }
    }
    return found.contains(TITLE) && found.size() >= ENOUGH;
  }

  @Override
  public void read(Lines lines, Reading reading) throws IOException {
    CsvRows rows = new CsvRows(lines, ',');
    List<RawField> fields = new ArrayList<>();
    int begin = 0;
    for (CsvRows.Row row = rows.next(); row != null; row = rows.next()) {
      String name = row.cells().getFirst().strip();
      if (name.equals(TITLE) && !fields.isEmpty()) {
        add(fields, begin, reading);
        fields = new ArrayList<>();
      }
      begin = fields.isEmpty() ? row.line() : begin;
      for (String value : row.cells().subList(1, row.cells().size())) {
        fields.add(new RawField(name, value));
      }
      if (row.unclosed()) {
        reading.problem(row.line(), name, ReadProblem.Kind.UNCLOSED_QUOTE, row.cells().getLast());
      }
    }
    if (!fields.isEmpty()) {
      add(fields, begin, reading);
    }
  }

  private static void add(List<RawField> fields, int line, Reading reading) throws IOException {
    RecordDraft draft = new RecordDraft().fields(fields);
    List<RawField> columns = new ArrayList<>();
    for (RawField field : fields) {
      String name = field.tag();
      if (name.startsWith("AUTHOR NAMES") || name.equals("AUTHORS")) {
        for (Author author : Names.all(field.value())) {
          draft.author(author);
        }
      } else {
        columns.add(new RawField(ALSO.getOrDefault(name, name), field.value()));
      }
    }
    new TableFields()
        .map(
            columns,
            draft,
            (field, kind) -> reading.problem(line, field.tag(), kind, field.value()));
    draft.database("Embase");
    reading.add(draft, line);
  }
}
