package org.myocohort.evidence.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds which rows of two extractions are about the same.
///
/// Reports by their id. Patients by report and the name that the report gives (column `source`):
/// the same words, then the same number, then the only one left on both sides unless their numbers
/// differ. Rows of a patient, and results of a report, by what they are about (drug, finding,
/// outcome, ...), those that have most cells in common first.
final class RowMatching {
  /// What a row of a table is about; rows that differ in it are never one.
  private static final Map<String, List<String>> SUBJECTS =
      Map.of(
          "antibodies", List.of("antibody"),
          "manifestations", List.of("finding"),
          "visits", List.of("date", "day"),
          "measurements", List.of("measurement", "date"),
          "treatments", List.of("drug"),
          "adverse_events", List.of("term"),
          "events", List.of("kind"),
          "biomarkers", List.of("marker"),
          "results", List.of("outcome"),
          "reported-statistics", List.of("quantity", "statistic"));

  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private final ExtractionTables first;
  private final ExtractionTables second;
  private final List<RowPair> pairs = new ArrayList<>();

  private RowMatching(ExtractionTables first, ExtractionTables second) {
    this.first = first;
    this.second = second;
  }

  /// Every row of both, in the order of the first extraction's tables and rows.
  static List<RowPair> of(ExtractionTables first, ExtractionTables second) {
    RowMatching matching = new RowMatching(first, second);
    Map<String, RowPair> reports = matching.reports();
    Map<String, RowPair> ofFirst = new LinkedHashMap<>();
    Map<String, RowPair> ofSecond = new LinkedHashMap<>();
    for (RowPair patient : matching.patients(reports)) {
      if (patient.first() != null) {
        ofFirst.put(patient.first(), patient);
      }
      if (patient.second() != null) {
        ofSecond.put(patient.second(), patient);
      }
    }
    SequencedSet<String> tables = new LinkedHashSet<>(first.names());
    tables.addAll(second.names());
    for (String table : tables) {
      switch (table) {
        case ExtractionTables.REPORTS, ExtractionTables.PATIENTS, ExtractionTables.PLACES -> {}
        case ExtractionTables.APPRAISAL -> matching.answers(reports);
        case ExtractionTables.RESULTS ->
            matching.grouped(
                table,
                (side, row) ->
                    Optional.ofNullable(reports.get(side.text(table, row, "report").orElse(""))));
        case "reported-statistics" -> matching.grouped(table, (_, _) -> Optional.empty());
        default ->
            matching.grouped(
                table,
                (side, row) ->
                    Optional.ofNullable(
                        (side == first ? ofFirst : ofSecond)
                            .get(side.text(table, row, "patient").orElse(""))));
      }
    }
    return matching.pairs;
  }

  private Map<String, RowPair> reports() {
    Map<String, RowPair> reports = new LinkedHashMap<>();
    String table = ExtractionTables.REPORTS;
    for (String report : union(table)) {
      RowPair pair =
          new RowPair(
              table,
              report,
              "",
              first.hasRow(table, report) ? report : null,
              second.hasRow(table, report) ? report : null,
              null);
      reports.put(report, pair);
      pairs.add(pair);
    }
    return reports;
  }

  private SequencedSet<String> union(String table) {
    SequencedSet<String> keys = new LinkedHashSet<>(first.keys(table));
    keys.addAll(second.keys(table));
    return keys;
  }

  private List<RowPair> patients(Map<String, RowPair> reports) {
    SequencedMap<String, List<String>> ofFirst = byReport(first);
    SequencedMap<String, List<String>> ofSecond = byReport(second);
    SequencedSet<String> groups = new LinkedHashSet<>(reports.keySet());
    groups.addAll(ofFirst.keySet());
    groups.addAll(ofSecond.keySet());
    List<RowPair> found = new ArrayList<>();
    for (String report : groups) {
      List<String> left = ofFirst.getOrDefault(report, new ArrayList<>());
      List<String> right = ofSecond.getOrDefault(report, new ArrayList<>());
      List<String> all = List.copyOf(left);
      Map<String, String> matched = new LinkedHashMap<>();
      match(left, right, matched, RowMatching::words);
      match(left, right, matched, RowMatching::number);
      if (left.size() == 1 && right.size() == 1 && !otherNumbers(left, right)) {
        matched.put(left.removeFirst(), right.removeFirst());
      }
      RowPair owner = unmatched(reports.get(report));
      for (String patient : all) {
        found.add(
            new RowPair(
                ExtractionTables.PATIENTS, report, patient, patient, matched.get(patient), owner));
      }
      for (String patient : right) {
        found.add(new RowPair(ExtractionTables.PATIENTS, report, patient, null, patient, owner));
      }
    }
    pairs.addAll(found);
    return found;
  }

  private static @Nullable RowPair unmatched(@Nullable RowPair owner) {
    return owner == null || owner.matched() ? null : owner;
  }

  private static SequencedMap<String, List<String>> byReport(ExtractionTables tables) {
    SequencedMap<String, List<String>> patients = new LinkedHashMap<>();
    for (String patient : tables.keys(ExtractionTables.PATIENTS)) {
      String report = tables.text(ExtractionTables.PATIENTS, patient, "report").orElse("");
      patients.computeIfAbsent(report, _ -> new ArrayList<>()).add(patient);
    }
    return patients;
  }

  /// Takes out of both lists the patients whose names agree and are no other's.
  private void match(
      List<String> left,
      List<String> right,
      Map<String, String> matched,
      UnaryOperator<String> form) {
    Map<String, List<String>> mine = byName(first, left, form);
    Map<String, List<String>> theirs = byName(second, right, form);
    mine.forEach((name, patients) -> {
      List<String> same = theirs.getOrDefault(name, List.of());
      if (!name.isEmpty() && patients.size() == 1 && same.size() == 1) {
        matched.put(patients.getFirst(), same.getFirst());
      }
    });
    left.removeAll(matched.keySet());
    right.removeAll(new HashSet<>(matched.values()));
  }

  private static Map<String, List<String>> byName(
      ExtractionTables side, List<String> patients, UnaryOperator<String> form) {
    Map<String, List<String>> byName = new LinkedHashMap<>();
    for (String patient : patients) {
      byName.computeIfAbsent(form.apply(name(side, patient)), _ -> new ArrayList<>()).add(patient);
    }
    return byName;
  }

  private static String name(ExtractionTables side, String patient) {
    return side.text(ExtractionTables.PATIENTS, patient, "source").orElse("");
  }

  private static String words(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  /// The only number of a name, as in `Patient 3`; empty where there is none or more than one.
  private static String number(String name) {
    Matcher matcher = NUMBER.matcher(name);
    if (!matcher.find()) {
      return "";
    }
    String number = matcher.group();
    return matcher.find() ? "" : number;
  }

  private boolean otherNumbers(List<String> left, List<String> right) {
    String mine = number(name(first, left.getFirst()));
    String theirs = number(name(second, right.getFirst()));
    return !mine.isEmpty() && !theirs.isEmpty() && !mine.equals(theirs);
  }

  private void answers(Map<String, RowPair> reports) {
    String table = ExtractionTables.APPRAISAL;
    for (String key : union(table)) {
      String report =
          first.text(table, key, "report").or(() -> second.text(table, key, "report")).orElse("");
      pairs.add(
          new RowPair(
              table,
              report,
              "",
              first.hasRow(table, key) ? key : null,
              second.hasRow(table, key) ? key : null,
              unmatched(reports.get(report))));
    }
  }

  /// Pairs the rows of a table within what they belong to.
  private void grouped(
      String table, BiFunction<ExtractionTables, String, Optional<RowPair>> owner) {
    record Group(List<String> left, List<String> right, Optional<RowPair> owner) {}
    SequencedMap<Optional<RowPair>, Group> groups = new LinkedHashMap<>();
    for (ExtractionTables side : List.of(first, second)) {
      for (String row : side.keys(table)) {
        Optional<RowPair> of = owner.apply(side, row);
        Group group =
            groups.computeIfAbsent(of, _ -> new Group(new ArrayList<>(), new ArrayList<>(), of));
        (side == first ? group.left() : group.right()).add(row);
      }
    }
    for (Group group : groups.values()) {
      String report = group.owner().map(RowPair::report).orElse("");
      String patient = group.owner().map(RowPair::patient).orElse("");
      RowPair alone = owner(group.owner());
      Map<String, String> matched = best(table, group.left(), group.right());
      for (String row : group.left()) {
        pairs.add(new RowPair(table, report, patient, row, matched.get(row), alone));
      }
      for (String row : group.right()) {
        if (!matched.containsValue(row)) {
          pairs.add(new RowPair(table, report, patient, null, row, alone));
        }
      }
    }
  }

  private static @Nullable RowPair owner(Optional<RowPair> of) {
    return of.isEmpty() ? null : unmatched(of.get());
  }

  /// Rows about the same thing, those with most cells in common first; of equals, the earlier.
  private Map<String, String> best(String table, List<String> left, List<String> right) {
    record Candidate(String first, String second, int common) {}
    List<Candidate> candidates = new ArrayList<>();
    for (String one : left) {
      for (String other : right) {
        if (sameSubject(table, one, other)) {
          candidates.add(new Candidate(one, other, common(table, one, other)));
        }
      }
    }
    candidates.sort(Comparator.comparingInt(Candidate::common).reversed());
    Map<String, String> matched = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    for (Candidate candidate : candidates) {
      if (!matched.containsKey(candidate.first()) && taken.add(candidate.second())) {
        matched.put(candidate.first(), candidate.second());
      }
    }
    return matched;
  }

  private boolean sameSubject(String table, String one, String other) {
    return SUBJECTS.getOrDefault(table, List.of()).stream()
        .allMatch(column -> same(table, one, other).test(column, true));
  }

  private int common(String table, String one, String other) {
    return (int)
        first
            .file(table)
            .map(file -> file.header().stream())
            .orElse(Stream.of())
            .filter(column -> same(table, one, other).test(column, false))
            .count();
  }

  /// Whether both rows say the same in a column; where both say nothing, as the caller wishes.
  private BiPredicate<String, Boolean> same(String table, String one, String other) {
    return (column, ifNothing) -> {
      String mine = first.text(table, one, column).orElse("");
      String theirs = second.text(table, other, column).orElse("");
      boolean nothing = mine.isEmpty() && theirs.isEmpty();
      return nothing ? ifNothing : CellForm.same(table, column, mine, theirs);
    };
  }
}
