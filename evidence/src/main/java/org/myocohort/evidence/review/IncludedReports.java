package org.myocohort.evidence.review;

import java.util.List;
import java.util.Optional;
import org.myocohort.evidence.extraction.ExtractionTemplate.ReportLine;
import org.myocohort.evidence.flow.FlowBox;

/// The reports that a review includes, as an extraction begins with them.
public final class IncludedReports {
  private IncludedReports() {}

  /// All of them, in the order of the flow diagram's box.
  public static List<ReportLine> of(Review review) {
    return ReviewFlow.of(review, new ReviewFlow.Words("", "")).works(FlowBox.INCLUDED).stream()
        .map(id -> line(review, id))
        .toList();
  }

  /// A report with what its record says of it.
  public static ReportLine line(Review review, String id) {
    return new ReportLine(
        id,
        Optional.ofNullable(review.records().get(id)).map(IncludedReports::citation).orElse(""));
  }

  private static String citation(RecordEntry entry) {
    String who = (entry.firstAuthor() + " " + entry.year()).strip();
    return who.isEmpty() ? entry.title() : who + ". " + entry.title();
  }
}
