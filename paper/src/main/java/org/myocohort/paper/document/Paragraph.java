package org.myocohort.paper.document;

import java.util.List;

/// A paragraph of runs.
public record Paragraph(List<Run> runs) implements Block {
  public Paragraph {
    runs = List.copyOf(runs);
  }

  public static Paragraph of(Run... runs) {
    return new Paragraph(List.of(runs));
  }

  public static Paragraph of(String text) {
    return of(Run.plain(text));
  }
}
