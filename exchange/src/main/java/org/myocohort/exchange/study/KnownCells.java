package org.myocohort.exchange.study;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.myocohort.exchange.csv.CsvFile;
import org.myocohort.patient.CoreSetScale;
import org.myocohort.patient.MuscleEnzyme;
import org.myocohort.response.KnownCoreSet;

/// Reads the core set of rows whose cells are plain numbers without making a value of each.
///
/// It accepts nothing that [VisitsTable] would refuse: whatever is not plain and in its range is
/// left to it.
final class KnownCells {
  private static final List<CoreSetScale> ADULT =
      List.of(
          CoreSetScale.PHYSICIAN_GLOBAL,
          CoreSetScale.PATIENT_GLOBAL,
          CoreSetScale.EXTRAMUSCULAR,
          CoreSetScale.MANUAL_MUSCLE_TEST,
          CoreSetScale.MANUAL_MUSCLE_TEST_MAXIMUM,
          CoreSetScale.HEALTH_ASSESSMENT_QUESTIONNAIRE);
  private static final List<MuscleEnzyme> ENZYMES = List.of(MuscleEnzyme.values());

  private final CellReader cells;
  private final int[] scales = new int[ADULT.size()];
  private final int[] largest = new int[ADULT.size()];
  private final int[] enzymes = new int[ENZYMES.size()];
  private final int[] upperLimits = new int[ENZYMES.size()];
  private final int[] otherScales;
  private final boolean complete;

  /// The values of the row being read, in the order of [#ADULT].
  private final int[] values = new int[ADULT.size()];

  KnownCells(CsvFile table, CellReader cells) {
    this.cells = cells;
    boolean found = true;
    for (int i = 0; i < scales.length; i++) {
      CoreSetScale scale = ADULT.get(i);
      scales[i] = table.column(scale.column());
      largest[i] =
          Objects.requireNonNull(VisitsTable.largest(scale)).intValueExact() * KnownCoreSet.ONE;
      found &= scales[i] >= 0;
    }
    for (int i = 0; i < enzymes.length; i++) {
      enzymes[i] = table.column(ENZYMES.get(i).code());
      upperLimits[i] = table.column(ENZYMES.get(i).code() + "_uln");
    }
    List<Integer> others = new ArrayList<>();
    for (CoreSetScale scale : CoreSetScale.values()) {
      if (!ADULT.contains(scale) && table.column(scale.column()) >= 0) {
        others.add(table.column(scale.column()));
      }
    }
    otherScales = others.stream().mapToInt(Integer::intValue).toArray();
    complete = found;
  }

  /// The core set of the row that the cells stand at.
  ///
  /// @return null where anything is not plain, not known or not allowed
  @Nullable KnownCoreSet read() {
    if (!complete) {
      return null;
    }
    for (int i = 0; i < scales.length; i++) {
      int value = cells.thousandths(scales[i]);
      if (value < 0 || value > largest[i]) {
        return null;
      }
      values[i] = value;
    }
    int strength = values[3];
    int strengthMaximum = values[4];
    if (strength > strengthMaximum || !isStrengthForm(strengthMaximum)) {
      return null;
    }
    for (int column : otherScales) {
      if (cells.thousandths(column) != CsvFile.Row.EMPTY) {
        return null;
      }
    }
    int[] measured = new int[enzymes.length];
    int[] limits = new int[enzymes.length];
    for (int i = 0; i < measured.length; i++) {
      measured[i] = recorded(enzymes[i]);
      limits[i] =
          measured[i] == KnownCoreSet.NOT_RECORDED
              ? KnownCoreSet.NOT_RECORDED
              : recorded(upperLimits[i]);
      if (measured[i] == CsvFile.Row.NOT_PLAIN
          || limits[i] == CsvFile.Row.NOT_PLAIN
          || limits[i] == 0) {
        return null;
      }
    }
    return new KnownCoreSet(
        values[0], values[1], values[2], strength, strengthMaximum, values[5], measured, limits);
  }

  private static boolean isStrengthForm(int maximum) {
    for (BigDecimal form : VisitsTable.STRENGTH_FORMS) {
      if (form.intValueExact() * KnownCoreSet.ONE == maximum) {
        return true;
      }
    }
    return false;
  }

  private int recorded(int column) {
    int value = column < 0 ? CsvFile.Row.EMPTY : cells.thousandths(column);
    return value == CsvFile.Row.EMPTY ? KnownCoreSet.NOT_RECORDED : value;
  }
}
