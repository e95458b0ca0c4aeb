package org.myocohort.app.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.myocohort.assay.biomarker.CsvText;

/// The tables of flow cytometry of [LaboratoryStudy]: naive and memory T cells as counts with the
/// percent beside them, and intracellular cytokines with and without stimulation as percent only,
/// the latter as a program writes them where a comma marks decimals.
///
/// OURS: all shares and counts.
final class LaboratoryFlow {
  static final List<String> CYTOKINES = List.of("IFNg+", "TNFa+", "IL-17A+");

  private static final String MARK =
      "# Synthetic: made up by a random number generator, measured by nobody\n";
  private static final String STIMULATED = "anti-CD3 6 h";
  private static final String UNSTIMULATED = "unstimulated";

  private final List<LaboratoryPatient> patients;
  private final Chance chance;

  LaboratoryFlow(List<LaboratoryPatient> patients, long seed) {
    this.patients = patients;
    chance = Chance.ofPatient(seed, 102);
  }

  Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(LaboratoryStudy.MEMORY, MARK + memory());
    files.put(LaboratoryStudy.CYTOKINES, MARK + cytokines());
    files.put(LaboratoryStudy.FLOW_SAMPLES, MARK + samples());
    return files;
  }

  /// What a patient's cells are called at a time, in the order of the laboratory's book.
  private interface Taken {
    void sample(LaboratoryPatient patient, boolean later);
  }

  private void each(Taken taken) {
    for (boolean later : List.of(false, true)) {
      for (LaboratoryPatient patient : patients) {
        if (patient.hasCells(later)) {
          taken.sample(patient, later);
        }
      }
    }
  }

  private String memory() {
    String cd4 = "Lymphocytes/CD4";
    CsvText text =
        new CsvText(
            List.of(
                "",
                "Lymphocytes | Count",
                cd4 + " | Count",
                cd4 + "/CD45RO | Count",
                cd4 + "/CD45RO | Freq. of Parent (%)",
                cd4 + "/CD45RA | Count",
                cd4 + "/CD45RA | Freq. of Parent (%)"));
    double[] sums = new double[6];
    int[] number = new int[1];
    each((patient, later) -> {
      long lymphocytes = chance.days(18_000, 52_000);
      long helpers = Math.round(lymphocytes * chance.between(0.28, 0.55));
      double share =
          Cell.within(12, patient.memory() + (later ? chance.normal(-2, 4) : 0), 85) / 100;
      long memory = Math.round(helpers * share);
      long naive = Math.round((helpers - memory) * chance.between(0.9, 0.97));
      double[] values = {
        lymphocytes, helpers, memory, 100.0 * memory / helpers, naive, 100.0 * naive / helpers
      };
      List<String> cells = new ArrayList<>(List.of(patient.sample(later) + "_memory.fcs"));
      for (int i = 0; i < values.length; i++) {
        sums[i] += values[i];
        cells.add(Cell.number(values[i], isPercent(i) ? 1 : 0));
      }
      number[0]++;
      text.row(cells);
    });
    List<String> mean = new ArrayList<>(List.of("Mean"));
    for (int i = 0; i < sums.length; i++) {
      mean.add(Cell.number(sums[i] / number[0], isPercent(i) ? 1 : 0));
    }
    return text.row(mean).toString();
  }

  private static boolean isPercent(int column) {
    return column == 3 || column == 5;
  }

  private String cytokines() {
    StringBuilder text = new StringBuilder("Sample");
    for (String cytokine : CYTOKINES) {
      text.append(";Lymphocytes/CD4/").append(cytokine).append(" | Freq. of Parent");
    }
    text.append('\n');
    each((patient, later) -> {
      double[] own = {chance.between(0.3, 4), chance.between(0.5, 5), chance.between(0.04, 0.35)};
      double[] without = {
        chance.between(0.02, 0.3), chance.between(0.05, 0.4), chance.between(0.01, 0.06)
      };
      for (boolean stimulated : List.of(false, true)) {
        text.append(patient.sample(later)).append(stimulated ? "_CD3.fcs" : "_medium.fcs");
        for (int i = 0; i < own.length; i++) {
          double value = stimulated ? without[i] + own[i] : without[i];
          text.append(';').append(Cell.number(value, 2).replace('.', ',')).append(" %");
        }
        text.append('\n');
      }
    });
    return text.toString();
  }

  private String samples() {
    CsvText text = new CsvText(List.of("name", "sample", "patient", "date", "visit", "condition"));
    each((patient, later) -> {
      for (String[] tube :
          new String[][] {{"_memory", ""}, {"_medium", UNSTIMULATED}, {"_CD3", STIMULATED}}) {
        text.row(
            List.of(
                patient.sample(later) + tube[0],
                patient.sample(later),
                patient.id(),
                patient.date(later).toString(),
                LaboratoryPatient.visit(later),
                tube[1]));
      }
    });
    return text.toString();
  }
}
