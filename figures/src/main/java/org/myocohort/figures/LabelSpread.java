package org.myocohort.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Moves labels of one column apart, each as little as possible.
///
/// Minimises the weighted sum of squared moves under a least distance between neighbours: isotonic
/// regression of the wishes, each lowered by the room of the labels before it (pool adjacent
/// violators).
final class LabelSpread {
  private LabelSpread() {}

  /// A wish for a place.
  ///
  /// @param middle where the label's middle should be
  /// @param weight how much a move hurts
  record Wish(double middle, double weight) {}

  private record Pool(double place, double weight, int size) {
    Pool with(Pool next) {
      double sum = weight + next.weight;
      return new Pool((place * weight + next.place * next.weight) / sum, sum, size + next.size);
    }
  }

  /// The middles of all labels in the order of the wishes, at least `distance` apart and within the
  /// bounds where they all fit there.
  static double[] spread(List<Wish> wishes, double distance, double top, double bottom) {
    List<Integer> order = new ArrayList<>();
    for (int index = 0; index < wishes.size(); index++) {
      order.add(index);
    }
    order.sort(Comparator.comparingDouble(index -> wishes.get(index).middle()));
    List<Pool> pools = new ArrayList<>();
    for (int rank = 0; rank < order.size(); rank++) {
      Wish wish = wishes.get(order.get(rank));
      Pool pool = new Pool(wish.middle() - rank * distance, wish.weight(), 1);
      while (!pools.isEmpty() && pools.getLast().place() >= pool.place()) {
        pool = pools.removeLast().with(pool);
      }
      pools.add(pool);
    }
    double highest = Math.max(top, bottom - (order.size() - 1) * distance);
    double[] places = new double[wishes.size()];
    int rank = 0;
    for (Pool pool : pools) {
      for (int member = 0; member < pool.size(); member++) {
        places[order.get(rank)] = Math.clamp(pool.place(), top, highest) + rank * distance;
        rank++;
      }
    }
    return places;
  }
}
