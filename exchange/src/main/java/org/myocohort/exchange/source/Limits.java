package org.myocohort.exchange.source;

/// How much a file may hold before it is refused.
///
/// @param fileBytes of the file itself
/// @param unpackedBytes of all that a zip or workbook unpacks to
/// @param entries of a zip or workbook
/// @param ratio how many times an entry may grow, once it is larger than a megabyte
/// @param cells of a workbook
public record Limits(long fileBytes, long unpackedBytes, int entries, int ratio, long cells) {
  /// Enough for 10,000 patients over five years; a bomb is larger.
  public static final Limits DEFAULT = new Limits(256_000_000, 768_000_000, 500, 200, 20_000_000);
}
