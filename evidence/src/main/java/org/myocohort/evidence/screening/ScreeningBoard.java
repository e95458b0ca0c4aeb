package org.myocohort.evidence.screening;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.myocohort.evidence.screening.RecordStanding.Outcome;
import org.myocohort.statistics.AgreementTable;

/// How far the screening of one stage has come, by its log. To make one reads the whole log.
public final class ScreeningBoard {
  private final int reviewers;
  private final boolean blinded;
  private final Map<String, RecordStanding> standings;

  private ScreeningBoard(int reviewers, boolean blinded, Map<String, RecordStanding> standings) {
    this.reviewers = reviewers;
    this.blinded = blinded;
    this.standings = Collections.unmodifiableMap(standings);
  }

  /// The state after a log.
  ///
  /// @param reviewers who must decide on each record: 1 or 2
  /// @param blinded whether a reviewer sees another's decision only when no more are needed
  public static ScreeningBoard of(
      ScreeningLog log, ScreeningStage stage, int reviewers, boolean blinded) {
    if (!(reviewers >= 1 && reviewers <= 2)) {
      throw new IllegalArgumentException("reviewers must be 1 or 2 but were " + reviewers);
    }
    Map<String, RecordStanding> standings = new LinkedHashMap<>();
    for (ScreeningEvent event : log.events()) {
      if (event.stage() == stage) {
        standings.merge(
            event.record(),
            RecordStanding.NONE.after(event),
            (standing, _) -> standing.after(event));
      }
    }
    return new ScreeningBoard(reviewers, blinded, standings);
  }

  /// What stands on a record.
  public RecordStanding standing(String record) {
    RecordStanding standing = standings.get(record);
    return standing == null ? RecordStanding.NONE : standing;
  }

  public Outcome outcome(String record) {
    return standing(record).outcome(reviewers);
  }

  /// The decisions on a record that a reviewer may see: the own one always, those of others, when
  /// blinded, once nobody else is to decide.
  public List<ScreeningEvent.Decided> visibleTo(String reviewer, String record) {
    RecordStanding standing = standing(record);
    boolean all = !blinded || standing.outcome(reviewers) != Outcome.OPEN;
    return standing.decisions().stream()
        .filter(decision -> all || decision.reviewer().equals(reviewer))
        .toList();
  }

  /// The records of an outcome, in the order in which they were first acted on; records that nobody
  /// acted on are not among those open.
  public List<String> records(Outcome outcome) {
    return standings.entrySet().stream()
        .filter(entry -> entry.getValue().outcome(reviewers) == outcome)
        .map(Map.Entry::getKey)
        .toList();
  }

  /// Whether a reviewer is still asked about a record.
  public boolean asks(String reviewer, String record) {
    RecordStanding standing = standing(record);
    return standing.resolution() == null
        && standing.decisions().size() < reviewers
        && !standing.by(reviewer);
  }

  /// Whether a reviewer may decide on a record: who has decided may think again, anybody else as
  /// long as decisions are missing. A conflict is resolved, not decided by one more.
  public boolean takes(String reviewer, String record) {
    return standing(record).by(reviewer) || asks(reviewer, record);
  }

  /// On how many records a decision of this reviewer stands.
  public int decidedBy(String reviewer) {
    return (int) standings.values().stream().filter(standing -> standing.by(reviewer)).count();
  }

  /// How two reviewers decided on the records that both did: include, exclude, maybe, in this
  /// order; what was resolved later does not change it. Empty where there is no such record.
  public Optional<AgreementTable> agreement(String first, String second) {
    int[][] counts = new int[ScreeningVerdict.values().length][ScreeningVerdict.values().length];
    boolean any = false;
    for (RecordStanding standing : standings.values()) {
      ScreeningVerdict one = verdict(standing, first);
      ScreeningVerdict other = verdict(standing, second);
      if (one != null && other != null) {
        counts[place(one)][place(other)]++;
        any = true;
      }
    }
    return any ? Optional.of(AgreementTable.of(withoutUnused(counts))) : Optional.empty();
  }

  /// Where nobody said maybe, it is no class: Gwet's coefficient depends on how many there are.
  private static int[][] withoutUnused(int[][] counts) {
    int maybe = place(ScreeningVerdict.MAYBE);
    int used = 0;
    for (int i = 0; i <= maybe; i++) {
      used += counts[maybe][i] + counts[i][maybe];
    }
    return used > 0
        ? counts
        : new int[][] {{counts[0][0], counts[0][1]}, {counts[1][0], counts[1][1]}};
  }

  private static @Nullable ScreeningVerdict verdict(RecordStanding standing, String reviewer) {
    return standing.decisions().stream()
        .filter(decision -> decision.reviewer().equals(reviewer))
        .map(ScreeningEvent.Decided::verdict)
        .findFirst()
        .orElse(null);
  }

  private static int place(ScreeningVerdict verdict) {
    return switch (verdict) {
      case INCLUDE -> 0;
      case EXCLUDE -> 1;
      case MAYBE -> 2;
    };
  }

  /// What a ranking learns from the decisions that stand, in the order of the records' first one.
  ///
  /// @param numbers of the records, from 0
  public Labels labels(Map<String, Integer> numbers) {
    Labels.Growing labels = new Labels.Growing();
    standings.forEach((record, standing) -> {
      Integer number = numbers.get(record);
      if (number != null && !standing.decisions().isEmpty()) {
        labels.add(number, standing.isRelevant());
      }
    });
    return labels.labels();
  }
}
