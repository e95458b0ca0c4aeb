package org.myocohort.app.taper;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.cli.Answer.Column;
import org.myocohort.app.cli.CommonOptions;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.Failures;
import org.myocohort.app.cli.Format;
import org.myocohort.app.cli.StudyInput;
import org.myocohort.app.cli.Texts;
import org.myocohort.care.taper.Confirmation;
import org.myocohort.care.taper.FlareState;
import org.myocohort.care.taper.PlanProposal;
import org.myocohort.care.taper.PlanRequest;
import org.myocohort.care.taper.PlanStep;
import org.myocohort.care.taper.TaperPlan;
import org.myocohort.exchange.csv.AtomicFile;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.study.Study;
import org.myocohort.exchange.study.StudyFolder;
import org.myocohort.instrument.Note;
import org.myocohort.patient.Moment;
import org.myocohort.patient.PatientRecord;
import org.myocohort.treatment.TreatmentHistory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// Makes a taper plan from weight and start.
@Command(name = "plan")
final class TaperPlanCommand implements Callable<Integer> {
  private static final List<Column> COLUMNS =
      List.of(
          Column.of("step"),
          Column.of("from"),
          Column.of("to"),
          Column.of("mg_per_day"),
          Column.of("days"),
          Column.of("planned_mg"));

  @Spec private @Nullable CommandSpec spec;
  @Mixin private final CommonOptions common = new CommonOptions();

  @Option(names = "--weight", paramLabel = "KG", descriptionKey = "taper.plan.weight")
  private @Nullable BigDecimal weight;

  @Option(names = "--dose", paramLabel = "MG", descriptionKey = "taper.plan.dose")
  private @Nullable BigDecimal dose;

  @Option(
      names = "--start",
      required = true,
      paramLabel = "DATE",
      descriptionKey = "taper.plan.start")
  private LocalDate start = LocalDate.EPOCH;

  @Option(names = "--weeks", paramLabel = "WEEKS", descriptionKey = "taper.plan.weeks")
  private int weeks = PlanRequest.LEAST_WEEKS;

  @Option(names = "--months", paramLabel = "MONTHS", descriptionKey = "taper.plan.months")
  private int months = PlanRequest.LEAST_MONTHS;

  @Option(names = "--to", paramLabel = "MG", descriptionKey = "taper.plan.to")
  private BigDecimal target = PlanRequest.USUAL_TARGET;

  @Option(
      names = "--confirm",
      split = ",",
      paramLabel = "WHAT",
      descriptionKey = "taper.plan.confirm",
      converter = ConfirmationConverter.class)
  private Set<Confirmation> confirmed = EnumSet.noneOf(Confirmation.class);

  @Option(names = "--study", paramLabel = "STUDY", descriptionKey = "taper.plan.study")
  private @Nullable Path study;

  @Option(names = "--patient", paramLabel = "ID", descriptionKey = "taper.plan.patient")
  private @Nullable String patient;

  @Option(names = "--ics", paramLabel = "FILE", descriptionKey = "taper.plan.ics")
  private @Nullable Path calendar;

  @Option(names = "--html", paramLabel = "FILE", descriptionKey = "taper.plan.html")
  private @Nullable Path sheet;

  /// Reads what is confirmed, as typed after `--confirm`.
  static final class ConfirmationConverter implements ITypeConverter<Confirmation> {
    @Override
    public Confirmation convert(String text) {
      return Confirmation.of(text)
          .orElseThrow(
              () -> new TypeConversionException("expected above-80 or no-weight but was " + text));
    }
  }

  @Override
  public Integer call() {
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    Texts texts = common.texts();
    PrintWriter err = line.getErr();
    Path folder = study;
    if ((folder == null) != (patient == null)) {
      throw new ParameterException(line, texts.text("taper.plan.study-and-patient"));
    }
    if (folder == null) {
      return answer(request(weight), null, texts, err);
    }
    return StudyInput.run(folder, texts, err, () -> ofPatient(folder, texts, err));
  }

  private int ofPatient(Path folder, Texts texts, PrintWriter err)
      throws IOException, BadInputException {
    Study read = StudyFolder.read(folder).study();
    for (PatientRecord record : read.patients()) {
      if (record.id().equals(patient)) {
        Moment day = Moment.of(start);
        BigDecimal known =
            weight == null ? TreatmentHistory.weightOn(record, day).orElse(null) : weight;
        return answer(request(known), FlareState.of(record, read.settings(), day), texts, err);
      }
    }
    err.println(texts.text("taper.no-such-patient", folder, String.valueOf(patient)));
    err.flush();
    return ExitCode.USAGE;
  }

  private PlanRequest request(@Nullable BigDecimal kilograms) {
    return new PlanRequest(kilograms, dose, start, weeks, months, target, confirmed);
  }

  private int answer(
      PlanRequest request, @Nullable FlareState flare, Texts texts, PrintWriter err) {
    TaperWords words = new TaperWords(texts);
    return switch (request.propose(flare)) {
      case PlanProposal.Planned(TaperPlan plan, List<Note> notes) ->
          print(plan, notes, words, texts, err);
      case PlanProposal.NeedsConfirmation(List<Confirmation> missing, List<Note> reasons) -> {
        reasons.forEach(reason -> err.println(words.note(reason)));
        err.println(
            texts.text(
                "taper.plan.confirm-by",
                String.join(",", missing.stream().map(Confirmation::code).toList())));
        err.flush();
        yield ExitCode.FOUND;
      }
      case PlanProposal.Refused(List<Note> reasons) -> {
        reasons.forEach(reason -> err.println(words.note(reason)));
        err.flush();
        yield reasons.stream().anyMatch(reason -> reason.code().startsWith("flare-"))
            ? ExitCode.FOUND
            : ExitCode.USAGE;
      }
    };
  }

  private int print(
      TaperPlan plan, List<Note> notes, TaperWords words, Texts texts, PrintWriter err) {
    Path writing = null;
    try (Answer answer = new Answer(COLUMNS, common.format(), texts)) {
      for (int i = 0; i < plan.steps().size(); i++) {
        PlanStep step = plan.steps().get(i);
        LocalDate last = plan.lastDay(i).orElse(null);
        answer.row(
            i + 1,
            step.from(),
            last,
            step.dose(),
            last == null ? null : Math.toIntExact(last.toEpochDay() - step.from().toEpochDay() + 1),
            last == null ? null : plan.milligramsUntil(last.plusDays(1)));
      }
      if (calendar != null) {
        writing = calendar;
        AtomicFile.write(writing, words.calendar(plan, TaperWords.ownerOf(plan)));
      }
      if (sheet != null) {
        writing = sheet;
        AtomicFile.write(
            writing,
            PlanSheet.of(plan, patient == null ? "" : patient, texts)
                .getBytes(StandardCharsets.UTF_8));
      }
      answer.print(System.out);
    } catch (IOException failure) {
      return Failures.cannotOpen(failure, String.valueOf(writing), texts, err);
    }
    notes.forEach(note -> err.println(words.note(note)));
    err.flush();
    if (common.format() == Format.text) {
      System.out.println();
      words.planRules().forEach(System.out::println);
      System.out.println(texts.text("taper.beside"));
      words.beside().forEach(System.out::println);
      System.out.println(texts.text("taper.not-a-device") + " " + texts.text("taper.not-reviewed"));
    }
    return ExitCode.ANSWERED;
  }
}
