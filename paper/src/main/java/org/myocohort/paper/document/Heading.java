package org.myocohort.paper.document;

/// A heading.
///
/// @param level 1 to 3
public record Heading(int level, String text) implements Block {
  public Heading {
    if (level < 1 || level > 3) {
      throw new IllegalArgumentException("a heading's level must be in [1, 3] but was " + level);
    }
    if (text.isBlank()) {
      throw new IllegalArgumentException("a heading must have a text");
    }
  }
}
