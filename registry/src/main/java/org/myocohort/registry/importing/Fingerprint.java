package org.myocohort.registry.importing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.myocohort.exchange.source.Sha256;

/// One text for all that an import would do: whoever agreed to one dry run did not agree to
/// another.
final class Fingerprint {
  private static final int DIGITS = 32;

  private final MessageDigest digest = Sha256.digest();

  void add(RowFate row) {
    StringBuilder text = new StringBuilder(96);
    text.append(row.line()).append('\n').append(row.table()).append('\n').append(row.id());
    text.append('\n').append(row.fate());
    for (RowFate.CellChange change : row.changes()) {
      text.append('\n').append(change.column()).append('\n').append(change.from()).append('\n');
      text.append(change.to()).append('\n').append(change.kept());
    }
    digest.update(text.append('\f').toString().getBytes(StandardCharsets.UTF_8));
  }

  /// To be asked once.
  String text() {
    return Sha256.of(digest).substring(0, DIGITS);
  }
}
