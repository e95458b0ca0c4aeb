package org.myocohort.benchmarks;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import org.myocohort.patient.MuscleEnzyme;

/// Visits tables made by chance: two visits a patient, every measure and every enzyme known, scales
/// in tenths.
final class VisitPairs {
  private static final long SEED = 7;

  private VisitPairs() {}

  /// A table of `pairs` patients with a baseline and a follow-up each.
  static byte[] csv(int pairs) {
    Random random = new Random(SEED);
    StringBuilder table = new StringBuilder(200 + pairs * 180);
    table.append("patient,date,physician_global,patient_global,extramuscular,mmt,mmt_max,haq");
    for (MuscleEnzyme enzyme : MuscleEnzyme.values()) {
      table.append(',').append(enzyme.code()).append(',').append(enzyme.code()).append("_uln");
    }
    table.append('\n');
    for (int patient = 0; patient < pairs; patient++) {
      for (int visit = 0; visit < 2; visit++) {
        table
            .append(String.format(Locale.ROOT, "P%07d,%d-", patient, 2024 + visit))
            .append(String.format(Locale.ROOT, "%02d-", 1 + random.nextInt(12)))
            .append(String.format(Locale.ROOT, "%02d", 1 + random.nextInt(28)));
        for (int scale = 0; scale < 3; scale++) {
          table.append(',').append(BigDecimal.valueOf(random.nextInt(101), 1));
        }
        table.append(',').append(random.nextInt(81)).append(",80,");
        table.append(BigDecimal.valueOf(random.nextInt(25) * 125L, 3));
        for (int enzyme = 0; enzyme < MuscleEnzyme.values().length; enzyme++) {
          table.append(',').append(1 + random.nextInt(2000)).append(",100");
        }
        table.append('\n');
      }
    }
    return table.toString().getBytes(StandardCharsets.UTF_8);
  }
}
