package org.myocohort.app.transfer;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.cli.Answer.Column;
import org.myocohort.app.cli.CommonOptions;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.Format;
import org.myocohort.app.cli.StudyInput;
import org.myocohort.app.cli.TerminalProgress;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.registry.RegistryLocation;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.source.Limits;
import org.myocohort.exchange.source.Notice;
import org.myocohort.exchange.source.Source;
import org.myocohort.exchange.study.StudyWriter;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.importing.Fate;
import org.myocohort.registry.importing.ImportOptions;
import org.myocohort.registry.importing.ImportOutcome;
import org.myocohort.registry.importing.ImportReport;
import org.myocohort.registry.importing.ImportUndo;
import org.myocohort.registry.importing.Importer;
import org.myocohort.registry.importing.Mapping;
import org.myocohort.registry.importing.MappingGuess;
import org.myocohort.registry.importing.Mappings;
import org.myocohort.registry.importing.RowFate;
import org.myocohort.registry.patient.Studies;
import org.myocohort.registry.store.Database;
import org.myocohort.registry.store.StoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Brings a file's rows into a study of the registry, or takes an import back.
@Command(name = "import")
public final class ImportCommand implements Callable<Integer> {
  private static final Actor ACTOR = Actor.commandLine();

  @Spec private @Nullable CommandSpec spec;
  @Mixin private final CommonOptions common = new CommonOptions();
  @Mixin private final RegistryLocation location = new RegistryLocation();

  @Parameters(index = "0", arity = "0..1", paramLabel = "SOURCE", descriptionKey = "import.source")
  private @Nullable Path source;

  @Option(names = "--study", paramLabel = "ID", descriptionKey = "import.study")
  private String studyId = "";

  @Option(names = "--mapping", paramLabel = "MAPPING", descriptionKey = "import.mapping")
  private String mappingName = "";

  @Option(names = "--keep-mapping", paramLabel = "NAME", descriptionKey = "import.keep-mapping")
  private String keptAs = "";

  @Option(names = "--show-mapping", descriptionKey = "import.show-mapping")
  private boolean showMapping;

  @Option(names = "--dry-run", descriptionKey = "import.dry-run")
  private boolean dryRun;

  @Option(names = "--good-rows", descriptionKey = "import.good-rows")
  private boolean goodRows;

  @Option(names = "--overwrite", paramLabel = "CELL", descriptionKey = "import.overwrite")
  private List<String> overwrite = List.of();

  @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "import.reason")
  private String reason = "";

  @Option(names = "--undo", paramLabel = "N", descriptionKey = "import.undo")
  private long undo;

  @Option(names = "--changed-too", descriptionKey = "import.changed-too")
  private boolean changedToo;

  @Override
  public Integer call() {
    Texts texts = common.texts();
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    Path file = source;
    if (file == null && undo == 0) {
      throw new ParameterException(spec.commandLine(), texts.text("import.source-or-undo"));
    }
    return StudyInput.run(
        file == null ? Path.of("") : file,
        texts,
        err,
        () -> {
          Source opened = file == null ? null : open(file);
          if (opened != null && showMapping) {
            System.out.println(MappingGuess.of(opened).mapping().json());
            return ExitCode.ANSWERED;
          }
          try (Database database = location.open()) {
            return file == null || opened == null
                ? undo(database, texts, err)
                : run(database, opened, file, texts, err);
          } catch (StoreException failure) {
            return fail(texts.text("web.failure.store." + failure.code()), err);
          }
        });
  }

  private static Source open(Path file) throws IOException, BadInputException {
    Limits limits = Limits.DEFAULT;
    return Source.open(
        file, String.valueOf(file.toAbsolutePath().normalize().getFileName()), limits);
  }

  private static int fail(String message, PrintWriter err) {
    err.println("myocohort: " + message);
    err.flush();
    return ExitCode.USAGE;
  }

  private int run(Database database, Source opened, Path file, Texts texts, PrintWriter err)
      throws IOException, BadInputException {
    Studies studies = new Studies(database, Clock.systemUTC());
    String study = study(opened);
    if (study.isEmpty() || (opened.description() == null && studies.find(study).isEmpty())) {
      return fail(
          texts.text(
              "import.which-study",
              String.join(", ", studies.all().stream().map(Studies.StoredStudy::id).toList())),
          err);
    }
    make(studies, study, opened);
    MappingGuess guess = MappingGuess.of(opened);
    Mapping mapping = guess.mapping();
    if (mappingName.isEmpty()) {
      say(guess.notices(), texts, err);
    } else {
      Optional<Mapping> named = mapping(database, study, texts, err);
      if (named.isEmpty()) {
        return ExitCode.USAGE;
      }
      mapping = named.get();
    }
    if (!keptAs.isEmpty()) {
      new Mappings(database, Clock.systemUTC()).keep(ACTOR, study, keptAs, mapping);
    }
    return run(new Importer(database, Clock.systemUTC()), study, opened, file, mapping, texts, err);
  }

  private String study(Source opened) {
    StudyWriter.Description description = opened.description();
    if (!studyId.isEmpty() || description == null) {
      return studyId;
    }
    return description.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]+", "-");
  }

  /// A study folder makes its study where it is not there yet; with it come its settings.
  private static void make(Studies studies, String study, Source opened) {
    StudyWriter.Description description = opened.description();
    if (description != null && studies.find(study).isEmpty()) {
      studies.save(
          Actor.administratorOnCommandLine(), new Studies.StoredStudy(study, description), "");
    }
  }

  /// A mapping in a file, or one that is kept under a name.
  private Optional<Mapping> mapping(Database database, String study, Texts texts, PrintWriter err)
      throws IOException {
    Path file = Path.of(mappingName);
    try {
      Optional<Mapping> mapping =
          Files.isRegularFile(file)
              ? Optional.of(Mapping.parse(Files.readString(file)))
              : new Mappings(database, Clock.systemUTC()).find(ACTOR, study, mappingName);
      if (mapping.isEmpty()) {
        fail(texts.text("import.mapping-unknown", mappingName), err);
      }
      return mapping;
    } catch (IllegalArgumentException wrong) {
      fail(mappingName + ": " + wrong.getMessage(), err);
      return Optional.empty();
    }
  }

  private int run(
      Importer importer,
      String study,
      Source opened,
      Path file,
      Mapping mapping,
      Texts texts,
      PrintWriter err)
      throws IOException, BadInputException {
    ImportOptions options = new ImportOptions(goodRows, Set.copyOf(overwrite), "", reason);
    try (Answer answer = new Answer(COLUMNS, common.format(), texts)) {
      boolean everyRow = common.format() != Format.text;
      Consumer<RowFate> rows =
          row -> {
            if (everyRow) {
              add(answer, row, texts);
            }
          };
      ImportReport report =
          importer.dryRun(
              ACTOR,
              study,
              opened,
              mapping,
              options,
              rows,
              progress(err, texts.text("import.looking")));
      if (!everyRow) {
        report.rows().stream()
            .filter(ImportCommand::inText)
            .forEach(row -> add(answer, row, texts));
      }
      say(report.notices(), texts, err);
      ImportOutcome outcome =
          dryRun || (report.bad() > 0 && !goodRows)
              ? new ImportOutcome.Refused(report)
              : importer.apply(
                  ACTOR,
                  study,
                  opened,
                  FileHash.of(file),
                  mapping,
                  new ImportOptions(goodRows, options.overwrite(), report.fingerprint(), reason),
                  progress(err, texts.text("import.writing")));
      if (answer.rowCount() > 0 || everyRow) {
        answer.print(System.out);
      }
      conclude(outcome, study, texts, err);
    }
    return worst;
  }

  private int worst = ExitCode.ANSWERED;

  private void conclude(ImportOutcome outcome, String study, Texts texts, PrintWriter err) {
    ImportReport report = outcome.report();
    for (Fate fate : new TreeSet<>(report.counts().keySet())) {
      err.println(
          texts.text("import.count", report.count(fate), texts.text("fate." + fate.code())));
    }
    err.println(
        switch (outcome) {
          case ImportOutcome.Applied(long number, var _) when number == 0 ->
              texts.text("import.nothing-to-do");
          case ImportOutcome.Applied(long number, var _) ->
              texts.text("import.applied", number, study);
          case ImportOutcome.Stale _ -> texts.text("import.stale");
          case ImportOutcome.Refused _ ->
              texts.text(dryRun ? "import.dry-run-only" : "import.refused", report.bad());
        });
    err.flush();
    worst =
        report.bad() > 0 || outcome instanceof ImportOutcome.Stale
            ? ExitCode.FOUND
            : ExitCode.ANSWERED;
  }

  private static final List<Column> COLUMNS =
      List.of(
          Column.of("file"),
          Column.of("line"),
          Column.of("patient"),
          Column.of("table"),
          Column.detail("id"),
          Column.of("fate"),
          Column.of("what"));

  private static boolean inText(RowFate row) {
    return switch (row.fate()) {
      case CHANGED, DECISION, REFUSED, PATIENT_MISSING -> true;
      case NEW, UNCHANGED, REPEATED -> false;
    };
  }

  private static void add(Answer answer, RowFate row, Texts texts) {
    List<String> what = new ArrayList<>();
    row.problems().forEach(problem -> what.add(TransferTexts.sentence(problem, texts)));
    row.changes().forEach(change -> what.add(TransferTexts.sentence(change, texts)));
    answer.row(
        row.file(),
        row.line(),
        row.patient(),
        row.table(),
        row.id(),
        row.fate().code(),
        String.join("; ", what));
  }

  private static void say(List<Notice> notices, Texts texts, PrintWriter err) {
    notices.forEach(notice -> err.println(TransferTexts.sentence(notice, texts)));
    err.flush();
  }

  static org.myocohort.registry.importing.Progress progress(PrintWriter err, String label) {
    TerminalProgress bar = new TerminalProgress(err);
    return (done, all) -> bar.done(label, done, all);
  }

  private int undo(Database database, Texts texts, PrintWriter err) throws IOException {
    ImportUndo undoing = new ImportUndo(database, Clock.systemUTC());
    Optional<ImportUndo.Outcome> found =
        dryRun
            ? undoing.preview(ACTOR, undo, changedToo)
            : undoing.undo(ACTOR, undo, changedToo, reason);
    if (found.isEmpty()) {
      return fail(texts.text("import.no-such-import", undo), err);
    }
    ImportUndo.Outcome outcome = found.get();
    List<Column> columns =
        List.of(Column.of("patient"), Column.of("table"), Column.of("id"), Column.of("why"));
    try (Answer answer = new Answer(columns, common.format(), texts)) {
      for (ImportUndo.Left left : outcome.left()) {
        answer.row(
            left.patient(), left.table(), left.row(), texts.text("import.left." + left.why()));
      }
      if (answer.rowCount() > 0 || common.format() != Format.text) {
        answer.print(System.out);
      }
    }
    err.println(
        texts.text(
            "import.undone",
            outcome.removed(),
            outcome.restored(),
            outcome.left().size(),
            outcome.patients()));
    err.flush();
    return outcome.left().isEmpty() ? ExitCode.ANSWERED : ExitCode.FOUND;
  }
}
