package org.myocohort.registry.importing;

import java.util.Set;

/// What a user chose for an import.
///
/// @param goodRows whether the good rows are imported where others are wrong; else nothing is
/// @param overwrite cells, as table/id/column, that may overwrite what was entered by hand since
///   the last import; `all` for every one
/// @param fingerprint what the dry run said that was agreed to; empty to import whatever is found
/// @param reason why, for the audit; may be blank
public record ImportOptions(
    boolean goodRows, Set<String> overwrite, String fingerprint, String reason) {
  public ImportOptions {
    overwrite = Set.copyOf(overwrite);
  }

  /// All rows or none, nothing overwritten that was entered by hand.
  public static final ImportOptions DEFAULT = new ImportOptions(false, Set.of(), "", "");
}
