package org.myocohort.figures;

import java.util.List;
import java.util.stream.DoubleStream;

/// One strip of a [LaneChart], sharing its time axis with the others.
public sealed interface Lane permits EventLane, BarLane, StepLane, CurveLane {
  /// What the lane shows.
  String title();

  /// Unit and reading aid beneath the title; empty for none.
  String subtitle();

  /// Whether the lane has nothing to draw.
  boolean isEmpty();

  /// Whether the lane has a y axis, whose labels need room above and below.
  default boolean hasAxis() {
    return switch (this) {
      case EventLane events -> false;
      case BarLane bars -> false;
      case StepLane steps -> true;
      case CurveLane curves -> true;
    };
  }

  /// All places on the time axis.
  DoubleStream times();

  /// All marks.
  List<Mark> marks();
}
