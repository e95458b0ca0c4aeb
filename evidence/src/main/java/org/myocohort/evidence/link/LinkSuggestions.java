package org.myocohort.evidence.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.myocohort.evidence.duplicate.ComparedField;
import org.myocohort.evidence.duplicate.ComparedPair;
import org.myocohort.evidence.duplicate.ComparedRecords;
import org.myocohort.evidence.duplicate.Conflict;
import org.myocohort.evidence.duplicate.FieldAgreement;
import org.myocohort.evidence.duplicate.IdentifiedRecord;
import org.myocohort.evidence.link.LinkReason.Kind;
import org.myocohort.evidence.record.BibliographicRecord;
import org.myocohort.evidence.record.Identifier;
import org.myocohort.evidence.record.IdentifierKind;
import org.myocohort.evidence.record.PublicationType;
import org.myocohort.evidence.record.RelatedWork;

/// Which reports may belong to one study, or tell of the same patients.
///
/// Every pair is looked at: reports that were read are hundreds at most.
public final class LinkSuggestions {
  private static final double ALIKE_TITLE = 0.6;
  private static final double SAME_TITLE = 0.9;
  private static final int FACTS_IN_COMMON = 3;

  private LinkSuggestions() {}

  /// Suggestions among reports, in the order of the reports.
  public static List<LinkSuggestion> among(List<Report> reports) {
    ComparedRecords records =
        ComparedRecords.of(
            reports.stream()
                .map(report -> new IdentifiedRecord(report.id(), report.record()))
                .toList());
    List<LinkSuggestion> suggestions = new ArrayList<>();
    for (int first = 0; first < reports.size(); first++) {
      for (int second = first + 1; second < reports.size(); second++) {
        suggest(reports.get(first), reports.get(second), records).ifPresent(suggestions::add);
      }
    }
    return suggestions;
  }

  private static Optional<LinkSuggestion> suggest(
      Report first, Report second, ComparedRecords records) {
    ComparedPair pair = records.explain(first.id(), second.id());
    List<LinkReason> reasons = new ArrayList<>();
    double title = share(pair, ComparedField.TITLE);
    double authors = share(pair, ComparedField.AUTHORS);
    if (named(first.record(), second.record()) || named(second.record(), first.record())) {
      reasons.add(new LinkReason(Kind.NAMED_IN_RECORD, title(first.record())));
    }
    if (title >= ALIKE_TITLE) {
      reasons.add(new LinkReason(Kind.TITLE, title(first.record())));
    }
    if (authors > 0) {
      reasons.add(new LinkReason(Kind.AUTHORS, firstAuthor(first.record())));
    }
    boolean contradicted = contradicts(first.facts(), second.facts());
    List<LinkReason> facts = inCommon(first, second);
    reasons.addAll(facts);
    boolean registered = reasons.stream().anyMatch(reason -> reason.kind() == Kind.REGISTRATION);
    boolean notice =
        reasons.stream().anyMatch(reason -> reason.kind() == Kind.NAMED_IN_RECORD)
            || (pair.conflicts().contains(Conflict.KIND) && title >= SAME_TITLE && authors > 0);
    boolean oneAbstract =
        (first.record().type() == PublicationType.CONFERENCE)
            != (second.record().type() == PublicationType.CONFERENCE);
    if (registered) {
      return Optional.of(suggestion(first, second, LinkSuggestion.Kind.SAME_STUDY, reasons));
    }
    if (notice) {
      return Optional.of(suggestion(first, second, LinkSuggestion.Kind.NOTICE_OF, reasons));
    }
    if (oneAbstract && title >= ALIKE_TITLE && authors > 0 && !contradicted) {
      return Optional.of(suggestion(first, second, LinkSuggestion.Kind.ABSTRACT_OF, reasons));
    }
    return sharePatients(first.facts(), second.facts(), authors > 0)
        ? Optional.of(suggestion(first, second, LinkSuggestion.Kind.SHARED_PATIENTS, reasons))
        : Optional.empty();
  }

  /// Whether facts agree so far that a person must say whether the patients are the same: a drug
  /// and three facts more, none that speaks against it.
  static boolean sharePatients(CohortFacts first, CohortFacts second, boolean sameAuthors) {
    List<LinkReason> facts = inCommon(first, second);
    boolean drug = facts.stream().anyMatch(fact -> fact.kind() == Kind.DRUG);
    int others = facts.size() - (drug ? 1 : 0) + (sameAuthors ? 1 : 0);
    return drug && others >= FACTS_IN_COMMON && !contradicts(first, second);
  }

  private static LinkSuggestion suggestion(
      Report first, Report second, LinkSuggestion.Kind kind, List<LinkReason> reasons) {
    return new LinkSuggestion(first.id(), second.id(), kind, reasons);
  }

  private static List<LinkReason> inCommon(Report first, Report second) {
    List<LinkReason> reasons = new ArrayList<>(inCommon(first.facts(), second.facts()));
    Set<String> trials = trials(first);
    trials.retainAll(trials(second));
    if (!trials.isEmpty()
        && reasons.stream().noneMatch(reason -> reason.kind() == Kind.REGISTRATION)) {
      reasons.add(new LinkReason(Kind.REGISTRATION, String.join(", ", trials)));
    }
    return reasons;
  }

  /// The facts that both tell and that agree.
  static List<LinkReason> inCommon(CohortFacts first, CohortFacts second) {
    List<LinkReason> reasons = new ArrayList<>();
    addShared(reasons, Kind.REGISTRATION, first.registrations(), second.registrations());
    addShared(reasons, Kind.DRUG, first.drugs(), second.drugs());
    addSame(reasons, Kind.DAILY_DOSE, first.dailyDose(), second.dailyDose());
    addSame(reasons, Kind.MONTHS, text(first.months()), text(second.months()));
    addSame(reasons, Kind.DESIGN, first.design(), second.design());
    addSame(reasons, Kind.CENTRE, first.centre(), second.centre());
    Period period = first.included();
    Period other = second.included();
    if (period != null && other != null && period.overlaps(other)) {
      reasons.add(new LinkReason(Kind.PERIOD, period.from() + " - " + period.to()));
    }
    // That two reports are of one patient each says nothing.
    if (first.patients() != null
        && first.patients() > 1
        && first.patients().equals(second.patients())) {
      String patients = Integer.toString(first.patients());
      if (first.responders() == null || second.responders() == null) {
        reasons.add(new LinkReason(Kind.RESULT, patients));
      } else if (first.responders().equals(second.responders())) {
        reasons.add(new LinkReason(Kind.RESULT, first.responders() + "/" + patients));
      }
    }
    return reasons;
  }

  /// Another centre, or no day in common.
  static boolean contradicts(CohortFacts first, CohortFacts second) {
    Period period = first.included();
    Period other = second.included();
    boolean otherTime = period != null && other != null && !period.overlaps(other);
    boolean otherCentre =
        first.centre() != null && second.centre() != null && !same(first.centre(), second.centre());
    return otherTime || otherCentre;
  }

  private static void addShared(
      List<LinkReason> reasons, Kind kind, Set<String> first, Set<String> second) {
    Set<String> shared = new TreeSet<>();
    for (String mine : first) {
      if (second.stream().anyMatch(theirs -> same(mine, theirs))) {
        shared.add(mine);
      }
    }
    if (!shared.isEmpty()) {
      reasons.add(new LinkReason(kind, String.join(", ", shared)));
    }
  }

  private static void addSame(
      List<LinkReason> reasons, Kind kind, @Nullable String first, @Nullable String second) {
    if (first != null && second != null && same(first, second)) {
      reasons.add(new LinkReason(kind, first));
    }
  }

  private static boolean same(String first, String second) {
    return first.strip().toLowerCase(Locale.ROOT).equals(second.strip().toLowerCase(Locale.ROOT));
  }

  private static @Nullable String text(@Nullable Integer number) {
    return number == null ? null : Integer.toString(number);
  }

  private static Set<String> trials(Report report) {
    Set<String> trials = new TreeSet<>(report.facts().registrations());
    for (Identifier identifier : report.record().identifiers()) {
      if (identifier.kind() == IdentifierKind.TRIAL) {
        trials.add(identifier.value());
      }
    }
    return trials;
  }

  /// Whether a database names the other record, by PubMed number or DOI, among the works related.
  private static boolean named(BibliographicRecord record, BibliographicRecord other) {
    Optional<String> pubMed = other.identifier(IdentifierKind.PMID);
    Optional<String> doi = other.identifier(IdentifierKind.DOI);
    for (RelatedWork related : record.related()) {
      String text = related.text().toLowerCase(Locale.ROOT);
      boolean byNumber =
          pubMed.isPresent() && text.matches("(?s).*(?<!\\d)" + pubMed.get() + "(?!\\d).*");
      if (byNumber || (doi.isPresent() && text.contains(doi.get()))) {
        return true;
      }
    }
    return false;
  }

  private static double share(ComparedPair pair, ComparedField field) {
    return pair.agreements().stream()
        .filter(agreement -> agreement.field() == field)
        .mapToDouble(FieldAgreement::share)
        .findFirst()
        .orElse(0);
  }

  private static String title(BibliographicRecord record) {
    String title = record.title();
    return title == null ? "" : title;
  }

  private static String firstAuthor(BibliographicRecord record) {
    return record.authors().isEmpty() ? "" : record.authors().getFirst().family();
  }
}
