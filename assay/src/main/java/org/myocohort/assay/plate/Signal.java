package org.myocohort.assay.plate;

/// What the reader gave of a well.
public sealed interface Signal {

  /// A number, in the reader's unit.
  record Read(double value) implements Signal {}

  /// More than the reader can tell.
  record Saturated(String text) implements Signal {}

  /// Nothing.
  record Missing() implements Signal {}
}
