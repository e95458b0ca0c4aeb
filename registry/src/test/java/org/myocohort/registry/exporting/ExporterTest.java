package org.myocohort.registry.exporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.source.Limits;
import org.myocohort.exchange.source.Source;
import org.myocohort.exchange.study.StudyFolder;
import org.myocohort.exchange.study.StudyWriter;
import org.myocohort.instrument.StudySettings;
import org.myocohort.registry.Databases;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.importing.Fate;
import org.myocohort.registry.importing.ImportOptions;
import org.myocohort.registry.importing.ImportOutcome;
import org.myocohort.registry.importing.ImportReport;
import org.myocohort.registry.importing.Importer;
import org.myocohort.registry.importing.MappingGuess;
import org.myocohort.registry.importing.Progress;
import org.myocohort.registry.patient.PatientStore;
import org.myocohort.registry.patient.StoredRow;
import org.myocohort.registry.patient.Studies;
import org.myocohort.registry.store.Database;

class ExporterTest {
  private static final Actor MANAGER = Actor.commandLine();
  private static final Path EXAMPLE = Path.of("..", "examples", "synthetic-centre");

  @TempDir Path folder;

  private static void study(Database database) {
    new Studies(database, Instant::now)
        .save(
            Actor.administratorOnCommandLine(),
            new Studies.StoredStudy(
                "s", new StudyWriter.Description("s", "S", true, StudySettings.DEFAULT, null)),
            "");
  }

  private static ImportReport bring(Database database, Path file)
      throws IOException, BadInputException {
    Source source = Source.open(file, "file", Limits.DEFAULT);
    ImportOutcome outcome =
        new Importer(database, Instant::now)
            .apply(
                MANAGER,
                "s",
                source,
                "h",
                MappingGuess.of(source).mapping(),
                ImportOptions.DEFAULT,
                Progress.SILENT);
    assertThat(outcome).isInstanceOf(ImportOutcome.Applied.class);
    return outcome.report();
  }

  private Path written(Database database, ExportRequest request, String name) throws IOException {
    Exporter.Result result =
        new Exporter(database, Instant::now).export(MANAGER, request, Progress.SILENT);
    assertThat(result).isInstanceOf(Exporter.Result.Made.class);
    Path file = folder.resolve(name);
    try (var out = Files.newOutputStream(file)) {
      ((Exporter.Result.Made) result).export().writeTo(out);
    }
    return file;
  }

  private static ExportRequest all(ExportRequest.Form form) {
    return ExportRequest.folder("s").as(form).with(ExportRequest.Consent.ALL, "moving");
  }

  private static List<String> rows(Database database) {
    List<String> rows = new ArrayList<>();
    for (StoredRow row : new PatientStore(database, Instant::now).studyRows(MANAGER, "s")) {
      rows.add(row.table() + " " + row.id() + " " + row.position() + " " + row.cells());
    }
    return rows;
  }

  @ParameterizedTest
  @MethodSource("org.myocohort.registry.Databases#both")
  void anExportedFolderMakesTheSameRowsInAnEmptyRegistry(Supplier<Database> maker)
      throws IOException, BadInputException {
    try (Database first = maker.get();
        Database second = maker.get()) {
      study(first);
      study(second);
      bring(first, EXAMPLE);
      Path zip = written(first, all(ExportRequest.Form.FOLDER), "study.zip");
      bring(second, zip);
      assertThat(rows(second)).containsExactlyElementsOf(rows(first));
      assertThat(written(first, all(ExportRequest.Form.FOLDER), "again.zip"))
          .hasSameBinaryContentAs(zip);
    }
  }

  @Test
  void theTablesOfAStudyAsItIsReadAreThoseOfItsExport() throws IOException, BadInputException {
    try (Database database = Databases.sqlite()) {
      study(database);
      bring(database, EXAMPLE);
      StudyFolder read = new PatientStore(database, Instant::now).readStudy(MANAGER, "s");
      Exporter.Result result =
          new Exporter(database, Instant::now)
              .export(MANAGER, all(ExportRequest.Form.FOLDER), Progress.SILENT);
      Map<String, byte[]> files = ((Exporter.Result.Made) result).export().files();
      assertThat(read.tableNames()).contains("patients", "visits");
      for (String name : read.tableNames()) {
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        read.table(name).orElseThrow().write(table);
        assertThat(files.get(name + ".csv")).as(name).isEqualTo(table.toByteArray());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatWasExportedIsUnchangedWhenImportedAgain(ExportRequest.Form form)
      throws IOException, BadInputException {
    try (Database database = Databases.sqlite()) {
      study(database);
      bring(database, EXAMPLE);
      Path file = written(database, all(form), "study." + form);
      Source source = Source.open(file, "file", Limits.DEFAULT);
      ImportReport again =
          new Importer(database, Instant::now)
              .dryRun(
                  MANAGER,
                  "s",
                  source,
                  MappingGuess.of(source).mapping(),
                  ImportOptions.DEFAULT,
                  _ -> {},
                  Progress.SILENT);
      assertThat(again.counts()).isEqualTo(Map.of(Fate.UNCHANGED, rows(database).size()));
    }
  }

  @ParameterizedTest
  @MethodSource("org.myocohort.registry.Databases#both")
  void onlyThoseWhoAgreedLeaveUnlessAReasonIsGiven(Supplier<Database> maker)
      throws IOException, BadInputException {
    try (Database database = maker.get()) {
      study(database);
      Path study = Files.createDirectory(folder.resolve("study"));
      Files.writeString(
          study.resolve("patients.csv"),
          """
          id,cohort,consent
          A,own,given
          B,own,refused
          C,own,withdrawn
          D,own,
          E,literature,
          """);
      bring(database, study);
      Exporter exporter = new Exporter(database, Instant::now);
      ExportRequest given = ExportRequest.folder("s");
      Exporter.Preview preview = exporter.preview(MANAGER, given);
      assertThat(preview.consent()).isEqualTo(new ConsentCounts(1, 1, 1, 1, 1));
      assertThat(preview.leaving()).isEqualTo(2);
      assertThat(
              exporter.export(MANAGER, given.with(ExportRequest.Consent.ALL, " "), Progress.SILENT))
          .isInstanceOfSatisfying(
              Exporter.Result.Refused.class,
              refused ->
                  assertThat(refused.objection()).isEqualTo(Exporter.Objection.REASON_EXPECTED));
      Exporter.Result made =
          exporter.export(
              MANAGER, given.with(ExportRequest.Consent.NOT_RECORDED_TOO, ""), Progress.SILENT);
      assertThat(
              new String(
                  ((Exporter.Result.Made) made).export().files().get("patients.csv"),
                  StandardCharsets.UTF_8))
          .isEqualTo("id,cohort,consent\nA,own,given\nD,own,\nE,literature,\n");
    }
  }

  @ParameterizedTest
  @MethodSource("org.myocohort.registry.Databases#both")
  void aDeidentifiedExportKeepsIntervalsAndNothingElseOfTheDates(Supplier<Database> maker)
      throws IOException, BadInputException {
    try (Database database = maker.get()) {
      study(database);
      bring(database, EXAMPLE);
      Exporter exporter = new Exporter(database, Instant::now);
      ExportRequest request = all(ExportRequest.Form.FOLDER).deidentified(false, false, false);
      assertThat(exporter.export(MANAGER, request, Progress.SILENT))
          .isInstanceOfSatisfying(
              Exporter.Result.Refused.class,
              refused -> {
                assertThat(refused.objection()).isEqualTo(Exporter.Objection.CONFIRMATION_EXPECTED);
                assertThat(refused.preview().anonymity().smallest()).isEqualTo(1);
                assertThat(refused.preview().anonymity().unique()).isPositive();
              });

      Path zip =
          written(
              database, all(ExportRequest.Form.FOLDER).deidentified(false, false, true), "d.zip");
      assertThat(
              written(
                  database,
                  all(ExportRequest.Form.FOLDER).deidentified(false, false, true),
                  "e.zip"))
          .hasSameBinaryContentAs(zip);
      Source source = Source.open(zip, "d", Limits.DEFAULT);
      StringBuilder text = new StringBuilder();
      source
          .tables()
          .forEach(table -> {
            for (int row = 0; row < table.rowCount(); row++) {
              text.append(table.row(row)).append('\n');
            }
          });
      assertThat(text.toString()).doesNotContain("SC-0").doesNotContain("Lyon");

      Map<String, List<String>> before = dates(rowsOf(EXAMPLE));
      Map<String, List<String>> after = dates(rowsOf(zip));
      assertThat(after.values().stream().map(ExporterTest::intervals).sorted().toList())
          .isEqualTo(before.values().stream().map(ExporterTest::intervals).sorted().toList());
      assertThat(after.values()).isNotEqualTo(before.values());

      Path unpacked = folder.resolve("unpacked");
      Files.createDirectories(unpacked);
      for (Map.Entry<String, byte[]> file :
          ((Exporter.Result.Made)
                  exporter.export(
                      MANAGER,
                      all(ExportRequest.Form.FOLDER).deidentified(false, false, true),
                      Progress.SILENT))
              .export()
              .files()
              .entrySet()) {
        Files.write(unpacked.resolve(file.getKey()), file.getValue());
      }
      assertThat(StudyFolder.read(unpacked).study().patients()).hasSize(60);
    }
  }

  private static Map<String, List<String>> dates(List<List<String>> visits) {
    Map<String, List<String>> dates = new TreeMap<>();
    visits.forEach(
        visit -> dates.computeIfAbsent(visit.get(1), _ -> new ArrayList<>()).add(visit.get(2)));
    return dates;
  }

  private static String intervals(List<String> dates) {
    List<Long> days = new ArrayList<>();
    for (String date : dates) {
      days.add(ChronoUnit.DAYS.between(LocalDate.parse(dates.getFirst()), LocalDate.parse(date)));
    }
    return days.toString();
  }

  private static List<List<String>> rowsOf(Path file) throws IOException, BadInputException {
    List<List<String>> rows = new ArrayList<>();
    Source.open(file, "f", Limits.DEFAULT).tables().stream()
        .filter(table -> table.name().equals("visits"))
        .forEach(table -> {
          for (int row = 0; row < table.rowCount(); row++) {
            rows.add(table.row(row));
          }
        });
    return rows;
  }

  @ParameterizedTest
  @EnumSource(names = {"CSV", "XLSX"})
  void aFormulaLeavesAsATextAndComesBackAsItWas(ExportRequest.Form form)
      throws IOException, BadInputException {
    try (Database database = Databases.sqlite()) {
      study(database);
      Path study = Files.createDirectory(folder.resolve("study"));
      Files.writeString(study.resolve("datapackage.json"), "{\"name\": \"s\"}");
      Files.writeString(study.resolve("patients.csv"), "id,consent\nA,given\n");
      Files.writeString(
          study.resolve("events.csv"),
          "id,patient,kind,note\nE1,A,other,=1+1\nE2,A,other,'=x\nE3,A,other,-5\nE4,A,other,@SUM\n");
      bring(database, study);
      Path file = written(database, ExportRequest.folder("s").as(form), "out");
      if (form == ExportRequest.Form.CSV) {
        Exporter.Result made =
            new Exporter(database, Instant::now)
                .export(MANAGER, ExportRequest.folder("s").as(form), Progress.SILENT);
        assertThat(
                new String(
                    ((Exporter.Result.Made) made).export().files().get("events.csv"),
                    StandardCharsets.UTF_8))
            .contains("E1,A,other,'=1+1", "E2,A,other,''=x", "E3,A,other,-5", "'@SUM");
      }
      Source source = Source.open(file, "file", Limits.DEFAULT);
      ImportReport again =
          new Importer(database, Instant::now)
              .dryRun(
                  MANAGER,
                  "s",
                  source,
                  MappingGuess.of(source).mapping(),
                  ImportOptions.DEFAULT,
                  _ -> {},
                  Progress.SILENT);
      assertThat(again.counts()).isEqualTo(Map.of(Fate.UNCHANGED, 5));
    }
  }
}
