package org.myocohort.evidence.flow;

/// One number of a side of an identity.
///
/// @param subtracted whether it is taken away instead of added
public record Term(boolean subtracted, FlowPart part, Count count) {
  static Term plus(FlowBox box, String part, Count count) {
    return new Term(false, FlowPart.of(box, part, count), count);
  }

  static Term minus(FlowBox box, String part, Count count) {
    return new Term(true, FlowPart.of(box, part, count), count);
  }
}
