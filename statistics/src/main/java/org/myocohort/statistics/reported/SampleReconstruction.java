package org.myocohort.statistics.reported;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// All samples of whole numbers within limits that have a printed mean and standard deviation.
///
/// Numbers are chosen in ascending order; a choice is left as soon as the sum of the rest, or the
/// sum of its squares, cannot come into its limits any more.
///
/// - **Input:** `2 <= n <= 100`, limits of the scale in order, at most 1000 apart.
/// - **Result:** each sample in ascending order, the samples in the order of their numbers.
///   Complete unless it says otherwise: the search ends at the number of samples wanted, or after
///   [#MOST_STEPS] steps.
/// - **Source:** Heathers JA, Anaya J, van der Zee T, Brown NJ. Recovering data from summary
///   statistics: Sample Parameter Reconstruction via Iterative TEchniques (SPRITE). PeerJ Preprints
///   2018;6:e26968v1, doi:10.7287/peerj.preprints.26968v1; here every sample is listed.
///
/// @param samples the samples found
/// @param complete whether these are all
public record SampleReconstruction(List<List<Integer>> samples, boolean complete) {
  /// The search gives up after so many steps.
  public static final int MOST_STEPS = 20_000_000;

  private static final double SLACK = 1e-9;

  public SampleReconstruction {
    samples = List.copyOf(samples);
  }

  /// Searches.
  ///
  /// @param smallest the lower end of the scale
  /// @param largest the upper end of the scale
  /// @param wanted how many samples to list at most, at least 1
  public static SampleReconstruction of(
      PrintedNumber mean, PrintedNumber sd, int n, int smallest, int largest, int wanted) {
    if (!(n >= 2 && n <= 100)) {
      throw new IllegalArgumentException("n must be in [2, 100] but was " + n);
    }
    if (!(smallest <= largest && (long) largest - smallest <= 1000)) {
      throw new IllegalArgumentException(
          "scale must be in order and at most 1000 wide but was %d to %d"
              .formatted(smallest, largest));
    }
    Search search =
        new Search(mean.rounded(), sd.rounded(), n, largest - smallest, smallest, wanted);
    boolean complete = search.from(0, 0, 0, 0);
    return new SampleReconstruction(search.found, complete);
  }

  private static final class Search {
    private final double sumLow;
    private final double sumHigh;
    private final RoundingInterval sd;
    private final int[] chosen;
    private final int width;
    private final int shift;
    private final int wanted;
    private final List<List<Integer>> found = new ArrayList<>();
    private int steps;

    private Search(
        RoundingInterval mean, RoundingInterval sd, int n, int width, int shift, int wanted) {
      this.sumLow = (mean.lower().doubleValue() - shift) * n - SLACK;
      this.sumHigh = (mean.upper().doubleValue() - shift) * n + SLACK;
      this.sd = sd;
      this.chosen = new int[n];
      this.width = width;
      this.shift = shift;
      this.wanted = wanted;
    }

    /// Whether everything below this choice was looked at.
    private boolean from(int place, int least, long sum, long squares) {
      int n = chosen.length;
      if (place == n) {
        if (fits((double) sum, (double) squares)) {
          if (found.size() == wanted) {
            return false;
          }
          found.add(Arrays.stream(chosen).map(x -> x + shift).boxed().toList());
        }
        return true;
      }
      if (++steps > MOST_STEPS) {
        return false;
      }
      int rest = n - place;
      for (int x = least; x <= width; x++) {
        long lowest = sum + (long) rest * x;
        if (lowest > sumHigh) {
          break;
        }
        // The remaining numbers are at least x and at most the scale's end.
        if (sum + x + (long) (rest - 1) * width < sumLow || tooWide(lowest, squares, x, rest)) {
          continue;
        }
        chosen[place] = x;
        if (!from(place + 1, x, sum + x, squares + (long) x * x)) {
          return false;
        }
      }
      return true;
    }

    /// Whether the squares exceed the limit even if the rest is as even as its sum allows.
    private boolean tooWide(long lowest, long squares, int x, int rest) {
      double mean = Math.max(x, x + (sumLow - lowest) / rest);
      double least = squares + rest * mean * mean;
      return least > limit(sumHigh, sd.upper().doubleValue());
    }

    private boolean fits(double sum, double squares) {
      return sum >= sumLow
          && sum <= sumHigh
          && squares <= limit(sum, sd.upper().doubleValue())
          && squares
              >= limit(sum, Math.max(0, sd.lower().doubleValue())) - 2 * SLACK * (1 + squares);
    }

    private double limit(double sum, double deviation) {
      int n = chosen.length;
      double limit = (n - 1) * deviation * deviation + sum * sum / n;
      return limit + SLACK * (1 + limit);
    }
  }
}
