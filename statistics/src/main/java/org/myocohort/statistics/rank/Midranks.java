package org.myocohort.statistics.rank;

import java.util.Arrays;

/// The ranks of values, equal values sharing the mean of their ranks, in half units: `2 rank` is
/// whole.
///
/// - **Input:** values that are not NaN; infinite ones are ranked at the ends.
public final class Midranks {
  private final int[] doubled;
  private final long tieSum;
  private final int[] groupSizes;
  private final int[] groups;

  private Midranks(int[] doubled, long tieSum, int[] groupSizes, int[] groups) {
    this.doubled = doubled;
    this.tieSum = tieSum;
    this.groupSizes = groupSizes;
    this.groups = groups;
  }

  public static Midranks of(double... values) {
    int n = values.length;
    double[] sorted = new double[n];
    for (int i = 0; i < n; i++) {
      if (Double.isNaN(values[i])) {
        throw new IllegalArgumentException("values must be numbers but one was NaN");
      }
      sorted[i] = values[i] + 0.0; // minus zero equals zero
    }
    double[] plain = sorted.clone();
    Arrays.sort(sorted);
    int[] sizes = new int[n];
    double[] distinct = new double[n];
    int count = 0;
    for (int i = 0; i < n; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        distinct[count++] = sorted[i];
      }
      sizes[count - 1]++;
    }
    int[] doubledOfGroup = new int[count];
    long tieSum = 0;
    int before = 0;
    for (int g = 0; g < count; g++) {
      doubledOfGroup[g] = 2 * before + sizes[g] + 1;
      before += sizes[g];
      tieSum += (long) sizes[g] * sizes[g] * sizes[g] - sizes[g];
    }
    int[] doubled = new int[n];
    int[] groups = new int[n];
    for (int i = 0; i < n; i++) {
      groups[i] = Arrays.binarySearch(distinct, 0, count, plain[i]);
      doubled[i] = doubledOfGroup[groups[i]];
    }
    return new Midranks(doubled, tieSum, Arrays.copyOf(sizes, count), groups);
  }

  /// Twice the rank of each value, in the order given.
  public int[] doubled() {
    return doubled.clone();
  }

  /// The rank of each value.
  public double[] ranks() {
    return Arrays.stream(doubled).mapToDouble(each -> each / 2.0).toArray();
  }

  /// Whether some values are equal.
  public boolean tied() {
    return tieSum > 0;
  }

  /// Whether all values are equal.
  public boolean constant() {
    return groupSizes.length <= 1;
  }

  /// The sum of `t^3 - t` over the groups of `t` equal values.
  public double tieSum() {
    return tieSum;
  }

  /// The sizes of the groups of equal values, in ascending order of the values.
  public int[] groupSizes() {
    return groupSizes.clone();
  }

  /// The group of each value, from 0.
  public int[] groups() {
    return groups.clone();
  }
}
