package org.myocohort.evidence.format;

/// What is wrong with one record; the others were read.
///
/// @param file name of the export, without folders
/// @param record number of the record in it, from 1
/// @param line at which the fault stands, from 1
/// @param tag field that is wrong, empty where the whole record is meant
/// @param kind what is wrong
/// @param found what stands there, shortened
public record ReadProblem(String file, int record, int line, String tag, Kind kind, String found) {
  private static final int SHOWN = 60;

  public ReadProblem {
    String text = found.strip().replaceAll("\\s+", " ");
    found = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
  }

  /// What is wrong, by what was expected.
  public enum Kind {
    /// A record was to begin with the tag that begins records.
    NO_START,
    /// A record was to end with the tag that ends records.
    NO_END,
    /// A year of four digits was expected.
    NO_YEAR,
    /// As many cells as the heading has were expected.
    CELLS,
    /// A quotation mark was to be closed.
    UNCLOSED_QUOTE,
    /// Well-formed XML was expected.
    BROKEN_XML,
    /// A complete BibTeX entry was expected.
    BROKEN_ENTRY,
    /// Well-formed JSON was expected.
    BROKEN_JSON,
    /// A field that can be read was expected.
    NOTHING_READABLE
  }
}
