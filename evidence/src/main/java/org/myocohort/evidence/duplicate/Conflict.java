package org.myocohort.evidence.duplicate;

/// Why two records that look alike are not merged.
public enum Conflict {
  /// One is an erratum, a retraction, a reply, a comment, a protocol; the other is not.
  KIND,
  /// Parts, phases, years in the titles differ.
  NUMBERS,
  /// Words of the titles differ on both sides, such as the arms of a trial.
  WORDS,
  /// A heading that comes back issue by issue, such as `Editorial`, not on the very same pages.
  RECURRING,
  /// No author in common.
  AUTHORS,
  /// Different pages, or a different volume.
  PLACE,
  /// Different DOI, and different pages, volume, journal or year.
  DOI,
  /// Another journal, and no volume and pages that would outweigh it.
  JOURNAL,
  /// More than a year between them.
  YEAR,
  /// One from a meeting, a thesis or a register, the other not, with no place in common.
  PUBLICATION,
  /// Registered as different trials.
  TRIAL,
  /// Another record of the same cluster speaks against it.
  CLUSTER,
  /// A person keeps them apart.
  PERSON;

  /// Whether records of one cluster must not have it even when a chain of pairs joins them.
  boolean partsClusters() {
    return switch (this) {
      case KIND, NUMBERS, PLACE, DOI, TRIAL, PUBLICATION, YEAR -> true;
      case WORDS, RECURRING, AUTHORS, JOURNAL, CLUSTER, PERSON -> false;
    };
  }
}
