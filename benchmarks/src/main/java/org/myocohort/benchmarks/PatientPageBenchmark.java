package org.myocohort.benchmarks;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.patient.CriteriaRow;
import org.myocohort.app.patient.PatientResults;
import org.myocohort.app.patient.SourceLinks;
import org.myocohort.app.patient.Timeline;
import org.myocohort.app.patient.TimelineOptions;
import org.myocohort.app.patient.Words;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.CsvFile;
import org.myocohort.exchange.study.StudyFolder;
import org.myocohort.exchange.study.StudyWriter;
import org.myocohort.figures.FigureSize;
import org.myocohort.instrument.StudySettings;
import org.myocohort.patient.PatientRecord;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// The steps of a patient's page for a patient of five years with 60 visits and 2,000 values.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class PatientPageBenchmark {
  private static final StudyWriter.Description STUDY =
      new StudyWriter.Description(
          "study", "Study", true, new StudySettings("anakinra", 90, null), null);
  private static final Words WORDS = new Words(Texts.of(Texts.Language.en));
  private static final SourceLinks LINKS =
      SourceLinks.of((row, column) -> "/rows/" + row + "#" + column);

  private Map<String, CsvFile> tables = Map.of();
  private @Nullable PatientRecord patient;
  private @Nullable PatientResults results;
  private @Nullable Timeline timeline;

  @Setup
  public void read() throws BadInputException {
    tables = HeavyPatient.tables();
    PatientRecord read = patientOf(tables);
    patient = read;
    results = PatientResults.of(read, STUDY.settings());
    timeline = Timeline.of(results, TimelineOptions.USUAL, LINKS, WORDS).orElseThrow();
  }

  private static PatientRecord patientOf(Map<String, CsvFile> tables) throws BadInputException {
    return StudyFolder.of(STUDY, tables).study().patients().getFirst();
  }

  @Benchmark
  public PatientRecord readingTheTables() throws BadInputException {
    return patientOf(tables);
  }

  @Benchmark
  public PatientResults judging() {
    return PatientResults.of(Objects.requireNonNull(patient), STUDY.settings());
  }

  @Benchmark
  public Timeline timeline() {
    return Timeline.of(Objects.requireNonNull(results), TimelineOptions.USUAL, LINKS, WORDS)
        .orElseThrow();
  }

  @Benchmark
  public String drawing() {
    return Objects.requireNonNull(timeline).render(FigureSize.screen(1150), "");
  }

  @Benchmark
  public Object criteria() {
    return CriteriaRow.of(Objects.requireNonNull(results), LINKS, WORDS);
  }
}
