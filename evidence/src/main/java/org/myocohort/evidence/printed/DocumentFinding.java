package org.myocohort.evidence.printed;

import java.util.List;
import org.myocohort.statistics.reported.ReportedFinding;

/// What was found about numbers of documents, and where they are printed.
///
/// @param place the place of the numbers
/// @param others further places that the finding compares with
public record DocumentFinding(
    ReportedFinding finding, PrintedPlace place, List<PrintedPlace> others) {
  public DocumentFinding {
    others = List.copyOf(others);
  }
}
