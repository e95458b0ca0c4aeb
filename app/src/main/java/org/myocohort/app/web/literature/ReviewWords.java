package org.myocohort.app.web.literature;

import java.util.Locale;
import org.myocohort.app.cli.Texts;
import org.myocohort.evidence.screening.ScreeningStage;
import org.myocohort.statistics.AgreementTable;

/// What the pages of a review say in words.
final class ReviewWords {
  private static final double LEVEL = 0.95;

  private ReviewWords() {}

  static ReviewOverview.Agreement agreement(
      ScreeningStage stage, String first, String second, AgreementTable table, Texts texts) {
    return new ReviewOverview.Agreement(
        texts.text("reviews.stage." + Texts.code(stage)),
        first,
        second,
        table.subjects(),
        String.format(Locale.ROOT, "%.1f %%", 100 * table.observedAgreement()),
        table.cohenKappa(LEVEL).map(ReviewWords::coefficient).orElse("\u2013"),
        coefficient(table.gwetAc1(LEVEL)));
  }

  private static String coefficient(AgreementTable.Coefficient value) {
    return String.format(
        Locale.ROOT,
        "%.2f (%.2f\u2013%.2f)",
        value.estimate(),
        value.interval().lower(),
        value.interval().upper());
  }
}
