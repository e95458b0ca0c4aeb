package org.myocohort.app.transfer;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.cli.Answer.Column;
import org.myocohort.app.cli.CommonOptions;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.StudyInput;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.registry.RegistryLocation;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.exporting.AnonymityReport;
import org.myocohort.registry.exporting.ConsentCounts;
import org.myocohort.registry.exporting.ExportRequest;
import org.myocohort.registry.exporting.Exporter;
import org.myocohort.registry.patient.Studies;
import org.myocohort.registry.store.Database;
import org.myocohort.registry.store.StoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Takes a study out of the registry.
@Command(name = "export")
public final class ExportCommand implements Callable<Integer> {
  /// Whose rows leave, as typed.
  enum ConsentOption {
    given,
    notRecordedToo,
    all
  }

  /// How the export is written, as typed.
  enum FormOption {
    folder,
    csv,
    xlsx
  }

  @Spec private @Nullable CommandSpec spec;
  @Mixin private final CommonOptions common = new CommonOptions();
  @Mixin private final RegistryLocation location = new RegistryLocation();

  @Parameters(index = "0", paramLabel = "STUDY", descriptionKey = "export.study")
  private String study = "";

  @Option(
      names = {"-o", "--out"},
      paramLabel = "OUT",
      required = true,
      descriptionKey = "export.out")
  private Path out = Path.of("");

  @Option(
      names = "--as",
      paramLabel = "FORM",
      defaultValue = "folder",
      descriptionKey = "export.as")
  private FormOption form = FormOption.folder;

  @Option(names = "--deidentified", descriptionKey = "export.deidentified")
  private boolean deidentified;

  @Option(names = "--offsets", descriptionKey = "export.offsets")
  private boolean offsets;

  @Option(names = "--without-centre", descriptionKey = "export.without-centre")
  private boolean withoutCentre;

  @Option(names = "--unique-confirmed", descriptionKey = "export.unique-confirmed")
  private boolean confirmed;

  @Option(
      names = "--consent",
      paramLabel = "RULE",
      defaultValue = "given",
      descriptionKey = "export.consent")
  private ConsentOption consent = ConsentOption.given;

  @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "export.reason")
  private String reason = "";

  @Override
  public Integer call() {
    Texts texts = common.texts();
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    return StudyInput.run(
        out,
        texts,
        err,
        () -> {
          try (Database database = location.open()) {
            return run(database, texts, err);
          } catch (StoreException failure) {
            return fail(texts.text("web.failure.store." + failure.code()), err);
          }
        });
  }

  private static int fail(String message, PrintWriter err) {
    err.println("myocohort: " + message);
    err.flush();
    return ExitCode.USAGE;
  }

  private ExportRequest request() {
    return new ExportRequest(
        study,
        switch (form) {
          case folder -> ExportRequest.Form.FOLDER;
          case csv -> ExportRequest.Form.CSV;
          case xlsx -> ExportRequest.Form.XLSX;
        },
        deidentified || offsets,
        offsets,
        !withoutCentre,
        switch (consent) {
          case given -> ExportRequest.Consent.GIVEN;
          case notRecordedToo -> ExportRequest.Consent.NOT_RECORDED_TOO;
          case all -> ExportRequest.Consent.ALL;
        },
        confirmed,
        reason);
  }

  private int run(Database database, Texts texts, PrintWriter err) throws IOException {
    Studies studies = new Studies(database, Clock.systemUTC());
    if (studies.find(study).isEmpty()) {
      return fail(
          texts.text(
              "export.no-such-study",
              study,
              String.join(", ", studies.all().stream().map(Studies.StoredStudy::id).toList())),
          err);
    }
    if (Files.exists(out) && (!Files.isDirectory(out) || isFilled(out))) {
      return fail(texts.text("export.out-exists", out), err);
    }
    Exporter.Result result =
        new Exporter(database, Clock.systemUTC())
            .export(
                Actor.commandLine(),
                request(),
                ImportCommand.progress(err, texts.text("export.writing")));
    return switch (result) {
      case Exporter.Result.Refused(var objection, var preview) -> {
        say(preview, texts, err);
        err.println(
            "myocohort: "
                + texts.text(
                    "export.objection."
                        + objection.name().toLowerCase(Locale.ROOT).replace('_', '-')));
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
    String name = String.valueOf(out.getFileName());
    if (name.endsWith(".zip") || export.files().size() == 1) {
      try (OutputStream file = Files.newOutputStream(out)) {
        Exporter.writeTo(export, file);
      }
      return;
    }
    Files.createDirectories(out);
    for (Map.Entry<String, byte[]> file : export.files().entrySet()) {
      Files.write(out.resolve(file.getKey()), file.getValue());
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
    } else if (form == FormOption.folder && preview.formulaLike() > 0) {
      err.println(texts.text("export.formula-like", preview.formulaLike()));
    }
    err.flush();
  }
}
