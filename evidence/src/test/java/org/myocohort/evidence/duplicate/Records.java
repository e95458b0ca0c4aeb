package org.myocohort.evidence.duplicate;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.myocohort.evidence.record.Author;
import org.myocohort.evidence.record.BibliographicRecord;
import org.myocohort.evidence.record.Identifiers;
import org.myocohort.evidence.record.PublicationType;
import org.myocohort.evidence.record.RecordDraft;
import org.myocohort.evidence.record.RecordOrigin;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.CsvFile;

/// Records for the tests: from a line of named values, from a labelled set.
final class Records {
  private Records() {}

  /// A record from `name=value` parts, in the names of BibTeX, parted by `|`.
  static IdentifiedRecord record(String id, String fields) {
    Map<String, String> values = new HashMap<>();
    for (String field : fields.split("\\|", -1)) {
      String[] parts = field.split("=", 2);
      values.put(parts[0].strip(), parts[1].strip());
    }
    return new IdentifiedRecord(id, record(values));
  }

  static BibliographicRecord record(Map<String, String> values) {
    RecordDraft draft = new RecordDraft();
    draft.title(values.get("title"));
    draft.type(type(values.getOrDefault("ENTRYTYPE", "")));
    draft.journal(values.get("journal")).journal(values.get("booktitle"));
    draft.volume(values.get("volume")).pages(values.get("pages"));
    draft.issue(values.get("number")).abstractText(values.get("abstract"));
    String year = values.getOrDefault("year", "");
    if (year.matches("\\d{4}")) {
      draft.year(Integer.valueOf(year));
    }
    Identifiers.doi(values.getOrDefault("doi", "")).ifPresent(draft::identifier);
    authors(values.get("author")).forEach(draft::author);
    return draft.at(new RecordOrigin("labelled", 1, 0));
  }

  /// The records of a labelled set that is a resource of the tests.
  static List<IdentifiedRecord> labelled(String set) throws IOException, BadInputException {
    CsvFile file = csv(set + "_records_pre_merged.csv.gz");
    List<IdentifiedRecord> records = new ArrayList<>();
    CsvFile.Row row = file.cursor();
    for (int index = 0; index < file.rowCount(); index++) {
      row.moveTo(index);
      Map<String, String> values = new HashMap<>();
      for (int column = 0; column < file.header().size(); column++) {
        values.put(file.header().get(column), row.text(column));
      }
      records.add(new IdentifiedRecord(values.getOrDefault("ID", ""), record(values)));
    }
    return records;
  }

  /// Its clusters as people labelled them.
  static List<List<String>> labels(String set) throws IOException, BadInputException {
    CsvFile file = csv(set + "_merged_record_ids.csv.gz");
    List<List<String>> clusters = new ArrayList<>();
    CsvFile.Row row = file.cursor();
    for (int index = 0; index < file.rowCount(); index++) {
      clusters.add(List.of(row.moveTo(index).text(0).split(";", -1)));
    }
    return clusters;
  }

  private static CsvFile csv(String resource) throws IOException, BadInputException {
    try (InputStream in = Records.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException("no resource " + resource);
      }
      return CsvFile.parse(new GZIPInputStream(in).readAllBytes(), resource);
    }
  }

  private static PublicationType type(String entry) {
    return switch (entry) {
      case "article" -> PublicationType.ARTICLE;
      case "inproceedings" -> PublicationType.CONFERENCE;
      case "misc" -> PublicationType.OTHER;
      default -> PublicationType.NOT_GIVEN;
    };
  }

  private static List<Author> authors(@Nullable String names) {
    List<Author> authors = new ArrayList<>();
    if (names == null) {
      return authors;
    }
    for (String name : names.split(" and |;", -1)) {
      String[] parts = name.split(",", 2);
      String given = parts.length == 2 ? parts[1].strip() : "";
      if (!parts[0].isBlank()) {
        authors.add(Author.person(parts[0].strip(), given));
      }
    }
    return authors;
  }
}
