package org.myocohort.figures;

/// The pattern of a line, so that series differ without colour. Dots are kept for cut-off lines.
public enum Dash {
  SOLID(""),
  LONG("7 3"),
  SHORT("3.5 2"),
  MIXED("7 2 1.5 2");

  private final String pattern;

  Dash(String pattern) {
    this.pattern = pattern;
  }

  Svg applyTo(Svg line) {
    return pattern.isEmpty() ? line : line.set("stroke-dasharray", pattern);
  }
}
