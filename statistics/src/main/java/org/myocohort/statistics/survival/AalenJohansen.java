package org.myocohort.statistics.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Cumulative incidences of competing events.
///
///     F_k(t) = sum over event times <= t of S(t_i -) d_ki / n_i
///
/// with `S` the probability of none of the events, so that `S + sum of F_k = 1` at all times.
///
/// - **Result:** as R's `survfit` with several states, standard errors too; these are by the delta
///   method, see [#of], and at the first event those of a proportion. (`cmprsk::cuminc` adds a
///   correction for few at risk and gives larger ones.)
/// - **Special cases:** no observation: no step.
/// - **Source:** Aalen OO, Johansen S. Scand J Stat 1978;5:141-150. Marubini E, Valsecchi MG.
///   Analysing survival data from clinical trials and observational studies, 1995, chapter 10.
public final class AalenJohansen {
  private final int count;
  private final List<Step> steps;

  private AalenJohansen(int count, List<Step> steps) {
    this.count = count;
    this.steps = List.copyOf(steps);
  }

  /// A time until one of several events, or until the last time seen without any.
  ///
  /// @param time at least 0
  /// @param cause 0 for censored, else the number of the event
  public record Competing(double time, int cause) {
    public Competing {
      if (!(time >= 0 && Double.isFinite(time) && cause >= 0)) {
        throw new IllegalArgumentException(
            "time and cause must be at least 0 but were " + time + ", " + cause);
      }
    }
  }

  /// The curves at one of their times.
  ///
  /// @param time when
  /// @param atRisk how many were still seen just before
  /// @param events at this time, by cause from 1
  /// @param eventFree the probability of none of the events
  /// @param incidence the cumulative incidence, by cause from 1
  /// @param standardError of the incidence, by cause from 1
  public record Step(
      double time,
      int atRisk,
      List<Integer> events,
      double eventFree,
      List<Double> incidence,
      List<Double> standardError) {
    public Step {
      events = List.copyOf(events);
      incidence = List.copyOf(incidence);
      standardError = List.copyOf(standardError);
    }
  }

  /// What one event time adds.
  private record Jump(
      double before, double all, double atRisk, List<Double> causes, List<Double> after) {}

  /// The curves of these observations.
  ///
  /// The variance of `F_k(t)` is the sum over the event times up to `t` of
  ///
  ///     (F_k(t) - F_k(t_i))^2 d_i / (n_i (n_i - d_i))
  ///     + S(t_i -)^2 d_ki (n_i - d_ki) / n_i^3
  ///     - 2 (F_k(t) - F_k(t_i)) S(t_i -) d_ki / n_i^2
  ///
  /// @param causes how many events compete
  public static AalenJohansen of(List<Competing> observations, int causes) {
    List<Competing> sorted =
        observations.stream().sorted(Comparator.comparingDouble(Competing::time)).toList();
    List<Step> steps = new ArrayList<>();
    List<Jump> jumps = new ArrayList<>();
    double free = 1;
    double[] incidence = new double[causes];
    int from = 0;
    while (from < sorted.size()) {
      double time = sorted.get(from).time();
      int atRisk = sorted.size() - from;
      double[] events = new double[causes];
      int all = 0;
      int to = from;
      while (to < sorted.size() && sorted.get(to).time() == time) {
        int cause = sorted.get(to).cause();
        if (cause > 0) {
          events[cause - 1]++;
          all++;
        }
        to++;
      }
      double before = free;
      for (int k = 0; k < causes; k++) {
        incidence[k] += before * events[k] / atRisk;
      }
      free *= 1 - (double) all / atRisk;
      if (all > 0) {
        jumps.add(new Jump(before, all, atRisk, boxed(events), boxed(incidence)));
      }
      steps.add(step(time, atRisk, events, free, incidence, jumps));
      from = to;
    }
    return new AalenJohansen(sorted.size(), steps);
  }

  private static Step step(
      double time, int atRisk, double[] events, double free, double[] incidence, List<Jump> jumps) {
    List<Integer> counts = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    List<Double> errors = new ArrayList<>();
    for (int k = 0; k < incidence.length; k++) {
      double variance = 0;
      for (Jump jump : jumps) {
        double n = jump.atRisk();
        double d = jump.causes().get(k);
        double since = incidence[k] - jump.after().get(k);
        double left = n - jump.all();
        variance += left > 0 ? since * since * jump.all() / (n * left) : 0;
        variance += jump.before() * jump.before() * d * (n - d) / (n * n * n);
        variance -= 2 * since * jump.before() * d / (n * n);
      }
      counts.add((int) events[k]);
      values.add(incidence[k]);
      errors.add(Math.sqrt(Math.max(0, variance)));
    }
    return new Step(time, atRisk, counts, free, values, errors);
  }

  private static List<Double> boxed(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  public int count() {
    return count;
  }

  /// One for each distinct time, in order.
  public List<Step> steps() {
    return steps;
  }
}
