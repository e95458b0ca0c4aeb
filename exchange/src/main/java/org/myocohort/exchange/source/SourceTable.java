package org.myocohort.exchange.source;

import java.util.List;

/// One table of a file that somebody brings: texts under headings.
public interface SourceTable {
  /// The file, as messages name it; a sheet is named with its workbook.
  String file();

  /// The file's name without its ending, or the sheet's.
  String name();

  /// The headings in their order; one that is empty heads a column that nobody can ask for.
  List<String> header();

  int rowCount();

  /// The texts of a row, as many as the headings.
  ///
  /// @param index from 0 after the header
  List<String> row(int index);

  /// The line of a row in its file or sheet, from 1.
  int line(int index);

  /// Whether a number's decimals may stand after a comma here; a comma is not what parts the cells.
  boolean commaFree();
}
