package org.myocohort.evidence.flow;

/// Diagrams as a person would type them; the numbers are made up so that they fit.
final class FlowExamples {
  /// An update with all three arms.
  static final String UPDATE =
      """
      title: A made up update
      previous: {studies: 12, reports: 15}
      identified:
        total: 1300
        databases: 1250
        registers: 50
        sources:
          - {kind: database, name: PubMed, count: 700}
          - {kind: database, name: Embase, count: 550}
      removed: {total: 310, duplicates: 300, automation: 6, reasons: [{reason: retracted, count: 4}]}
      screened: {records: 990, excluded: 950}
      retrieval: {sought: 40, not-retrieved: 2}
      assessed:
        reports: 38
        reasons:
          - {reason: Other drug, count: 20}
          - {reason: Other disease, count: 13}
      other-methods:
        identified:
          {websites: NR, citation-searching: 6}
        retrieval: {sought: 7, not-retrieved: 0}
        assessed: {reports: 7, excluded: 6}
      included: {studies: 5, reports: 6, pooled-studies: 9}
      """;

  /// The review of the letter (J Rheumatol 2023;50:151): two databases and four patients of four
  /// reports, and no number in between.
  static final String LETTER =
      """
      title: Anakinra in antisynthetase syndrome
      identified:
        sources:
          - {kind: database, name: MEDLINE/PubMed, count: NR}
          - {kind: database, name: Embase, count: not reported}
      removed: {duplicates: NR}
      screened: {records: NR, excluded: NR}
      retrieval: {sought: NR, not-retrieved: NR}
      assessed: {reports: NR, excluded: NR}
      included: {studies: NR, reports: 4, patients: 4}
      """;

  private FlowExamples() {}
}
