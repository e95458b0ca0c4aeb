package org.myocohort.exchange.study;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.CsvFile;
import org.myocohort.exchange.csv.Problems;
import org.myocohort.patient.CoreSetScale;
import org.myocohort.patient.EnzymeMeasurement;
import org.myocohort.patient.Moment;
import org.myocohort.patient.MuscleEnzyme;
import org.myocohort.patient.RowReference;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;
import org.myocohort.patient.Visit;

/// The visits table: a row a visit, with the core set and any muscle enzymes beside their upper
/// limits. It is read by itself or as part of a study.
public final class VisitsTable {
  /// The name of the table in references.
  public static final String NAME = "visits";

  /// What day 0 of a `day` column is called.
  static final String INDEX_EVENT = "day 0";

  private static final BigDecimal ZERO = BigDecimal.ZERO;
  static final List<BigDecimal> STRENGTH_FORMS =
      List.of(BigDecimal.valueOf(80), BigDecimal.valueOf(150), BigDecimal.valueOf(260));

  /// The visits of one patient.
  ///
  /// @param rows in order of time
  /// @param baselineRow the row marked as baseline, or the earliest
  /// @param marked whether the table marked it
  public record PatientVisits(
      String patient, List<VisitRow> rows, VisitRow baselineRow, boolean marked) {
    public List<Visit> visits() {
      return rows.stream().map(VisitRow::visit).toList();
    }

    public Visit baseline() {
      return baselineRow.visit();
    }
  }

  private record Column(CoreSetScale scale, int index) {}

  private record EnzymeColumns(MuscleEnzyme enzyme, int value, int upperLimit) {}

  private final CsvFile table;
  private final Problems problems;
  private final CellReader cells;
  private final RowIds ids;
  private final Function<String, Optional<PatientFacts>> patients;
  private final int patientColumn;
  private final int idColumn;
  private final int dateColumn;
  private final int dayColumn;
  private final int baselineColumn;
  private final int birthColumn;
  private final @Nullable PlainCells plainCells;
  private final List<Column> scales = new ArrayList<>();
  private final List<EnzymeColumns> enzymes = new ArrayList<>();

  /// @param ids the ids of the study
  /// @param patients the patients of the study
  /// @param alone whether there is no other table to hold what was measured
  /// @throws BadInputException if the table lacks a column that it cannot do without
  VisitsTable(
      CsvFile table,
      Problems problems,
      RowIds ids,
      Function<String, Optional<PatientFacts>> patients,
      boolean alone)
      throws BadInputException {
    this(table, problems, ids, patients, alone, false);
  }

  /// @param flat whether most rows need not become visits
  private VisitsTable(
      CsvFile table,
      Problems problems,
      RowIds ids,
      Function<String, Optional<PatientFacts>> patients,
      boolean alone,
      boolean flat)
      throws BadInputException {
    this.table = table;
    this.problems = problems;
    this.ids = ids;
    this.patients = patients;
    cells = new CellReader(table, problems);
    plainCells = flat ? new PlainCells(table, cells) : null;
    patientColumn = table.column("patient");
    idColumn = table.column("id");
    dateColumn = table.column("date");
    dayColumn = table.column("day");
    baselineColumn = table.column("baseline");
    birthColumn = Math.max(table.column("birth_date"), table.column("birth_year"));
    for (CoreSetScale scale : CoreSetScale.values()) {
      int index = table.column(scale.column());
      if (index >= 0) {
        scales.add(new Column(scale, index));
      }
    }
    for (MuscleEnzyme enzyme : MuscleEnzyme.values()) {
      int value = table.column(enzyme.code());
      if (value >= 0) {
        enzymes.add(new EnzymeColumns(enzyme, value, table.column(enzyme.code() + "_uln")));
      }
    }
    if (patientColumn < 0) {
      problems.add(table.name(), 1, "patient", "column-missing", String.join(", ", table.header()));
    }
    if (dateColumn < 0 && dayColumn < 0) {
      problems.add(table.name(), 1, "date", "column-missing", String.join(", ", table.header()));
    }
    if (alone && scales.isEmpty() && enzymes.isEmpty()) {
      problems.add(
          table.name(),
          1,
          "",
          "no-measure-column",
          String.join(", ", table.header()),
          "physician_global, patient_global, mmt, mmt_max, haq, extramuscular, ck, ck_uln");
    }
    if (patientColumn < 0 || dateIndex() < 0) {
      problems.throwIfAny();
    }
  }

  /// Reads a visits table that stands by itself, patient by patient, in order of first appearance.
  ///
  /// @param each is given every patient's visits; what it is given before a problem is found must
  ///   not be shown to anyone
  /// @throws BadInputException with every problem found
  public static void read(CsvFile table, Consumer<PatientVisits> each) throws BadInputException {
    Problems problems = new Problems();
    PatientFacts any = new PatientFacts();
    Optional<PatientFacts> anyone = Optional.of(any);
    VisitsTable visits = new VisitsTable(table, problems, new RowIds(), _ -> anyone, true, true);
    problems.throwIfAny();
    visits.forEachPatient(each);
    problems.throwIfAny();
  }

  /// The row numbers of each patient. LinkedRows of a patient need not stand together.
  private Map<String, LinkedRows> rowsByPatient() {
    Map<String, LinkedRows> rows = new LinkedHashMap<>();
    int[] next = new int[table.rowCount()];
    for (int index = 0; index < table.rowCount(); index++) {
      cells.moveTo(index);
      String patient = cells.text(patientColumn);
      if (patient.isEmpty()) {
        cells.problem(patientColumn, "value-expected");
        continue;
      }
      if (patients.apply(patient).isEmpty()) {
        cells.problem(patientColumn, "patient-unknown");
      }
      LinkedRows before = rows.get(patient);
      if (before == null) {
        rows.put(patient, new LinkedRows(next, index));
      } else {
        before.add(index);
      }
    }
    return rows;
  }

  void forEachPatient(Consumer<PatientVisits> each) {
    rowsByPatient().forEach((patient, rows) -> patientVisits(patient, rows).ifPresent(each));
  }

  private Optional<PatientVisits> patientVisits(String patient, LinkedRows rows) {
    List<VisitRow> visits = new ArrayList<>(rows.size());
    Map<Moment, Integer> lines = new HashMap<>();
    VisitRow marked = null;
    int row = rows.first();
    for (int i = 0; i < rows.size(); i++, row = rows.after(row)) {
      cells.moveTo(row);
      claimId();
      VisitRow visit = visitRow(patient, row);
      if (visit == null) {
        continue;
      }
      Integer before = lines.putIfAbsent(visit.date(), cells.line());
      if (before != null) {
        cells.problem(dateIndex(), "visit-twice", patient, Integer.toString(before));
        continue;
      }
      visits.add(visit);
      if (isMarked()) {
        if (marked != null) {
          cells.problem(baselineColumn, "baseline-twice", patient);
        }
        marked = visit;
      }
    }
    if (visits.isEmpty()) {
      return Optional.empty();
    }
    if (!inOrder(visits)) {
      visits.sort((a, b) -> Long.compare(a.date().earliest(), b.date().earliest()));
    }
    VisitRow first = visits.getFirst();
    if (marked == null && visits.size() > 1 && overlaps(first, visits.get(1))) {
      problems.add(
          table.name(),
          0,
          table.header().get(dateIndex()),
          "first-visit-unclear",
          first.date() + ", " + visits.get(1).date(),
          patient);
    }
    return Optional.of(
        new PatientVisits(patient, visits, marked == null ? first : marked, marked != null));
  }

  private static boolean inOrder(List<VisitRow> visits) {
    for (int i = 1; i < visits.size(); i++) {
      if (visits.get(i).date().earliest() < visits.get(i - 1).date().earliest()) {
        return false;
      }
    }
    return true;
  }

  /// Whether an imprecise date leaves open which of two visits came first.
  private static boolean overlaps(VisitRow a, VisitRow b) {
    return a.date().isBefore(b.date()) != Truth.TRUE;
  }

  private @Nullable VisitRow visitRow(String patient, int index) {
    Moment date = date();
    if (date == null) {
      return null;
    }
    checkBirth(patient, date);
    return new VisitRow(this, index, patient, date, plainCells == null ? null : plainCells.read());
  }

  /// Where a row stands, by its id or else by its patient and date.
  RowReference reference(int index, String patient, Moment date) {
    cells.moveTo(index);
    return new RowReference(NAME, idColumn >= 0 ? cells.text(idColumn) : patient + "@" + date);
  }

  /// Everything that a row holds.
  Visit visit(int index, String patient, Moment date) {
    RowReference row = reference(index, patient, date);
    Map<CoreSetScale, Value<BigDecimal>> values = new EnumMap<>(CoreSetScale.class);
    for (Column column : scales) {
      values.put(column.scale(), scale(column));
    }
    checkStrength(values);
    List<EnzymeMeasurement> measured = new ArrayList<>(enzymes.size());
    for (EnzymeColumns columns : enzymes) {
      Value<BigDecimal> value = cells.number(columns.value(), ZERO, null);
      if (!value.isAbsent()) {
        Value<BigDecimal> upperLimit = cells.number(columns.upperLimit(), ZERO, null);
        if (upperLimit instanceof Value.Known<BigDecimal>(BigDecimal limit)
            && limit.signum() == 0) {
          cells.problem(columns.upperLimit(), "number-above", "0");
        }
        measured.add(
            new EnzymeMeasurement(
                columns.enzyme(), row, columns.enzyme().code(), value, upperLimit, ""));
      }
    }
    return new Visit(row, date, values, measured);
  }

  private Value<BigDecimal> scale(Column column) {
    return cells.number(column.index(), ZERO, largest(column.scale()));
  }

  /// The largest value that may stand in a scale's column.
  static @Nullable BigDecimal largest(CoreSetScale scale) {
    return scale == CoreSetScale.MANUAL_MUSCLE_TEST
        ? CoreSetScale.MANUAL_MUSCLE_TEST_MAXIMUM.maximum()
        : scale.maximum();
  }

  private void checkStrength(Map<CoreSetScale, Value<BigDecimal>> values) {
    if (!(values.get(CoreSetScale.MANUAL_MUSCLE_TEST_MAXIMUM)
        instanceof Value.Known<BigDecimal>(BigDecimal maximum))) {
      return;
    }
    if (!isStrengthForm(maximum)) {
      cells.problem(
          table.column(CoreSetScale.MANUAL_MUSCLE_TEST_MAXIMUM.column()),
          "one-of-expected",
          "80, 150, 260");
      return;
    }
    Value<BigDecimal> strength = values.get(CoreSetScale.MANUAL_MUSCLE_TEST);
    if (strength != null && !CellReader.fits(strength, ZERO, maximum)) {
      cells.problem(
          table.column(CoreSetScale.MANUAL_MUSCLE_TEST.column()),
          "number-between",
          "0",
          maximum.toPlainString() + " (mmt_max)");
    }
  }

  private static boolean isStrengthForm(BigDecimal maximum) {
    for (BigDecimal form : STRENGTH_FORMS) {
      if (form.compareTo(maximum) == 0) {
        return true;
      }
    }
    return false;
  }

  private void claimId() {
    if (idColumn < 0) {
      return;
    }
    String id = cells.text(idColumn);
    if (id.isEmpty()) {
      cells.problem(idColumn, "value-expected");
    } else {
      ids.claim(cells, table, id);
    }
  }

  private void checkBirth(String patient, Moment date) {
    Optional<Moment> birth = patients.apply(patient).flatMap(PatientFacts::birth);
    if (birthColumn >= 0) {
      birth = Moment.parse(cells.text(birthColumn));
    }
    if (birth.isPresent() && date.isBefore(birth.get()) == Truth.TRUE) {
      cells.problem(dateIndex(), "before-birth", birth.get().toString());
    }
  }

  private int dateIndex() {
    return dateColumn >= 0 ? dateColumn : dayColumn;
  }

  private @Nullable Moment date() {
    if (dateColumn >= 0) {
      Optional<Moment> date = Moment.parse(cells.text(dateColumn));
      if (date.isEmpty()) {
        cells.problem(dateColumn, "date-expected");
      }
      return date.orElse(null);
    }
    OptionalInt day = wholeNumber(cells.text(dayColumn));
    if (day.isEmpty()) {
      cells.problem(dayColumn, "day-expected");
      return null;
    }
    return new Moment.IndexDay(INDEX_EVENT, day.getAsInt());
  }

  private static OptionalInt wholeNumber(String text) {
    try {
      return OptionalInt.of(Integer.parseInt(text.replace('\u2212', '-')));
    } catch (NumberFormatException _) {
      return OptionalInt.empty();
    }
  }

  private boolean isMarked() {
    if (baselineColumn < 0) {
      return false;
    }
    return switch (cells.text(baselineColumn)) {
      case "1" -> true;
      case "", "0" -> false;
      default -> {
        cells.problem(baselineColumn, "one-of-expected", "1, 0");
        yield false;
      }
    };
  }
}
