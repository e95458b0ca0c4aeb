package org.myocohort.evidence.duplicate;

/// What two records are compared by.
public enum ComparedField {
  TITLE,
  AUTHORS,
  JOURNAL,
  YEAR,
  VOLUME,
  ISSUE,
  PAGES,
  DOI,
  PUBMED
}
