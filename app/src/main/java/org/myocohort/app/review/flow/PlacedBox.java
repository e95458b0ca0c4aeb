package org.myocohort.app.review.flow;

import java.util.List;
import org.myocohort.evidence.flow.FlowBox;
import org.myocohort.evidence.flow.FlowPart;

/// A box with its place.
///
/// @param lines what stands in it, wrapped
/// @param parts the numbers that it shows
record PlacedBox(
    FlowBox box,
    double left,
    double top,
    double width,
    double height,
    List<BoxText.Line> lines,
    List<FlowPart> parts) {
  double right() {
    return left + width;
  }

  double bottom() {
    return top + height;
  }

  double middle() {
    return left + width / 2;
  }
}
