package org.myocohort.evidence.format;

import java.io.IOException;
import org.myocohort.evidence.record.BibliographicRecord;

/// Takes the records of a file one by one, in their order.
@FunctionalInterface
public interface RecordSink {
  /// Takes one.
  ///
  /// @throws IOException where it cannot be kept; the reading ends
  void accept(BibliographicRecord record) throws IOException;
}
