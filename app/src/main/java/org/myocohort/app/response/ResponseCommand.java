package org.myocohort.app.response;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.cli.CommonOptions;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.StudyInput;
import org.myocohort.app.cli.Texts;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.CsvFile;
import org.myocohort.exchange.study.Study;
import org.myocohort.exchange.study.StudyFolder;
import org.myocohort.exchange.study.VisitRow;
import org.myocohort.exchange.study.VisitsTable;
import org.myocohort.instrument.StudySettings;
import org.myocohort.patient.Moment;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.Truth;
import org.myocohort.response.FollowUp;
import org.myocohort.response.PlainCoreSet;
import org.myocohort.response.PlainFollowUp;
import org.myocohort.response.ResponsePoint;
import org.myocohort.response.ResponseSeries;
import org.myocohort.response.ScoreForm;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// Scores every follow-up visit against its baseline.
@Command(name = "response", descriptionHeading = "%n", footerHeading = "%n")
public final class ResponseCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private final CommonOptions common = new CommonOptions();

  @Parameters(index = "0", paramLabel = "STUDY|visits.csv", descriptionKey = "response.source")
  private Path source = Path.of("");

  @Option(
      names = "--form",
      paramLabel = "FORM",
      descriptionKey = "response.form",
      converter = FormConverter.class)
  private ScoreForm form = ScoreForm.ADULT;

  @Option(names = "--chq-range", paramLabel = "RANGE", descriptionKey = "response.chq-range")
  private @Nullable BigDecimal childHealthRange;

  /// Reads a form as typed after `--form`.
  static final class FormConverter implements ITypeConverter<ScoreForm> {
    @Override
    public ScoreForm convert(String text) {
      for (ScoreForm form : ScoreForm.values()) {
        if (form.code().equals(text)) {
          return form;
        }
      }
      throw new TypeConversionException(
          "expected adult, juvenile-imacs or juvenile-printo but was " + text);
    }
  }

  @Override
  public Integer call() {
    Texts texts = common.texts();
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    return StudyInput.run(
        source,
        texts,
        err,
        () -> {
          try (Answer answer = new Answer(ResponseRows.COLUMNS, common.format(), texts)) {
            if (Files.isDirectory(source)) {
              study(answer);
            } else {
              flatFile(answer);
            }
            if (answer.rowCount() == 0) {
              err.println(texts.text("response.no-follow-up", source));
              err.flush();
            }
            answer.print(System.out);
            return ExitCode.ANSWERED;
          }
        });
  }

  private void study(Answer answer) throws IOException, BadInputException {
    Study study = StudyFolder.read(source).study();
    for (PatientRecord patient : study.patients()) {
      ResponseSeries series = ResponseSeries.of(form, patient, settings(study.settings()));
      for (ResponsePoint point : series.points()) {
        Truth taken = point.indexDrugTaken();
        ResponseRows.add(
            answer,
            patient.id(),
            series.baseline(),
            point.followUp(),
            taken == null
                ? null
                : switch (taken) {
                  case TRUE -> "yes";
                  case FALSE -> "no";
                  case UNKNOWN -> "unknown";
                },
            point.changes().stream()
                .map(change -> change.drug() + " " + change.kind().code())
                .distinct()
                .toList());
      }
    }
  }

  private StudySettings settings(StudySettings study) {
    return childHealthRange == null
        ? study
        : new StudySettings(study.index(), study.baselineWindowDays(), childHealthRange);
  }

  private void flatFile(Answer answer) throws IOException, BadInputException {
    // The class of decimals computes powers of five for 50 ms when it is first used: meanwhile the
    // table is read.
    Thread.ofPlatform().daemon().start(() -> BigDecimal.ZERO.signum());
    CsvFile table = CsvFile.read(source, source.toString());
    VisitsTable.read(
        table,
        patient -> {
          Moment baseline = patient.baselineRow().date();
          for (VisitRow row : patient.rows()) {
            if (row.date().equals(baseline)) {
              continue;
            }
            PlainFollowUp plain = plain(patient.baselineRow(), row);
            if (plain != null) {
              ResponseRows.add(answer, patient.patient(), patient.baselineRow(), row, plain);
            } else {
              ResponseRows.add(
                  answer,
                  patient.patient(),
                  patient.baseline(),
                  FollowUp.of(form, patient.baseline(), row.visit(), childHealthRange),
                  null,
                  List.of());
            }
          }
        });
  }

  /// The short way, null where it cannot be taken.
  private @Nullable PlainFollowUp plain(VisitRow baseline, VisitRow row) {
    PlainCoreSet before = baseline.plain();
    PlainCoreSet after = row.plain();
    return form == ScoreForm.ADULT
            && before != null
            && after != null
            && row.date().isBefore(baseline.date()) == Truth.FALSE
        ? PlainFollowUp.of(before, after)
        : null;
  }
}
