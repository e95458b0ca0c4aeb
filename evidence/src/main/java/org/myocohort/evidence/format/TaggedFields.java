package org.myocohort.evidence.format;

import java.util.List;
import org.myocohort.evidence.record.RawField;
import org.myocohort.evidence.record.RecordDraft;

/// Brings the fields of a format into the common shape.
interface TaggedFields {
  /// Is told of a field with a wrong value.
  @FunctionalInterface
  interface Faults {
    void add(RawField field, ReadProblem.Kind kind);
  }

  /// Fills a draft, except for its raw fields.
  void map(List<RawField> fields, RecordDraft draft, Faults faults);
}
