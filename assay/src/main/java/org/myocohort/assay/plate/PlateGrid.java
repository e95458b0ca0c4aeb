package org.myocohort.assay.plate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.myocohort.assay.table.RawTable;

/// A plate drawn as its rows and columns: a line of column numbers, then a line for each row that
/// begins with its letter. What a reader writes above, beside and below is left out.
///
/// @param line where it begins
/// @param cells by well
record PlateGrid(int line, Map<String, Placed> cells) {
  private static final int FEWEST_COLUMNS = 3;
  private static final int MOST_ROWS = 16;

  /// The text of a well.
  ///
  /// @param line where it stands
  record Placed(int line, String text) {}

  /// All grids of a file.
  static List<PlateGrid> in(RawTable table) {
    List<PlateGrid> grids = new ArrayList<>();
    List<RawTable.Line> lines = table.lines();
    for (int i = 0; i < lines.size(); i++) {
      int first = lines.get(i).cells().indexOf("1");
      int columns = numbersFrom(lines.get(i), first);
      if (columns >= FEWEST_COLUMNS) {
        PlateGrid grid = below(lines, i, first, columns);
        if (!grid.cells().isEmpty()) {
          grids.add(grid);
        }
      }
    }
    return grids;
  }

  private static int numbersFrom(RawTable.Line line, int first) {
    int count = 0;
    while (first >= 0 && line.cell(first + count).equals(Integer.toString(count + 1))) {
      count++;
    }
    return count;
  }

  private static PlateGrid below(List<RawTable.Line> lines, int head, int first, int columns) {
    // One maker's reader writes the temperature where others write the row's letter.
    boolean unlettered =
        lines.get(head).cell(first - 1).toLowerCase(Locale.ROOT).startsWith("temperature");
    Map<String, Placed> cells = new LinkedHashMap<>();
    for (int row = 0; row < MOST_ROWS && head + 1 + row < lines.size(); row++) {
      RawTable.Line line = lines.get(head + 1 + row);
      String letter = line.cell(first - 1);
      boolean itsRow =
          unlettered
              ? line.number() == lines.get(head).number() + 1 + row && line.cells().size() > first
              : letter.equalsIgnoreCase(String.valueOf((char) ('A' + row)));
      if (!itsRow) {
        break;
      }
      for (int column = 0; column < columns; column++) {
        cells.put(
            Positions.of(row, column + 1), new Placed(line.number(), line.cell(first + column)));
      }
    }
    return new PlateGrid(lines.get(head).number(), cells);
  }
}
