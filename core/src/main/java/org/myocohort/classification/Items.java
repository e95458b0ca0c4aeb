package org.myocohort.classification;

import java.util.ArrayList;
import java.util.List;

/// Lists of items.
final class Items {
  private Items() {}

  static List<Item> with(Item first, List<Item> others) {
    List<Item> items = new ArrayList<>(others.size() + 1);
    items.add(first);
    items.addAll(others);
    return List.copyOf(items);
  }

  static List<Item> both(List<Item> first, List<Item> second) {
    List<Item> items = new ArrayList<>(first);
    items.addAll(second);
    return List.copyOf(items);
  }
}
