package org.myocohort.app.review.folder;

import java.util.LinkedHashSet;
import java.util.Set;
import org.myocohort.evidence.flow.FlowBox;
import org.myocohort.evidence.review.Review;
import org.myocohort.evidence.review.ReviewFlow;
import org.myocohort.evidence.screening.ScreeningStage;

/// The works that a stage of the present version is about.
final class StageWorks {
  private StageWorks() {}

  static Set<String> of(FolderWork work, Review review, ScreeningStage stage) {
    return switch (stage) {
      case TITLE_ABSTRACT -> new LinkedHashSet<>(review.worksToScreen());
      case FULL_TEXT -> fullTexts(work.flow(review));
    };
  }

  /// Works whose full text is sought and was not in vain.
  private static Set<String> fullTexts(ReviewFlow flow) {
    Set<String> works = new LinkedHashSet<>(flow.sought());
    works.removeAll(flow.works(FlowBox.NOT_RETRIEVED));
    works.removeAll(flow.works(FlowBox.OTHER_NOT_RETRIEVED));
    return works;
  }
}
