package org.myocohort.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.CsvFile;
import org.myocohort.exchange.study.VisitsTable;
import org.myocohort.exchange.study.VisitsTable.PatientVisits;
import org.myocohort.instrument.Assessment;
import org.myocohort.response.CoreSetComparison;
import org.myocohort.response.FollowUp;
import org.myocohort.response.ScoreForm;
import org.myocohort.response.TotalImprovementScore;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/// One total improvement score, one follow-up, one visits table.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ResponseBenchmark {
  /// 5,000 pairs: 10,000 rows.
  private static final byte[] TABLE = VisitPairs.csv(5_000);

  private final List<PatientVisits> patients = read();
  private int next;

  private static List<PatientVisits> read() {
    List<PatientVisits> patients = new ArrayList<>();
    try {
      VisitsTable.read(CsvFile.parse(TABLE, "visits.csv"), patients::add);
    } catch (BadInputException e) {
      throw new IllegalStateException("the generated table must be readable", e);
    }
    return patients;
  }

  private PatientVisits nextPatient() {
    next = next + 1 == patients.size() ? 0 : next + 1;
    return patients.get(next);
  }

  @Benchmark
  public Assessment oneScore() {
    PatientVisits patient = nextPatient();
    return TotalImprovementScore.assess(
        ScoreForm.ADULT,
        patient.visits().getLast().date(),
        CoreSetComparison.of(
            ScoreForm.ADULT, patient.baseline(), patient.visits().getLast(), null));
  }

  @Benchmark
  public FollowUp oneFollowUp() {
    PatientVisits patient = nextPatient();
    return FollowUp.of(ScoreForm.ADULT, patient.baseline(), patient.visits().getLast(), null);
  }

  @Benchmark
  public void tableOfTenThousandRows(Blackhole sink) throws BadInputException {
    VisitsTable.read(CsvFile.parse(TABLE, "visits.csv"), sink::consume);
  }
}
