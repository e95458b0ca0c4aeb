package org.myocohort.paper.document;

/// How a run of text stands out.
public enum Emphasis {
  PLAIN,
  BOLD,
  ITALIC,
  /// Small and above the line: a mark that leads to a note or a reference.
  RAISED
}
