package org.myocohort.evidence.screening;

import java.util.List;

/// How well an order puts relevant records first. Ranks count over the whole list, records labelled
/// before the start included.
///
/// - `n95`: position of the `ceil(0.95 R)`-th relevant record;
/// - `wss95`: work saved over sampling at 95 % recall, `(N - n95) / N - 0.05`;
/// - `recall10`: share of the relevant in the first `round(0.10 N)`;
/// - `atd`: mean position of the relevant, divided by `N`;
/// - `loss`: area between the recall curve and a perfect one, `(R (N - (R - 1) / 2) - sum of
///   cumulative relevant) / (R (N - R))`; 0 is perfect, 0.5 about random;
/// - `ndcg`: sum over the relevant of `1 / log2(position + 1)`, over the same of a perfect order.
///
/// @param records `N`
/// @param relevant `R`
/// @param n95 a position from 1
/// @param wss95 at most 0.95
/// @param recall10 from 0 to 1
/// @param atd above 0, at most 1
/// @param loss from 0 to 1
/// @param ndcg above 0, at most 1
public record RankingMeasures(
    int records,
    int relevant,
    int n95,
    double wss95,
    double recall10,
    double atd,
    double loss,
    double ndcg) {

  /// Measures an order.
  ///
  /// @param relevance of the records in their order; at least one relevant and one not
  public static RankingMeasures of(List<Boolean> relevance) {
    int n = relevance.size();
    int relevant = (int) relevance.stream().filter(Boolean::booleanValue).count();
    if (relevant == 0 || relevant == n) {
      throw new IllegalArgumentException(
          "relevant and irrelevant records are needed but %d of %d were relevant"
              .formatted(relevant, n));
    }
    // 0.95 R in whole numbers: a product of doubles may end just above.
    int needed = (95 * relevant + 99) / 100;
    long firstTenth = Math.round(0.10 * n);
    int found = 0;
    int n95 = 0;
    int early = 0;
    long positions = 0;
    long area = 0;
    double gain = 0;
    double perfectGain = 0;
    for (int position = 1; position <= n; position++) {
      if (relevance.get(position - 1)) {
        found++;
        positions += position;
        gain += discount(position);
        perfectGain += discount(found);
        early += position <= firstTenth ? 1 : 0;
        n95 = found == needed ? position : n95;
      }
      area += found;
    }
    double perfectArea = relevant * (n - (relevant - 1) / 2.0);
    return new RankingMeasures(
        n,
        relevant,
        n95,
        (double) (n - n95) / n - 0.05,
        (double) early / relevant,
        (double) positions / relevant / n,
        (perfectArea - area) / ((double) relevant * (n - relevant)),
        gain / perfectGain);
  }

  private static double discount(int position) {
    return Math.log(2) / Math.log(position + 1.0);
  }
}
