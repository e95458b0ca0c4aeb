package org.myocohort.app.web.literature;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.web.NotFound;
import org.myocohort.evidence.screening.ScreeningEvent.QueueOrder;
import org.myocohort.evidence.screening.ScreeningEvent.Shown;
import org.myocohort.evidence.screening.ScreeningStage;
import org.myocohort.evidence.screening.ScreeningVerdict;

/// What the buttons of screening send.
final class Verdicts {
  private static final Pattern SHOWN =
      Pattern.compile("(relevance|random) ([1-9]\\d{0,8})/(\\d{1,9})");

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

  /// How the work was shown; null where it was not from the queue.
  static @Nullable Shown shown(String sent) {
    Matcher shown = SHOWN.matcher(sent);
    return shown.matches()
        ? new Shown(
            shown.group(1).equals("random") ? QueueOrder.RANDOM : QueueOrder.RELEVANCE,
            Integer.parseInt(shown.group(2)),
            Integer.parseInt(shown.group(3)))
        : null;
  }
}
