package org.myocohort.registry.patient;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// A row as it stood after one save.
///
/// @param cells what it held, or null where it was removed
/// @param auditNumber the audit's entry of that save
/// @param at when
/// @param actor id of the account
/// @param reason why, in that person's words
public record RowVersion(
    long revision,
    @Nullable SortedMap<String, String> cells,
    long auditNumber,
    String at,
    String actor,
    String action,
    String reason) {}
