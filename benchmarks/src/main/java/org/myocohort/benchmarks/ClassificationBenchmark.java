package org.myocohort.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.myocohort.classification.CriteriaSets;
import org.myocohort.classification.Facts;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.study.StudyFolder;
import org.myocohort.patient.PatientRecord;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/// The seven patients of the anakinra letter against every criteria set.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ClassificationBenchmark {
  /// Where the study stands, seen from the repository's root.
  @Param("examples/anakinra-antisynthetase")
  public String study = "";

  private List<PatientRecord> patients = List.of();

  @Setup
  public void read() throws IOException, BadInputException {
    patients = StudyFolder.read(Path.of(study)).study().patients();
  }

  @Benchmark
  public void sevenPatients(Blackhole sink) {
    for (PatientRecord patient : patients) {
      sink.consume(CriteriaSets.classify(Facts.of(patient)));
    }
  }
}
