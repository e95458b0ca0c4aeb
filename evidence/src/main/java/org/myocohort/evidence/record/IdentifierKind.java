package org.myocohort.evidence.record;

/// What an identifier names a record by.
public enum IdentifierKind {
  /// Digital object identifier: lower case, from `10.`, without address and final full stop.
  DOI,
  /// PubMed: digits only.
  PMID,
  /// PubMed Central: `PMC` and digits.
  PMCID,
  /// Embase accession: `L` and digits.
  EMBASE,
  /// Serial: eight characters with a possible final `X`, without hyphen.
  ISSN,
  /// Book: the nine digits that ISBN-10 and ISBN-13 share.
  ISBN,
  /// A registered trial, as `NCT` and digits.
  TRIAL,
  /// What a database calls the record; only within that database does it mean anything.
  ACCESSION
}
