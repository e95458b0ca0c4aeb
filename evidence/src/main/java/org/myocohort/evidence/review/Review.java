package org.myocohort.evidence.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.myocohort.evidence.duplicate.DecisionLog;
import org.myocohort.evidence.duplicate.DuplicateDecision;
import org.myocohort.evidence.link.OverlapDecision;
import org.myocohort.evidence.pool.KnownReports;
import org.myocohort.evidence.screening.ScreeningBoard;
import org.myocohort.evidence.screening.ScreeningEvent;
import org.myocohort.evidence.screening.ScreeningLog;
import org.myocohort.evidence.screening.ScreeningStage;
import org.myocohort.evidence.search.SearchRun;

/// A review as its folder told it at one time. Immutable.
///
/// A *record* is a line of an export. A *work* is a record with its copies, called by the id of the
/// first of them. Decisions name records and hold for their works, so that they outlive a merge and
/// its undoing.
public final class Review implements KnownReports {
  private final ReviewSettings settings;
  private final List<SearchRun> searches;
  private final List<ImportEntry> imports;
  private final SequencedMap<String, RecordEntry> records;
  private final Map<String, String> copies;
  private final List<ReviewEvent> events;
  private final SequencedMap<String, List<String>> works = new LinkedHashMap<>();
  private final Map<Integer, ImportEntry> importsByNumber = new HashMap<>();
  private final Map<String, ReviewEvent.Sought> sought = new HashMap<>();
  private final Map<String, String> studies = new HashMap<>();
  private final ScreeningLog screening;

  /// Puts a review together from what its files hold.
  ///
  /// @param copies the work of each record that is a copy
  /// @param events of all people, in their order in time
  Review(
      ReviewSettings settings,
      List<SearchRun> searches,
      List<ImportEntry> imports,
      SequencedMap<String, RecordEntry> records,
      Map<String, String> copies,
      List<ReviewEvent> events) {
    this.settings = settings;
    this.searches = List.copyOf(searches);
    this.imports = List.copyOf(imports);
    this.records = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(records));
    // Ids in a row lie in a row in an immutable map, which then looks at thousands to find one.
    this.copies = new HashMap<>(copies);
    this.events = List.copyOf(events);
    for (ImportEntry entry : imports) {
      importsByNumber.put(entry.number(), entry);
    }
    for (String id : this.records.keySet()) {
      works.computeIfAbsent(work(id), _ -> new ArrayList<>()).add(id);
    }
    List<ScreeningEvent> screened = new ArrayList<>();
    for (ReviewEvent event : events) {
      switch (event) {
        case ReviewEvent.Screened(ScreeningEvent decision) -> screened.add(ofWork(decision));
        case ReviewEvent.Sought full -> sought.put(work(full.work()), full);
        case ReviewEvent.StudyNamed named -> name(named);
        case ReviewEvent.Copies _,
            ReviewEvent.Overlapped _,
            ReviewEvent.Looked _,
            ReviewEvent.Updated _ -> {}
      }
    }
    screening = new ScreeningLog(screened);
  }

  private void name(ReviewEvent.StudyNamed named) {
    for (String record : named.works()) {
      if (named.study().isEmpty()) {
        studies.remove(work(record));
      } else {
        studies.put(work(record), named.study());
      }
    }
  }

  /// The same event, of the work that its record describes.
  ScreeningEvent ofWork(ScreeningEvent event) {
    String work = work(event.record());
    return switch (event) {
      case ScreeningEvent.Decided decided ->
          new ScreeningEvent.Decided(
              decided.reviewer(),
              work,
              decided.stage(),
              decided.verdict(),
              decided.reason(),
              decided.time(),
              decided.shown());
      case ScreeningEvent.Undone undone ->
          new ScreeningEvent.Undone(undone.reviewer(), work, undone.stage(), undone.time());
      case ScreeningEvent.Resolved resolved ->
          new ScreeningEvent.Resolved(
              resolved.reviewer(),
              work,
              resolved.stage(),
              resolved.include(),
              resolved.reason(),
              resolved.time());
    };
  }

  public ReviewSettings settings() {
    return settings;
  }

  /// Searches as they were run.
  public List<SearchRun> searches() {
    return searches;
  }

  public List<ImportEntry> imports() {
    return imports;
  }

  /// All records by their ids, in the order of import.
  public SequencedMap<String, RecordEntry> records() {
    return records;
  }

  /// Everything that people did, in its order in time.
  public List<ReviewEvent> events() {
    return events;
  }

  /// The records of each work by its id, in the order of import.
  public SequencedMap<String, List<String>> works() {
    return Collections.unmodifiableSequencedMap(works);
  }

  /// The work that a record describes.
  public String work(String record) {
    return copies.getOrDefault(record, record);
  }

  /// The export that a record stands in.
  ///
  /// @throws IllegalArgumentException if the review has no such record
  public ImportEntry importOf(String record) {
    RecordEntry entry = records.get(record);
    ImportEntry found = entry == null ? null : importsByNumber.get(entry.importNumber());
    if (found == null) {
      throw new IllegalArgumentException("the review has no record " + record);
    }
    return found;
  }

  /// The version of the review that brought a work, from 1.
  public int versionOf(String work) {
    return works.getOrDefault(work, List.of(work)).stream()
        .mapToInt(record -> importOf(record).version())
        .min()
        .orElse(1);
  }

  /// Whether a work is screened by title and abstract: one that no database or register gave is
  /// sought at once.
  public boolean isScreened(String work) {
    return works.getOrDefault(work, List.of(work)).stream()
        .anyMatch(record -> !importOf(record).source().otherMethod());
  }

  /// The works of the present version that are screened by title and abstract, in the order of
  /// import.
  public List<String> worksToScreen() {
    int present = version();
    return works.keySet().stream()
        .filter(work -> isScreened(work) && versionOf(work) == present)
        .toList();
  }

  /// The version that new exports belong to, from 1.
  public int version() {
    int version = 1;
    for (ReviewEvent event : events) {
      if (event instanceof ReviewEvent.Updated updated) {
        version = Math.max(version, updated.version());
      }
    }
    return version;
  }

  /// What people decided of copies.
  public DecisionLog copyDecisions() {
    List<DuplicateDecision> decisions = new ArrayList<>();
    for (ReviewEvent event : events) {
      if (event instanceof ReviewEvent.Copies(DuplicateDecision decision)) {
        decisions.add(decision);
      }
    }
    return new DecisionLog(decisions);
  }

  /// What was decided of works.
  public ScreeningLog screening() {
    return screening;
  }

  /// How far the screening of a stage has come.
  public ScreeningBoard board(ScreeningStage stage) {
    return ScreeningBoard.of(screening, stage, settings.reviewers(), settings.blinded());
  }

  /// Who decided anything in screening, in alphabetical order.
  public Set<String> reviewers() {
    Set<String> reviewers = new TreeSet<>();
    for (ScreeningEvent event : screening.events()) {
      if (event instanceof ScreeningEvent.Decided) {
        reviewers.add(event.reviewer());
      }
    }
    return reviewers;
  }

  /// Whether the full text of a work came; empty where nobody has said.
  public Optional<ReviewEvent.Sought> sought(String work) {
    return Optional.ofNullable(sought.get(work));
  }

  /// The study that a work reports; without a person's word each report is a study of its own.
  @Override
  public String study(String work) {
    return studies.getOrDefault(work, work);
  }

  /// The year that the first record of a work gives which has one.
  @Override
  public Optional<Integer> year(String work) {
    return works.getOrDefault(work(work), List.of()).stream()
        .map(records::get)
        .filter(record -> record != null && record.year().matches("[12][0-9]{3}"))
        .map(record -> Integer.valueOf(record.year()))
        .findFirst();
  }

  /// What people decided of shared patients.
  public List<OverlapDecision> overlaps() {
    List<OverlapDecision> decisions = new ArrayList<>();
    for (ReviewEvent event : events) {
      if (event instanceof ReviewEvent.Overlapped(OverlapDecision decision)) {
        decisions.add(decision);
      }
    }
    return decisions;
  }

  /// Each look of the stopping rule since an update began.
  public List<ReviewEvent.Looked> looks() {
    List<ReviewEvent.Looked> looks = new ArrayList<>();
    for (ReviewEvent event : events) {
      switch (event) {
        case ReviewEvent.Looked look -> looks.add(look);
        case ReviewEvent.Updated _ -> looks.clear();
        case ReviewEvent.Screened _,
            ReviewEvent.Copies _,
            ReviewEvent.Sought _,
            ReviewEvent.StudyNamed _,
            ReviewEvent.Overlapped _ -> {}
      }
    }
    return looks;
  }

  /// The names of the sources of a work, in the order of import.
  public Set<String> sources(String work) {
    Set<String> sources = new LinkedHashSet<>();
    works.getOrDefault(work, List.of()).forEach(record -> sources.add(importOf(record).name()));
    return sources;
  }

  /// When something was done last; null before the first action.
  public @Nullable Instant lastAction() {
    return events.isEmpty() ? null : events.getLast().time();
  }
}
