package org.myocohort.evidence.record;

/// A field as it stood in the export, so that nothing is lost that the common shape has no place
/// for.
///
/// @param tag as the format names it: `TY`, `FAU`, a column, a path of elements; empty of text that
///   stands in no field, such as the line of a database between two records
/// @param mark what stood between tag and value, such as ` - `, where an export in lines could have
///   written it otherwise; empty in the other formats
/// @param value as exported, its line ends as `\n`
public record RawField(String tag, String mark, String value) {

  /// A field of a format that knows one way only to set a tag apart from its value.
  public RawField(String tag, String value) {
    this(tag, "", value);
  }
}
