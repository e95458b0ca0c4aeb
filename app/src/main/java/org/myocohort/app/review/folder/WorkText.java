package org.myocohort.app.review.folder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.myocohort.evidence.record.Author;
import org.myocohort.evidence.record.BibliographicRecord;
import org.myocohort.evidence.record.IdentifierKind;

/// A record as a person reads it.
final class WorkText {
  private static final int NAMED = 3;

  private WorkText() {}

  static String title(BibliographicRecord record) {
    String title = record.title();
    return title == null ? "" : title;
  }

  /// The first authors with their initials as exported.
  static String authors(BibliographicRecord record) {
    List<String> names = new ArrayList<>();
    for (Author author : record.authors()) {
      if (names.size() == NAMED) {
        return String.join(", ", names) + " et al.";
      }
      names.add((author.family() + " " + author.given()).strip());
    }
    return String.join(", ", names);
  }

  /// Journal, year, volume, issue and pages.
  static String place(BibliographicRecord record) {
    StringBuilder place = new StringBuilder(Objects.requireNonNullElse(record.journal(), ""));
    add(place, place.isEmpty() ? "" : " ", year(record));
    add(place, ";", record.volume());
    if (record.issue() != null) {
      place.append('(').append(record.issue()).append(')');
    }
    add(place, ":", record.pages());
    return place.toString();
  }

  private static void add(StringBuilder place, String before, @Nullable String part) {
    if (part != null && !part.isEmpty()) {
      place.append(before).append(part);
    }
  }

  private static String year(BibliographicRecord record) {
    return record.year() == null ? "" : String.valueOf(record.year());
  }

  /// The fields by which a person sees whether two records are of one work; empty where not given.
  static SequencedMap<String, String> fields(BibliographicRecord record) {
    SequencedMap<String, String> fields = new LinkedHashMap<>();
    fields.put("title", title(record));
    fields.put("authors", authors(record));
    fields.put("journal", Objects.requireNonNullElse(record.journal(), ""));
    fields.put("year", year(record));
    fields.put("volume", Objects.requireNonNullElse(record.volume(), ""));
    fields.put("issue", Objects.requireNonNullElse(record.issue(), ""));
    fields.put("pages", Objects.requireNonNullElse(record.pages(), ""));
    fields.put("doi", record.identifier(IdentifierKind.DOI).orElse(""));
    fields.put("pubmed", record.identifier(IdentifierKind.PMID).orElse(""));
    return fields;
  }
}
