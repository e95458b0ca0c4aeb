package org.myocohort.app.taper;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.cli.CommonOptions;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.Format;
import org.myocohort.app.cli.StudyInput;
import org.myocohort.app.cli.Texts;
import org.myocohort.care.taper.TaperHistory;
import org.myocohort.care.taper.TaperSettings;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.study.Study;
import org.myocohort.exchange.study.StudyFolder;
import org.myocohort.patient.Moment;
import org.myocohort.patient.PatientRecord;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Tells what the tapers of a study's patients taught.
@Command(name = "taper", subcommands = TaperPlanCommand.class)
public final class TaperCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private final CommonOptions common = new CommonOptions();

  @Parameters(index = "0", arity = "0..1", paramLabel = "STUDY", descriptionKey = "taper.study")
  private @Nullable Path source;

  @Option(names = "--patient", paramLabel = "ID", descriptionKey = "taper.patient")
  private @Nullable String only;

  @Option(names = "--until", paramLabel = "DATE", descriptionKey = "taper.until")
  private @Nullable LocalDate until;

  @Option(names = "--abrupt-above", paramLabel = "MG", descriptionKey = "taper.abrupt-above")
  private BigDecimal abruptAbove = TaperSettings.DEFAULT.abruptAbove();

  @Option(names = "--abrupt-days", paramLabel = "DAYS", descriptionKey = "taper.abrupt-days")
  private int abruptDays = TaperSettings.DEFAULT.abruptAfterDays();

  @Override
  public Integer call() {
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    Texts texts = common.texts();
    Path study = source;
    if (study == null) {
      throw new ParameterException(line, texts.text("taper.study-needed"));
    }
    if (abruptAbove.signum() < 0 || abruptDays < 0) {
      throw new ParameterException(
          line, texts.text("taper.limits-negative", abruptAbove, abruptDays));
    }
    return StudyInput.run(study, texts, line.getErr(), () -> answer(study, texts, line.getErr()));
  }

  private int answer(Path folder, Texts texts, PrintWriter err)
      throws IOException, BadInputException {
    Study study = StudyFolder.read(folder).study();
    TaperSettings settings = settings();
    boolean found = only == null;
    try (Answer answer = new Answer(TaperRows.COLUMNS, common.format(), texts)) {
      TaperRows rows = new TaperRows(answer, settings);
      for (PatientRecord patient : study.patients()) {
        if (only != null && !patient.id().equals(only)) {
          continue;
        }
        found = true;
        Moment last =
            until == null
                ? TaperHistory.lastDay(patient).orElse(null)
                : Moment.of(Objects.requireNonNull(until));
        if (last != null) {
          rows.add(patient.id(), TaperHistory.of(patient, study.settings(), last, settings));
        }
      }
      if (!found) {
        err.println(texts.text("taper.no-such-patient", folder, String.valueOf(only)));
        err.flush();
        return ExitCode.USAGE;
      }
      if (answer.rowCount() == 0) {
        err.println(texts.text("taper.nothing", folder));
        err.flush();
      }
      answer.print(System.out);
    }
    if (common.format() == Format.text) {
      System.out.println();
      new TaperWords(texts).historyRules(settings).forEach(System.out::println);
      System.out.println(texts.text("taper.not-a-device") + " " + texts.text("taper.not-reviewed"));
    }
    return ExitCode.ANSWERED;
  }

  private TaperSettings settings() {
    TaperSettings usual = TaperSettings.DEFAULT;
    return new TaperSettings(
        usual.heldDays(),
        usual.lowDose(),
        abruptAbove,
        abruptDays,
        usual.gapDays(),
        usual.escalationDays(),
        usual.flareDays(),
        usual.assessmentDays());
  }
}
