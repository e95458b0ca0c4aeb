package org.myocohort.registry.exporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SmallCellsTest {

  @Test
  void aSmallCountTakesThreeOthersWithIt() {
    boolean[][] hidden = SmallCells.hidden(new long[][] {{3, 40, 20}, {30, 10, 9}, {8, 7, 50}}, 5);
    // The ring over 40, 7 and 8 costs 55; the others cost 59 (20, 9, 30), 78 and 80.
    assertThat(hidden[0]).containsExactly(true, true, false);
    assertThat(hidden[2]).containsExactly(true, true, false);
    assertThat(hidden[1]).containsExactly(false, false, false);
  }

  @Test
  void zeroAndWhatIsLargeEnoughStay() {
    boolean[][] hidden = SmallCells.hidden(new long[][] {{0, 5}, {6, 70}}, 5);
    assertThat(hidden).isDeepEqualTo(new boolean[2][2]);
  }

  @Test
  void inAListTheNextSmallestGoesToo() {
    assertThat(SmallCells.hidden(new long[] {0, 2, 9, 7}, 5))
        .containsExactly(false, true, false, true);
  }

  /// Every hidden count of a random table with its totals can be another number: found by trying
  /// one more and one less around rings, independently of how the class looks for them.
  @Test
  void noHiddenCountCanBeComputedFromTheTotals() {
    Random random = new Random(7);
    for (int table = 0; table < 300; table++) {
      long[][] counts = new long[2 + random.nextInt(2)][2 + random.nextInt(2)];
      for (long[] row : counts) {
        for (int i = 0; i < row.length; i++) {
          row[i] = random.nextInt(9);
        }
      }
      boolean[][] hidden = SmallCells.hidden(counts, 5);
      for (int r = 0; r < counts.length; r++) {
        for (int c = 0; c < counts[0].length; c++) {
          if (hidden[r][c] && counts[r][c] > 0) {
            assertThat(solutions(counts, hidden, r, c)).as("table " + table).isGreaterThan(1);
          }
        }
      }
    }
  }

  /// How many values a count may have, where the hidden ones are any whole numbers with the totals.
  private static int solutions(long[][] counts, boolean[][] hidden, int row, int column) {
    int found = 0;
    for (int delta = -1; delta <= 1; delta++) {
      if (fits(new long[counts.length][counts[0].length], hidden, row, column, delta, 0)) {
        found++;
      }
    }
    return found;
  }

  /// Whether changes of -1, 0, 1 to the hidden counts leave all totals, with a given one at a
  /// place.
  private static boolean fits(
      long[][] change, boolean[][] hidden, int row, int column, int delta, int place) {
    int columns = change[0].length;
    if (place == change.length * columns) {
      for (long[] each : change) {
        long sum = 0;
        for (long value : each) {
          sum += value;
        }
        if (sum != 0) {
          return false;
        }
      }
      for (int c = 0; c < columns; c++) {
        long sum = 0;
        for (long[] each : change) {
          sum += each[c];
        }
        if (sum != 0) {
          return false;
        }
      }
      return true;
    }
    int r = place / columns;
    int c = place % columns;
    for (int value = -1; value <= 1; value++) {
      boolean fixed = r == row && c == column;
      if ((fixed && value != delta) || (!hidden[r][c] && value != 0)) {
        continue;
      }
      change[r][c] = value;
      if (fits(change, hidden, row, column, delta, place + 1)) {
        return true;
      }
    }
    change[r][c] = 0;
    return false;
  }
}
