package org.myocohort.evidence.duplicate;

import java.util.Set;
import org.myocohort.evidence.duplicate.FieldAgreement.Degree;

/// How probable it is that two records describe one work: the sum of what each field says, as log
/// odds. The weights are by judgement, not fitted; they order what a person looks at, and decide
/// nothing.
final class Likelihood {
  private static final double BEFORE = -5;
  private static final double PER_WORD = 1.5;
  private static final double MOST_BY_TITLE = 7;
  private static final double TITLE_SLOPE = 12;
  private static final double TITLE_EVEN = 0.62;
  private static final double CONTAINED = 1.5;
  private static final double AUTHOR_SLOPE = 4;
  private static final double AUTHORS_EVEN = 0.62;
  private static final double FIRST_AUTHOR = 1;
  private static final double CONFLICT = 1;
  private static final double HARD_CONFLICT = 3;

  private Likelihood() {}

  static double of(Comparison pair, Set<Conflict> conflicts) {
    double logOdds = BEFORE;
    TitleComparison title = pair.title;
    logOdds +=
        title.exact()
            ? Math.min(MOST_BY_TITLE, PER_WORD * title.words())
            : TITLE_SLOPE * (title.similarity() - TITLE_EVEN);
    logOdds += title.contained() ? CONTAINED : 0;
    if (pair.authorsGiven) {
      logOdds += AUTHOR_SLOPE * (pair.authors - AUTHORS_EVEN);
      logOdds += pair.sameFirstAuthor ? FIRST_AUTHOR : 0;
    }
    double place = ofPlace(pair);
    logOdds += pair.onePreprint() || pair.sameCochrane() ? Math.max(0, place) : place;
    for (Conflict conflict : conflicts) {
      logOdds -=
          switch (conflict) {
            case PLACE, JOURNAL, YEAR, AUTHORS -> CONFLICT;
            case KIND, NUMBERS, WORDS, RECURRING, DOI, PUBLICATION, TRIAL, CLUSTER, PERSON ->
                HARD_CONFLICT;
          };
    }
    return 1 / (1 + Math.exp(-logOdds));
  }

  /// Versions of one work may be in different places and years.
  private static double ofPlace(Comparison pair) {
    double logOdds = weight(pair.pages, 3, 1, -3);
    logOdds += weight(pair.volume, 1.5, 0, -2);
    logOdds += weight(pair.doi, 5, 0, -3);
    logOdds += weight(pair.pubMed, 6, 0, -4);
    logOdds +=
        switch (pair.journal) {
          case SAME -> 1.5;
          case PART -> 0.5;
          case DIFFERENT -> -1.5;
          case NOT_GIVEN -> 0;
        };
    return logOdds
        + switch (pair.yearGap) {
          case -1 -> 0;
          case 0 -> 1;
          case 1 -> -1;
          default -> -2.5;
        };
  }

  private static double weight(Degree degree, double same, double alike, double different) {
    return switch (degree) {
      case SAME -> same;
      case ALIKE -> alike;
      case DIFFERENT -> different;
      case NOT_GIVEN -> 0;
    };
  }
}
