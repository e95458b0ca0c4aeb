package org.myocohort.statistics.meta;

import java.util.ArrayList;
import java.util.List;
import org.myocohort.statistics.meta.analysis.LabelledStudy;
import org.myocohort.statistics.meta.effect.EffectMeasure;
import org.myocohort.statistics.meta.effect.OneArmCounts;
import org.myocohort.statistics.meta.effect.TwoArmCounts;
import org.myocohort.statistics.meta.effect.ZeroCells;

/// Small classic tables, typed for the tests.
public final class Trials {
  /// Events and others under treatment and control, and the latitude, of 13 trials: Colditz GA,
  /// Brewer TF, Berkey CS, et al. JAMA 1994;271:698-702, doi:10.1001/jama.1994.03510330076038.
  private static final int[][] COLDITZ = {
    {4, 119, 11, 128, 44},
    {6, 300, 29, 274, 55},
    {3, 228, 11, 209, 42},
    {62, 13536, 248, 12619, 52},
    {33, 5036, 47, 5761, 13},
    {180, 1361, 372, 1079, 44},
    {8, 2537, 10, 619, 19},
    {505, 87886, 499, 87892, 13},
    {29, 7470, 45, 7232, 27},
    {17, 1699, 65, 1600, 42},
    {186, 50448, 141, 27197, 18},
    {5, 2493, 3, 2338, 33},
    {27, 16886, 29, 17825, 33}
  };

  /// Events and participants of both arms of 18 trials: Niël-Weise BS, Stijnen T, van den Broek PJ.
  /// Intensive Care Med 2007;33:2058-2068, doi:10.1007/s00134-007-0897-3.
  private static final int[][] NIEL_WEISE = {
    {0, 116, 3, 117},
    {1, 44, 3, 35},
    {2, 208, 9, 195},
    {0, 130, 7, 136},
    {5, 151, 6, 157},
    {1, 98, 4, 139},
    {1, 174, 3, 177},
    {1, 74, 2, 39},
    {1, 97, 19, 103},
    {1, 113, 2, 122},
    {0, 66, 7, 64},
    {0, 70, 1, 58},
    {3, 188, 5, 175},
    {6, 187, 11, 180},
    {0, 118, 0, 105},
    {0, 252, 1, 262},
    {1, 345, 3, 362},
    {4, 64, 1, 69}
  };

  /// Successes and patients of 14 series: Zhou XH, Brizendine EJ, Pritz MB. Stat Med
  /// 1999;18:1321-1330, from Pritz MB, Zhou XH, Brizendine EJ. J Neurovasc Dis 1996;1:150-156.
  private static final int[][] PRITZ = {
    {16, 17}, {10, 12}, {4, 8}, {43, 58}, {10, 10}, {25, 42}, {13, 14}, {12, 12}, {22, 41}, {4, 5},
    {5, 6}, {18, 23}, {58, 68}, {6, 10}
  };

  private Trials() {}

  public static List<TwoArmCounts> colditz() {
    List<TwoArmCounts> tables = new ArrayList<>();
    for (int[] row : COLDITZ) {
      tables.add(new TwoArmCounts(row[0], row[1], row[2], row[3]));
    }
    return tables;
  }

  public static List<Double> latitudes() {
    List<Double> latitudes = new ArrayList<>();
    for (int[] row : COLDITZ) {
      latitudes.add((double) row[4]);
    }
    return latitudes;
  }

  public static List<TwoArmCounts> nielWeise() {
    List<TwoArmCounts> tables = new ArrayList<>();
    for (int[] row : NIEL_WEISE) {
      tables.add(new TwoArmCounts(row[0], row[1] - row[0], row[2], row[3] - row[2]));
    }
    return tables;
  }

  public static List<OneArmCounts> pritz() {
    List<OneArmCounts> counts = new ArrayList<>();
    for (int[] row : PRITZ) {
      counts.add(new OneArmCounts(row[0], row[1]));
    }
    return counts;
  }

  public static List<LabelledStudy> labelled(List<TwoArmCounts> tables) {
    List<LabelledStudy> studies = new ArrayList<>();
    for (TwoArmCounts table : tables) {
      studies.add(new LabelledStudy("study " + (studies.size() + 1), table));
    }
    return studies;
  }

  public static List<StudyEffect> effects(EffectMeasure measure, List<TwoArmCounts> tables) {
    List<StudyEffect> effects = new ArrayList<>();
    for (TwoArmCounts table : tables) {
      table
          .effect(measure, ZeroCells.ADD_HALF)
          .result()
          .ifPresent(effect -> effects.add(effect.labelled("study " + (effects.size() + 1))));
    }
    return effects;
  }

  public static <T> T known(Estimation<T> estimation) {
    return estimation
        .result()
        .orElseThrow(() -> new AssertionError("not estimable: " + estimation.missing()));
  }
}
