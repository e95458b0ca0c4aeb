package org.myocohort.evidence.flow;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Every number of a diagram in the order in which it is read: what the figure and its table show.
public final class FlowParts {
  private final List<FlowPart> parts = new ArrayList<>();

  private FlowParts() {}

  public static List<FlowPart> of(FlowCounts counts) {
    FlowParts parts = new FlowParts();
    parts.previous(counts.previous());
    parts.identified(FlowBox.IDENTIFIED, counts.identified());
    parts.removed(counts.removed());
    parts.screening(counts.screening());
    parts.fullTexts(
        counts.fullTexts(),
        FlowBox.SOUGHT,
        FlowBox.NOT_RETRIEVED,
        FlowBox.ASSESSED,
        FlowBox.REPORTS_EXCLUDED);
    if (counts.other() != null) {
      parts.identified(FlowBox.OTHER_IDENTIFIED, counts.other().identified());
      parts.fullTexts(
          counts.other().fullTexts(),
          FlowBox.OTHER_SOUGHT,
          FlowBox.OTHER_NOT_RETRIEVED,
          FlowBox.OTHER_ASSESSED,
          FlowBox.OTHER_REPORTS_EXCLUDED);
    }
    parts.end(counts);
    return List.copyOf(parts.parts);
  }

  private void add(FlowBox box, String part, @Nullable Count count) {
    if (count != null) {
      parts.add(FlowPart.of(box, part, count));
    }
  }

  private void reasons(FlowBox box, List<Reason> reasons) {
    reasons.forEach(each -> parts.add(FlowPart.of(box, each)));
  }

  private void previous(@Nullable PreviousVersion previous) {
    if (previous != null) {
      add(FlowBox.PREVIOUS, FlowPart.STUDIES, previous.studies());
      add(FlowBox.PREVIOUS, FlowPart.REPORTS, previous.reports());
    }
  }

  private void identified(FlowBox box, Identified identified) {
    add(box, FlowPart.RECORDS, identified.count());
    for (SourceGroup group : identified.groups()) {
      add(box, group.kind().code(), group.count());
      group.sources().forEach(each -> parts.add(FlowPart.of(box, each)));
    }
  }

  private void removed(Removed removed) {
    add(FlowBox.REMOVED, FlowPart.RECORDS, removed.count());
    add(FlowBox.REMOVED, FlowPart.DUPLICATES, removed.duplicates());
    add(FlowBox.REMOVED, FlowPart.AUTOMATION, removed.automation());
    reasons(FlowBox.REMOVED, removed.others());
  }

  private void screening(@Nullable Screening screening) {
    if (screening != null) {
      add(FlowBox.SCREENED, FlowPart.RECORDS, screening.screened());
      add(FlowBox.EXCLUDED, FlowPart.RECORDS, screening.excluded());
      reasons(FlowBox.EXCLUDED, screening.reasons());
    }
  }

  private void fullTexts(
      FullTexts texts, FlowBox sought, FlowBox notRetrieved, FlowBox assessed, FlowBox excluded) {
    add(sought, FlowPart.REPORTS, texts.sought());
    add(notRetrieved, FlowPart.REPORTS, texts.notRetrieved());
    add(assessed, FlowPart.REPORTS, texts.assessed());
    add(excluded, FlowPart.REPORTS, texts.excludedCount());
    reasons(excluded, texts.reasons());
  }

  private void end(FlowCounts counts) {
    Included included = counts.included();
    add(FlowBox.INCLUDED, FlowPart.STUDIES, included.studies());
    add(FlowBox.INCLUDED, FlowPart.REPORTS, included.reports());
    add(FlowBox.INCLUDED, FlowPart.REPORTS_OF_PREVIOUS, included.reportsOfPrevious());
    add(FlowBox.INCLUDED, FlowPart.PATIENTS, included.patients());
    add(FlowBox.TOTAL, FlowPart.STUDIES, counts.totalStudies());
    add(FlowBox.TOTAL, FlowPart.REPORTS, counts.totalReports());
    add(FlowBox.META_ANALYSIS, FlowPart.STUDIES, included.pooledStudies());
    add(FlowBox.META_ANALYSIS, FlowPart.REPORTS, included.pooledReports());
    for (ExtraBox box : counts.extra()) {
      parts.add(new FlowPart(FlowBox.EXTRA, FlowPart.EXTRA, box.text(), box.count()));
    }
  }
}
