package org.myocohort.evidence.extraction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.myocohort.statistics.AgreementTable;

/// Two extractions of the same reports, cell by cell.
///
/// - **Rows:** reports by id, patients by report and the name that the report gives, what belongs
///   to a patient or report by what it is about. What belongs to a report or patient that only one
///   has is not compared by itself.
/// - **Cells:** numbers agree as values (12.0 and 12), lists in any order, words of a vocabulary
///   where they mean one thing. `NR` differs from a value, and from an empty cell. Cells that are
///   empty in both are not counted. Ids, names and comments are not compared.
///
/// @param first who extracted first
/// @param second who extracted second
/// @param differences in the order of the first extraction
/// @param tables how far they agree, by table
/// @param answers the answers about the same question of a checklist, in the order of
///   [Appraisal.Answer]; empty where no question has both
public record ExtractionComparison(
    String first,
    String second,
    List<Difference> differences,
    List<TableAgreement> tables,
    Optional<AgreementTable> answers) {
  private static final Map<String, Set<String>> NOT_COMPARED =
      Map.of(
          ExtractionTables.REPORTS, Set.of("report"),
          ExtractionTables.PATIENTS, Set.of("id", "report", "cohort", "source"),
          ExtractionTables.APPRAISAL, Set.of("report", "checklist", "item", "comment"));

  private static final Set<String> NAMES = Set.of("id", "report", "patient");

  public ExtractionComparison {
    differences = List.copyOf(differences);
    tables = List.copyOf(tables);
  }

  /// How far two extractions agree in a table.
  ///
  /// @param rows that both have
  /// @param onlyFirst rows that only the first has
  /// @param onlySecond rows that only the second has
  /// @param cells that at least one of them fills, of the rows that both have
  /// @param equal among them
  public record TableAgreement(
      String table, int rows, int onlyFirst, int onlySecond, int cells, int equal) {}

  /// Compares two extractions.
  public static ExtractionComparison of(ExtractionFolder first, ExtractionFolder second) {
    return new Work(first, second).run();
  }

  /// The columns of a table whose cells are compared: those of the first, then those that only the
  /// second has.
  static List<String> compared(String table, ExtractionTables first, ExtractionTables second) {
    Set<String> not = NOT_COMPARED.getOrDefault(table, NAMES);
    return columns(table, first, second).stream().filter(column -> !not.contains(column)).toList();
  }

  static List<String> columns(String table, ExtractionTables first, ExtractionTables second) {
    SequencedSet<String> columns = new LinkedHashSet<>();
    first.file(table).ifPresent(file -> columns.addAll(file.header()));
    second.file(table).ifPresent(file -> columns.addAll(file.header()));
    columns.remove("");
    return List.copyOf(columns);
  }

  private static final class Work {
    private final ExtractionFolder one;
    private final ExtractionFolder other;
    private final ExtractionTables first;
    private final ExtractionTables second;
    private final List<Difference> differences = new ArrayList<>();
    private final Map<String, List<String>> columnsOf = new HashMap<>();
    private final PlaceIndex placesOfOne;
    private final PlaceIndex placesOfOther;
    private final Map<String, int[]> counts = new LinkedHashMap<>();

    private Work(ExtractionFolder one, ExtractionFolder other) {
      this.one = one;
      this.other = other;
      this.first = one.tables();
      this.second = other.tables();
      this.placesOfOne = new PlaceIndex(one.extraction());
      this.placesOfOther = new PlaceIndex(other.extraction());
    }

    private ExtractionComparison run() {
      for (RowPair pair : RowMatching.of(first, second)) {
        if (pair.owner() != null) {
          continue;
        }
        int[] count = counts.computeIfAbsent(pair.table(), _ -> new int[5]);
        count[pair.matched() ? 0 : pair.second() == null ? 1 : 2]++;
        boolean answer = pair.table().equals(ExtractionTables.APPRAISAL);
        if (pair.matched() || answer) {
          cells(pair, count);
        } else {
          row(pair);
        }
      }
      return new ExtractionComparison(
          one.extraction().by(),
          other.extraction().by(),
          differences,
          counts.entrySet().stream()
              .map(entry -> {
                int[] count = entry.getValue();
                return new TableAgreement(
                    entry.getKey(), count[0], count[1], count[2], count[3], count[4]);
              })
              .toList(),
          answers());
    }

    private void cells(RowPair pair, int[] count) {
      List<String> columns =
          columnsOf.computeIfAbsent(pair.table(), table -> compared(table, first, second));
      for (String column : columns) {
        String mine = first.text(pair.table(), pair.firstKey(), column).orElse("");
        String theirs = second.text(pair.table(), pair.secondKey(), column).orElse("");
        if (mine.isEmpty() && theirs.isEmpty()) {
          continue;
        }
        count[3]++;
        boolean filled = !mine.isEmpty() && !theirs.isEmpty();
        if (filled && CellForm.same(pair.table(), column, mine, theirs)) {
          count[4]++;
        } else {
          add(pair, column, mine, theirs);
        }
      }
    }

    private void row(RowPair pair) {
      add(
          pair,
          "",
          pair.first() == null ? "" : whole(first, pair.table(), pair.first()),
          pair.second() == null ? "" : whole(second, pair.table(), pair.second()));
    }

    /// What a row says, for a person.
    private static String whole(ExtractionTables side, String table, String key) {
      List<String> header = side.file(table).orElseThrow().header();
      return header.stream()
          .filter(column -> !side.text(table, key, column).orElse("").isEmpty())
          .map(column -> column + "=" + side.text(table, key, column).orElse(""))
          .collect(Collectors.joining(" | "));
    }

    private void add(RowPair pair, String column, String mine, String theirs) {
      differences.add(
          new Difference(
              pair.table(),
              pair.report(),
              pair.patient(),
              pair.firstKey(),
              pair.secondKey(),
              column,
              mine,
              theirs,
              places(placesOfOne, pair.table(), pair.firstKey(), column),
              places(placesOfOther, pair.table(), pair.secondKey(), column)));
    }

    private static String places(PlaceIndex index, String table, String row, String column) {
      return index.of(table, row).stream()
          .filter(place -> column.isEmpty() || place.of(table, row, column))
          .map(place ->
              place.quote().isEmpty()
                  ? place.where()
                  : place.where() + " \"" + place.quote() + "\"")
          .distinct()
          .collect(Collectors.joining("; "));
    }

    private Optional<AgreementTable> answers() {
      Map<String, Appraisal> theirs =
          other.extraction().appraisals().stream()
              .collect(Collectors.toMap(Work::question, Function.identity()));
      List<Appraisal.Answer> order = Arrays.asList(Appraisal.Answer.values());
      int[][] table = new int[order.size()][order.size()];
      int both = 0;
      for (Appraisal mine : one.extraction().appraisals()) {
        Appraisal same = theirs.get(question(mine));
        if (same != null) {
          table[order.indexOf(mine.answer())][order.indexOf(same.answer())]++;
          both++;
        }
      }
      return both == 0 ? Optional.empty() : Optional.of(AgreementTable.of(table));
    }

    private static String question(Appraisal appraisal) {
      return appraisal.report() + " " + appraisal.checklist().code() + " " + appraisal.item();
    }
  }
}
