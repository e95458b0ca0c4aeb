package org.myocohort.statistics.meta.effect;

import java.util.Optional;

/// The measures of effect, by the short names in common use.
public enum EffectMeasure {
  /// Log ratio of two risks.
  RR(Display.EXPONENTIAL, Input.TWO_ARM_COUNTS),
  /// Log odds ratio.
  OR(Display.EXPONENTIAL, Input.TWO_ARM_COUNTS),
  /// Difference of two risks.
  RD(Display.IDENTITY, Input.TWO_ARM_COUNTS),
  /// Peto's one-step log odds ratio.
  PETO(Display.EXPONENTIAL, Input.TWO_ARM_COUNTS),
  /// Difference of the arcsines of the square roots of two risks.
  AS(Display.IDENTITY, Input.TWO_ARM_COUNTS),
  /// Log ratio of two rates.
  IRR(Display.EXPONENTIAL, Input.TWO_ARM_TIMES),
  /// Difference of two rates.
  IRD(Display.IDENTITY, Input.TWO_ARM_TIMES),
  /// Difference of two means.
  MD(Display.IDENTITY, Input.TWO_ARM_MEANS),
  /// Standardised mean difference, Hedges' g.
  SMD(Display.IDENTITY, Input.TWO_ARM_MEANS),
  /// Log ratio of two means, corrected for small samples.
  ROM(Display.EXPONENTIAL, Input.TWO_ARM_MEANS),
  /// Log ratio of two means without the correction.
  ROMPLAIN(Display.EXPONENTIAL, Input.TWO_ARM_MEANS),
  /// Logit of a proportion.
  PLO(Display.LOGISTIC, Input.ONE_ARM_COUNTS),
  /// A proportion as it is.
  PR(Display.IDENTITY, Input.ONE_ARM_COUNTS),
  /// Logarithm of a proportion.
  PLN(Display.EXPONENTIAL, Input.ONE_ARM_COUNTS),
  /// Arcsine of the square root of a proportion.
  PAS(Display.SQUARED_SINE, Input.ONE_ARM_COUNTS),
  /// Freeman and Tukey's double arcsine.
  PFT(Display.FREEMAN_TUKEY, Input.ONE_ARM_COUNTS),
  /// Logarithm of a rate.
  IRLN(Display.EXPONENTIAL, Input.ONE_ARM_TIME),
  /// A rate as it is.
  IR(Display.IDENTITY, Input.ONE_ARM_TIME),
  /// A mean.
  MN(Display.IDENTITY, Input.ONE_MEAN),
  /// Mean change, first minus second.
  MC(Display.IDENTITY, Input.PAIRED_MEANS),
  /// Mean change standardised by the standard deviation of the change.
  SMCC(Display.IDENTITY, Input.PAIRED_MEANS),
  /// Mean change standardised by the first standard deviation.
  SMCR(Display.IDENTITY, Input.PAIRED_MEANS),
  /// Log ratio of two means of the same participants.
  ROMC(Display.EXPONENTIAL, Input.PAIRED_MEANS),
  /// A correlation as it is.
  COR(Display.IDENTITY, Input.CORRELATION),
  /// Fisher's z of a correlation.
  ZCOR(Display.HYPERBOLIC_TANGENT, Input.CORRELATION),
  /// Effects and variances as given.
  GEN(Display.IDENTITY, Input.GIVEN);

  /// What is known of each study.
  public enum Input {
    TWO_ARM_COUNTS,
    TWO_ARM_TIMES,
    TWO_ARM_MEANS,
    ONE_ARM_COUNTS,
    ONE_ARM_TIME,
    ONE_MEAN,
    PAIRED_MEANS,
    CORRELATION,
    GIVEN
  }

  private final Display display;
  private final Input input;

  EffectMeasure(Display display, Input input) {
    this.display = display;
    this.input = input;
  }

  public Display display() {
    return display;
  }

  public Input input() {
    return input;
  }

  /// The effect that says "no difference", where the measure compares.
  public Optional<Double> noDifference() {
    return switch (input) {
      case TWO_ARM_COUNTS, TWO_ARM_TIMES, TWO_ARM_MEANS, PAIRED_MEANS, CORRELATION, GIVEN ->
          Optional.of(0.0);
      case ONE_ARM_COUNTS, ONE_ARM_TIME, ONE_MEAN -> Optional.empty();
    };
  }
}
