package org.myocohort.evidence.review;

import java.io.IOException;
import java.util.Set;
import org.myocohort.evidence.record.BibliographicRecord;

/// Is given the records of an export while it is imported.
interface RecordTaker {
  /// Does nothing with them.
  RecordTaker NONE =
      new RecordTaker() {
        @Override
        public void begin(Review review, int number) {}

        @Override
        public void accept(String id, BibliographicRecord record) {}

        @Override
        public void settle() {}

        @Override
        public void end(ImportEntry entry, Set<String> left) {}

        @Override
        public void forget(int number) {}
      };

  /// An import begins.
  ///
  /// @param review as it is before it
  /// @param number of the import
  void begin(Review review, int number);

  /// A record was read.
  void accept(String id, BibliographicRecord record) throws IOException;

  /// Every record of the export was given; whether it counts is not known yet.
  void settle() throws IOException;

  /// The import counts.
  ///
  /// @param left ids of records that were given and are none of the review's
  void end(ImportEntry entry, Set<String> left) throws IOException;

  /// The import failed: nothing of it counts.
  void forget(int number) throws IOException;
}
