package org.myocohort.paper.pdf;

import java.util.List;
import org.myocohort.paper.font.Typeface;

/// A line of text.
///
/// @param pieces from the left
/// @param width without the spaces at its end
record Line(List<Piece> pieces, double width) {
  /// A text in one typeface and size.
  ///
  /// @param rise how far above the base line it stands
  record Piece(String text, Typeface typeface, double size, double rise) {
    double width() {
      return typeface.width(text, size);
    }

    double widthWithoutSpacesAtTheEnd() {
      return typeface.width(text.stripTrailing(), size);
    }

    Piece with(String newText) {
      return new Piece(newText, typeface, size, rise);
    }

    boolean looksLike(Piece other) {
      return typeface == other.typeface && size == other.size && rise == other.rise;
    }
  }

  Line {
    pieces = List.copyOf(pieces);
  }
}
