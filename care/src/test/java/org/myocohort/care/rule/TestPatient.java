package org.myocohort.care.rule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.Folders;
import org.myocohort.exchange.csv.Problems;
import org.myocohort.exchange.study.StudyFolder;
import org.myocohort.exchange.yaml.YamlFile;

/// A patient of one study folder, written row by row as a centre would, read by the program.
public final class TestPatient {
  public static final LocalDate DAY = LocalDate.of(2026, 11, 22);

  private static final Map<String, String> HEADERS =
      Map.of(
          "patients", "id,sex,birth,age_years,onset,diagnosis,manifestations",
          "antibodies", "id,patient,antibody,result,date",
          "manifestations", "id,patient,finding,status,from,to",
          "visits", "id,patient,date,physician_global,patient_global,extramuscular,mmt,mmt_max,haq",
          "measurements",
              "id,patient,date,measurement,value,qualitative,unit,lower_limit,upper_limit",
          "treatments",
              "id,patient,drug,dose,unit,route,frequency,start,stop,reason_started,reason_stopped",
          "events", "id,patient,kind,date,note");

  private final Map<String, StringBuilder> tables = new LinkedHashMap<>();
  private int rows;

  private TestPatient(String person) {
    add("patients", person);
  }

  /// Sex, birth, age when reported, onset, diagnosis, published manifestations.
  public static TestPatient of(String person) {
    return new TestPatient("P," + person);
  }

  public static TestPatient woman() {
    return of("female,1976-05-10,,2020-01-01,2020-06-01,");
  }

  /// A row of a table without id and patient.
  public TestPatient with(String table, String row) {
    add(table, table + ++rows + ",P," + row);
    return this;
  }

  private void add(String table, String row) {
    tables
        .computeIfAbsent(table, name -> new StringBuilder(HEADERS.get(name)).append('\n'))
        .append(row)
        .append('\n');
  }

  public PatientView view() {
    try {
      Path folder = Files.createTempDirectory("patient");
      try {
        for (Map.Entry<String, StringBuilder> table : tables.entrySet()) {
          Files.writeString(
              folder.resolve(table.getKey() + ".csv"), table.getValue(), StandardCharsets.UTF_8);
        }
        return new PatientView(StudyFolder.read(folder).study().patients().getFirst(), DAY);
      } finally {
        Folders.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (BadInputException wrong) {
      throw new IllegalArgumentException(wrong.problems().toString(), wrong);
    }
  }

  /// What a rule in YAML flow style says of the patient.
  public Outcome says(String rule) {
    return explain(rule).outcome();
  }

  public Explained explain(String rule) {
    return view().explain(rule(rule));
  }

  public static Rule rule(String rule) {
    Problems problems = new Problems();
    try {
      Optional<Rule> read = RuleReader.read(YamlFile.read("test.yaml", rule, problems));
      problems.throwIfAny();
      return read.orElseThrow();
    } catch (BadInputException wrong) {
      throw new IllegalArgumentException(wrong.problems().toString(), wrong);
    }
  }
}
