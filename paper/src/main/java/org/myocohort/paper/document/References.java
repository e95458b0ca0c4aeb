package org.myocohort.paper.document;

import java.util.List;

/// The cited works, numbered from 1 in their order.
public record References(List<String> entries) implements Block {
  public References {
    entries = List.copyOf(entries);
  }
}
