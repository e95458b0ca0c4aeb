package org.myocohort.benchmarks;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.CsvFile;

/// A patient of five years as the tables of a study folder: 60 visits and about 2,000 laboratory
/// values, with treatments, taper, events.
final class HeavyPatient {
  private static final LocalDate FIRST = LocalDate.of(2020, 1, 6);
  private static final int VISITS = 60;

  private static final List<String[]> LABS =
      List.of(
          new String[] {"ck", "180", "U/L", "190"},
          new String[] {"ldh", "230", "U/L", "250"},
          new String[] {"ast", "30", "U/L", "40"},
          new String[] {"alt", "30", "U/L", "40"},
          new String[] {"crp", "4", "mg/L", "5"},
          new String[] {"troponin-t-hs", "12", "ng/L", "14"},
          new String[] {"ferritin", "200", "ng/mL", "300"},
          new String[] {"neutrophils", "4", "10*9/L", "7"},
          new String[] {"lymphocytes", "1.4", "10*9/L", "4"},
          new String[] {"platelets", "220", "10*9/L", "400"},
          new String[] {"haemoglobin", "5", "g/dL", "16"});

  private HeavyPatient() {}

  /// The tables by name.
  static Map<String, CsvFile> tables() throws BadInputException {
    Map<String, CsvFile> tables = new LinkedHashMap<>();
    tables.put("patients", CsvFile.parse(patients(), "patients.csv"));
    tables.put("visits", CsvFile.parse(visits(), "visits.csv"));
    tables.put("measurements", CsvFile.parse(measurements(), "measurements.csv"));
    tables.put("treatments", CsvFile.parse(treatments(), "treatments.csv"));
    tables.put("events", CsvFile.parse(events(), "events.csv"));
    return tables;
  }

  private static byte[] patients() {
    return bytes("id,cohort,centre,sex,birth,diagnosis\nP-1,own,Milan,female,1970,2019-11-20\n");
  }

  private static byte[] visits() {
    StringBuilder csv =
        new StringBuilder(
            "id,patient,date,physician_global,patient_global,extramuscular,mmt,mmt_max,haq\n");
    for (int visit = 0; visit < VISITS; visit++) {
      double activity = 1 + 6 * Math.exp(-visit / 12.0) + visit % 3 * 0.2;
      csv.append("V-").append(visit).append(",P-1,").append(day(visit)).append(',');
      csv.append(tenths(activity)).append(',').append(tenths(activity + 0.3)).append(',');
      csv.append(visit % 7 == 6 ? "" : tenths(activity - 0.4)).append(',');
      csv.append(Math.round(150 - 5 * activity)).append(",150,");
      csv.append(visit % 5 == 4 ? "" : Math.round(activity) * 0.125).append('\n');
    }
    return bytes(csv.toString());
  }

  /// Three samples a visit, so that some days have two values.
  private static byte[] measurements() {
    StringBuilder csv =
        new StringBuilder("id,patient,date,measurement,value,unit,upper_limit,assay\n");
    int id = 0;
    for (int visit = 0; visit < VISITS; visit++) {
      for (int sample = 0; sample < 3; sample++) {
        for (String[] lab : LABS) {
          double factor = 1 + 4 * Math.exp(-visit / 10.0) + (visit + sample) % 4 * 0.1;
          csv.append("M-").append(id++).append(",P-1,").append(day(visit).plusDays(10L * sample));
          csv.append(',').append(lab[0]).append(',');
          csv.append(tenths(Double.parseDouble(lab[1]) * factor)).append(',').append(lab[2]);
          csv.append(',').append(lab[3]).append(",routine\n");
        }
      }
    }
    return bytes(csv.toString());
  }

  private static byte[] treatments() {
    StringBuilder csv =
        new StringBuilder("id,patient,drug,dose,unit,route,frequency,start,stop,reason_stopped\n");
    double[] doses = {60, 50, 40, 30, 25, 20, 17.5, 15, 12.5, 10, 7.5, 5};
    for (int step = 0; step < doses.length; step++) {
      csv.append("T-").append(step).append(",P-1,prednisone,").append(doses[step]);
      csv.append(",mg,oral,daily,").append(day(step)).append(',');
      csv.append(step == doses.length - 1 ? "" : day(step + 1)).append(",dose lowered\n");
    }
    csv.append("T-90,P-1,anakinra,100,mg,sc,daily,").append(day(0)).append(",,\n");
    csv.append("T-91,P-1,mycophenolate mofetil,1,g,oral,twice daily,").append(day(2));
    csv.append(",,\n");
    csv.append("T-92,P-1,intravenous immunoglobulins,0.4,g/kg,iv,monthly,")
        .append(day(4))
        .append(",,\n");
    return bytes(csv.toString());
  }

  private static byte[] events() {
    return bytes("id,patient,kind,date,note\nE-1,P-1,relapse," + day(20) + ",at prednisone 5 mg\n");
  }

  private static LocalDate day(int visit) {
    return FIRST.plusDays(30L * visit);
  }

  private static String tenths(double value) {
    return BigDecimal.valueOf(Math.round(value * 10), 1).toPlainString();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
