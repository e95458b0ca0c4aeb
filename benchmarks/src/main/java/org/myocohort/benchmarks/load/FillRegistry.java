package org.myocohort.benchmarks.load;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.myocohort.exchange.study.StudyWriter;
import org.myocohort.instrument.StudySettings;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.patient.PatientKey;
import org.myocohort.registry.patient.PatientStore;
import org.myocohort.registry.patient.RowChange;
import org.myocohort.registry.patient.SaveRequest;
import org.myocohort.registry.patient.SaveResult;
import org.myocohort.registry.patient.Studies;
import org.myocohort.registry.store.Database;

/// Fills a registry with a simulated centre whose patients are each followed for five years.
///
/// A simulated patient is followed for three years on average. So patient k goes on with the
/// visits, laboratory values, treatments and events of patient k + n, moved in time, until five
/// years after the first visit; whoever had died lives.
public final class FillRegistry {
  /// Id of the study that is made.
  public static final String STUDY = "load-test";

  private static final int DAYS = 5 * 365;
  private static final int AT_ONCE = 25;
  private static final List<String> LATER =
      List.of("visits", "measurements", "treatments", "events", "adverse_events", "biomarkers");
  private static final List<String> ONCE = List.of("patients", "antibodies", "manifestations");

  private final Map<String, SimulatedRows> first = new LinkedHashMap<>();
  private final Map<String, SimulatedRows> second = new LinkedHashMap<>();
  private long rows;
  private long visits;

  private FillRegistry(Path folder) throws IOException {
    for (String table : ONCE) {
      first.put(table, new SimulatedRows(folder, table));
    }
    for (String table : LATER) {
      first.put(table, new SimulatedRows(folder, table));
      second.put(table, new SimulatedRows(folder, table));
    }
  }

  /// Fills.
  ///
  /// @param arguments a folder with twice as many simulated patients as wanted; how many are
  ///   wanted; the registry's folder, or the URL, user and password of a PostgreSQL database
  public static void main(String[] arguments) throws IOException {
    int patients = Integer.parseInt(arguments[1]);
    try (Database database =
        arguments.length > 3
            ? Database.postgresql(arguments[2], arguments[3], arguments[4])
            : Database.embedded(Path.of(arguments[2]))) {
      new FillRegistry(Path.of(arguments[0])).fill(database, patients);
    }
  }

  private void fill(Database database, int patients) throws IOException {
    long begin = System.nanoTime();
    new Studies(database, Instant::now)
        .save(
            Actor.administratorOnCommandLine(),
            new Studies.StoredStudy(
                STUDY,
                new StudyWriter.Description(STUDY, "Load test", true, StudySettings.DEFAULT, null)),
            "");
    PatientStore store = new PatientStore(database, Instant::now);
    List<SaveRequest> requests = new ArrayList<>();
    for (int number = 1; number <= patients; number++) {
      requests.add(request(number, patients));
      if (requests.size() == AT_ONCE || number == patients) {
        for (SaveResult result : store.save(Actor.commandLine(), requests)) {
          if (!(result instanceof SaveResult.Saved)) {
            throw new IllegalStateException("not saved: " + result);
          }
        }
        requests.clear();
      }
      if (number % 1000 == 0) {
        System.err.printf(
            "%d patients, %d visits, %d rows, %d s%n",
            number, visits, rows, (System.nanoTime() - begin) / 1_000_000_000);
      }
    }
  }

  private SaveRequest request(int number, int patients) throws IOException {
    List<RowChange> changes = new ArrayList<>();
    String id = "";
    LocalDate begin = LocalDate.MAX;
    LocalDate end = LocalDate.MIN;
    for (Map.Entry<String, SimulatedRows> table : first.entrySet()) {
      for (SortedMap<String, String> row : table.getValue().of(number)) {
        if (table.getKey().equals("patients")) {
          id = row.getOrDefault("id", "");
          row.replace("vital_status", "alive");
          row.remove("death");
        }
        if (table.getKey().equals("visits")) {
          LocalDate date = LocalDate.parse(row.getOrDefault("date", ""));
          begin = date.isBefore(begin) ? date : begin;
          end = date.isAfter(end) ? date : end;
        }
        add(changes, table.getKey(), row);
      }
    }
    goOn(changes, id, number + patients, begin, end);
    return new SaveRequest(new PatientKey(STUDY, id), 0, changes, "", "import");
  }

  private void goOn(List<RowChange> changes, String id, int other, LocalDate begin, LocalDate end)
      throws IOException {
    long shift = 0;
    for (Map.Entry<String, SimulatedRows> table : second.entrySet()) {
      List<SortedMap<String, String>> found = table.getValue().of(other);
      if (table.getKey().equals("visits") && !found.isEmpty()) {
        shift =
            ChronoUnit.DAYS.between(
                LocalDate.parse(found.getFirst().getOrDefault("date", "")), end.plusDays(91));
      }
      for (SortedMap<String, String> row : found) {
        SortedMap<String, String> moved = new TreeMap<>(row);
        moved.replace("patient", id);
        if (move(moved, shift, begin, end)) {
          add(changes, table.getKey(), moved);
        }
      }
    }
  }

  /// Moves a row in time.
  ///
  /// @return whether it then lies between the end of what there is and five years
  private static boolean move(
      SortedMap<String, String> row, long shift, LocalDate begin, LocalDate end) {
    for (String column : List.of("date", "start", "stop")) {
      String text = row.getOrDefault(column, "");
      if (text.isEmpty()) {
        continue;
      }
      if (text.length() != 10) {
        return false;
      }
      LocalDate date = LocalDate.parse(text).plusDays(shift);
      if (!column.equals("stop") && (date.isBefore(end) || date.isAfter(begin.plusDays(DAYS)))) {
        return false;
      }
      row.put(column, date.toString());
    }
    return true;
  }

  private void add(List<RowChange> changes, String table, SortedMap<String, String> row) {
    String id = row.getOrDefault("id", "");
    row.remove("id");
    changes.add(new RowChange.Put(table, id, row));
    rows++;
    visits += table.equals("visits") ? 1 : 0;
  }
}
