package org.myocohort.evidence.duplicate;

/// Why two records are taken for the same work.
public enum MergeRule {
  /// The same DOI or PubMed number, and titles and authors that do not speak against it.
  IDENTIFIER,
  /// The same volume and pages with titles that agree.
  PLACE,
  /// The same title, authors, year and journal, and nothing that speaks against it.
  TITLE,
  /// The same pages of the same volume by the same authors: a title in another language.
  OTHER_TITLE,
  /// Versions of one Cochrane review.
  COCHRANE,
  /// A version before publication and the published one.
  PREPRINT,
  /// A person said so.
  PERSON
}
