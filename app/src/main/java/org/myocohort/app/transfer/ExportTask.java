package org.myocohort.app.transfer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.cli.Answer.Column;
import org.myocohort.app.cli.CommonOptions;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.store.OpenStore;
import org.myocohort.app.store.StoreOptions;
import org.myocohort.exchange.csv.AtomicFile;
import org.myocohort.exchange.csv.AtomicFolder;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.exporting.AnonymityReport;
import org.myocohort.registry.exporting.ConsentCounts;
import org.myocohort.registry.exporting.ExportRequest;
import org.myocohort.registry.exporting.Exporter;
import org.myocohort.registry.patient.Studies;
import org.myocohort.registry.store.Database;

/// What the command export does.
final class ExportTask {
  private final CommonOptions common;
  private final StoreOptions store;
  private final PrintWriter err;
  private final ExportCommand.Choices choices;

  ExportTask(
      CommonOptions common, StoreOptions store, PrintWriter err, ExportCommand.Choices choices) {
    this.common = common;
    this.store = store;
    this.err = err;
    this.choices = choices;
  }

  int run() {
    Texts texts = common.texts();
    return OpenStore.run(store, texts, err, database -> run(database, texts, err));
  }

  private static int fail(String message, PrintWriter err) {
    err.println("myocohort: " + message);
    err.flush();
    return ExitCode.USAGE;
  }

  private ExportRequest request() {
    return new ExportRequest(
        choices.study(),
        switch (choices.form()) {
          case folder -> ExportRequest.Form.FOLDER;
          case csv -> ExportRequest.Form.CSV;
          case xlsx -> ExportRequest.Form.XLSX;
        },
        choices.deidentified() || choices.offsets(),
        choices.offsets(),
        !choices.withoutCentre(),
        switch (choices.consent()) {
          case given -> ExportRequest.Consent.GIVEN;
          case notRecordedToo -> ExportRequest.Consent.NOT_RECORDED_TOO;
          case all -> ExportRequest.Consent.ALL;
        },
        choices.confirmed(),
        choices.reason());
  }

  private int run(Database database, Texts texts, PrintWriter err) throws IOException {
    Studies studies = new Studies(database, Clock.systemUTC());
    if (studies.find(choices.study()).isEmpty()) {
      return fail(
          texts.text(
              "export.no-such-study",
              choices.study(),
              String.join(", ", studies.all().stream().map(Studies.StoredStudy::id).toList())),
          err);
    }
    if (Files.exists(choices.out())
        && (!Files.isDirectory(choices.out()) || isFilled(choices.out()))) {
      return fail(texts.text("export.out-exists", choices.out()), err);
    }
    Exporter.Result result =
        new Exporter(database, Clock.systemUTC())
            .export(
                Actor.commandLine(),
                request(),
                ImportTask.progress(err, texts.text("export.writing")));
    return switch (result) {
      case Exporter.Result.Refused(var objection, var preview) -> {
        say(preview, texts, err);
        err.println("myocohort: " + texts.text("export.objection." + Texts.code(objection)));
        err.flush();
        yield ExitCode.FOUND;
      }
      case Exporter.Result.Made(var export) -> {
        write(export);
        say(export.preview(), texts, err);
        print(export, texts);
        yield ExitCode.ANSWERED;
      }
    };
  }

  private static boolean isFilled(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isPresent();
    }
  }

  private void write(Exporter.Export export) throws IOException {
    String name = String.valueOf(choices.out().getFileName());
    if (name.endsWith(".zip") || export.files().size() == 1) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      export.writeTo(bytes);
      AtomicFile.write(choices.out(), bytes.toByteArray());
      return;
    }
    try (AtomicFolder folder = AtomicFolder.at(choices.out())) {
      for (Map.Entry<String, byte[]> file : export.files().entrySet()) {
        Files.write(folder.draft().resolve(file.getKey()), file.getValue());
      }
      folder.finish();
    }
  }

  private void print(Exporter.Export export, Texts texts) throws IOException {
    try (Answer answer =
        new Answer(List.of(Column.of("table"), Column.of("rows")), common.format(), texts)) {
      export.preview().rows().forEach((table, rows) -> answer.row(table, rows));
      answer.print(System.out);
    }
  }

  private void say(Exporter.Preview preview, Texts texts, PrintWriter err) {
    ConsentCounts counts = preview.consent();
    err.println(
        texts.text(
            "export.consent-counts",
            preview.leaving(),
            counts.all() - preview.leaving(),
            counts.refused(),
            counts.withdrawn(),
            counts.notRecorded()));
    if (request().deidentified()) {
      AnonymityReport report = preview.anonymity();
      err.println(
          texts.text(
              "export.anonymity",
              report.classes(),
              report.smallest(),
              report.unique(),
              report.underFive()));
      err.println(texts.text("export.dropped", String.join(", ", preview.dropped())));
      err.println(texts.text("export.not-safe-harbor"));
    } else if (choices.form() == ExportCommand.FormOption.folder && preview.formulaLike() > 0) {
      err.println(texts.text("export.formula-like", preview.formulaLike()));
    }
    err.flush();
  }
}
