package org.myocohort.evidence.review;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;
import org.myocohort.evidence.flow.Count;
import org.myocohort.evidence.flow.FlowBox;
import org.myocohort.evidence.flow.FlowCounts;
import org.myocohort.evidence.flow.FullTexts;
import org.myocohort.evidence.flow.Identified;
import org.myocohort.evidence.flow.Included;
import org.myocohort.evidence.flow.OtherMethods;
import org.myocohort.evidence.flow.PreviousVersion;
import org.myocohort.evidence.flow.Reason;
import org.myocohort.evidence.flow.Removed;
import org.myocohort.evidence.flow.Screening;
import org.myocohort.evidence.flow.Source;
import org.myocohort.evidence.screening.RecordStanding;
import org.myocohort.evidence.screening.RecordStanding.Outcome;
import org.myocohort.evidence.screening.ScreeningBoard;
import org.myocohort.evidence.screening.ScreeningEvent;
import org.myocohort.evidence.screening.ScreeningStage;
import org.myocohort.evidence.screening.ScreeningVerdict;

/// The flow of records through the present version of a review, counted from its imports and from
/// the logs of its people.
///
/// What earlier versions saw is not counted again: records that they had are removed for that
/// reason, works that they included stand in the arm of the previous version.
///
/// @param counts every number of the diagram
/// @param works the works behind a box, in the order of import
/// @param reasons why a report was excluded, in the review's words, by its work
/// @param open what is still to be done before the numbers are final
public record ReviewFlow(
    FlowCounts counts,
    Map<FlowBox, List<String>> works,
    Map<String, String> reasons,
    List<ToDo> open) {

  private static final String IMPORTS = "imports.csv";
  private static final String COPIES = "duplicates.csv";
  private static final String DECISIONS = ReviewFiles.DECISIONS;

  public ReviewFlow {
    works = Collections.unmodifiableMap(works);
    reasons = Map.copyOf(reasons);
    open = List.copyOf(open);
  }

  /// The works behind a box, in the order of import; none behind a box that the diagram lacks.
  public List<String> works(FlowBox box) {
    return works.getOrDefault(box, List.of());
  }

  /// Works whose full text is sought, those of other methods last.
  public List<String> sought() {
    return Stream.concat(works(FlowBox.SOUGHT).stream(), works(FlowBox.OTHER_SOUGHT).stream())
        .toList();
  }

  /// Something that nobody has done yet.
  ///
  /// @param work that it is about
  /// @param what is to be done
  public record ToDo(String work, Step what) {}

  /// What can be left to do.
  public enum Step {
    SCREEN,
    RESOLVE,
    /// The full text is to be sought, or its coming to be noted.
    RETRIEVE,
    ASSESS,
    RESOLVE_FULL_TEXT,
    /// A report was excluded without a reason of the review's list.
    GIVE_REASON
  }

  /// Words of the diagram that no file of the review has.
  ///
  /// @param previousVersion why records of an earlier version are removed
  /// @param noReason for a record excluded without a reason
  public record Words(String previousVersion, String noReason) {}

  /// Counts the present version.
  public static ReviewFlow of(Review review, Words words) {
    return new Counting(review, words).flow();
  }

  private static final class Counting {
    private final Review review;
    private final Words words;
    private final int version;
    private final ScreeningBoard titles;
    private final ScreeningBoard texts;
    private final Map<FlowBox, List<String>> works = new EnumMap<>(FlowBox.class);
    private final List<ToDo> open = new ArrayList<>();
    private final Map<String, String> reasons = new HashMap<>();
    private final boolean stopped;
    private int unseen;
    private long inOlderWorks;

    Counting(Review review, Words words) {
      this.review = review;
      this.words = words;
      this.version = review.version();
      this.titles = review.board(ScreeningStage.TITLE_ABSTRACT);
      this.texts = review.board(ScreeningStage.FULL_TEXT);
      List<ReviewEvent.Looked> looks = review.looks();
      stopped = !looks.isEmpty() && looks.getLast().stopped();
      for (FlowBox box : FlowBox.values()) {
        works.put(box, new ArrayList<>());
      }
    }

    ReviewFlow flow() {
      long screenedWorks = 0;
      boolean others = false;
      for (String work : review.works().keySet()) {
        if (review.versionOf(work) < version) {
          older(work);
        } else if (review.isScreened(work)) {
          screenedWorks++;
          title(work);
        } else {
          others = true;
          works(FlowBox.OTHER_IDENTIFIED).add(work);
          fullText(work, true);
        }
      }
      long identified = 0;
      long before = inOlderWorks;
      List<Source> sources = new ArrayList<>();
      for (ImportEntry entry : review.imports()) {
        if (entry.version() == version && !entry.source().otherMethod()) {
          int given = entry.records() - entry.again();
          identified += given;
          before += entry.before();
          sources.add(new Source(entry.source(), entry.name(), Count.of(given, IMPORTS)));
        }
      }
      List<Reason> removedOtherwise =
          version == 1
              ? List.of()
              : List.of(new Reason(words.previousVersion(), Count.of(before, COPIES)));
      Removed removed =
          new Removed(
              Count.of(identified - before - screenedWorks, COPIES),
              stopped ? Count.of(unseen, DECISIONS) : null,
              removedOtherwise,
              null);
      Screening screening =
          new Screening(
              Count.of(screenedWorks - unseen, DECISIONS),
              count(FlowBox.EXCLUDED),
              reasons(FlowBox.EXCLUDED, titles));
      FlowCounts counts =
          new FlowCounts(
              review.settings().title(),
              version == 1 ? null : previous(),
              identified(sources),
              removed,
              screening,
              fullTexts(
                  FlowBox.SOUGHT,
                  FlowBox.NOT_RETRIEVED,
                  FlowBox.ASSESSED,
                  FlowBox.REPORTS_EXCLUDED),
              others ? otherMethods() : null,
              included(),
              List.of(),
              List.of());
      return new ReviewFlow(counts, works, reasons, open);
    }

    /// Sources of one name are one line, however many exports they were taken from.
    private static Identified identified(List<Source> sources) {
      SequencedMap<String, Source> byName = new LinkedHashMap<>();
      for (Source source : sources) {
        byName.merge(
            source.kind() + " " + source.name(),
            source,
            (one, other) ->
                new Source(one.kind(), one.name(), Count.of(number(one) + number(other), IMPORTS)));
      }
      return Identified.of(List.copyOf(byName.values()));
    }

    private static long number(Source source) {
      Long number = source.count().number();
      return number == null ? 0 : number;
    }

    private void older(String work) {
      inOlderWorks +=
          review.works().getOrDefault(work, List.of()).stream()
              .map(review::importOf)
              .filter(entry -> entry.version() == version && !entry.source().otherMethod())
              .count();
      if (texts.outcome(work) == Outcome.INCLUDED) {
        works(FlowBox.PREVIOUS).add(work);
      }
    }

    private void title(String work) {
      Outcome outcome = titles.outcome(work);
      boolean unseenNow = outcome == Outcome.OPEN && titles.standing(work).decisions().isEmpty();
      if (stopped && unseenNow) {
        unseen++;
        return;
      }
      works(FlowBox.SCREENED).add(work);
      switch (outcome) {
        case OPEN -> open.add(new ToDo(work, Step.SCREEN));
        case CONFLICT -> open.add(new ToDo(work, Step.RESOLVE));
        case EXCLUDED -> works(FlowBox.EXCLUDED).add(work);
        case INCLUDED -> fullText(work, false);
      }
    }

    private void fullText(String work, boolean other) {
      works(other ? FlowBox.OTHER_SOUGHT : FlowBox.SOUGHT).add(work);
      Outcome outcome = texts.outcome(work);
      Optional<ReviewEvent.Sought> sought = review.sought(work);
      boolean decided = !texts.standing(work).decisions().isEmpty();
      if (sought.isPresent() && !sought.get().retrieved() && !decided) {
        works(other ? FlowBox.OTHER_NOT_RETRIEVED : FlowBox.NOT_RETRIEVED).add(work);
        return;
      }
      if (sought.isEmpty() && !decided) {
        open.add(new ToDo(work, Step.RETRIEVE));
        return;
      }
      works(other ? FlowBox.OTHER_ASSESSED : FlowBox.ASSESSED).add(work);
      switch (outcome) {
        case OPEN -> open.add(new ToDo(work, Step.ASSESS));
        case CONFLICT -> open.add(new ToDo(work, Step.RESOLVE_FULL_TEXT));
        case EXCLUDED -> {
          works(other ? FlowBox.OTHER_REPORTS_EXCLUDED : FlowBox.REPORTS_EXCLUDED).add(work);
          String reason = reason(texts.standing(work));
          reasons.put(work, inWords(reason));
          if (reason.isEmpty()) {
            open.add(new ToDo(work, Step.GIVE_REASON));
          }
        }
        case INCLUDED -> works(FlowBox.INCLUDED).add(work);
      }
    }

    private OtherMethods otherMethods() {
      List<Source> sources = new ArrayList<>();
      for (String work : works(FlowBox.OTHER_IDENTIFIED)) {
        ImportEntry entry = review.importOf(work);
        sources.add(new Source(entry.source(), entry.name(), Count.of(1, COPIES)));
      }
      return new OtherMethods(
          identified(sources),
          fullTexts(
              FlowBox.OTHER_SOUGHT,
              FlowBox.OTHER_NOT_RETRIEVED,
              FlowBox.OTHER_ASSESSED,
              FlowBox.OTHER_REPORTS_EXCLUDED));
    }

    private FullTexts fullTexts(
        FlowBox sought, FlowBox notRetrieved, FlowBox assessed, FlowBox excluded) {
      return new FullTexts(
          count(sought),
          count(notRetrieved),
          count(assessed),
          count(excluded),
          reasons(excluded, texts));
    }

    private PreviousVersion previous() {
      return new PreviousVersion(
          Count.of(studies(FlowBox.PREVIOUS).size(), DECISIONS), count(FlowBox.PREVIOUS));
    }

    private Included included() {
      Set<String> before = studies(FlowBox.PREVIOUS);
      List<String> ofOlderStudies =
          works(FlowBox.INCLUDED).stream()
              .filter(work -> before.contains(review.study(work)))
              .toList();
      Set<String> studies = studies(FlowBox.INCLUDED);
      studies.removeAll(before);
      int reports = works(FlowBox.INCLUDED).size() - ofOlderStudies.size();
      return new Included(
          Count.of(studies.size(), DECISIONS),
          Count.of(reports, DECISIONS),
          ofOlderStudies.isEmpty() ? null : Count.of(ofOlderStudies.size(), DECISIONS),
          null,
          null,
          null,
          null,
          null);
    }

    private Set<String> studies(FlowBox box) {
      Set<String> studies = new HashSet<>();
      works(box).forEach(work -> studies.add(review.study(work)));
      return studies;
    }

    /// How often each reason counts, in the order of the review's list.
    private List<Reason> reasons(FlowBox box, ScreeningBoard board) {
      SequencedMap<String, Integer> counts = new LinkedHashMap<>();
      review.settings().exclude().forEach(criterion -> counts.put(criterion.code(), 0));
      for (String work : works(box)) {
        counts.merge(reason(board.standing(work)), 1, Integer::sum);
      }
      List<Reason> counted = new ArrayList<>();
      counts.forEach((code, count) -> {
        if (count > 0) {
          counted.add(new Reason(inWords(code), Count.of(count, DECISIONS)));
        }
      });
      return counted;
    }

    private String inWords(String reason) {
      return reason.isEmpty()
          ? words.noReason()
          : review.settings().criterion(reason).map(Criterion::text).orElse(reason);
    }

    /// The reason of a resolution; else, of the reasons given, the one that stands first in the
    /// review's list.
    private String reason(RecordStanding standing) {
      ScreeningEvent.Resolved resolution = standing.resolution();
      if (resolution != null && !resolution.reason().isEmpty()) {
        return resolution.reason();
      }
      List<String> given =
          standing.decisions().stream()
              .filter(decision -> decision.verdict() == ScreeningVerdict.EXCLUDE)
              .map(ScreeningEvent.Decided::reason)
              .filter(reason -> !reason.isEmpty())
              .toList();
      for (Criterion criterion : review.settings().exclude()) {
        if (given.contains(criterion.code())) {
          return criterion.code();
        }
      }
      return given.isEmpty() ? "" : given.getFirst();
    }

    private List<String> works(FlowBox box) {
      return works.computeIfAbsent(box, _ -> new ArrayList<>());
    }

    private Count count(FlowBox box) {
      return Count.of(works(box).size(), DECISIONS);
    }
  }
}
