package org.myocohort.evidence.duplicate;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.myocohort.evidence.duplicate.FieldAgreement.Degree;
import org.myocohort.evidence.record.PublicationType;

/// When two records are taken for the same work, and what stops it.
///
/// One conflict is enough to stop a merge, whatever else agrees: a false merge loses a study, a
/// missed one costs a minute.
final class MergeRules {
  private static final int TITLE_IN_A_VOLUME = 3;
  private static final int TITLE_A_YEAR_APART = 6;
  private static final int LONG_SPAN = 3;
  private static final int YEARS_BETWEEN_VERSIONS = 3;
  private static final double OTHER_TITLE_AUTHORS = 0.8;
  private static final double OTHER_TITLE_OTHER_ISSUE = 0.5;

  private MergeRules() {}

  /// The rule that holds for a pair without a conflict; null where none does.
  static @Nullable MergeRule rule(Comparison pair) {
    if (!pair.titlesGiven()) {
      return null;
    }
    if (pair.sameCochrane() && (pair.strongTitle() || (pair.goodTitle() && pair.authors > 0))) {
      return MergeRule.COCHRANE;
    }
    if (pair.sameIdentifier() && pair.goodTitle()) {
      return MergeRule.IDENTIFIER;
    }
    if (pair.onePreprint() && pair.doi != Degree.SAME) {
      return preprint(pair) ? MergeRule.PREPRINT : null;
    }
    if (place(pair)) {
      return MergeRule.PLACE;
    }
    if (title(pair)) {
      return MergeRule.TITLE;
    }
    return otherTitle(pair) ? MergeRule.OTHER_TITLE : null;
  }

  private static boolean preprint(Comparison pair) {
    return pair.strongTitle() && pair.longTitle() && pair.sameFirstAuthor && pair.mostAuthors();
  }

  private static boolean place(Comparison pair) {
    if (pair.recurring()) {
      return recurringSame(pair);
    }
    if (pair.samePlace() && pair.goodTitle()) {
      return pair.journal != SourceName.Match.DIFFERENT
          || pair.strongTitle()
          || (pair.severalPages() && pair.mostAuthors());
    }
    return pair.nearPlace()
        && pair.strongTitle()
        && pair.longTitle()
        && pair.yearGap <= 1
        && (pair.mostAuthors() || pair.authorsSilent());
  }

  /// The same title, authors, journal and year, where not both give a place that could be compared.
  private static boolean title(Comparison pair) {
    if (!pair.strongTitle() || !pair.mostAuthors() || pair.recurring()) {
      return false;
    }
    boolean sameVolume =
        pair.volume == Degree.SAME && pair.sameJournal() && pair.title.exact() && pair.allAuthors();
    if (!pair.longTitle() && !(sameVolume && pair.title.words() >= TITLE_IN_A_VOLUME)) {
      return false;
    }
    return switch (pair.journal) {
      case SAME, PART -> pair.sameYear() || (pair.yearGap == 1 && yearMistaken(pair, sameVolume));
      case NOT_GIVEN -> pair.sameYear();
      case DIFFERENT -> false;
    };
  }

  /// A year between them is the exception: the volume is the same; or it is a paper at a meeting,
  /// dated by the meeting and by its proceedings; or one came before print and one has a DOI.
  private static boolean yearMistaken(Comparison pair, boolean sameVolume) {
    boolean telling = pair.title.exact() && pair.title.words() >= TITLE_A_YEAR_APART;
    if (sameVolume) {
      return telling;
    }
    if (meeting(pair.first) && meeting(pair.second)) {
      return telling
          && pair.allAuthors()
          && pair.first.authors().size() > 1
          && pair.doi != Degree.DIFFERENT;
    }
    boolean beforePrint = pair.volume == Degree.NOT_GIVEN || pair.pages == Degree.NOT_GIVEN;
    boolean oneDoi = pair.first.doi().isEmpty() != pair.second.doi().isEmpty();
    return pair.sameJournal() && beforePrint && oneDoi;
  }

  /// The same pages by the same authors in the same journal and year: the titles are in two
  /// languages, or one was changed. Journals that page each issue from 1 are why the issue counts.
  private static boolean otherTitle(Comparison pair) {
    boolean issueAllows =
        pair.issue != Degree.DIFFERENT
            || (pair.length() >= LONG_SPAN && pair.title.similarity() >= OTHER_TITLE_OTHER_ISSUE);
    return pair.samePlace()
        && pair.exactPages()
        && pair.severalPages()
        && pair.journalAgrees()
        && pair.sameYear()
        && pair.sameFirstAuthor
        && pair.authors >= OTHER_TITLE_AUTHORS
        && !pair.recurring()
        && issueAllows;
  }

  private static boolean recurringSame(Comparison pair) {
    return pair.samePlace()
        && pair.exactPages()
        && pair.title.exact()
        && pair.sameYear()
        && pair.issue != Degree.DIFFERENT;
  }

  static Set<Conflict> conflicts(Comparison pair) {
    Set<Conflict> conflicts = EnumSet.noneOf(Conflict.class);
    boolean sameCochrane = pair.sameCochrane();
    boolean identified = pair.sameIdentifier() && pair.strongTitle();
    boolean versions = sameCochrane || identified || pair.onePreprint();
    if (!pair.first.kinds().equals(pair.second.kinds())
        && !(pair.samePlace() && pair.exactPages() && pair.sameFirstAuthor)) {
      conflicts.add(Conflict.KIND);
    }
    if (pair.title.numbersDiffer()) {
      conflicts.add(Conflict.NUMBERS);
    }
    if (pair.recurring() && !pair.sameIdentifier() && !recurringSame(pair)) {
      conflicts.add(Conflict.RECURRING);
    }
    if (pair.authorsGiven
        && pair.authors == 0
        && !(pair.samePlace() && pair.title.exact() && pair.longTitle())) {
      conflicts.add(Conflict.AUTHORS);
    }
    if (!pair.first.trials().isEmpty()
        && !pair.second.trials().isEmpty()
        && Collections.disjoint(pair.first.trials(), pair.second.trials())) {
      conflicts.add(Conflict.TRIAL);
    }
    if (!sameCochrane && !pair.first.cochrane().isEmpty() && !pair.second.cochrane().isEmpty()) {
      conflicts.add(Conflict.PLACE);
    }
    if (!versions) {
      addOfPlace(conflicts, pair);
    }
    int years = versions ? YEARS_BETWEEN_VERSIONS : 1;
    if (pair.yearGap > years && !sameCochrane && !pair.samePlace()) {
      conflicts.add(Conflict.YEAR);
    }
    return conflicts;
  }

  private static void addOfPlace(Set<Conflict> conflicts, Comparison pair) {
    boolean volumeMistyped = pair.pages == Degree.SAME && pair.title.exact() && pair.mostAuthors();
    boolean otherVolume = pair.volume == Degree.DIFFERENT && !volumeMistyped;
    if (pair.pages == Degree.DIFFERENT || otherVolume) {
      conflicts.add(Conflict.PLACE);
    }
    boolean doiMistyped =
        pair.samePlace() && pair.strongTitle() && pair.longTitle() && pair.yearGap <= 0;
    if (pair.doi == Degree.DIFFERENT && !doiMistyped) {
      conflicts.add(Conflict.DOI);
    }
    if (pair.samePlace() || pair.doi == Degree.SAME) {
      return;
    }
    if (pair.journal == SourceName.Match.DIFFERENT
        && !(pair.pages == Degree.SAME && pair.severalPages())) {
      conflicts.add(Conflict.JOURNAL);
    }
    if (pair.title.wordsDiffer()) {
      conflicts.add(Conflict.WORDS);
    }
    if (!sort(pair.first).equals(sort(pair.second)) && pair.pages != Degree.SAME) {
      conflicts.add(Conflict.PUBLICATION);
    }
  }

  /// What an article is not; the many other types are not told apart by every database.
  private static PublicationType sort(Fingerprint record) {
    return switch (record.type()) {
      case CONFERENCE, THESIS, TRIAL_REGISTRATION -> record.type();
      case ARTICLE, PREPRINT, BOOK, CHAPTER, REPORT, DATASET, OTHER, NOT_GIVEN ->
          PublicationType.ARTICLE;
    };
  }

  private static boolean meeting(Fingerprint record) {
    return record.type() == PublicationType.CONFERENCE;
  }
}
