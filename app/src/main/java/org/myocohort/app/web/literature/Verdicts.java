package org.myocohort.app.web.literature;

import org.myocohort.app.web.NotFound;
import org.myocohort.evidence.screening.ScreeningStage;
import org.myocohort.evidence.screening.ScreeningVerdict;

/// What the buttons of screening send.
final class Verdicts {
  private Verdicts() {}

  static ScreeningVerdict of(String sent) {
    return switch (sent) {
      case "include" -> ScreeningVerdict.INCLUDE;
      case "exclude" -> ScreeningVerdict.EXCLUDE;
      case "maybe" -> ScreeningVerdict.MAYBE;
      default -> throw new NotFound();
    };
  }

  static ScreeningStage stage(String sent) {
    return switch (sent) {
      case "title-abstract" -> ScreeningStage.TITLE_ABSTRACT;
      case "full-text" -> ScreeningStage.FULL_TEXT;
      default -> throw new NotFound();
    };
  }
}
