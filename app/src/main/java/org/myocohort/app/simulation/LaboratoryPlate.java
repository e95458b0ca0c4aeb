package org.myocohort.app.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.myocohort.assay.biomarker.CsvText;
import org.myocohort.statistics.curve.LogisticCurve;

/// The plate of [LaboratoryStudy]: eight standards, a blank, two controls and 28 sera, each in two
/// wells side by side.
///
/// OURS: the curve of the invented kit, 3 % scatter of a well, the concentrations. Under the drug
/// they are ten times as high, for the assay measures it.
final class LaboratoryPlate {
  private static final LogisticCurve KIT = new LogisticCurve(0.012, 1.06, 1250, 3.25, 1);
  private static final double EMPTY_WELL = 0.058;
  private static final int ROWS = 8;
  private static final int COLUMNS = 12;
  private static final int BELOW_DETECTION = 4;
  private static final int BAD_DUPLICATE = 7;
  private static final int DILUTED_TOO_LITTLE = 11;
  private static final String MARK =
      "# Synthetic: made up by a random number generator, measured by nobody\n";

  /// A pair of wells.
  private record Pair(
      String kind,
      String name,
      String concentration,
      int dilution,
      String first,
      String second,
      List<String> facts) {}

  private final Map<Integer, Pair> pairs = new LinkedHashMap<>();
  private final Chance chance;

  LaboratoryPlate(List<LaboratoryPatient> patients, long seed) {
    chance = Chance.ofPatient(seed, 101);
    List<String> nobody = List.of("", "", "", "");
    for (int row = 0; row < ROWS; row++) {
      double concentration = 4000.0 / (1 << row);
      put(row, "standard", "", plain(concentration), 1, concentration, nobody);
    }
    put(ROWS, "blank", "", "", 1, 0, nobody);
    put(ROWS + 1, "control", "low", "150", 1, 150, nobody);
    put(ROWS + 2, "control", "high", "1500", 1, 1500, nobody);
    int place = ROWS + 3;
    for (LaboratoryPatient patient : patients) {
      double own = chance.between(420, 5200);
      for (boolean later : List.of(false, true)) {
        double level = patient.takesDrug(later) ? chance.between(9000, 34000) : own;
        if (!patient.takesDrug(later) && later) {
          level = own * chance.between(0.75, 1.2);
        }
        if (patient.hasSerum(later)) {
          serum(place++, patient, later, level);
        }
      }
    }
  }

  private void serum(int place, LaboratoryPatient patient, boolean later, double level) {
    boolean below = patient.number() == BELOW_DETECTION && !later;
    boolean high = patient.takesDrug(later) && patient.number() != DILUTED_TOO_LITTLE;
    int dilution = high ? 20 : 2;
    put(
        place,
        "sample",
        patient.sample(later),
        "",
        dilution,
        (below ? 38 : level) / dilution,
        List.of(
            patient.id(),
            patient.date(later).toString(),
            LaboratoryPatient.visit(later),
            patient.sample(later)));
    if (patient.number() == BAD_DUPLICATE && !later) {
      Pair pair = pairs.get(place);
      if (pair != null) {
        // A second well that was washed badly.
        double signal = Double.parseDouble(pair.first()) * 0.6;
        pairs.put(
            place,
            new Pair(
                pair.kind(),
                pair.name(),
                pair.concentration(),
                pair.dilution(),
                pair.first(),
                Cell.number(signal, 3),
                pair.facts()));
      }
    }
  }

  private void put(
      int place,
      String kind,
      String name,
      String concentration,
      int dilution,
      double inWell,
      List<String> facts) {
    pairs.put(
        place,
        new Pair(
            kind,
            name,
            concentration,
            dilution,
            signal(inWell, kind),
            signal(inWell, kind),
            facts));
  }

  private String signal(double concentration, String kind) {
    double response = kind.equals("blank") ? 0 : KIT.response(concentration);
    double noisy = response * chance.normal(1, 0.03) + EMPTY_WELL + chance.normal(0, 0.001);
    return Cell.number(noisy, 3);
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Cell.number(number, 0) : Cell.number(number, 2);
  }

  private static String well(int place, int second) {
    return "" + (char) ('A' + place % ROWS) + (2 * (place / ROWS) + 1 + second);
  }

  Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(LaboratoryStudy.PLATE, MARK + rows());
    files.put(LaboratoryStudy.READER, reader());
    files.put(LaboratoryStudy.LAYOUT, MARK + layout());
    files.put(LaboratoryStudy.PLATE_SAMPLES, MARK + samples());
    return files;
  }

  private String rows() {
    CsvText text =
        new CsvText(
            List.of(
                "well",
                "kind",
                "name",
                "concentration",
                "dilution",
                "signal",
                "patient",
                "date",
                "visit",
                "sample",
                "marker",
                "unit",
                "batch"));
    pairs.forEach((place, pair) -> {
      for (int second = 0; second < 2; second++) {
        List<String> cells = new ArrayList<>();
        cells.add(well(place, second));
        cells.add(pair.kind());
        cells.add(pair.name());
        cells.add(pair.concentration());
        cells.add(pair.kind().equals("sample") ? Integer.toString(pair.dilution()) : "");
        cells.add(second == 0 ? pair.first() : pair.second());
        cells.addAll(pair.facts());
        cells.addAll(List.of("IL-1Ra", "pg/mL", "plate-1"));
        text.row(cells);
      }
    });
    return text.toString();
  }

  /// As a reader writes it, on a machine that writes a comma in numbers.
  private String reader() {
    StringBuilder text = new StringBuilder(MARK);
    text.append("Plate reader\tno such reader\nWavelength\t450\n\n");
    for (int column = 1; column <= COLUMNS; column++) {
      text.append('\t').append(column);
    }
    text.append('\n');
    for (int row = 0; row < ROWS; row++) {
      text.append((char) ('A' + row));
      for (int column = 0; column < COLUMNS; column++) {
        Pair pair = pairs.get(column / 2 * ROWS + row);
        String signal = pair == null ? "" : column % 2 == 0 ? pair.first() : pair.second();
        text.append('\t').append(signal.replace('.', ','));
      }
      text.append("\t450\n");
    }
    return text.toString();
  }

  private String layout() {
    List<String> head = new ArrayList<>(List.of(""));
    for (int column = 1; column <= COLUMNS; column++) {
      head.add(Integer.toString(column));
    }
    CsvText text = new CsvText(head);
    for (int row = 0; row < ROWS; row++) {
      List<String> cells = new ArrayList<>(List.of(String.valueOf((char) ('A' + row))));
      for (int column = 0; column < COLUMNS; column++) {
        Pair pair = pairs.get(column / 2 * ROWS + row);
        cells.add(pair == null ? "" : drawn(pair));
      }
      text.row(cells);
    }
    return text.toString();
  }

  private static String drawn(Pair pair) {
    return switch (pair.kind()) {
      case "standard" -> "std " + pair.concentration();
      case "blank" -> "blank";
      case "control" -> "control " + pair.name();
      default -> pair.name() + " x" + pair.dilution();
    };
  }

  private String samples() {
    CsvText text = new CsvText(List.of("sample", "patient", "date", "visit"));
    for (Pair pair : pairs.values()) {
      if (pair.kind().equals("sample")) {
        text.row(
            List.of(pair.name(), pair.facts().get(0), pair.facts().get(1), pair.facts().get(2)));
      }
    }
    return text.toString();
  }
}
