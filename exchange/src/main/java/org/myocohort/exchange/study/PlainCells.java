package org.myocohort.exchange.study;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.myocohort.exchange.csv.CsvFile;
import org.myocohort.patient.CoreSetScale;
import org.myocohort.patient.MuscleEnzyme;
import org.myocohort.response.PlainCoreSet;

/// Reads the core set of rows whose cells are plain numbers or say that there is none, without
/// making a value of each.
///
/// It accepts nothing that [VisitsTable] would refuse: whatever is not plain and in its range is
/// left to it.
final class PlainCells {
  private static final int NOT_PLAIN = CsvFile.Row.NOT_PLAIN;
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

  /// The values of the row being read, in the order of [#ADULT].
  private final int[] values = new int[ADULT.size()];

  PlainCells(CsvFile table, CellReader cells) {
    this.cells = cells;
    for (int i = 0; i < scales.length; i++) {
      CoreSetScale scale = ADULT.get(i);
      scales[i] = table.column(scale.column());
      largest[i] =
          Objects.requireNonNull(VisitsTable.largest(scale)).intValueExact() * PlainCoreSet.ONE;
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
  }

  /// The core set of the row that the cells stand at.
  ///
  /// @return null where anything is neither plain nor absent, or is not allowed
  @Nullable PlainCoreSet read() {
    for (int i = 0; i < scales.length; i++) {
      values[i] = value(scales[i]);
      if (values[i] == NOT_PLAIN || values[i] > largest[i]) {
        return null;
      }
    }
    int strength = values[3];
    int strengthMaximum = values[4];
    if (strengthMaximum != PlainCoreSet.MISSING
        && (strength > strengthMaximum || !isStrengthForm(strengthMaximum))) {
      return null;
    }
    for (int column : otherScales) {
      if (value(column) != PlainCoreSet.MISSING) {
        return null;
      }
    }
    int[] measured = new int[enzymes.length];
    int[] limits = new int[enzymes.length];
    for (int i = 0; i < measured.length; i++) {
      measured[i] = value(enzymes[i]);
      limits[i] =
          measured[i] == PlainCoreSet.MISSING ? PlainCoreSet.MISSING : value(upperLimits[i]);
      if (measured[i] == NOT_PLAIN || limits[i] == NOT_PLAIN || limits[i] == 0) {
        return null;
      }
    }
    return new PlainCoreSet(
        values[0], values[1], values[2], strength, strengthMaximum, values[5], measured, limits);
  }

  private static boolean isStrengthForm(int maximum) {
    for (BigDecimal form : VisitsTable.STRENGTH_FORMS) {
      if (form.intValueExact() * PlainCoreSet.ONE == maximum) {
        return true;
      }
    }
    return false;
  }

  /// Thousandths, [PlainCoreSet#MISSING] or [CsvFile.Row#NOT_PLAIN].
  private int value(int column) {
    int value = column < 0 ? CsvFile.Row.EMPTY : cells.thousandths(column);
    boolean absent =
        value == CsvFile.Row.EMPTY
            || (value == NOT_PLAIN && CellReader.absence(cells.text(column)) != null);
    return absent ? PlainCoreSet.MISSING : value;
  }
}
