package org.myocohort.app.stats;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.CsvFile;
import org.myocohort.statistics.inference.Absence;
import org.myocohort.statistics.inference.Quantity;
import org.myocohort.statistics.inference.Remark.Topic;
import org.myocohort.statistics.inference.TestResult;
import org.myocohort.statistics.survival.AalenJohansen;
import org.myocohort.statistics.survival.KaplanMeier;
import org.myocohort.statistics.survival.LogRankTest;
import org.myocohort.statistics.survival.Observation;

/// Methods of `time, event[, group]`.
final class SurvivalAnswers {
  private static final List<List<String>> ALL =
      List.of(List.of("time", "event", "group"), List.of("time", "event"));
  private static final List<List<String>> GROUPS = List.of(List.of("time", "event", "group"));

  private SurvivalAnswers() {}

  /// Whether a cell of the column `event` says that it was seen; none for another word.
  private static int event(String cell) {
    return switch (cell.toLowerCase(Locale.ROOT)) {
      case "0", "false", "no", "censored" -> 0;
      case "1", "true", "yes", "event" -> 1;
      default -> -1;
    };
  }

  private static double time(StatsTable table, StatsTable.Row row) {
    double time = table.number(row, "time");
    if (time < 0) {
      table.problem(row, "time", "stats-time");
    }
    return time;
  }

  private static Map<String, List<Observation>> observations(StatsTable table)
      throws BadInputException {
    Map<String, List<Observation>> groups = new LinkedHashMap<>();
    if (table.has("group")) {
      GroupAnswers.levels(table).forEach(level -> groups.put(level, new ArrayList<>()));
    } else {
      groups.put("", new ArrayList<>());
    }
    for (StatsTable.Row row : table.rows()) {
      double time = time(table, row);
      int event = event(table.text(row, "event"));
      if (event < 0) {
        table.problem(row, "event", "stats-event");
      }
      if (time >= 0) {
        groups
            .computeIfAbsent(
                table.has("group") ? table.text(row, "group") : "", _ -> new ArrayList<>())
            .add(new Observation(time, event == 1));
      }
    }
    table.check();
    return groups;
  }

  static StatsAnswer logRank(CsvFile file, StatsQuestion question, StatsAnswer answer)
      throws BadInputException {
    StatsTable table = StatsTable.read(file, question.method(), GROUPS);
    MissingCells.put(answer, table);
    Map<String, List<Observation>> groups = observations(table);
    List<List<Observation>> compared = new ArrayList<>();
    List<Object> names = new ArrayList<>();
    for (String name : question.groups().orElse(List.copyOf(groups.keySet()))) {
      List<Observation> group = groups.get(name);
      if (group == null) {
        throw table.refused("group", "stats-group", name, String.join(", ", groups.keySet()));
      }
      compared.add(group);
      Map<String, Object> each = new LinkedHashMap<>();
      each.put("group", name);
      each.put("n", group.size());
      each.put("events", group.stream().filter(Observation::event).count());
      names.add(each);
    }
    answer.put("groups", names);
    return answer.put(LogRankTest.of(compared, question.options()));
  }

  static StatsAnswer kaplanMeier(CsvFile file, StatsQuestion question, StatsAnswer answer)
      throws BadInputException {
    StatsTable table = StatsTable.read(file, question.method(), ALL);
    MissingCells.put(answer, table);
    Map<String, List<Observation>> groups = observations(table);
    answer
        .remark(Topic.NON_INFORMATIVE_CENSORING)
        .remark(Topic.LOG_LOG_LIMITS)
        .remark(Topic.MEDIAN_RULE)
        .remark(Topic.RESTRICTED_MEAN);
    if (!table.has("group")) {
      StatsAnswer curve = curve(groups.values().iterator().next(), question);
      curve.parts().forEach(answer.parts()::put);
      answer.absences().addAll(curve.absences());
      return answer;
    }
    answer.put("n", table.rows().size());
    List<Object> curves = new ArrayList<>();
    groups.forEach((name, observations) -> {
      Map<String, @Nullable Object> each = new LinkedHashMap<>();
      each.put("group", name);
      StatsAnswer curve = curve(observations, question);
      each.putAll(curve.parts());
      curve.absences().stream()
          .filter(absence -> !answer.absences().contains(absence))
          .forEach(answer.absences()::add);
      curves.add(each);
    });
    return answer.put("groups", curves);
  }

  private static StatsAnswer curve(List<Observation> observations, StatsQuestion question) {
    StatsAnswer answer = new StatsAnswer();
    KaplanMeier curve = KaplanMeier.of(observations, question.options().level());
    answer.put("n", curve.count()).put("events", curve.events());
    if (curve.steps().isEmpty()) {
      return answer.put(TestResult.none(0, Absence.NO_VALUES));
    }
    KaplanMeier.RestrictedMean mean =
        question.until().isPresent()
            ? curve.restrictedMean(question.until().getAsDouble())
            : curve.restrictedMean();
    answer
        .put("estimate_of", "median time")
        .put("estimate", curve.median())
        .put("lower", curve.medianLower())
        .put("upper", curve.medianUpper())
        .put("conf", curve.level())
        .put("restricted_mean", Quantity.of(mean.value()))
        .put("restricted_mean_se", mean.standardError())
        .put("restricted_mean_until", Quantity.of(mean.until()));
    List<KaplanMeier.Step> steps = curve.steps();
    answer
        .put("times", column(steps, step -> OptionalDouble.of(step.time())))
        .put("survival", column(steps, step -> OptionalDouble.of(step.survival())))
        .put("standard_error", column(steps, step -> step.standardError().value()))
        .put("survival_lower", column(steps, step -> step.lower().value()))
        .put("survival_upper", column(steps, step -> step.upper().value()))
        .put("n_risk", column(steps, step -> OptionalDouble.of(step.atRisk())))
        .put("n_event", column(steps, step -> OptionalDouble.of(step.events())))
        .put("n_censored", column(steps, step -> OptionalDouble.of(step.censored())));
    return answer;
  }

  private interface Cell<T> {
    OptionalDouble of(T step);
  }

  private static <T> Object column(List<T> steps, Cell<T> cell) {
    return StatsAnswer.numbers(steps.stream().map(cell::of).toList());
  }

  static StatsAnswer aalenJohansen(CsvFile file, StatsQuestion question, StatsAnswer answer)
      throws BadInputException {
    StatsTable table = StatsTable.read(file, question.method(), ALL);
    MissingCells.put(answer, table);
    List<String> causes =
        Levels.of(
            table.rows().stream()
                .map(row -> table.text(row, "event"))
                .filter(cell -> event(cell) != 0)
                .toList());
    Map<String, List<AalenJohansen.Competing>> groups = new LinkedHashMap<>();
    if (table.has("group")) {
      GroupAnswers.levels(table).forEach(level -> groups.put(level, new ArrayList<>()));
    }
    for (StatsTable.Row row : table.rows()) {
      double time = time(table, row);
      if (time >= 0) {
        groups
            .computeIfAbsent(
                table.has("group") ? table.text(row, "group") : "", _ -> new ArrayList<>())
            .add(new AalenJohansen.Competing(time, causes.indexOf(table.text(row, "event")) + 1));
      }
    }
    table.check();
    answer.remark(Topic.NON_INFORMATIVE_CENSORING).remark(Topic.COMPETING_EVENTS);
    answer.put("n", table.rows().size()).put("causes", causes);
    List<Object> curves = new ArrayList<>();
    groups.forEach((name, observations) -> curves.add(incidence(name, observations, causes)));
    return answer.put("groups", curves);
  }

  private static Map<String, Object> incidence(
      String group, List<AalenJohansen.Competing> observations, List<String> causes) {
    AalenJohansen curves = AalenJohansen.of(observations, causes.size());
    List<AalenJohansen.Step> steps = curves.steps();
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("group", group);
    map.put("n", curves.count());
    map.put("times", column(steps, step -> OptionalDouble.of(step.time())));
    map.put("n_risk", column(steps, step -> OptionalDouble.of(step.atRisk())));
    map.put("event_free", column(steps, step -> OptionalDouble.of(step.eventFree())));
    List<Object> each =
        IntStream.range(0, causes.size())
            .mapToObj(k -> {
              Map<String, Object> cause = new LinkedHashMap<>();
              cause.put("cause", causes.get(k));
              cause.put("n_event", column(steps, step -> OptionalDouble.of(step.events().get(k))));
              cause.put(
                  "incidence", column(steps, step -> OptionalDouble.of(step.incidence().get(k))));
              cause.put(
                  "standard_error",
                  column(steps, step -> OptionalDouble.of(step.standardError().get(k))));
              return (Object) cause;
            })
            .toList();
    map.put("incidences", each);
    return map;
  }
}
