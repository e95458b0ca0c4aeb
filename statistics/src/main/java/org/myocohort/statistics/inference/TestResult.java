package org.myocohort.statistics.inference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The answer of a test or an estimate: no number without its `n`, and a reason where there is
/// none.
public final class TestResult {
  private final int count;
  private final Calculation calculation;
  private final Quantity statistic;
  private final Quantity pValue;
  private final Quantity estimate;
  private final Quantity lower;
  private final Quantity upper;
  private final double level;
  private final Map<String, Quantity> further;
  private final List<Remark> remarks;

  private TestResult(Builder from) {
    count = from.count;
    calculation = from.calculation;
    statistic = from.statistic;
    pValue = from.pValue;
    estimate = from.estimate;
    lower = from.lower;
    upper = from.upper;
    level = from.level;
    further = Collections.unmodifiableMap(new LinkedHashMap<>(from.further));
    remarks = List.copyOf(from.remarks);
  }

  /// An answer to be filled, of `count` values, pairs or trials.
  public static Builder of(int count) {
    return new Builder(count);
  }

  /// An answer without any number but its size.
  public static TestResult none(int count, Absence reason) {
    return of(count).none(reason).build();
  }

  /// The values, pairs, trials or participants that the answer rests on.
  public int count() {
    return count;
  }

  /// How the probability was found.
  public Calculation calculation() {
    return calculation;
  }

  /// The test statistic; each method says which.
  public Quantity statistic() {
    return statistic;
  }

  /// The probability, one- or two-sided as asked for.
  public Quantity pValue() {
    return pValue;
  }

  /// The effect.
  public Quantity estimate() {
    return estimate;
  }

  /// The lower confidence limit of the effect, perhaps minus infinity.
  public Quantity lower() {
    return lower;
  }

  /// The upper confidence limit of the effect, perhaps infinity.
  public Quantity upper() {
    return upper;
  }

  /// The confidence level asked for.
  public double level() {
    return level;
  }

  /// What else the method tells, by name.
  public Map<String, Quantity> further() {
    return further;
  }

  /// One of these, which the method is known to give.
  public Quantity further(String name) {
    Quantity found = further.get(name);
    if (found == null) {
      throw new IllegalArgumentException("names are " + further.keySet() + " but was " + name);
    }
    return found;
  }

  /// What was assumed and done, in the order to be read.
  public List<Remark> remarks() {
    return remarks;
  }

  /// Collects an answer.
  public static final class Builder {
    private final int count;
    private Calculation calculation = Calculation.NONE;
    private Quantity statistic = Quantity.missing(Absence.NOT_GIVEN);
    private Quantity pValue = Quantity.missing(Absence.NOT_GIVEN);
    private Quantity estimate = Quantity.missing(Absence.NOT_GIVEN);
    private Quantity lower = Quantity.missing(Absence.NOT_GIVEN);
    private Quantity upper = Quantity.missing(Absence.NOT_GIVEN);
    private double level = 0.95;
    private final Map<String, Quantity> further = new LinkedHashMap<>();
    private final List<Remark> remarks = new ArrayList<>();

    private Builder(int count) {
      this.count = count;
    }

    public Builder statistic(double value) {
      statistic = Quantity.of(value);
      return this;
    }

    public Builder statistic(Quantity value) {
      statistic = value;
      return this;
    }

    public Builder p(double value, Calculation how) {
      pValue = Quantity.of(Math.min(1, value));
      calculation = how;
      return this;
    }

    public Builder p(Quantity value, Calculation how) {
      pValue = value;
      calculation = how;
      return this;
    }

    public Builder estimate(double value) {
      estimate = Quantity.of(value);
      return this;
    }

    public Builder estimate(Quantity value) {
      estimate = value;
      return this;
    }

    public Builder limits(double low, double high, double of) {
      return limits(Quantity.of(low), Quantity.of(high), of);
    }

    public Builder limits(Quantity low, Quantity high, double of) {
      lower = low;
      upper = high;
      level = of;
      return this;
    }

    /// Nothing can be told, for one reason.
    public Builder none(Absence reason) {
      statistic = Quantity.missing(reason);
      pValue = Quantity.missing(reason);
      estimate = Quantity.missing(reason);
      lower = Quantity.missing(reason);
      upper = Quantity.missing(reason);
      return this;
    }

    public Builder further(String name, double value) {
      return further(name, Quantity.of(value));
    }

    public Builder further(String name, Quantity value) {
      further.put(name, value);
      return this;
    }

    public Builder remark(Remark.Topic topic, Object... values) {
      remarks.add(Remark.of(topic, values));
      return this;
    }

    public TestResult build() {
      return new TestResult(this);
    }
  }
}
