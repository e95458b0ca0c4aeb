package org.myocohort.app.review.folder;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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
      case TITLE_ABSTRACT -> titles(review);
      case FULL_TEXT -> fullTexts(work.flow(review));
    };
  }

  private static Set<String> titles(Review review) {
    Set<String> works = new LinkedHashSet<>();
    int version = review.version();
    for (String work : review.works().keySet()) {
      if (review.isScreened(work) && review.versionOf(work) == version) {
        works.add(work);
      }
    }
    return works;
  }

  /// Works whose full text is sought and was not in vain.
  private static Set<String> fullTexts(ReviewFlow flow) {
    Set<String> works = new LinkedHashSet<>(sought(flow));
    works.removeAll(box(flow, FlowBox.NOT_RETRIEVED));
    works.removeAll(box(flow, FlowBox.OTHER_NOT_RETRIEVED));
    return works;
  }

  /// Works whose full text is sought, whatever became of it.
  static Set<String> sought(ReviewFlow flow) {
    List<String> works = new ArrayList<>(box(flow, FlowBox.SOUGHT));
    works.addAll(box(flow, FlowBox.OTHER_SOUGHT));
    return new LinkedHashSet<>(works);
  }

  private static List<String> box(ReviewFlow flow, FlowBox box) {
    return flow.works().getOrDefault(box, List.of());
  }
}
