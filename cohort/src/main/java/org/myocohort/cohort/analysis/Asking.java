package org.myocohort.cohort.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.myocohort.care.rule.Explained.Used;
import org.myocohort.cohort.analysis.Grouping.Place;
import org.myocohort.cohort.selection.StepAnswer;
import org.myocohort.cohort.variable.Member;
import org.myocohort.cohort.variable.NumberReading;
import org.myocohort.cohort.variable.NumberSource;
import org.myocohort.cohort.variable.TruthSource;
import org.myocohort.patient.Value;
import org.myocohort.statistics.QuantileMethod;
import org.myocohort.statistics.inference.Absence;
import org.myocohort.statistics.inference.TestOptions;
import org.myocohort.statistics.inference.TestResult;

/// One question being asked of all members, group by group.
final class Asking {
  private final List<Member> members;
  private final Grouping by;
  private final List<Place> places;
  private final QuantileMethod quartiles;
  private final TestOptions options;

  Asking(List<Member> members, Grouping by, QuantileMethod quartiles, TestOptions options) {
    this.members = members;
    this.by = by;
    this.quartiles = quartiles;
    this.options = options;
    this.places = each(by::of);
  }

  List<Member> members() {
    return members;
  }

  QuantileMethod quartiles() {
    return quartiles;
  }

  TestOptions options() {
    return options;
  }

  int groups() {
    return by.groups().size();
  }

  /// The group of the member at a position, -1 where the record does not tell.
  int group(int member) {
    return places.get(member).group();
  }

  /// The members of a group, by position.
  int[] membersOf(int group) {
    return IntStream.range(0, members.size()).filter(i -> group(i) == group).toArray();
  }

  List<NumberReading> numbers(NumberSource source) {
    return each(source::of);
  }

  List<StepAnswer> truths(TruthSource source) {
    return each(source::of);
  }

  /// Asks all members, on all processors; in their order. No member is asked by two at once.
  private <T> List<T> each(Function<Member, T> question) {
    return members.parallelStream().map(question).toList();
  }

  Numbers numbers(List<NumberReading> readings, int[] of) {
    List<Value<BigDecimal>> values = new ArrayList<>();
    for (int i : of) {
      if (!readings.get(i).value().isAbsent()) {
        values.add(readings.get(i).value());
      }
    }
    return new Numbers(values, of.length - values.size());
  }

  Counts counts(List<StepAnswer> answers, int[] of) {
    int yes = 0;
    int no = 0;
    int unknown = 0;
    for (int i : of) {
      switch (answers.get(i).kind()) {
        case MET -> yes++;
        case NOT_MET -> no++;
        case UNDETERMINED -> unknown++;
      }
    }
    return new Counts(yes, no, unknown);
  }

  /// Everyone, by position.
  int[] everyone() {
    return IntStream.range(0, members.size()).toArray();
  }

  /// The row of a member: the cells, and the group where the cohort is divided.
  Row row(int member, List<Row.Cell> cells) {
    List<Row.Cell> all = new ArrayList<>(cells);
    if (by.isDivided()) {
      Place place = places.get(member);
      String name = place.group() < 0 ? "" : by.groups().get(place.group()).name();
      all.add(new Row.Cell(name, place.used(), place.missing()));
    }
    return new Row(members.get(member).id(), group(member), all);
  }

  /// Names of the cells: those of the question, and that of the groups where there are any.
  List<String> columns(String... names) {
    List<String> columns = new ArrayList<>(List.of(names));
    if (by.isDivided()) {
      columns.add("group");
    }
    return columns;
  }

  /// The answer of a comparison that needs two groups.
  TestResult noComparison(int count) {
    return TestResult.none(count, groups() < 2 ? Absence.NOT_GIVEN : Absence.SEVERAL_ROWS);
  }

  static Row.Cell cell(NumberReading reading) {
    return new Row.Cell(
        shown(reading.value()),
        reading.used(),
        reading.missing(),
        reading.bounds(),
        reading.flags());
  }

  static Row.Cell cell(StepAnswer answer) {
    String value =
        switch (answer.kind()) {
          case MET -> "yes";
          case NOT_MET -> "no";
          case UNDETERMINED -> "";
        };
    return new Row.Cell(value, answer.used(), answer.missing());
  }

  static Row.Cell cell(String value, List<Used> used) {
    return new Row.Cell(value, used, List.of());
  }

  static String shown(Value<BigDecimal> value) {
    return value.text(BigDecimal::toPlainString, _ -> "");
  }
}
