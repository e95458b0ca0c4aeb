package org.myocohort.evidence.format;

/// A form in which databases export records, told by what a file holds, not by its name.
public enum RecordFormat {
  RIS,
  /// The tagged text of PubMed (`nbib`), and of Ovid's MEDLINE with the same look.
  NBIB,
  PUBMED_XML,
  ENDNOTE_XML,
  BIBTEX,
  CSL_JSON,
  CSV,
  /// Embase.com with a row for each field instead of a column.
  EMBASE_ROWS,
  /// Ovid's labelled text: `<1>`, `Accession Number`.
  OVID_TEXT,
  /// The tagged text of Web of Science: `PT J`.
  WOS_TEXT,
  /// The plain text of the Cochrane Library: `Record #1 of 20`, `ID: CN-…`.
  COCHRANE_TEXT,
  /// The tagged text of EndNote and refer: `%0 Journal Article`.
  ENDNOTE_TEXT,
  /// The tagged text of RefWorks, in which CNKI exports too: `RT Journal Article`.
  REFWORKS_TEXT
}
