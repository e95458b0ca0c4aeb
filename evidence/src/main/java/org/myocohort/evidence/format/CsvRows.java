package org.myocohort.evidence.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rows of a table, also where a quotation mark is missing.
///
/// A row that has not as many cells as the heading and goes over several lines may have swallowed
/// others: the first of its lines at which a whole row begins is where it is cut.
final class CsvRows {
  private static final int LONGEST_LINES = 2000;
  private static final int LONGEST = 1 << 21;
  private static final int SURE = 3;

  private final Lines lines;
  private final char separator;
  private int width;

  /// One row.
  ///
  /// @param cells what stands in them
  /// @param line at which it begins
  /// @param unclosed whether a quotation mark was not closed
  record Row(List<String> cells, int line, boolean unclosed) {}

  CsvRows(Lines lines, char separator) {
    this.lines = lines;
    this.separator = separator;
  }

  /// Says how many cells a row has to have.
  void expect(int cells) {
    width = cells;
  }

  /// The next row that is not blank, null after the last.
  @Nullable Row next() throws IOException {
    String first = lines.next();
    while (first != null && first.isBlank()) {
      first = lines.next();
    }
    if (first == null) {
      return null;
    }
    int line = lines.number();
    CsvCells cells = new CsvCells(separator);
    List<String> taken = new ArrayList<>(List.of(first));
    boolean complete = cells.take(first);
    int length = first.length();
    while (!complete && taken.size() < LONGEST_LINES && length < LONGEST) {
      String more = lines.next();
      if (more == null) {
        break;
      }
      taken.add(more);
      length += more.length();
      complete = cells.take(more);
    }
    boolean whole = complete && (width == 0 || cells.cells().size() == width);
    if (!whole && taken.size() > 1 && width >= SURE) {
      int cut = cut(taken);
      for (int i = taken.size() - 1; i >= cut; i--) {
        lines.back(taken.get(i));
      }
      if (cut < taken.size()) {
        return broken(taken.subList(0, cut), line);
      }
    }
    return new Row(complete ? cells.cells() : cells.cut(), line, !complete);
  }

  private Row broken(List<String> taken, int line) {
    CsvCells cells = new CsvCells(separator);
    boolean complete = false;
    for (String each : taken) {
      complete = cells.take(each);
    }
    return new Row(complete ? cells.cells() : cells.cut(), line, !complete);
  }

  /// The first line after the first at which a row of the right width begins and ends; else where
  /// the lines end.
  private int cut(List<String> taken) {
    for (int begin = 1; begin < taken.size(); begin++) {
      CsvCells cells = new CsvCells(separator);
      for (int i = begin; i < taken.size(); i++) {
        if (cells.take(taken.get(i))) {
          if (cells.cells().size() == width) {
            return begin;
          }
          break;
        }
      }
    }
    return taken.size();
  }
}
