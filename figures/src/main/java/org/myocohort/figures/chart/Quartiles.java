package org.myocohort.figures.chart;

import org.myocohort.figures.Finite;
import org.myocohort.figures.Mark;

/// The five numbers of a box, as the caller computed them.
///
/// @param lowWhisker the end of the lower whisker
/// @param lower the lower quartile
/// @param median the median
/// @param upper the upper quartile
/// @param highWhisker the end of the upper whisker
/// @param mark title and row
public record Quartiles(
    double lowWhisker, double lower, double median, double upper, double highWhisker, Mark mark) {
  public Quartiles {
    Finite.requireOrder("the lower whisker", lowWhisker, lower, mark);
    Finite.requireOrder("the lower half of the box", lower, median, mark);
    Finite.requireOrder("the upper half of the box", median, upper, mark);
    Finite.requireOrder("the upper whisker", upper, highWhisker, mark);
  }
}
