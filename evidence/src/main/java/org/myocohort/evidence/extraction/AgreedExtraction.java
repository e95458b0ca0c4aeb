package org.myocohort.evidence.extraction;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import org.myocohort.exchange.csv.AtomicFolder;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.CsvFile;
import org.myocohort.exchange.csv.Problem;
import org.myocohort.exchange.csv.Problems;
import org.myocohort.exchange.study.Study;
import org.myocohort.exchange.study.StudyWriter;

/// Makes one extraction of two: what both say, and what was decided where they differ. Rows have
/// the ids of the first; each value keeps the places of those who read it so.
public final class AgreedExtraction {
  private final ExtractionFolder one;
  private final ExtractionFolder other;
  private final ExtractionTables first;
  private final ExtractionTables second;
  private final Map<Difference.Subject, String> decisions;
  private final List<RowPair> pairs;
  private final Map<String, List<String>> columns = new HashMap<>();
  private final Map<String, List<String>> compared = new HashMap<>();
  private final PlaceIndex placesOfOne;
  private final PlaceIndex placesOfOther;

  /// Ids in the new extraction of the rows of the second, by table and id there.
  private final Map<String, String> renamed = new HashMap<>();

  private final SequencedMap<String, List<Map<String, String>>> rows = new LinkedHashMap<>();
  private final SequencedSet<Place> places = new LinkedHashSet<>();

  private AgreedExtraction(
      ExtractionFolder one, ExtractionFolder other, Map<Difference.Subject, String> decisions) {
    this.one = one;
    this.other = other;
    this.first = one.tables();
    this.second = other.tables();
    this.decisions = decisions;
    this.pairs = RowMatching.of(first, second);
    this.placesOfOne = new PlaceIndex(one.extraction());
    this.placesOfOther = new PlaceIndex(other.extraction());
  }

  /// Writes the agreed extraction, whole or not at all.
  ///
  /// @param decided the table of differences, each decided
  /// @param target the folder to write
  /// @param replace whether a folder that stands there may be replaced
  /// @throws FileAlreadyExistsException if one stands there that may not
  /// @throws BadInputException where differences are undecided, or what was decided cannot stand in
  ///   its cell
  public static void write(
      ExtractionFolder first, ExtractionFolder second, Path decided, Path target, boolean replace)
      throws IOException, BadInputException {
    if (Files.exists(target) && !replace) {
      throw new FileAlreadyExistsException(target.toString());
    }
    ExtractionComparison comparison = ExtractionComparison.of(first, second);
    AgreedExtraction agreed =
        new AgreedExtraction(first, second, DifferencesFile.decisions(decided, comparison));
    agreed.build();
    try (AtomicFolder folder = AtomicFolder.at(target)) {
      agreed.save(folder.draft());
      try {
        ExtractionFolder.read(folder.draft());
      } catch (BadInputException wrong) {
        throw renamed(wrong, folder.draft().toString(), target.toString());
      }
      folder.finish();
    }
  }

  /// The problems of the draft, said of the folder that it was to become.
  private static BadInputException renamed(BadInputException wrong, String draft, String target) {
    Problems problems = new Problems();
    for (Problem problem : wrong.problems()) {
      problems.add(
          new Problem(
              problem.file().replace(draft, target),
              problem.line(),
              problem.column(),
              problem.code(),
              problem.found(),
              problem.values().stream().map(value -> value.replace(draft, target)).toList()));
    }
    return new BadInputException(problems);
  }

  private void build() {
    Set<String> ids = new HashSet<>();
    for (String table : first.names()) {
      ids.addAll(first.keys(table));
    }
    for (RowPair pair : pairs) {
      if (pair.second() != null && kept(pair)) {
        String id = pair.first();
        if (id == null) {
          id = key(pair.table(), pair.second());
          // Reports and answers are known by what they are; ids may be taken.
          if (!fixed(pair.table()) && !ids.add(id)) {
            id = id + "-" + other.extraction().by();
          }
        }
        renamed.put(pair.table() + " " + pair.second(), id);
      }
    }
    for (RowPair pair : pairs) {
      rows.computeIfAbsent(pair.table(), _ -> new ArrayList<>());
      if (kept(pair)) {
        add(pair);
      }
    }
    for (String table : ExtractionTables.OWN.keySet()) {
      rows.computeIfAbsent(table, _ -> new ArrayList<>());
    }
    List<Map<String, String>> placeRows = Objects.requireNonNull(rows.get(ExtractionTables.PLACES));
    for (Place place : places) {
      placeRows.add(
          Map.of(
              "table", place.table(),
              "row", place.row(),
              "column", place.column(),
              "report", place.report(),
              "place", place.where(),
              "quote", place.quote()));
    }
  }

  /// The key of a row that only the second has; where rows have no ids it names the patient.
  private String key(String table, String row) {
    boolean named = fixed(table) || columns(table).contains("id");
    String patient = second.text(table, row, "patient").orElse("");
    return named || !row.startsWith(patient)
        ? row
        : renamed.getOrDefault(ExtractionTables.PATIENTS + " " + patient, patient)
            + row.substring(patient.length());
  }

  private List<String> columns(String table) {
    return columns.computeIfAbsent(
        table, name -> ExtractionComparison.columns(name, first, second));
  }

  private List<String> compared(String table) {
    return compared.computeIfAbsent(
        table, name -> ExtractionComparison.compared(name, first, second));
  }

  private static boolean fixed(String table) {
    return table.equals(ExtractionTables.REPORTS) || table.equals(ExtractionTables.APPRAISAL);
  }

  private boolean kept(RowPair pair) {
    RowPair owner = pair.owner();
    if (owner != null) {
      return kept(owner);
    }
    return pair.matched()
        || pair.table().equals(ExtractionTables.APPRAISAL)
        || decision(pair, "").filter(DifferencesFile.KEEP::equals).isPresent();
  }

  private Optional<String> decision(RowPair pair, String column) {
    return Optional.ofNullable(
        decisions.get(
            new Difference.Subject(pair.table(), pair.firstKey(), pair.secondKey(), column)));
  }

  private void add(RowPair pair) {
    String table = pair.table();
    Map<String, String> row = new LinkedHashMap<>();
    String key =
        pair.first() != null
            ? pair.first()
            : Objects.requireNonNull(renamed.get(table + " " + pair.second()));
    for (String column : columns(table)) {
      row.put(column, cell(pair, key, column));
    }
    Objects.requireNonNull(rows.get(table)).add(row);
    if (ExtractionTables.hasPlaces(table)) {
      rowPlaces(pair, key);
    }
  }

  private String mine(RowPair pair, String column) {
    return first.text(pair.table(), pair.firstKey(), column).orElse("");
  }

  private String theirs(RowPair pair, String column) {
    return second.text(pair.table(), pair.secondKey(), column).orElse("");
  }

  private String cell(RowPair pair, String key, String column) {
    String mine = mine(pair, column);
    String theirs = theirs(pair, column);
    if (column.equals("id")) {
      return key;
    }
    if (column.equals("patient") && pair.first() == null) {
      return renamed.getOrDefault(ExtractionTables.PATIENTS + " " + theirs, theirs);
    }
    if (column.equals("comment") && pair.matched() && !mine.equals(theirs)) {
      return both(mine, theirs);
    }
    Optional<String> decided = decision(pair, column);
    if (decided.isEmpty()) {
      return mine.isEmpty() ? theirs : mine;
    }
    return switch (decided.get()) {
      case DifferencesFile.FIRST -> mine;
      case DifferencesFile.SECOND -> theirs;
      case DifferencesFile.EMPTY -> "";
      default -> decided.get();
    };
  }

  private String both(String mine, String theirs) {
    if (mine.isEmpty() || theirs.isEmpty()) {
      return mine + theirs;
    }
    return "%s: %s | %s: %s"
        .formatted(one.extraction().by(), mine, other.extraction().by(), theirs);
  }

  /// The places of a row: those of the first, but for cells where the second was right; those of
  /// the second for such cells, and for cells of which only it gives a place.
  private void rowPlaces(RowPair pair, String key) {
    String table = pair.table();
    if (pair.first() == null) {
      placesOfOther.of(table, pair.secondKey()).forEach(place -> put(place, key, place.column()));
      return;
    }
    List<Place> mine = placesOfOne.of(table, pair.firstKey());
    Set<String> ofSecond = new HashSet<>();
    if (pair.matched()) {
      for (String column : compared(table)) {
        boolean unplaced = mine.stream().noneMatch(place -> covers(place, column));
        if (tookSecond(pair, column) || unplaced) {
          ofSecond.add(column);
        }
      }
    }
    for (Place place : mine) {
      if (!tookSecond(pair, place.column())) {
        put(place, key, place.column());
      }
    }
    for (Place place : placesOfOther.of(table, pair.secondKey())) {
      if (place.column().isEmpty()) {
        for (String column : compared(table)) {
          if (ofSecond.contains(column) && !theirs(pair, column).isEmpty()) {
            put(place, key, column);
          }
        }
      } else if (ofSecond.contains(place.column())) {
        put(place, key, place.column());
      }
    }
  }

  private static boolean covers(Place place, String column) {
    return place.column().isEmpty() || place.column().equals(column);
  }

  /// Whether the cell of a row that differed has the second's text.
  private boolean tookSecond(RowPair pair, String column) {
    return decision(pair, column)
        .filter(text ->
            text.equals(DifferencesFile.SECOND)
                || (!text.equals(DifferencesFile.FIRST)
                    && CellForm.same(pair.table(), column, text, theirs(pair, column))))
        .isPresent();
  }

  private void put(Place place, String row, String column) {
    places.add(
        new Place(place.table(), row, column, place.report(), place.where(), place.quote(), 0));
  }

  private void save(Path draft) throws IOException, BadInputException {
    for (Map.Entry<String, List<Map<String, String>>> table : rows.entrySet()) {
      String name = table.getKey();
      List<String> columns = columns(name);
      List<String> own = ExtractionTables.OWN.getOrDefault(name, List.of());
      boolean places = name.equals(ExtractionTables.PLACES);
      CsvFile file =
          TableText.of(
              name + ".csv", places || columns.isEmpty() ? own : columns, table.getValue());
      file.save(draft.resolve(name + ".csv"));
    }
    Study study = one.extraction().study();
    StudyWriter.describe(
        draft,
        new StudyWriter.Description(
            study.name() + "-agreed",
            study.title(),
            study.synthetic(),
            study.settings(),
            study.quartileMethod()));
  }
}
