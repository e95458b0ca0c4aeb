package org.myocohort.app.classification;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.cli.Answer.Column;
import org.myocohort.app.cli.CommonOptions;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.StudyInput;
import org.myocohort.app.cli.Texts;
import org.myocohort.classification.Classification;
import org.myocohort.classification.CriteriaSets;
import org.myocohort.classification.Facts;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.study.Study;
import org.myocohort.exchange.study.StudyFolder;
import org.myocohort.instrument.Bounds;
import org.myocohort.instrument.Input;
import org.myocohort.instrument.Note;
import org.myocohort.instrument.Part;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.Truth;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Puts every patient against every criteria set.
@Command(name = "classify")
public final class ClassifyCommand implements Callable<Integer> {
  private static final List<Column> COLUMNS =
      List.of(
          Column.of("patient"),
          Column.of("criteria"),
          Column.of("result"),
          Column.ifAny("grade"),
          Column.ifAny("subgroup"),
          Column.ifAny("score"),
          Column.ifAny("lower"),
          Column.ifAny("upper"),
          Column.detail("probability_lower"),
          Column.detail("probability_upper"),
          Column.of("met_by"),
          Column.ifAny("would_settle"),
          Column.detail("open"),
          Column.detail("sources"),
          Column.detail("notes"));

  @Spec private @Nullable CommandSpec spec;
  @Mixin private final CommonOptions common = new CommonOptions();

  @Parameters(index = "0", paramLabel = "STUDY|patients.csv", descriptionKey = "classify.source")
  private Path source = Path.of("");

  @Override
  public Integer call() {
    Texts texts = common.texts();
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    return StudyInput.run(source, texts, err, () -> answer(texts));
  }

  private int answer(Texts texts) throws IOException, BadInputException {
    Study study =
        (Files.isDirectory(source)
                ? StudyFolder.read(source)
                : StudyFolder.readPatientsFile(source))
            .study();
    try (Answer answer = new Answer(COLUMNS, common.format(), texts)) {
      for (PatientRecord patient : study.patients()) {
        for (Classification classification : CriteriaSets.classify(Facts.of(patient))) {
          add(answer, patient.id(), classification);
        }
      }
      answer.print(System.out);
    }
    return ExitCode.ANSWERED;
  }

  private static void add(Answer answer, String patient, Classification classification) {
    Bounds bounds = classification.bounds();
    Bounds probability = classification.probability();
    List<Part> parts = classification.parts();
    answer.row(
        patient,
        classification.criteria(),
        classification.result().code(),
        classification.grade(),
        classification.subgroup(),
        classification.score(),
        bounds == null ? null : bounds.lower(),
        bounds == null ? null : bounds.upper(),
        probability == null ? null : probability.lower(),
        probability == null ? null : probability.upper(),
        codes(parts, Truth.TRUE),
        classification.wouldSettle(),
        codes(parts, Truth.UNKNOWN),
        parts.stream()
            .filter(part -> part.truth() == Truth.TRUE)
            .flatMap(part -> part.inputs().stream())
            .map(ClassifyCommand::reference)
            .distinct()
            .toList(),
        classification.notes().stream().map(ClassifyCommand::note).toList());
  }

  private static List<String> codes(List<Part> parts, Truth truth) {
    return parts.stream().filter(part -> part.truth() == truth).map(Part::code).toList();
  }

  private static String reference(Input input) {
    return input.row().column(input.column());
  }

  private static String note(Note note) {
    return note.values().isEmpty()
        ? note.code()
        : note.code() + ": " + String.join(", ", note.values());
  }
}
