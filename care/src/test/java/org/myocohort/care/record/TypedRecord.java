package org.myocohort.care.record;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.CsvFile;
import org.myocohort.exchange.study.StudyFolder;
import org.myocohort.exchange.study.StudyWriter;
import org.myocohort.instrument.StudySettings;
import org.myocohort.patient.PatientRecord;

/// A patient typed in one text, each fact as `table: cells`, separated by semicolons.
///
///     person: sex, birth
///     drug: drug, frequency, start, stop, reason stopped, dose, unit, reason started
///     event: kind, date
///     finding: finding, status, from
///     value: measurement, date, value, unit
///
/// Rows are named T1, E1, F1, M1 and so on in the order of the text.
public final class TypedRecord {
  private TypedRecord() {}

  private static final Map<String, List<String>> HEADS =
      Map.of(
          "drug",
          List.of(
              "treatments",
              "T",
              "drug,frequency,start,stop,reason_stopped,dose,unit,reason_started"),
          "event",
          List.of("events", "E", "kind,date"),
          "finding",
          List.of("manifestations", "F", "finding,status,from"),
          "value",
          List.of("measurements", "M", "measurement,date,value,unit"));

  /// Reads the text.
  public static PatientRecord of(String facts) {
    Map<String, StringBuilder> tables = new LinkedHashMap<>();
    StringBuilder patients = new StringBuilder("id,sex,birth\nP1,female,1970-01-01\n");
    Map<String, Integer> rows = new LinkedHashMap<>();
    for (String fact : facts.split(";", -1)) {
      if (fact.isBlank()) {
        continue;
      }
      String kind = fact.substring(0, fact.indexOf(':')).strip();
      List<String> cells =
          java.util.Arrays.stream(fact.substring(fact.indexOf(':') + 1).split(",", -1))
              .map(String::strip)
              .toList();
      if (kind.equals("person")) {
        patients.setLength(0);
        patients.append("id,sex,birth,death\nP1,").append(padded(cells, 3)).append('\n');
        continue;
      }
      List<String> head = java.util.Objects.requireNonNull(HEADS.get(kind), kind);
      int row = rows.merge(head.get(1), 1, Integer::sum);
      tables
          .computeIfAbsent(
              head.getFirst(), _ -> new StringBuilder("id,patient," + head.get(2) + "\n"))
          .append(head.get(1) + row + ",P1,")
          .append(padded(cells, head.get(2).split(",", -1).length))
          .append('\n');
    }
    tables.put("patients", patients);
    return read(tables);
  }

  private static String padded(List<String> cells, int width) {
    return String.join(",", cells) + ",".repeat(Math.max(0, width - cells.size()));
  }

  private static PatientRecord read(Map<String, StringBuilder> tables) {
    Map<String, CsvFile> files = new LinkedHashMap<>();
    try {
      for (Map.Entry<String, StringBuilder> table : tables.entrySet()) {
        byte[] bytes = table.getValue().toString().getBytes(StandardCharsets.UTF_8);
        files.put(table.getKey(), CsvFile.parse(bytes, table.getKey() + ".csv"));
      }
      return StudyFolder.of(
              new StudyWriter.Description(
                  "study", "Study", false, new StudySettings(null, 90, null), null),
              files)
          .study()
          .patients()
          .getFirst();
    } catch (BadInputException wrong) {
      throw new IllegalArgumentException(wrong.problems().toString(), wrong);
    }
  }

  /// The patients of an example of the repository.
  public static List<PatientRecord> example(String name) {
    try {
      return StudyFolder.read(Path.of("..", "examples", name)).study().patients();
    } catch (java.io.IOException | BadInputException wrong) {
      throw new IllegalStateException(wrong);
    }
  }
}
