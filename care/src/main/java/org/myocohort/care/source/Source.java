package org.myocohort.care.source;

import java.time.LocalDate;
import java.util.Optional;

/// A text that statements rest on.
///
/// @param key how statements name it
/// @param citation how a reader finds it
/// @param address of the copy that was read, empty where there is none
/// @param published year, month or day of publication as the source gives it; empty where unknown
/// @param read when its text was read for this project; empty where it was not: what rests on such
///   a source is never verified
public record Source(
    String key, String citation, String address, String published, Optional<LocalDate> read) {}
