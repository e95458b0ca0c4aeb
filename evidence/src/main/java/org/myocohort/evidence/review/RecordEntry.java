package org.myocohort.evidence.review;

/// A record of an export, and enough of it to recognise it. What it does not have is empty.
///
/// @param id within the review: number of the import, hyphen, number of the record in its file
/// @param importNumber of the export
/// @param number of the record in the export, from 1
/// @param line at which it begins there, from 1; 0 where the format has no lines
/// @param fingerprint of all its fields: the same for the same record exported again
/// @param title of it
/// @param firstAuthor family name
/// @param year of publication
/// @param doi of it
/// @param pmid of it
public record RecordEntry(
    String id,
    int importNumber,
    int number,
    int line,
    String fingerprint,
    String title,
    String firstAuthor,
    String year,
    String doi,
    String pmid) {}
