package org.myocohort.benchmarks.load;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.patient.PatientKey;
import org.myocohort.registry.patient.PatientStore;
import org.myocohort.registry.patient.RowChange;
import org.myocohort.registry.patient.SaveRequest;
import org.myocohort.registry.patient.SaveResult;
import org.myocohort.registry.patient.StoredPatient;
import org.myocohort.registry.store.Database;

/// Saves new visits one after the other and says how long each took until it was on the disk: the
/// patient is read, checked as a whole, written with its summary and audit entry, and committed
/// synchronously.
public final class SaveTest {
  private SaveTest() {}

  /// Runs.
  ///
  /// @param arguments how many patients there are, how many visits to save, the registry's folder,
  ///   or the URL, user and password of a PostgreSQL database
  public static void main(String[] arguments) throws IOException {
    int patients = Integer.parseInt(arguments[0]);
    int visits = Integer.parseInt(arguments[1]);
    try (Database database =
        arguments.length > 3
            ? Database.postgresql(arguments[2], arguments[3], arguments[4])
            : Database.embedded(Path.of(arguments[2]))) {
      PatientStore store = new PatientStore(database, Instant::now);
      save(store, patients, visits / 2, "W");
      List<Long> micros = save(store, patients, visits, "T");
      micros.sort(null);
      System.out.printf(
          "%d visits saved: p50 %.1f ms, p90 %.1f ms, p99 %.1f ms, max %.1f ms%n",
          micros.size(), at(micros, 0.5), at(micros, 0.9), at(micros, 0.99), at(micros, 1));
    }
  }

  private static List<Long> save(PatientStore store, int patients, int visits, String prefix) {
    Random random = new Random(7);
    long run = System.currentTimeMillis();
    List<Long> micros = new ArrayList<>();
    for (int i = 0; i < visits; i++) {
      int number = 100 + random.nextInt(Math.max(1, patients - 100));
      PatientKey key = new PatientKey(FillRegistry.STUDY, "SC-" + number);
      // The form was opened before; what counts begins with the click.
      long revision =
          store.find(Actor.commandLine(), key).map(StoredPatient::revision).orElseThrow();
      List<RowChange> changes = new ArrayList<>();
      String id = prefix + run + "-" + i;
      // A day on which no patient was seen yet, in this run or another.
      String date = LocalDate.ofEpochDay(34_000 + run % 10_000 + i).toString();
      changes.add(
          new RowChange.Put(
              "visits",
              id,
              new TreeMap<>(
                  Map.of(
                      "patient", key.id(),
                      "date", date,
                      "physician_global", "2.5",
                      "patient_global", "3.0",
                      "extramuscular", "1.5",
                      "mmt", "140",
                      "mmt_max", "150",
                      "haq", "0.5"))));
      for (String code : List.of("ck", "aldolase", "ldh", "ast", "alt", "crp", "ferritin")) {
        changes.add(
            new RowChange.Put(
                "measurements",
                id + "-" + code,
                new TreeMap<>(
                    Map.of(
                        "patient",
                        key.id(),
                        "date",
                        date,
                        "measurement",
                        code,
                        "value",
                        "12",
                        "unit",
                        code.equals("crp") ? "mg/L" : code.equals("ferritin") ? "ug/L" : "U/L",
                        "upper_limit",
                        "100"))));
      }
      long begin = System.nanoTime();
      SaveResult result =
          store.save(Actor.commandLine(), SaveRequest.of(key, revision, changes, "load test"));
      micros.add((System.nanoTime() - begin) / 1000);
      if (!(result instanceof SaveResult.Saved)) {
        throw new IllegalStateException("not saved: " + result);
      }
    }
    return micros;
  }

  private static double at(List<Long> sorted, double share) {
    return sorted.get((int) Math.ceil(share * sorted.size()) - 1) / 1000.0;
  }
}
