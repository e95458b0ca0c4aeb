package org.myocohort.app.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// One of the fifteen patients of [LaboratoryStudy].
///
/// OURS: all distributions. A patient who responds improves in every measure, the others hardly; CK
/// falls by more where fewer CD4 cells are memory cells, with much scatter.
///
/// @param number 1 to 15
/// @param start day of the first dose
/// @param months after which the drug was stopped, 0 while it goes on
/// @param memory CD45RO+ of the CD4 cells before treatment, in percent
record LaboratoryPatient(
    int number,
    LocalDate start,
    int months,
    boolean responds,
    double memory,
    Map<SimulatedTable, List<List<String>>> tables) {
  static final int PATIENTS = 15;

  private static final List<Integer> RESPONDERS = List.of(2, 3, 5, 8, 10, 11, 14);

  /// The others still take the drug at month 6; patient 9 had no serum then.
  private static final Map<Integer, Integer> STOPPED = Map.of(1, 4, 6, 3, 9, 2, 12, 5, 13, 4);

  private static final List<Integer> CELLS = List.of(1, 2, 3, 4, 8, 10, 13, 15);
  private static final List<Integer> CELLS_AT_MONTH_6 = List.of(2, 3, 4, 8, 13, 15);
  private static final int NO_BASELINE_SERUM = 15;
  private static final int NO_SERUM_AT_MONTH_6 = 9;

  static List<LaboratoryPatient> all(long seed) {
    List<LaboratoryPatient> patients = new ArrayList<>();
    for (int number = 1; number <= PATIENTS; number++) {
      patients.add(of(seed, number));
    }
    return patients;
  }

  private static LaboratoryPatient of(long seed, int number) {
    Chance chance = Chance.ofPatient(seed, number);
    LaboratoryPatient patient =
        new LaboratoryPatient(
            number,
            LocalDate.of(2019, 3, 4).plusDays(chance.days(0, 700)),
            STOPPED.getOrDefault(number, 0),
            RESPONDERS.contains(number),
            chance.between(22, 74),
            new EnumMap<>(SimulatedTable.class));
    patient.write(chance);
    return patient;
  }

  String id() {
    return String.format(Locale.ROOT, "SYN-%02d", number);
  }

  LocalDate date(boolean later) {
    return later ? start.plusDays(182) : start.minusDays(3);
  }

  String sample(boolean later) {
    return String.format(Locale.ROOT, "SYN%02d-M%d", number, later ? 6 : 0);
  }

  static String visit(boolean later) {
    return later ? "month 6" : "baseline";
  }

  boolean takesDrug(boolean later) {
    return later && months == 0;
  }

  boolean hasSerum(boolean later) {
    return number != (later ? NO_SERUM_AT_MONTH_6 : NO_BASELINE_SERUM);
  }

  boolean hasCells(boolean later) {
    return (later ? CELLS_AT_MONTH_6 : CELLS).contains(number);
  }

  List<List<String>> rows(SimulatedTable table) {
    return tables.getOrDefault(table, List.of());
  }

  private void add(SimulatedTable table, String... cells) {
    tables.computeIfAbsent(table, _ -> new ArrayList<>()).add(List.of(cells));
  }

  private void write(Chance chance) {
    add(
        SimulatedTable.PATIENTS,
        id(),
        "own",
        "synthetic",
        "synthetic",
        chance.happens(0.6) ? "female" : "male",
        Integer.toString(start.getYear() - chance.days(38, 72)),
        "",
        "",
        "",
        Integer.toString(start.getYear() - chance.days(2, 9)),
        "",
        "alive",
        "",
        "given",
        "",
        "");
    double gain = responds ? chance.between(0.35, 0.6) : chance.between(0, 0.04);
    double mmt = chance.between(48, 66);
    double physician = chance.between(5, 8);
    double own = chance.between(4, 8);
    double elsewhere = chance.between(1.5, 4);
    double disability = chance.between(1, 2.2);
    for (boolean later : List.of(false, true)) {
      double left = later ? 1 - gain : 1;
      add(
          SimulatedTable.VISITS,
          rowId("V", later ? 2 : 1),
          id(),
          date(later).toString(),
          Cell.number(physician * left, 1),
          Cell.number(own * left, 1),
          Cell.number(elsewhere * left, 1),
          Cell.number(later ? mmt + gain * (80 - mmt) : mmt, 0),
          "80",
          Cell.eighths((int) Math.round(8 * disability * left)));
    }
    enzyme(chance);
    treatments(chance);
  }

  private void enzyme(Chance chance) {
    double before = chance.between(500, 4200);
    // The fall in percent; the scatter is as large as what the memory cells explain.
    double fall = 68 - 0.8 * memory + chance.normal(0, 12) + (responds ? 12 : 0);
    for (boolean later : List.of(false, true)) {
      double value = later ? before * (1 - Cell.within(-25, fall, 92) / 100) : before;
      add(
          SimulatedTable.MEASUREMENTS,
          rowId("M", later ? 2 : 1),
          id(),
          date(later).toString(),
          "ck",
          Cell.number(value, 0),
          "",
          "U/L",
          "",
          "190",
          "");
    }
  }

  private void treatments(Chance chance) {
    int tenths = 50 + 25 * chance.days(0, 4);
    course("T", 1, "prednisone", Cell.milligrams(tenths), "oral", "daily", -700, "");
    course(
        "T",
        2,
        chance.pick(List.of("methotrexate", "azathioprine")),
        "",
        "oral",
        "",
        -chance.days(400, 650),
        start.minusDays(chance.days(30, 120)).toString());
    course(
        "T",
        3,
        "anakinra",
        "100",
        "sc",
        "daily",
        0,
        months == 0 ? "NA" : start.plusDays(30L * months).toString());
  }

  private void course(
      String prefix,
      int row,
      String drug,
      String dose,
      String route,
      String frequency,
      int days,
      String stop) {
    add(
        SimulatedTable.TREATMENTS,
        rowId(prefix, row),
        id(),
        drug,
        dose,
        dose.isEmpty() ? "" : "mg",
        route,
        frequency,
        start.plusDays(days).toString(),
        stop,
        "",
        "");
  }

  private String rowId(String prefix, int row) {
    return String.format(Locale.ROOT, "%s-SYN%02d-%02d", prefix, number, row);
  }
}
