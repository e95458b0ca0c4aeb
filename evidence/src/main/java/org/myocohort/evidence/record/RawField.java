package org.myocohort.evidence.record;

/// A field as it stood in the export, so that nothing is lost that the common shape has no place
/// for.
///
/// @param tag as the format names it: `TY`, `FAU`, a column, a path of elements
/// @param value as exported, its line ends as `\n`
public record RawField(String tag, String value) {}
