package org.myocohort.evidence.printed;

import org.jspecify.annotations.Nullable;

/// One printed size: of how many, and how many of them.
///
/// @param count how many of them; null where only the size is printed
/// @param size of how many
/// @param sentence the sentence that prints it, shortened
public record LedgerEntry(PrintedPlace place, @Nullable Integer count, int size, String sentence) {}
