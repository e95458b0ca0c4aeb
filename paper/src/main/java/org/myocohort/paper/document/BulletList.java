package org.myocohort.paper.document;

import java.util.List;

/// A list whose items have no order.
public record BulletList(List<Paragraph> items) implements Block {
  public BulletList {
    items = List.copyOf(items);
  }
}
