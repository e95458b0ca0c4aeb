package org.myocohort.paper.document;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A cell of a table's body.
///
/// @param text what is read, in lines where it holds line ends
/// @param number the number that the text shows, for a spreadsheet to compute with; null where the
///   text is no number
/// @param mark leads to a note of the table, such as `a`; empty for none
public record Cell(String text, @Nullable BigDecimal number, String mark) {
  public static final Cell EMPTY = of("");

  public static Cell of(String text) {
    return new Cell(text, null, "");
  }

  /// A number, shown with its own decimals and a point.
  public static Cell of(BigDecimal number) {
    return of(number, number.toPlainString());
  }

  /// A number as it is to be read, such as `0,5` or `1 250`.
  public static Cell of(BigDecimal number, String shown) {
    return new Cell(shown, number, "");
  }

  public static Cell of(long number) {
    return of(BigDecimal.valueOf(number));
  }

  /// The same cell with a mark that leads to a note.
  public Cell marked(String newMark) {
    return new Cell(text, number, newMark);
  }
}
