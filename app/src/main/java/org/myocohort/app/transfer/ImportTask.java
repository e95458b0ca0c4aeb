package org.myocohort.app.transfer;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.cli.Answer.Column;
import org.myocohort.app.cli.CommonOptions;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.Format;
import org.myocohort.app.cli.StudyInput;
import org.myocohort.app.cli.TerminalProgress;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.store.OpenStore;
import org.myocohort.app.store.StoreOptions;
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

/// What the command import does.
final class ImportTask {
  private static final Actor ACTOR = Actor.commandLine();

  private final CommonOptions common;
  private final StoreOptions store;
  private final PrintWriter err;
  private final ImportCommand.Choices choices;

  ImportTask(
      CommonOptions common, StoreOptions store, PrintWriter err, ImportCommand.Choices choices) {
    this.common = common;
    this.store = store;
    this.err = err;
    this.choices = choices;
  }

  int run() {
    Texts texts = common.texts();
    Path file = choices.source();
    if (file == null) {
      return OpenStore.run(store, texts, err, database -> undo(database, texts, err));
    }
    return StudyInput.run(file, texts, err, () -> run(file, texts));
  }

  private int run(Path file, Texts texts) throws IOException, BadInputException {
    Source opened = open(file);
    if (choices.showMapping()) {
      System.out.println(MappingGuess.of(opened).mapping().json());
      return ExitCode.ANSWERED;
    }
    BadInputException[] wrong = new BadInputException[1];
    int code =
        OpenStore.run(
            store,
            texts,
            err,
            database -> {
              try {
                return run(database, opened, file, texts, err);
              } catch (BadInputException bad) {
                wrong[0] = bad;
                return ExitCode.FOUND;
              }
            });
    if (wrong[0] != null) {
      throw wrong[0];
    }
    return code;
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

  private static String unknown(String study, Studies studies, Texts texts) {
    List<String> ids = studies.all().stream().map(Studies.StoredStudy::id).toList();
    String there = ids.isEmpty() ? texts.text("import.studies-none") : String.join(", ", ids);
    return study.isEmpty()
        ? texts.text("import.which-study", there)
        : texts.text("import.unknown-study", study, there);
  }

  private int run(Database database, Source opened, Path file, Texts texts, PrintWriter err)
      throws IOException, BadInputException {
    Studies studies = new Studies(database, Clock.systemUTC());
    String study = study(opened);
    if (study.isEmpty() || (opened.description() == null && studies.find(study).isEmpty())) {
      return fail(unknown(study, studies, texts), err);
    }
    make(studies, study, opened);
    MappingGuess guess = MappingGuess.of(opened);
    Mapping mapping = guess.mapping();
    if (choices.mappingName().isEmpty()) {
      say(guess.notices(), texts, err);
    } else {
      Optional<Mapping> named = mapping(database, study, texts, err);
      if (named.isEmpty()) {
        return ExitCode.USAGE;
      }
      mapping = named.get();
    }
    if (!choices.keptAs().isEmpty()) {
      new Mappings(database, Clock.systemUTC()).keep(ACTOR, study, choices.keptAs(), mapping);
    }
    return run(new Importer(database, Clock.systemUTC()), study, opened, file, mapping, texts, err);
  }

  private String study(Source opened) {
    StudyWriter.Description description = opened.description();
    if (!choices.studyId().isEmpty() || description == null) {
      return choices.studyId();
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
    Path file = Path.of(choices.mappingName());
    try {
      Optional<Mapping> mapping =
          Files.isRegularFile(file)
              ? Optional.of(Mapping.parse(Files.readString(file)))
              : new Mappings(database, Clock.systemUTC()).find(ACTOR, study, choices.mappingName());
      if (mapping.isEmpty()) {
        fail(texts.text("import.mapping-unknown", choices.mappingName()), err);
      }
      return mapping;
    } catch (IllegalArgumentException wrong) {
      fail(choices.mappingName() + ": " + wrong.getMessage(), err);
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
    ImportOptions options =
        new ImportOptions(
            choices.goodRows(), Set.copyOf(choices.overwrite()), "", choices.reason());
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
        report.rows().stream().filter(ImportTask::inText).forEach(row -> add(answer, row, texts));
      }
      say(report.notices(), texts, err);
      ImportOutcome outcome =
          choices.dryRun() || (report.bad() > 0 && !choices.goodRows())
              ? new ImportOutcome.Refused(report)
              : importer.apply(
                  ACTOR,
                  study,
                  opened,
                  FileHash.of(file),
                  mapping,
                  new ImportOptions(
                      choices.goodRows(),
                      options.overwrite(),
                      report.fingerprint(),
                      choices.reason()),
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
              texts.text(choices.dryRun() ? "import.dry-run-only" : "import.refused", report.bad());
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

  /// A bar on the terminal.
  static org.myocohort.registry.importing.Progress progress(PrintWriter err, String label) {
    TerminalProgress bar = new TerminalProgress(err);
    return (done, all) -> bar.done(label, done, all);
  }

  private int undo(Database database, Texts texts, PrintWriter err) throws IOException {
    ImportUndo undoing = new ImportUndo(database, Clock.systemUTC());
    Optional<ImportUndo.Outcome> found =
        choices.dryRun()
            ? undoing.preview(ACTOR, choices.undo(), choices.changedToo())
            : undoing.undo(ACTOR, choices.undo(), choices.changedToo(), choices.reason());
    if (found.isEmpty()) {
      return fail(texts.text("import.no-such-import", choices.undo()), err);
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
