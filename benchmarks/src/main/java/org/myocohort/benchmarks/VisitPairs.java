package org.myocohort.benchmarks;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.myocohort.patient.MuscleEnzyme;

/// Visits tables made by chance: two visits a patient, scales in tenths, five enzymes, and as many
/// gaps and limits as asked for.
final class VisitPairs {
  private static final long SEED = 7;
  private static final int FIRST_MEASURE = 2;
  private static final int FIRST_ENZYME = 8;

  private VisitPairs() {}

  /// What is not plainly there, each in percent.
  ///
  /// @param gaps of the cells from the first measure on, which are empty
  /// @param rows of the rows, which have one such cell
  /// @param limits of the values of enzymes, which become a limit
  record Holes(int gaps, int rows, int limits) {
    static final Holes NONE = new Holes(0, 0, 0);

    private void punch(List<String> cells, Random random) {
      int measures = cells.size() - FIRST_MEASURE;
      for (int cell = FIRST_MEASURE; cell < cells.size(); cell++) {
        boolean value = cell >= FIRST_ENZYME && (cell - FIRST_ENZYME) % 2 == 0;
        if (random.nextInt(100) < gaps) {
          cells.set(cell, "");
        } else if (value && random.nextInt(100) < limits) {
          cells.set(cell, "<" + cells.get(cell));
        }
      }
      if (random.nextInt(100) < rows) {
        cells.set(FIRST_MEASURE + random.nextInt(measures), "");
      }
    }
  }

  /// A table of `pairs` patients with a baseline and a follow-up each, all of it known.
  static byte[] csv(int pairs) {
    return csv(pairs, Holes.NONE);
  }

  /// A table of `pairs` patients with a baseline and a follow-up each. Holes change no other cell.
  static byte[] csv(int pairs, Holes holes) {
    Random random = new Random(SEED);
    Random punch = new Random(SEED);
    StringBuilder table = new StringBuilder(200 + pairs * 180);
    table.append("patient,date,physician_global,patient_global,extramuscular,mmt,mmt_max,haq");
    for (MuscleEnzyme enzyme : MuscleEnzyme.values()) {
      table.append(',').append(enzyme.code()).append(',').append(enzyme.code()).append("_uln");
    }
    table.append('\n');
    for (int patient = 0; patient < pairs; patient++) {
      for (int visit = 0; visit < 2; visit++) {
        List<String> cells = row(patient, visit, random);
        holes.punch(cells, punch);
        table.append(String.join(",", cells)).append('\n');
      }
    }
    return table.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> row(int patient, int visit, Random random) {
    List<String> cells = new ArrayList<>();
    cells.add(String.format(Locale.ROOT, "P%07d", patient));
    int month = 1 + random.nextInt(12);
    int day = 1 + random.nextInt(28);
    cells.add(String.format(Locale.ROOT, "%d-%02d-%02d", 2024 + visit, month, day));
    for (int scale = 0; scale < 3; scale++) {
      cells.add(BigDecimal.valueOf(random.nextInt(101), 1).toString());
    }
    cells.add(Integer.toString(random.nextInt(81)));
    cells.add("80");
    cells.add(BigDecimal.valueOf(random.nextInt(25) * 125L, 3).toString());
    for (int enzyme = 0; enzyme < MuscleEnzyme.values().length; enzyme++) {
      cells.add(Integer.toString(1 + random.nextInt(2000)));
      cells.add("100");
    }
    return cells;
  }
}
