package org.myocohort.evidence.format;

import java.io.IOException;

/// Reads the records of one format.
interface FormatReader {
  /// Reads all of them.
  void read(Lines lines, Reading reading) throws IOException;
}
