package org.myocohort.figures;

/// Which end of a text stands at its place.
public enum Anchor {
  START("start"),
  MIDDLE("middle"),
  END("end");

  private final String value;

  Anchor(String value) {
    this.value = value;
  }

  String value() {
    return value;
  }
}
