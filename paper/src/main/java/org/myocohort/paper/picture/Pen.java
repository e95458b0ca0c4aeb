package org.myocohort.paper.picture;

import java.util.List;

/// How a line is drawn.
///
/// @param dashes lengths of dashes and gaps in turn; empty for a line without gaps
/// @param roundJoin whether corners are round
/// @param roundCap whether ends are round
public record Pen(Ink ink, double width, List<Double> dashes, boolean roundJoin, boolean roundCap) {
  public Pen {
    dashes = List.copyOf(dashes);
  }
}
