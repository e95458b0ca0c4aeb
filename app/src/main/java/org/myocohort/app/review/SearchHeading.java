package org.myocohort.app.review;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Texts;
import org.myocohort.evidence.review.ImportEntry;
import org.myocohort.evidence.review.Review;
import org.myocohort.evidence.search.SearchRun;

/// What stands above a search that a review keeps.
public final class SearchHeading {
  private SearchHeading() {}

  /// Where, when and by whom it was run, and whether as many records were taken in as it found.
  public static String of(int number, SearchRun run, Review review, Texts texts) {
    String unknown = texts.text("review-search.not-reported");
    int imported = 0;
    for (ImportEntry entry : review.imports()) {
      if (is(entry.name(), run.database()) || is(entry.name(), run.platform())) {
        imported += entry.records();
      }
    }
    return texts.text(
        "review-search.recorded",
        number,
        run.platform() == null ? run.database() : run.database() + " (" + run.platform() + ")",
        run.date() == null ? unknown : run.date(),
        run.by() == null ? unknown : run.by(),
        run.count() == null ? unknown : run.count(),
        imported);
  }

  private static boolean is(String name, @Nullable String database) {
    return database != null
        && name.toLowerCase(Locale.ROOT).equals(database.toLowerCase(Locale.ROOT));
  }
}
