package org.myocohort.figures.chart;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Moves points of a column sideways so that each is seen: always the same way, without chance.
///
/// Each point takes the place nearest to the middle that no earlier point covers; where the column
/// is full, the place farthest from the others.
final class Swarm {
  private static final double APART = 2.1;

  private final double radius;
  private final double half;
  private final Map<Long, List<double[]>> taken = new HashMap<>();

  private Swarm(double radius, double half) {
    this.radius = radius;
    this.half = half;
  }

  /// How far each point moves.
  ///
  /// @param heights the places of the points, top to bottom in any order
  /// @param radius of a point
  /// @param half the farthest move to either side
  static double[] offsets(double[] heights, double radius, double half) {
    Swarm swarm = new Swarm(radius, half);
    double[] offsets = new double[heights.length];
    for (int index = 0; index < heights.length; index++) {
      offsets[index] = swarm.place(heights[index]);
    }
    return offsets;
  }

  private double place(double y) {
    List<double[]> near = near(y);
    double offset = free(near, y);
    long cell = cell(y);
    taken.computeIfAbsent(cell, key -> new ArrayList<>()).add(new double[] {offset, y});
    return offset;
  }

  private double free(List<double[]> near, double y) {
    double step = radius / 2;
    double best = 0;
    double farthest = distance(near, 0, y);
    for (int count = 1; farthest < APART * radius && count * step <= half; count++) {
      for (double side : new double[] {count * step, -count * step}) {
        double distance = distance(near, side, y);
        // A hair decides between the two sides, and never rounding.
        if (distance > farthest + 1e-9) {
          farthest = distance;
          best = side;
          if (distance >= APART * radius) {
            return side;
          }
        }
      }
    }
    return farthest > radius / 4 ? best : crowded(near, y);
  }

  private double crowded(List<double[]> near, double y) {
    int places = 4 * (near.size() + 1);
    double best = 0;
    double farthest = -1;
    for (int index = 0; index <= places; index++) {
      double offset = -half + 2 * half * index / places;
      double distance = distance(near, offset, y);
      if (distance > farthest + 1e-9) {
        farthest = distance;
        best = offset;
      }
    }
    return best;
  }

  private static double distance(List<double[]> near, double x, double y) {
    double least = Double.POSITIVE_INFINITY;
    for (double[] place : near) {
      least = Math.min(least, Math.hypot(place[0] - x, place[1] - y));
    }
    return least;
  }

  private List<double[]> near(double y) {
    List<double[]> near = new ArrayList<>();
    for (long cell = cell(y) - 1; cell <= cell(y) + 1; cell++) {
      near.addAll(taken.getOrDefault(cell, List.of()));
    }
    return near;
  }

  private long cell(double y) {
    return (long) Math.floor(y / (APART * radius));
  }
}
