package org.myocohort.registry.importing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// One text for all that an import would do: whoever agreed to one dry run did not agree to
/// another.
final class Fingerprint {
  private final MessageDigest digest;

  Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

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
    return HexFormat.of().formatHex(digest.digest(), 0, 16);
  }
}
