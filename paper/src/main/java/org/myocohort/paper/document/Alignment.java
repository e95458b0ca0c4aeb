package org.myocohort.paper.document;

/// Where the text of a column stands.
public enum Alignment {
  LEFT,
  CENTRE,
  RIGHT
}
