package org.myocohort.statistics.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

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

  /// The incidence of one cause on its way, with the sums that its variance is made of: each event
  /// time changes them, and none is looked at again.
  private static final class Course {
    private double incidence;
    // Over the event times so far, with since = F_k(t) - F_k(t_i) and w = d_i / (n_i (n_i - d_i)):
    private double weights; // w
    private double linear; // since w
    private double quadratic; // since^2 w
    private double own; // S(t_i -)^2 d_ki (n_i - d_ki) / n_i^3
    private double crosses; // S(t_i -) d_ki / n_i^2
    private double crossed; // since S(t_i -) d_ki / n_i^2

    void jump(double free, double all, double n, double d) {
      double rise = free * d / n;
      incidence += rise;
      quadratic += rise * (2 * linear + rise * weights);
      linear += rise * weights;
      crossed += rise * crosses;
      weights += n > all ? all / (n * (n - all)) : 0;
      own += free * free * d * (n - d) / (n * n * n);
      crosses += free * d / (n * n);
    }

    double standardError() {
      return Math.sqrt(Math.max(0, quadratic + own - 2 * crossed));
    }
  }

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
    double free = 1;
    List<Course> courses = Stream.generate(Course::new).limit(causes).toList();
    int from = 0;
    while (from < sorted.size()) {
      double time = sorted.get(from).time();
      int atRisk = sorted.size() - from;
      int[] events = new int[causes];
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
      if (all > 0) {
        for (int k = 0; k < causes; k++) {
          courses.get(k).jump(free, all, atRisk, events[k]);
        }
        free *= 1 - (double) all / atRisk;
      }
      steps.add(
          new Step(
              time,
              atRisk,
              Arrays.stream(events).boxed().toList(),
              free,
              courses.stream().map(course -> course.incidence).toList(),
              courses.stream().map(Course::standardError).toList()));
      from = to;
    }
    return new AalenJohansen(sorted.size(), steps);
  }

  public int count() {
    return count;
  }

  /// One for each distinct time, in order.
  public List<Step> steps() {
    return steps;
  }
}
