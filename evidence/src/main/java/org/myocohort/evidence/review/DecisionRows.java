package org.myocohort.evidence.review;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.myocohort.evidence.duplicate.DuplicateDecision;
import org.myocohort.evidence.link.OverlapDecision;
import org.myocohort.evidence.screening.ScreeningEvent;
import org.myocohort.evidence.screening.ScreeningEvent.Shown;
import org.myocohort.evidence.screening.ScreeningStage;
import org.myocohort.evidence.screening.ScreeningVerdict;
import org.myocohort.evidence.screening.StoppingRule;
import org.myocohort.evidence.screening.StoppingRule.RandomSample;
import org.myocohort.evidence.screening.StoppingStatement;
import org.myocohort.exchange.csv.CsvFile;
import org.myocohort.exchange.csv.Problems;

/// A person's log as a table, an action a row.
final class DecisionRows {
  static final List<String> HEADER =
      List.of("time", "action", "stage", "records", "value", "reason", "detail");

  private static final Map<String, ScreeningStage> STAGES = words(ScreeningStage.values());
  private static final Map<String, ScreeningVerdict> VERDICTS = words(ScreeningVerdict.values());
  private static final Map<String, Boolean> RESOLVED = Map.of("include", true, "exclude", false);
  private static final Map<String, Boolean> RETRIEVED =
      Map.of("retrieved", true, "not-retrieved", false);
  private static final Map<String, Boolean> STOPPED = Map.of("stop", true, "go-on", false);
  private static final Map<String, OverlapDecision.Kind> OVERLAPS =
      words(OverlapDecision.Kind.values());
  private static final Pattern LOOK =
      Pattern.compile(
          "recall=(0\\.\\d+) confidence=(0\\.\\d+) looks=(\\d+) look=(\\d+) "
              + "found=(\\d+) unseen=(\\d+) sampled=(\\d+) relevant=(\\d+)");

  private DecisionRows() {}

  /// What a row can say that was done.
  private enum Action {
    DECIDE,
    UNDO,
    RESOLVE,
    RETRIEVE,
    MERGE,
    KEEP_APART,
    LEAVE_TO_RULES,
    STUDY,
    OVERLAP,
    LOOK,
    UPDATE
  }

  private static final Map<String, Action> ACTIONS = words(Action.values());

  private static <E extends Enum<E>> Map<String, E> words(E[] values) {
    return Arrays.stream(values)
        .collect(Collectors.toUnmodifiableMap(DecisionRows::word, Function.identity()));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The cells of an action, in the order of the header.
  static List<String> cells(ReviewEvent event) {
    String time = event.time().toString();
    return switch (event) {
      case ReviewEvent.Screened(ScreeningEvent.Decided decided) ->
          List.of(
              time,
              "decide",
              word(decided.stage()),
              decided.record(),
              word(decided.verdict()),
              decided.reason(),
              shown(decided.shown()));
      case ReviewEvent.Screened(ScreeningEvent.Undone undone) ->
          List.of(time, "undo", word(undone.stage()), undone.record(), "", "", "");
      case ReviewEvent.Screened(ScreeningEvent.Resolved resolved) ->
          List.of(
              time,
              "resolve",
              word(resolved.stage()),
              resolved.record(),
              resolved.include() ? "include" : "exclude",
              resolved.reason(),
              "");
      case ReviewEvent.Sought sought ->
          List.of(
              time,
              "retrieve",
              "",
              sought.work(),
              sought.retrieved() ? "retrieved" : "not-retrieved",
              sought.reason(),
              "");
      case ReviewEvent.Copies(DuplicateDecision decision) ->
          List.of(
              time,
              word(decision.kind()),
              "",
              String.join(";", decision.ids()),
              "",
              decision.reason(),
              "");
      case ReviewEvent.StudyNamed named ->
          List.of(
              time,
              "study",
              "",
              String.join(";", named.works()),
              named.study(),
              named.reason(),
              "");
      case ReviewEvent.Overlapped(OverlapDecision decision) ->
          List.of(
              time,
              "overlap",
              "",
              decision.first() + ";" + decision.second(),
              word(decision.kind()),
              decision.reason(),
              "");
      case ReviewEvent.Looked looked ->
          List.of(
              time,
              "look",
              word(ScreeningStage.TITLE_ABSTRACT),
              "",
              looked.stopped() ? "stop" : "go-on",
              "",
              look(looked.statement()));
      case ReviewEvent.Updated updated ->
          List.of(time, "update", "", "", Integer.toString(updated.version()), "", "");
    };
  }

  private static String shown(@Nullable Shown shown) {
    return shown == null ? "" : shown.text();
  }

  private static String look(StoppingStatement statement) {
    RandomSample sample = statement.sample();
    return "recall=%s confidence=%s looks=%d look=%d found=%d unseen=%d sampled=%d relevant=%d"
        .formatted(
            Double.toString(statement.rule().targetRecall()),
            Double.toString(statement.rule().confidence()),
            statement.rule().looks(),
            statement.look(),
            sample.foundBefore(),
            sample.unseen(),
            sample.sampled(),
            sample.found());
  }

  /// Reads the rows of a log one by one; what is wrong with one is added to the problems.
  static final class Reader {
    private final String by;
    private final Cells cells;
    private final Problems problems;

    Reader(String by, CsvFile table, Problems problems) {
      this.by = by;
      this.cells = new Cells(table, problems);
      this.problems = problems;
    }

    int rows() {
      return cells.rows();
    }

    int line() {
      return cells.line();
    }

    /// The event of a row, from 0; empty where the row is wrong.
    Optional<ReviewEvent> event(int at) {
      cells.moveTo(at);
      int before = problems.count();
      Instant time = cells.time("time");
      Action action = word("action", ACTIONS);
      if (action == null) {
        return Optional.empty();
      }
      ReviewEvent event = event(action, time);
      return problems.count() == before ? Optional.ofNullable(event) : Optional.empty();
    }

    private @Nullable ReviewEvent event(Action action, Instant time) {
      return switch (action) {
        case DECIDE -> {
          ScreeningStage stage = word("stage", STAGES);
          ScreeningVerdict verdict = word("value", VERDICTS);
          yield stage == null || verdict == null
              ? null
              : new ReviewEvent.Screened(
                  new ScreeningEvent.Decided(
                      by, record(), stage, verdict, cells.text("reason"), time, shown()));
        }
        case UNDO -> {
          ScreeningStage stage = word("stage", STAGES);
          yield stage == null
              ? null
              : new ReviewEvent.Screened(new ScreeningEvent.Undone(by, record(), stage, time));
        }
        case RESOLVE -> {
          ScreeningStage stage = word("stage", STAGES);
          Boolean include = word("value", RESOLVED);
          yield stage == null || include == null
              ? null
              : new ReviewEvent.Screened(
                  new ScreeningEvent.Resolved(
                      by, record(), stage, include, cells.text("reason"), time));
        }
        case RETRIEVE -> {
          Boolean retrieved = word("value", RETRIEVED);
          yield retrieved == null
              ? null
              : new ReviewEvent.Sought(by, time, record(), retrieved, cells.text("reason"));
        }
        case MERGE -> copies(DuplicateDecision.Kind.MERGE, time);
        case KEEP_APART -> copies(DuplicateDecision.Kind.KEEP_APART, time);
        case LEAVE_TO_RULES -> copies(DuplicateDecision.Kind.LEAVE_TO_RULES, time);
        case STUDY ->
            new ReviewEvent.StudyNamed(
                by, time, records(1), cells.text("value"), cells.text("reason"));
        case OVERLAP -> {
          OverlapDecision.Kind kind = word("value", OVERLAPS);
          List<String> ids = records(2);
          yield kind == null || ids.size() != 2
              ? null
              : new ReviewEvent.Overlapped(
                  new OverlapDecision(
                      ids.get(0), ids.get(1), kind, by, time, cells.text("reason")));
        }
        case LOOK -> look(time);
        case UPDATE -> update(time);
      };
    }

    private @Nullable ReviewEvent copies(DuplicateDecision.Kind kind, Instant time) {
      List<String> ids = records(2);
      return ids.isEmpty()
          ? null
          : new ReviewEvent.Copies(
              new DuplicateDecision(kind, ids, by, time, cells.text("reason")));
    }

    private @Nullable ReviewEvent look(Instant time) {
      Boolean stopped = word("value", STOPPED);
      Matcher look = LOOK.matcher(cells.text("detail"));
      if (!look.matches()) {
        cells.wrong("detail", "look-expected");
        return null;
      }
      try {
        StoppingRule rule =
            new StoppingRule(
                Double.parseDouble(look.group(1)),
                Double.parseDouble(look.group(2)),
                Integer.parseInt(look.group(3)));
        RandomSample sample =
            new RandomSample(
                Integer.parseInt(look.group(5)),
                Integer.parseInt(look.group(6)),
                Integer.parseInt(look.group(7)),
                Integer.parseInt(look.group(8)));
        StoppingStatement statement = rule.at(Integer.parseInt(look.group(4)), sample);
        return stopped == null ? null : new ReviewEvent.Looked(by, time, statement, stopped);
      } catch (IllegalArgumentException _) {
        cells.wrong("detail", "look-expected");
        return null;
      }
    }

    private @Nullable ReviewEvent update(Instant time) {
      String version = cells.text("value");
      if (!version.matches("[1-9]\\d{0,5}")) {
        cells.wrong("value", "number-at-least", "2");
        return null;
      }
      return new ReviewEvent.Updated(by, time, Integer.parseInt(version));
    }

    private @Nullable Shown shown() {
      String detail = cells.text("detail");
      Optional<Shown> shown = Shown.of(detail);
      if (shown.isEmpty() && !detail.isEmpty()) {
        cells.wrong("detail", "shown-expected");
      }
      return shown.orElse(null);
    }

    private String record() {
      List<String> records = records(1);
      if (records.size() > 1) {
        cells.wrong("records", "one-record-expected");
      }
      return records.isEmpty() ? "" : records.getFirst();
    }

    private List<String> records(int least) {
      List<String> records =
          Arrays.stream(cells.text("records").split(";", -1))
              .map(String::strip)
              .filter(id -> !id.isEmpty())
              .distinct()
              .toList();
      if (records.size() < least) {
        cells.wrong("records", "records-expected", Integer.toString(least));
        return List.of();
      }
      return records;
    }

    private <T> @Nullable T word(String column, Map<String, T> words) {
      T found = words.get(cells.text(column));
      if (found == null) {
        cells.wrong(
            column,
            "one-of-expected",
            words.keySet().stream().sorted().collect(Collectors.joining(", ")));
      }
      return found;
    }
  }
}
