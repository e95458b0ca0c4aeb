package org.myocohort.app.line;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.cli.CommonOptions;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.Format;
import org.myocohort.app.cli.StudyInput;
import org.myocohort.app.cli.Texts;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.study.Study;
import org.myocohort.exchange.study.StudyFolder;
import org.myocohort.patient.PatientRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// What each patient was treated with in order, refractory or not, and what needs attention. An
/// alert is an answer, not a failure of the command.
@Command(name = "line")
public final class LineCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private final CommonOptions common = new CommonOptions();

  @Parameters(index = "0", paramLabel = "STUDY", descriptionKey = "line.study")
  private Path folder = Path.of("");

  @Option(names = "--patient", paramLabel = "ID", descriptionKey = "line.patient")
  private @Nullable String patient;

  @Option(names = "--on", paramLabel = "DATE", descriptionKey = "line.on")
  private @Nullable LocalDate on;

  @Override
  public Integer call() {
    Texts texts = common.texts();
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    return StudyInput.run(folder, texts, err, () -> answer(texts, err));
  }

  private int answer(Texts texts, PrintWriter err) throws IOException, BadInputException {
    Study study = StudyFolder.read(folder).study();
    String wanted = patient;
    List<PatientRecord> patients = study.patients();
    if (wanted != null) {
      patients = study.patient(wanted).map(List::of).orElse(List.of());
      if (patients.isEmpty()) {
        err.println(texts.text("line.no-such-patient", wanted, folder));
        err.flush();
        return ExitCode.USAGE;
      }
    }
    LocalDate day = on == null ? LocalDate.now(Clock.systemUTC()) : on;
    try (Answer answer = new Answer(LineRows.COLUMNS, common.format(), texts)) {
      LineRows rows = new LineRows(answer, common.format() == Format.text, texts);
      for (PatientRecord each : patients) {
        rows.add(each, day);
      }
      answer.print(System.out);
    }
    return ExitCode.ANSWERED;
  }
}
