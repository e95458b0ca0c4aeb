package org.myocohort.evidence.duplicate;

import java.util.List;
import org.myocohort.evidence.duplicate.FieldAgreement.Degree;

/// Two records, field by field. What follows from it is in [MergeRules] and [Likelihood].
final class Comparison {
  /// Words of a title below which it says little.
  static final int LONG_TITLE = 4;

  private static final double STRONG_TITLE = 0.93;
  private static final double GOOD_TITLE = 0.75;
  private static final double TITLE_DESPITE_OTHER_WORDS = 0.9;
  private static final double MOST_AUTHORS = 0.6;

  final Fingerprint first;
  final Fingerprint second;
  final TitleComparison title;
  final boolean authorsGiven;

  /// Share of the shorter list of authors that is in the longer one; 0 where one is not given.
  final double authors;

  final boolean sameFirstAuthor;
  final SourceName.Match journal;
  final Degree volume;
  final Degree issue;
  final Degree pages;
  final Degree doi;
  final Degree pubMed;

  /// Years between them; -1 where one is not given.
  final int yearGap;

  Comparison(Fingerprint first, Fingerprint second, Vocabulary vocabulary) {
    this(first, second, TitleComparison.of(first, second, vocabulary), vocabulary);
  }

  Comparison(Fingerprint first, Fingerprint second, TitleComparison title, Vocabulary vocabulary) {
    this.first = first;
    this.second = second;
    this.title = title;
    authorsGiven = !first.authors().unknown() && !second.authors().unknown();
    authors = authorsGiven ? first.authors().shared(second.authors(), vocabulary) : 0;
    sameFirstAuthor = authors > 0 && first.authors().sameFirst(second.authors(), vocabulary);
    journal = first.source().match(second.source());
    boolean movedUp = movedUp(first, second) || movedUp(second, first);
    volume = movedUp ? Degree.SAME : text(first.volume(), second.volume());
    issue = text(first.issue(), second.issue());
    pages = movedUp ? Degree.NOT_GIVEN : pages(first, second);
    doi = text(first.doi(), second.doi());
    pubMed = text(first.pubMed(), second.pubMed());
    Integer mine = first.year();
    Integer theirs = second.year();
    yearGap = mine == null || theirs == null ? -1 : Math.abs(mine - theirs);
  }

  boolean titlesGiven() {
    return !first.titles().isEmpty() && !second.titles().isEmpty();
  }

  boolean strongTitle() {
    boolean partLeftOut = title.numberMissing() && !exactPages();
    return title.exact() || (title.similarity() >= STRONG_TITLE && titleAgrees() && !partLeftOut);
  }

  boolean goodTitle() {
    return (title.similarity() >= GOOD_TITLE || title.contained()) && titleAgrees();
  }

  private boolean titleAgrees() {
    return !title.numbersDiffer()
        && (!title.wordsDiffer()
            || title.similarity() >= TITLE_DESPITE_OTHER_WORDS
            || exactPages());
  }

  boolean longTitle() {
    return title.words() >= LONG_TITLE;
  }

  boolean mostAuthors() {
    return authors >= MOST_AUTHORS;
  }

  boolean allAuthors() {
    return authors == 1;
  }

  boolean authorsSilent() {
    return !authorsGiven;
  }

  boolean sameIdentifier() {
    return doi == Degree.SAME || pubMed == Degree.SAME;
  }

  boolean sameJournal() {
    return journal == SourceName.Match.SAME;
  }

  boolean journalAgrees() {
    return journal == SourceName.Match.SAME || journal == SourceName.Match.PART;
  }

  boolean sameYear() {
    return yearGap == 0;
  }

  /// The same pages of the same volume, or of proceedings that have no volume.
  boolean samePlace() {
    return pages == Degree.SAME
        && (volume == Degree.SAME
            || (volume == Degree.NOT_GIVEN
                && severalPages()
                && !pagedFromOne()
                && journalAgrees()
                && sameYear()));
  }

  /// Where each paper is paged from 1, its pages tell nothing.
  private boolean pagedFromOne() {
    PageSpan given = first.pages();
    return given != null && given.fromOne();
  }

  /// Nearly the same place: pages that overlap or have a digit mistyped, a volume not given or
  /// mistyped.
  boolean nearPlace() {
    if (pages == Degree.ALIKE) {
      return volume == Degree.SAME;
    }
    return pages == Degree.SAME
        && (title.exact() || (volume != Degree.DIFFERENT && severalPages()));
  }

  boolean severalPages() {
    PageSpan mine = first.pages();
    PageSpan theirs = second.pages();
    return mine != null && theirs != null && mine.several() && theirs.several();
  }

  /// Whether both ends of the pages are the same.
  boolean exactPages() {
    PageSpan mine = first.pages();
    PageSpan theirs = second.pages();
    return mine != null
        && theirs != null
        && mine.first().equals(theirs.first())
        && mine.last().equals(theirs.last());
  }

  /// Number of pages of the first record; 0 where they are not given.
  int length() {
    PageSpan given = first.pages();
    return given == null ? 0 : given.length();
  }

  boolean recurring() {
    return first.recurring() || second.recurring();
  }

  boolean onePreprint() {
    return first.preprint() != second.preprint();
  }

  /// Versions of one Cochrane review: the same number, or the same title where one has no number.
  boolean sameCochrane() {
    if (!first.cochrane().isEmpty() && !second.cochrane().isEmpty()) {
      return first.cochrane().equals(second.cochrane());
    }
    return first.source().cochrane() && second.source().cochrane() && strongTitle();
  }

  List<FieldAgreement> agreements() {
    return List.of(
        new FieldAgreement(ComparedField.TITLE, titleDegree(), title.similarity()),
        new FieldAgreement(ComparedField.AUTHORS, authorDegree(), authors),
        plain(
            ComparedField.JOURNAL,
            switch (journal) {
              case SAME -> Degree.SAME;
              case PART -> Degree.ALIKE;
              case DIFFERENT -> Degree.DIFFERENT;
              case NOT_GIVEN -> Degree.NOT_GIVEN;
            }),
        plain(ComparedField.YEAR, yearDegree()),
        plain(ComparedField.VOLUME, volume),
        plain(ComparedField.ISSUE, issue),
        plain(ComparedField.PAGES, pages),
        plain(ComparedField.DOI, doi),
        plain(ComparedField.PUBMED, pubMed));
  }

  private Degree titleDegree() {
    if (!titlesGiven()) {
      return Degree.NOT_GIVEN;
    }
    if (title.exact()) {
      return Degree.SAME;
    }
    boolean alike = title.similarity() >= GOOD_TITLE || title.contained();
    return alike ? Degree.ALIKE : Degree.DIFFERENT;
  }

  private Degree authorDegree() {
    if (!authorsGiven) {
      return Degree.NOT_GIVEN;
    }
    return authors == 1 ? Degree.SAME : authors > 0 ? Degree.ALIKE : Degree.DIFFERENT;
  }

  private Degree yearDegree() {
    return switch (yearGap) {
      case -1 -> Degree.NOT_GIVEN;
      case 0 -> Degree.SAME;
      case 1 -> Degree.ALIKE;
      default -> Degree.DIFFERENT;
    };
  }

  private static FieldAgreement plain(ComparedField field, Degree degree) {
    return new FieldAgreement(field, degree, degree == Degree.SAME ? 1 : 0);
  }

  private static Degree text(String first, String second) {
    if (first.isEmpty() || second.isEmpty()) {
      return Degree.NOT_GIVEN;
    }
    return first.equals(second) ? Degree.SAME : Degree.DIFFERENT;
  }

  /// Pages from 1 without a volume are those of a manuscript: they say nothing.
  private static Degree pages(Fingerprint first, Fingerprint second) {
    PageSpan mine = first.pages();
    PageSpan theirs = second.pages();
    if (mine == null || theirs == null) {
      return Degree.NOT_GIVEN;
    }
    if (mine.same(theirs)) {
      return Degree.SAME;
    }
    if ((mine.fromOne() && first.volume().isEmpty())
        || (theirs.fromOne() && second.volume().isEmpty())) {
      return Degree.NOT_GIVEN;
    }
    return mine.touches(theirs) ? Degree.ALIKE : Degree.DIFFERENT;
  }

  /// Whether the fields of a record moved up by one: what stands as its issue and page is the
  /// other's volume and issue.
  private static boolean movedUp(Fingerprint record, Fingerprint other) {
    PageSpan pages = record.pages();
    return pages != null
        && record.volume().isEmpty()
        && !record.issue().isEmpty()
        && record.issue().equals(other.volume())
        && pages.first().equals(other.issue());
  }
}
