package org.myocohort.evidence.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Whether the numbers of a diagram fit together.
///
/// An identity is asked only where the diagram has both of its sides. A number that is not reported
/// can be anything from 0 on: what breaks whatever it is, is broken; what depends on it cannot be
/// told. Where the unit changes, a stated difference makes the identity left + difference = right.
public final class FlowArithmetic {
  private final FlowCounts counts;
  private final List<IdentityCheck> checks = new ArrayList<>();

  private FlowArithmetic(FlowCounts counts) {
    this.counts = counts;
  }

  /// Every identity that the diagram has both sides of, in the order of its boxes.
  public static List<IdentityCheck> of(FlowCounts counts) {
    FlowArithmetic arithmetic = new FlowArithmetic(counts);
    arithmetic.databases();
    arithmetic.otherMethods();
    arithmetic.reportsIncluded();
    arithmetic.studies();
    arithmetic.totals();
    arithmetic.pooled();
    return List.copyOf(arithmetic.checks);
  }

  /// Those that are broken.
  public static List<IdentityCheck> broken(FlowCounts counts) {
    return of(counts).stream().filter(each -> each.verdict() == Verdict.BROKEN).toList();
  }

  private void equal(Identity identity, List<Term> left, Term right) {
    check(identity, left, Relation.EQUAL, List.of(right));
  }

  private void check(Identity identity, List<Term> left, Relation relation, List<Term> right) {
    ExplainedDifference explanation = explanation(identity);
    Range from = Range.of(left);
    Range to = Range.of(right);
    checks.add(
        new IdentityCheck(
            identity,
            left,
            relation,
            right,
            verdict(from, relation, to, explanation),
            explanation));
  }

  private @Nullable ExplainedDifference explanation(Identity identity) {
    return counts.explained().stream()
        .filter(each -> each.identity() == identity)
        .findFirst()
        .orElse(null);
  }

  private static Verdict verdict(
      Range left, Relation relation, Range right, @Nullable ExplainedDifference explanation) {
    Relation asked = explanation == null ? relation : Relation.EQUAL;
    Range moved = explanation == null ? left : left.plus(explanation.difference());
    if (!moved.canKeep(asked, right)) {
      return Verdict.BROKEN;
    }
    if (!moved.mustKeep(asked, right)) {
      return Verdict.CANNOT_BE_TOLD;
    }
    return explanation == null ? Verdict.HOLDS : Verdict.EXPLAINED;
  }

  private void databases() {
    identified(FlowBox.IDENTIFIED, counts.identified());
    Removed removed = counts.removed();
    Term allRemoved = Term.minus(FlowBox.REMOVED, FlowPart.RECORDS, removed.count());
    if (removed.printed() != null && !removed.lines().isEmpty()) {
      List<Term> lines = new ArrayList<>();
      FlowParts.of(counts).stream()
          .filter(each -> each.box() == FlowBox.REMOVED && !each.part().equals(FlowPart.RECORDS))
          .forEach(each -> lines.add(term(each)));
      equal(
          Identity.REMOVED, lines, Term.plus(FlowBox.REMOVED, FlowPart.RECORDS, removed.printed()));
    }
    List<Term> remain =
        List.of(
            Term.plus(FlowBox.IDENTIFIED, FlowPart.RECORDS, counts.identified().count()),
            allRemoved);
    Screening screening = counts.screening();
    if (screening != null) {
      equal(
          Identity.SCREENED,
          remain,
          Term.plus(FlowBox.SCREENED, FlowPart.RECORDS, screening.screened()));
      reasons(
          Identity.EXCLUSION_REASONS,
          FlowBox.EXCLUDED,
          screening.reasons(),
          Term.plus(FlowBox.EXCLUDED, FlowPart.RECORDS, screening.excluded()));
      remain =
          List.of(
              Term.plus(FlowBox.SCREENED, FlowPart.RECORDS, screening.screened()),
              Term.minus(FlowBox.EXCLUDED, FlowPart.RECORDS, screening.excluded()));
    }
    FullTexts texts = counts.fullTexts();
    Term assessed = Term.plus(FlowBox.ASSESSED, FlowPart.REPORTS, texts.assessed());
    if (texts.sought() != null && texts.notRetrieved() != null) {
      Term sought = Term.plus(FlowBox.SOUGHT, FlowPart.REPORTS, texts.sought());
      equal(Identity.SOUGHT, remain, sought);
      Term lost = Term.minus(FlowBox.NOT_RETRIEVED, FlowPart.REPORTS, texts.notRetrieved());
      equal(Identity.ASSESSED, List.of(sought, lost), assessed);
    } else {
      equal(Identity.SOUGHT, remain, assessed);
    }
    if (texts.excluded() != null) {
      reasons(
          Identity.FULL_TEXT_REASONS,
          FlowBox.REPORTS_EXCLUDED,
          texts.reasons(),
          Term.plus(FlowBox.REPORTS_EXCLUDED, FlowPart.REPORTS, texts.excluded()));
    }
  }

  private void otherMethods() {
    OtherMethods other = counts.other();
    if (other == null) {
      return;
    }
    identified(FlowBox.OTHER_IDENTIFIED, other.identified());
    List<Term> found =
        List.of(Term.plus(FlowBox.OTHER_IDENTIFIED, FlowPart.RECORDS, other.identified().count()));
    FullTexts texts = other.fullTexts();
    Term assessed = Term.plus(FlowBox.OTHER_ASSESSED, FlowPart.REPORTS, texts.assessed());
    if (texts.sought() != null && texts.notRetrieved() != null) {
      Term sought = Term.plus(FlowBox.OTHER_SOUGHT, FlowPart.REPORTS, texts.sought());
      equal(Identity.OTHER_SOUGHT, found, sought);
      Term lost = Term.minus(FlowBox.OTHER_NOT_RETRIEVED, FlowPart.REPORTS, texts.notRetrieved());
      equal(Identity.OTHER_ASSESSED, List.of(sought, lost), assessed);
    } else {
      equal(Identity.OTHER_SOUGHT, found, assessed);
    }
    if (texts.excluded() != null) {
      reasons(
          Identity.OTHER_REASONS,
          FlowBox.OTHER_REPORTS_EXCLUDED,
          texts.reasons(),
          Term.plus(FlowBox.OTHER_REPORTS_EXCLUDED, FlowPart.REPORTS, texts.excluded()));
    }
  }

  private void identified(FlowBox box, Identified identified) {
    for (SourceGroup group : identified.groups()) {
      if (group.printed() != null && !group.sources().isEmpty()) {
        equal(
            Identity.SOURCES,
            group.sources().stream().map(each -> term(FlowPart.of(box, each))).toList(),
            Term.plus(box, group.kind().code(), group.printed()));
      }
    }
    if (identified.printed() != null && !identified.groups().isEmpty()) {
      equal(
          Identity.IDENTIFIED,
          identified.groups().stream()
              .map(each -> Term.plus(box, each.kind().code(), each.count()))
              .toList(),
          Term.plus(box, FlowPart.RECORDS, identified.printed()));
    }
  }

  private void reasons(Identity identity, FlowBox box, List<Reason> reasons, Term excluded) {
    if (!reasons.isEmpty()) {
      equal(
          identity, reasons.stream().map(each -> term(FlowPart.of(box, each))).toList(), excluded);
    }
  }

  private static Term term(FlowPart part) {
    Count count = part.count();
    return new Term(false, part, count == null ? Count.notReported("") : count);
  }

  private void reportsIncluded() {
    List<Term> left = new ArrayList<>();
    FullTexts texts = counts.fullTexts();
    left.add(Term.plus(FlowBox.ASSESSED, FlowPart.REPORTS, texts.assessed()));
    left.add(Term.minus(FlowBox.REPORTS_EXCLUDED, FlowPart.REPORTS, texts.excludedCount()));
    if (counts.other() != null) {
      FullTexts others = counts.other().fullTexts();
      left.add(Term.plus(FlowBox.OTHER_ASSESSED, FlowPart.REPORTS, others.assessed()));
      left.add(
          Term.minus(FlowBox.OTHER_REPORTS_EXCLUDED, FlowPart.REPORTS, others.excludedCount()));
    }
    Included included = counts.included();
    Count reports = included.reports();
    if (reports != null) {
      List<Term> right = new ArrayList<>();
      right.add(Term.plus(FlowBox.INCLUDED, FlowPart.REPORTS, reports));
      if (included.reportsOfPrevious() != null) {
        right.add(
            Term.plus(
                FlowBox.INCLUDED, FlowPart.REPORTS_OF_PREVIOUS, included.reportsOfPrevious()));
      }
      check(Identity.REPORTS_INCLUDED, left, Relation.EQUAL, right);
    }
    if (reports == null || !reports.isReported()) {
      check(
          Identity.STUDIES_ASSESSED,
          left,
          Relation.AT_LEAST,
          List.of(Term.plus(FlowBox.INCLUDED, FlowPart.STUDIES, included.studies())));
    }
  }

  private void studies() {
    Included included = counts.included();
    atLeast(Identity.REPORTS_OF_STUDIES, FlowBox.INCLUDED, included.reports(), included.studies());
    PreviousVersion previous = counts.previous();
    if (previous != null) {
      atLeast(Identity.PREVIOUS_REPORTS, FlowBox.PREVIOUS, previous.reports(), previous.studies());
    }
  }

  private void atLeast(
      Identity identity, FlowBox box, @Nullable Count reports, @Nullable Count studies) {
    if (reports != null && studies != null) {
      check(
          identity,
          List.of(Term.plus(box, FlowPart.REPORTS, reports)),
          Relation.AT_LEAST,
          List.of(Term.plus(box, FlowPart.STUDIES, studies)));
    }
  }

  private void totals() {
    Included included = counts.included();
    if (included.totalStudies() != null) {
      equal(
          Identity.TOTAL_STUDIES,
          allStudies(),
          Term.plus(FlowBox.TOTAL, FlowPart.STUDIES, included.totalStudies()));
    }
    List<Term> reports = allReports();
    if (included.totalReports() != null && !reports.isEmpty()) {
      equal(
          Identity.TOTAL_REPORTS,
          reports,
          Term.plus(FlowBox.TOTAL, FlowPart.REPORTS, included.totalReports()));
    }
    atLeast(
        Identity.TOTAL_REPORTS_OF_STUDIES,
        FlowBox.TOTAL,
        counts.totalReports(),
        counts.totalStudies());
  }

  private List<Term> allStudies() {
    List<Term> all = new ArrayList<>();
    all.add(Term.plus(FlowBox.INCLUDED, FlowPart.STUDIES, counts.included().studies()));
    if (counts.previous() != null) {
      all.add(Term.plus(FlowBox.PREVIOUS, FlowPart.STUDIES, counts.previous().studies()));
    }
    return all;
  }

  /// The reports that the total is made of; empty where the diagram does not count them all.
  private List<Term> allReports() {
    Included included = counts.included();
    PreviousVersion previous = counts.previous();
    if (included.reports() == null || (previous != null && previous.reports() == null)) {
      return List.of();
    }
    Predicate<FlowPart> counted =
        each ->
            (each.box() == FlowBox.INCLUDED || each.box() == FlowBox.PREVIOUS)
                && (each.part().equals(FlowPart.REPORTS)
                    || each.part().equals(FlowPart.REPORTS_OF_PREVIOUS));
    return FlowParts.of(counts).stream().filter(counted).map(FlowArithmetic::term).toList();
  }

  private void pooled() {
    Included included = counts.included();
    if (included.pooledStudies() != null) {
      Count total = included.totalStudies();
      check(
          Identity.POOLED_STUDIES,
          List.of(Term.plus(FlowBox.META_ANALYSIS, FlowPart.STUDIES, included.pooledStudies())),
          Relation.AT_MOST,
          total == null
              ? allStudies()
              : List.of(Term.plus(FlowBox.TOTAL, FlowPart.STUDIES, total)));
    }
    Count total = included.totalReports();
    List<Term> reports =
        total == null ? allReports() : List.of(Term.plus(FlowBox.TOTAL, FlowPart.REPORTS, total));
    if (included.pooledReports() != null && !reports.isEmpty()) {
      check(
          Identity.POOLED_REPORTS,
          List.of(Term.plus(FlowBox.META_ANALYSIS, FlowPart.REPORTS, included.pooledReports())),
          Relation.AT_MOST,
          reports);
    }
  }
}
