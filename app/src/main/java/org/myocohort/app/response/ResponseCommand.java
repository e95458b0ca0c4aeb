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
import org.myocohort.exchange.study.VisitsTable;
import org.myocohort.instrument.StudySettings;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Visit;
import org.myocohort.response.FollowUp;
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
    CsvFile table = CsvFile.read(source, source.toString());
    VisitsTable.read(
        table,
        patient -> {
          for (Visit visit : patient.visits()) {
            if (!visit.row().equals(patient.baseline().row())) {
              ResponseRows.add(
                  answer,
                  patient.patient(),
                  patient.baseline(),
                  FollowUp.of(form, patient.baseline(), visit, childHealthRange),
                  null,
                  List.of());
            }
          }
        });
  }
}
