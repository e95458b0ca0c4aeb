package org.myocohort.registry.durability;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.myocohort.registry.SampleStudy;
import org.myocohort.registry.audit.AuditVerification;
import org.myocohort.registry.patient.PatientStore;
import org.myocohort.registry.patient.SaveRequest;
import org.myocohort.registry.store.Database;
import org.myocohort.registry.store.StoreException;

/// Does on a disk of its own what it is told line by line: `save ID`, `delete FILE`, `verify`.
/// Answers each with `saved`, `deleted`, `intact N` with the number of patients, or `failed KIND`.
public final class DiskWriter {
  private DiskWriter() {}

  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (Database database = Database.embedded(Path.of(arguments[0]))) {
      PatientStore store = BareWriter.store(database);
      out.println("open");
      String line;
      while ((line = in.readLine()) != null) {
        out.println(answer(database, store, line.split(" ", -1)));
      }
    } catch (StoreException failure) {
      out.println("failed " + failure.kind());
    }
  }

  private static String answer(Database database, PatientStore store, String[] words)
      throws IOException {
    try {
      return switch (words[0]) {
        case "save" -> {
          BareWriter.save(
              store,
              List.of(
                  SaveRequest.of(
                      SampleStudy.key(words[1]),
                      0,
                      List.of(
                          SampleStudy.put("patients", words[1], "centre", "Padua", "sex", "female"),
                          SampleStudy.put(
                              "visits",
                              "V" + words[1],
                              "patient",
                              words[1],
                              "date",
                              "2020-01-10",
                              "haq",
                              "1",
                              "notes",
                              "long ".repeat(20_000))),
                      "")));
          yield "saved";
        }
        case "delete" -> {
          Files.delete(Path.of(words[1]));
          yield "deleted";
        }
        default -> {
          AuditVerification.Result audit = AuditVerification.verify(database, null);
          yield audit.intact() ? "intact " + audit.rows() / 2 : audit.findings().toString();
        }
      };
    } catch (StoreException failure) {
      return "failed " + failure.kind();
    }
  }
}
