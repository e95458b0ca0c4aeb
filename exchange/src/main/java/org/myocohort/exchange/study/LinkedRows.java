package org.myocohort.exchange.study;

/// Row numbers of one patient: the first, and after each the next one, kept in one array for all
/// patients.
final class LinkedRows {
  private final int[] next;
  private final int first;
  private int last;
  private int size = 1;

  LinkedRows(int[] next, int first) {
    this.next = next;
    this.first = first;
    last = first;
  }

  void add(int row) {
    next[last] = row;
    last = row;
    size++;
  }

  int size() {
    return size;
  }

  int first() {
    return first;
  }

  int after(int row) {
    return next[row];
  }
}
