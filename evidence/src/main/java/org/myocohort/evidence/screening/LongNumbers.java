package org.myocohort.evidence.screening;

import java.util.Arrays;

/// Numbers keys from 0 in the order in which they are first seen.
final class LongNumbers {
  private static final long FREE = Long.MIN_VALUE;
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private long[] keys = new long[1 << 12];
  private int[] numbers = new int[1 << 12];
  private int size;

  LongNumbers() {
    Arrays.fill(keys, FREE);
  }

  int size() {
    return size;
  }

  /// The number of a key, a new one if it is new. `Long.MIN_VALUE` is no key.
  int numberOf(long key) {
    int at = place(keys, key);
    if (keys[at] == FREE) {
      if (size * 2 >= keys.length) {
        grow();
        at = place(keys, key);
      }
      keys[at] = key;
      numbers[at] = size++;
    }
    return numbers[at];
  }

  private static int place(long[] keys, long key) {
    int mask = keys.length - 1;
    int at = (int) ((key * SPREAD) >>> 32) & mask;
    while (keys[at] != FREE && keys[at] != key) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldNumbers = numbers;
    keys = new long[oldKeys.length * 2];
    numbers = new int[oldKeys.length * 2];
    Arrays.fill(keys, FREE);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != FREE) {
        int at = place(keys, oldKeys[i]);
        keys[at] = oldKeys[i];
        numbers[at] = oldNumbers[i];
      }
    }
  }
}
