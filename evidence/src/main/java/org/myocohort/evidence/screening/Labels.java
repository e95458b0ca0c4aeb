package org.myocohort.evidence.screening;

import java.util.Arrays;

/// Which records are labelled so far, in the order of labelling. Immutable.
public final class Labels {
  private static final Labels NONE = new Labels(new int[0], new boolean[0], 0);

  private final int[] records;
  private final boolean[] relevant;
  private final int relevantCount;

  private Labels(int[] records, boolean[] relevant, int relevantCount) {
    this.records = records;
    this.relevant = relevant;
    this.relevantCount = relevantCount;
  }

  /// No record is labelled.
  public static Labels none() {
    return NONE;
  }

  /// With one more, which must not be labelled already.
  ///
  /// @param record its number, from 0
  public Labels with(int record, boolean isRelevant) {
    int count = records.length;
    int[] newRecords = Arrays.copyOf(records, count + 1);
    boolean[] newRelevant = Arrays.copyOf(relevant, count + 1);
    newRecords[count] = record;
    newRelevant[count] = isRelevant;
    return new Labels(newRecords, newRelevant, relevantCount + (isRelevant ? 1 : 0));
  }

  public int count() {
    return records.length;
  }

  public int relevantCount() {
    return relevantCount;
  }

  /// The record labelled as the `index`-th, from 0.
  public int record(int index) {
    return records[index];
  }

  /// Whether the `index`-th labelled record, from 0, is relevant.
  public boolean isRelevant(int index) {
    return relevant[index];
  }

  /// Collects labels.
  static final class Growing {
    private int[] records = new int[64];
    private boolean[] relevant = new boolean[64];
    private int count;
    private int relevantCount;

    void add(int record, boolean isRelevant) {
      if (count == records.length) {
        records = Arrays.copyOf(records, count * 2);
        relevant = Arrays.copyOf(relevant, count * 2);
      }
      records[count] = record;
      relevant[count++] = isRelevant;
      relevantCount += isRelevant ? 1 : 0;
    }

    Labels labels() {
      return new Labels(
          Arrays.copyOf(records, count), Arrays.copyOf(relevant, count), relevantCount);
    }
  }
}
