package org.myocohort.evidence.screening;

import java.util.Objects;
import org.myocohort.evidence.record.BibliographicRecord;

/// What a ranking reads of a record. What a record does not have is empty: a record without an
/// abstract is ranked by its title.
///
/// @param title of the record
/// @param abstractText of the record
/// @param keywords of the record, parted by blanks
public record RankedText(String title, String abstractText, String keywords) {

  /// The texts of a record.
  public static RankedText of(BibliographicRecord bibliographicRecord) {
    return new RankedText(
        Objects.requireNonNullElse(bibliographicRecord.title(), ""),
        Objects.requireNonNullElse(bibliographicRecord.abstractText(), ""),
        String.join(" ", bibliographicRecord.keywords()));
  }

  String titleAndAbstract() {
    return title + " " + abstractText;
  }

  String all() {
    return keywords.isEmpty() ? titleAndAbstract() : titleAndAbstract() + " " + keywords;
  }
}
