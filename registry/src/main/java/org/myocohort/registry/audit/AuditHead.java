package org.myocohort.registry.audit;

import java.util.Optional;

/// The end of the chain: what to keep elsewhere, so that a cut-off end is noticed.
///
/// @param number of the last entry, 0 for an empty chain
/// @param hash of its text, empty for an empty chain
public record AuditHead(long number, String hash) {
  /// Reads what [#toString] writes.
  public static Optional<AuditHead> parse(String text) {
    String[] words = text.strip().split(" ", -1);
    return words.length == 2 && words[0].matches("[0-9]{1,18}") && words[1].matches("[0-9a-f]{64}")
        ? Optional.of(new AuditHead(Long.parseLong(words[0]), words[1]))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return number + " " + hash;
  }
}
