package org.myocohort.evidence.printed;

/// A place in a document as it was given.
///
/// @param document the document's name
/// @param line its line, from 1
/// @param column the character in that line, from 1
/// @param offset the character in the document, from 0
/// @param quote the document's own characters there, line breaks as spaces
public record PrintedPlace(String document, int line, int column, int offset, String quote) {}
