package org.myocohort.evidence.review;

import org.jspecify.annotations.Nullable;
import org.myocohort.evidence.format.ReadResult;

/// What an import did.
///
/// @param entry of the import; the earlier one where the file was taken in before
/// @param isNew whether anything was added; not where the same bytes were taken in before
/// @param read what reading told; null where nothing was read
public record ImportResult(ImportEntry entry, boolean isNew, @Nullable ReadResult read) {}
