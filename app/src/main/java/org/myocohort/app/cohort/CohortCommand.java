package org.myocohort.app.cohort;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.cli.Answer.Column;
import org.myocohort.app.cli.CommonOptions;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.Format;
import org.myocohort.app.cli.StudyInput;
import org.myocohort.app.cli.Texts;
import org.myocohort.cohort.selection.CohortDefinition;
import org.myocohort.cohort.selection.Selection;
import org.myocohort.cohort.selection.Selection.StepResult;
import org.myocohort.cohort.selection.StepAnswer;
import org.myocohort.cohort.selection.StepAnswer.Kind;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.study.Study;
import org.myocohort.exchange.study.StudyFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Who is in a cohort, and how many remain after each step. Without a definition: those that are
/// kept with the study.
@Command(name = "cohort")
public final class CohortCommand implements Callable<Integer> {
  private static final List<Column> STEPS =
      List.of(
          Column.of("step"),
          Column.of("name"),
          Column.of("demand"),
          Column.of("came"),
          Column.of("met"),
          Column.of("not_met"),
          Column.of("undetermined"),
          Column.of("remaining"),
          Column.detail("not_met_patients"),
          Column.detail("undetermined_patients"),
          Column.detail("remaining_patients"));

  private static final List<Column> PATIENTS =
      List.of(
          Column.of("patient"),
          Column.of("member"),
          Column.of("step"),
          Column.of("name"),
          Column.of("result"),
          Column.ifAny("because"),
          Column.ifAny("missing"));

  private static final List<Column> KEPT =
      List.of(Column.of("cohort"), Column.of("title"), Column.of("patients"), Column.of("members"));

  @Spec private @Nullable CommandSpec spec;
  @Mixin private final CommonOptions common = new CommonOptions();

  @Parameters(index = "0", paramLabel = "STUDY", descriptionKey = "cohort.study")
  private Path folder = Path.of("");

  @Option(names = "--define", paramLabel = "COHORT", descriptionKey = "cohort.define")
  private @Nullable String definition;

  @Option(names = "--keep", paramLabel = "NAME", descriptionKey = "cohort.keep")
  private @Nullable String keep;

  @Option(names = "--patients", descriptionKey = "cohort.patients")
  private boolean patients;

  @Option(names = "--on", paramLabel = "DATE", descriptionKey = "cohort.on")
  private @Nullable LocalDate on;

  @Override
  public Integer call() {
    Texts texts = common.texts();
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    String kept = keep;
    if (kept != null && (definition == null || !KeptCohorts.isName(kept))) {
      return refuse(err, texts.text("cohort.keep-how", kept));
    }
    return StudyInput.run(folder, texts, err, () -> answer(texts, err));
  }

  private int answer(Texts texts, PrintWriter err) throws IOException, BadInputException {
    Study study = StudyFolder.read(folder).study();
    KeptCohorts kept = new KeptCohorts(folder);
    String wanted = definition;
    if (wanted == null) {
      return list(study, kept, texts, err);
    }
    Path file = Path.of(wanted);
    if (!Files.exists(file) && KeptCohorts.isName(wanted)) {
      file = kept.file(wanted);
    }
    if (!Files.exists(file)) {
      return refuse(err, texts.text("cohort.no-such", wanted, String.join(", ", kept.names())));
    }
    byte[] bytes = KeptCohorts.bytes(file);
    CohortDefinition read = KeptCohorts.read(file, bytes);
    Selection selection = Selection.of(read, study.patients(), day());
    String name = keep;
    if (name != null) {
      kept.keep(name, bytes);
    }
    CohortWords words = new CohortWords(texts);
    if (common.format() == Format.text) {
      System.out.write((words.sentence(read) + "\n\n").getBytes(StandardCharsets.UTF_8));
    }
    try (Answer answer = new Answer(patients ? PATIENTS : STEPS, common.format(), texts)) {
      if (patients) {
        patients(answer, selection, words);
      } else {
        steps(answer, selection, words, texts);
      }
      answer.print(System.out);
    }
    return ExitCode.ANSWERED;
  }

  private LocalDate day() {
    return on == null ? LocalDate.now(Clock.systemUTC()) : on;
  }

  private static void steps(Answer answer, Selection selection, CohortWords words, Texts texts) {
    int everyone = selection.patients().size();
    answer.row(
        0,
        texts.text("cohort.step.study"),
        texts.text("cohort.demand.study", selection.on().toString()),
        everyone,
        everyone,
        0,
        0,
        everyone,
        List.of(),
        List.of(),
        selection.patients());
    int number = 1;
    for (StepResult result : selection.steps()) {
      List<String> notMet = result.patients(Kind.NOT_MET);
      List<String> open = result.patients(Kind.UNDETERMINED);
      answer.row(
          number++,
          words.name(result.step()),
          words.demand(result.step()),
          result.answers().size(),
          result.patients(Kind.MET).size(),
          notMet.size(),
          open.size(),
          result.remaining().size(),
          notMet,
          open,
          result.remaining());
    }
  }

  /// Each answer on the way of each patient, up to the step at which the patient left.
  private static void patients(Answer answer, Selection selection, CohortWords words) {
    Map<String, List<StepAnswer>> ways = new LinkedHashMap<>();
    selection.patients().forEach(patient -> ways.put(patient, new ArrayList<>()));
    for (StepResult result : selection.steps()) {
      for (StepAnswer each : result.answers()) {
        Objects.requireNonNull(ways.get(each.patient())).add(each);
      }
    }
    Set<String> members = new HashSet<>(selection.members());
    ways.forEach((patient, way) -> {
      for (int step = 0; step < way.size(); step++) {
        StepAnswer each = way.get(step);
        answer.row(
            patient,
            members.contains(patient) ? "yes" : "no",
            step + 1,
            words.name(selection.steps().get(step).step()),
            each.kind().code(),
            words.because(each),
            words.missing(each));
      }
    });
  }

  private int list(Study study, KeptCohorts kept, Texts texts, PrintWriter err)
      throws IOException, BadInputException {
    List<String> names = kept.names();
    if (names.isEmpty()) {
      return refuse(err, texts.text("cohort.none-kept", folder));
    }
    try (Answer answer = new Answer(KEPT, common.format(), texts)) {
      for (String name : names) {
        Path file = kept.file(name);
        CohortDefinition read = KeptCohorts.read(file, KeptCohorts.bytes(file));
        Selection selection = Selection.of(read, study.patients(), day());
        answer.row(name, read.title(), selection.patients().size(), selection.members().size());
      }
      answer.print(System.out);
    }
    return ExitCode.ANSWERED;
  }

  private static int refuse(PrintWriter err, String why) {
    err.println(why);
    err.flush();
    return ExitCode.USAGE;
  }
}
