package org.myocohort.evidence.search;

/// Part of a record that a search can ask for.
public enum Field {
  TITLE,
  ORIGINAL_TITLE,
  ABSTRACT,
  AUTHOR_KEYWORD,
  /// Words of controlled headings.
  HEADING_WORD,
  SUBSTANCE,
  AUTHOR,
  AFFILIATION,
  JOURNAL,
  PUBLICATION_TYPE,
  LANGUAGE,
  YEAR,
  SUBHEADING,
  IDENTIFIER,
  /// All that the database searches where no field is named.
  ANY
}
