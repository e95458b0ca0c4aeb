package org.myocohort.registry.durability;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.myocohort.registry.Databases;
import org.myocohort.registry.SampleStudy;
import org.myocohort.registry.audit.AuditVerification;
import org.myocohort.registry.backup.Backup;
import org.myocohort.registry.backup.BackupException;
import org.myocohort.registry.patient.PatientStore;
import org.myocohort.registry.patient.RowChange;
import org.myocohort.registry.patient.SaveRequest;
import org.myocohort.registry.patient.StoredPatient;
import org.myocohort.registry.store.Database;

/// Measures by hand what no test asserts: import, a saved visit, verification, backup.
///
/// Arguments: folder or URL of an empty database, or `postgresql` for one of the tests' own, how
/// many patients, how many visits of each (with as many laboratory values), how many saves are
/// timed.
public final class RegistryTimings {
  private RegistryTimings() {}

  public static void main(String[] arguments) throws IOException, BackupException {
    int patients = Integer.parseInt(arguments[1]);
    int visits = Integer.parseInt(arguments[2]);
    int saves = Integer.parseInt(arguments[3]);
    try (Database database =
        arguments[0].equals("postgresql")
            ? Databases.postgresql()
            : BareWriter.open(arguments[0])) {
      PatientStore store = BareWriter.store(database);
      long start = System.nanoTime();
      for (int p = 0; p < patients; p += 100) {
        List<SaveRequest> many = new ArrayList<>();
        for (int i = p; i < Math.min(patients, p + 100); i++) {
          many.add(patient("P" + i, visits));
        }
        BareWriter.save(store, many);
      }
      say("import of %d patients: %.1f s", patients, seconds(start));
      times(store, patients, visits, saves);
      System.gc();
      start = System.nanoTime();
      AuditVerification.Result audit = AuditVerification.verify(database, null);
      say(
          "verify-audit: %.1f s, %d entries, %d rows, %d findings",
          seconds(start), audit.entries(), audit.rows(), audit.count());
      Path file = Files.createTempDirectory("timings").resolve("backup.zip");
      start = System.nanoTime();
      Backup.write(
          database, file, "timings", Instant.now(), new Backup.Content(false, List.of()), _ -> {});
      say("backup: %.1f s, %d MB", seconds(start), Files.size(file) >> 20);
      Files.delete(file);
    }
  }

  private static SaveRequest patient(String id, int visits) {
    List<RowChange> changes = new ArrayList<>();
    changes.add(
        SampleStudy.put("patients", id, "centre", "Padua", "sex", "female", "birth", "1960"));
    for (int v = 0; v < visits; v++) {
      changes.add(visit(id, v));
      changes.add(
          SampleStudy.put(
              "measurements",
              "M-" + id + "-" + v,
              "patient",
              id,
              "date",
              date(v),
              "measurement",
              "crp",
              "value",
              Integer.toString(v % 40),
              "unit",
              "mg/L"));
    }
    return new SaveRequest(SampleStudy.key(id), 0, changes, "", "import");
  }

  private static RowChange visit(String id, int number) {
    return SampleStudy.put(
        "visits",
        "V-" + id + "-" + number,
        "patient",
        id,
        "date",
        date(number),
        "physician_global",
        Integer.toString(number % 10),
        "patient_global",
        "3.5",
        "extramuscular",
        "2",
        "haq",
        "1.5",
        "mmt",
        "70",
        "mmt_max",
        "80");
  }

  private static String date(int number) {
    return LocalDate.of(2015, 1, 10).plusDays(90L * number).toString();
  }

  private static void times(PatientStore store, int patients, int visits, int saves) {
    long[] nanos = new long[saves];
    for (int i = -saves / 4; i < saves; i++) {
      String id = "P" + Math.floorMod(i * 7919, patients);
      StoredPatient before = store.find(SampleStudy.MANAGER, SampleStudy.key(id)).orElseThrow();
      SaveRequest request =
          SaveRequest.of(
              SampleStudy.key(id),
              before.revision(),
              List.of(visit(id, visits + 1 + (int) before.revision())),
              "");
      long start = System.nanoTime();
      BareWriter.save(store, List.of(request));
      if (i >= 0) {
        nanos[i] = System.nanoTime() - start;
      }
    }
    Arrays.sort(nanos);
    say(
        "a saved visit, one writer: p50 %.1f ms, p99 %.1f ms, max %.1f ms",
        nanos[saves / 2] / 1e6, nanos[saves * 99 / 100] / 1e6, nanos[saves - 1] / 1e6);
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  @FormatMethod
  private static void say(@FormatString String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
