package org.myocohort.evidence.flow;

import java.util.ArrayList;
import java.util.List;
import org.myocohort.evidence.search.SearchRun;

/// The PRISMA 2020 checklist with what a review knows of itself.
public final class Checklist {
  private static final String NOT_REPORTED = "NR";

  private final ChecklistFacts facts;

  private Checklist(ChecklistFacts facts) {
    this.facts = facts;
  }

  /// All items in their order.
  public static List<ChecklistEntry> of(ChecklistFacts facts) {
    Checklist checklist = new Checklist(facts);
    List<ChecklistEntry> entries = new ArrayList<>();
    for (ChecklistItem item : ChecklistItem.values()) {
      List<ChecklistFact> known = new ArrayList<>(checklist.known(item));
      facts
          .sentences(item)
          .forEach(each -> known.add(ChecklistFact.of(ChecklistFact.SENTENCE, each)));
      entries.add(new ChecklistEntry(item, known));
    }
    return List.copyOf(entries);
  }

  private List<ChecklistFact> known(ChecklistItem item) {
    return switch (item) {
      case ITEM_1 -> each("title", facts.title().stream().toList());
      case ITEM_4 -> each("question", facts.question().stream().toList());
      case ITEM_5 -> {
        List<ChecklistFact> criteria = new ArrayList<>();
        criteria.addAll(each("include", facts.inclusionCriteria()));
        criteria.addAll(each("exclude", facts.exclusionCriteria()));
        yield criteria;
      }
      case ITEM_6 -> sources();
      case ITEM_7 -> facts.searches().stream().map(Checklist::strategy).toList();
      case ITEM_8 -> reviewers();
      case ITEM_9 ->
          facts.extractors().stream()
              .map(each -> ChecklistFact.of("extractors", each.toString()))
              .toList();
      case ITEM_10A -> named("outcome", facts.outcomes());
      case ITEM_11 -> each("appraisal", facts.appraisalTools());
      case ITEM_16A -> facts.counts().map(Checklist::flow).orElse(List.of());
      case ITEM_16B -> named("excluded-report", facts.excludedReports());
      case ITEM_17 -> each("study", facts.includedStudies());
      case ITEM_24A -> each("registration", facts.registration().stream().toList());
      default -> List.of();
    };
  }

  private static List<ChecklistFact> each(String code, List<String> values) {
    return values.stream().map(value -> ChecklistFact.of(code, value)).toList();
  }

  private static List<ChecklistFact> named(String code, List<NamedDefinition> values) {
    return values.stream()
        .map(value -> ChecklistFact.of(code, value.name(), value.definition()))
        .toList();
  }

  /// The searches with their days, then the sources of the diagram that no search names.
  private List<ChecklistFact> sources() {
    List<ChecklistFact> sources = new ArrayList<>();
    for (SearchRun run : facts.searches()) {
      sources.add(
          run.date() == null
              ? ChecklistFact.of("searched-undated", place(run))
              : ChecklistFact.of("searched", place(run), run.date().toString()));
    }
    facts
        .counts()
        .ifPresent(counts -> {
          List<SourceGroup> groups = new ArrayList<>(counts.identified().groups());
          if (counts.other() != null) {
            groups.addAll(counts.other().identified().groups());
          }
          for (SourceGroup group : groups) {
            for (Source source : group.sources()) {
              if (facts.searches().stream().noneMatch(run -> names(run, source.name()))) {
                sources.add(ChecklistFact.of("searched-undated", source.name()));
              }
            }
          }
        });
    return sources;
  }

  private static boolean names(SearchRun run, String source) {
    return source.equalsIgnoreCase(run.database()) || source.equalsIgnoreCase(run.platform());
  }

  private static String place(SearchRun run) {
    return run.platform() == null ? run.database() : run.database() + " (" + run.platform() + ")";
  }

  private static ChecklistFact strategy(SearchRun run) {
    String count = run.count() == null ? NOT_REPORTED : run.count().toString();
    return run.limits().isEmpty()
        ? ChecklistFact.of("search", place(run), count, run.text())
        : ChecklistFact.of(
            "search-limited", place(run), count, run.text(), String.join(", ", run.limits()));
  }

  private List<ChecklistFact> reviewers() {
    List<ChecklistFact> known = new ArrayList<>();
    facts.reviewers().ifPresent(each -> known.add(ChecklistFact.of("reviewers", each.toString())));
    facts
        .blinded()
        .ifPresent(each -> known.add(ChecklistFact.of(each ? "blinded" : "not-blinded")));
    return known;
  }

  private static List<ChecklistFact> flow(FlowCounts counts) {
    List<ChecklistFact> known = new ArrayList<>();
    Screening screening = counts.screening();
    Count reports = counts.included().reports();
    known.add(
        ChecklistFact.of(
            "flow",
            shown(counts.identified().count()),
            screening == null ? NOT_REPORTED : shown(screening.screened()),
            shown(counts.fullTexts().assessed()),
            shown(counts.included().studies()),
            reports == null ? NOT_REPORTED : shown(reports)));
    FlowArithmetic.broken(counts)
        .forEach(each -> known.add(ChecklistFact.of("flow-broken", each.identity().code())));
    return known;
  }

  private static String shown(Count count) {
    return count.number() == null ? NOT_REPORTED : count.number().toString();
  }
}
