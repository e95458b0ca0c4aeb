package org.myocohort.app.review.folder;

import java.util.List;
import java.util.stream.Collectors;
import org.myocohort.evidence.review.Criterion;
import org.myocohort.evidence.review.Review;
import org.myocohort.evidence.screening.ScreeningStage;

/// Reasons to exclude: by their codes, or by their numbers in the review's list.
final class Reasons {
  private final FolderWork work;
  private final List<Criterion> list;

  Reasons(FolderWork work, Review review) {
    this.work = work;
    this.list = review.settings().exclude();
  }

  /// The code that a reviewer means; empty where none is given and none is needed.
  String code(String given, ScreeningStage stage) throws Refused {
    if (given.isEmpty()) {
      if (stage == ScreeningStage.FULL_TEXT && !list.isEmpty()) {
        throw work.refused("folder.reason-needed", codes());
      }
      return "";
    }
    if (given.matches("[1-9]\\d?") && Integer.parseInt(given) <= list.size()) {
      return list.get(Integer.parseInt(given) - 1).code();
    }
    return list.stream()
        .map(Criterion::code)
        .filter(given::equals)
        .findFirst()
        .orElseThrow(() -> work.refused("folder.reason-unknown", given, codes()));
  }

  private String codes() {
    return list.stream().map(Criterion::code).collect(Collectors.joining(", "));
  }
}
