package org.myocohort.paper.layout;

import java.util.List;
import org.myocohort.paper.document.Block;
import org.myocohort.paper.document.Heading;
import org.myocohort.paper.document.Table;

/// An A4 page with margins of 25 mm, upright or on its side. Lengths are printer's points.
public enum PageSize {
  PORTRAIT(595.3, 841.9),
  LANDSCAPE(841.9, 595.3);

  public static final double MARGIN = 70.85;

  private final double width;
  private final double height;

  PageSize(double width, double height) {
    this.width = width;
    this.height = height;
  }

  /// What the block at an index stands on: a wide table on its side, with the headings over it.
  public static PageSize of(List<Block> blocks, int index) {
    int at = index;
    while (at < blocks.size() - 1 && blocks.get(at) instanceof Heading) {
      at++;
    }
    boolean wide = blocks.get(at) instanceof Table table && table.landscape();
    return wide ? LANDSCAPE : PORTRAIT;
  }

  public double width() {
    return width;
  }

  public double height() {
    return height;
  }

  /// Between the margins.
  public double textWidth() {
    return width - 2 * MARGIN;
  }

  /// Between the margins.
  public double textHeight() {
    return height - 2 * MARGIN;
  }
}
