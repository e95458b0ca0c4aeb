package org.myocohort.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.myocohort.care.rule.Limits;
import org.myocohort.care.rule.PatientView;
import org.myocohort.care.rule.Rule;
import org.myocohort.care.trial.match.MatchableTrial;
import org.myocohort.care.trial.match.TrialMatch;
import org.myocohort.care.trial.rule.Criterion;
import org.myocohort.care.trial.rule.RuleFolder;
import org.myocohort.care.trial.rule.TrialRules;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.study.StudyFolder;
import org.myocohort.patient.PatientRecord;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// One patient of the synthetic centre against 1,000 trials with rules, every criterion explained:
/// the shipped rules in turn, each time with other limits, so that no two ask the same.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class TrialMatchBenchmark {
  private static final int TRIALS = 1000;
  private static final LocalDate DAY = LocalDate.of(2022, 6, 1);

  private final List<MatchableTrial> trials = trials();
  private final List<PatientRecord> patients = patients();
  private int next;

  private static List<MatchableTrial> trials() {
    List<TrialRules> shipped = List.copyOf(RuleFolder.shipped().values());
    List<MatchableTrial> trials = new ArrayList<>();
    for (int i = 0; i < TRIALS; i++) {
      int shift = i / shipped.size();
      TrialRules rules = shipped.get(i % shipped.size());
      List<Criterion> criteria =
          rules.criteria().stream()
              .map(each ->
                  new Criterion(
                      each.id(),
                      each.kind(),
                      each.text(),
                      shifted(each.rule(), shift),
                      each.source()))
              .toList();
      trials.add(
          new MatchableTrial(
              rules.trial() + "-" + i, rules.title(), null, rules, rules.complete(), "", criteria));
    }
    return trials;
  }

  private static Rule shifted(Rule rule, int shift) {
    return switch (rule) {
      case Rule.All(List<Rule> parts) -> new Rule.All(shifted(parts, shift));
      case Rule.Any(List<Rule> parts) -> new Rule.Any(shifted(parts, shift));
      case Rule.Count(int least, List<Rule> parts) -> new Rule.Count(least, shifted(parts, shift));
      case Rule.Not(Rule part) -> new Rule.Not(shifted(part, shift));
      case Rule.When when ->
          new Rule.When(
              shifted(when.condition(), shift),
              shifted(when.then(), shift),
              when.otherwise() == null ? null : shifted(when.otherwise(), shift));
      case Rule.Measured(String code, Limits limits, Rule.Take take, var within) ->
          new Rule.Measured(code, shifted(limits, shift), take, within);
      case Rule.Age(Rule.AgeAt at, Limits limits) -> new Rule.Age(at, shifted(limits, shift));
      case Rule.Leaf leaf -> leaf;
    };
  }

  private static List<Rule> shifted(List<Rule> parts, int shift) {
    return parts.stream().map(part -> shifted(part, shift)).toList();
  }

  private static Limits shifted(Limits limits, int shift) {
    return new Limits(
        limits.all().stream()
            .map(limit ->
                new Limits.Limit(
                    limit.bound(),
                    limit.number().add(BigDecimal.valueOf(shift)),
                    limit.of(),
                    limit.unit()))
            .toList());
  }

  private static List<PatientRecord> patients() {
    try {
      return StudyFolder.read(Path.of("examples/synthetic-centre")).study().patients();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (BadInputException e) {
      throw new IllegalStateException("the example must be readable", e);
    }
  }

  /// From the record to the last answer, nothing kept from the patient before.
  @Benchmark
  public int onePatientAgainstAThousandTrials() {
    next = next + 1 == patients.size() ? 0 : next + 1;
    PatientView view = new PatientView(patients.get(next), DAY);
    int answers = 0;
    for (MatchableTrial trial : trials) {
      answers += TrialMatch.of(view, trial).answers().size();
    }
    return answers;
  }
}
