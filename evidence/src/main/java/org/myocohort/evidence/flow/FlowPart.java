package org.myocohort.evidence.flow;

import org.jspecify.annotations.Nullable;

/// One number of a box.
///
/// @param box where it stands
/// @param part which number of the box: one of the words here, or the code of a [SourceKind]
/// @param name the name of a source, a reason in words; empty for what the box itself counts
/// @param count null only for an extra box without a number
public record FlowPart(FlowBox box, String part, String name, @Nullable Count count) {
  public static final String RECORDS = "records";
  public static final String REPORTS = "reports";
  public static final String STUDIES = "studies";
  public static final String PATIENTS = "patients";
  public static final String DUPLICATES = "duplicates";
  public static final String AUTOMATION = "automation";
  public static final String REASON = "reason";
  public static final String REPORTS_OF_PREVIOUS = "reports-of-previous";
  public static final String EXTRA = "extra";

  static FlowPart of(FlowBox box, String part, Count count) {
    return new FlowPart(box, part, "", count);
  }

  static FlowPart of(FlowBox box, Reason reason) {
    return new FlowPart(box, REASON, reason.text(), reason.count());
  }

  static FlowPart of(FlowBox box, Source source) {
    return new FlowPart(box, source.kind().code(), source.name(), source.count());
  }
}
