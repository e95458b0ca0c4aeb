package org.myocohort.paper.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// A table as a journal prints it: caption above, header between rules, notes below.
///
/// @param number such as `1` or `S2`; empty for a table without one
/// @param columns one for each column
/// @param header its rows from above; together they fill every column once
/// @param body its rows in groups
/// @param notes in their order
/// @param abbreviations kept in alphabetical order, whatever order is given
/// @param landscape whether it needs a page that is wider than high
public record Table(
    String number,
    String caption,
    List<Alignment> columns,
    List<List<HeaderCell>> header,
    List<RowGroup> body,
    List<Note> notes,
    List<Abbreviation> abbreviations,
    boolean landscape)
    implements Block {
  private static final Comparator<Abbreviation> ALPHABETICAL =
      Comparator.comparing((Abbreviation each) -> each.shortForm().toLowerCase(Locale.ROOT))
          .thenComparing(Abbreviation::shortForm);

  public Table {
    columns = List.copyOf(columns);
    header = header.stream().map(List::copyOf).toList();
    body = List.copyOf(body);
    notes = List.copyOf(notes);
    abbreviations = abbreviations.stream().sorted(ALPHABETICAL).toList();
    if (columns.isEmpty() || header.isEmpty()) {
      throw new IllegalArgumentException(
          "a table must have a column and a header row: '" + caption + "'");
    }
    placed(header, columns.size(), caption);
    for (RowGroup group : body) {
      for (List<Cell> row : group.rows()) {
        if (row.size() != columns.size()) {
          throw new IllegalArgumentException(
              "a row must have %d cells but has %d: '%s', row %s"
                  .formatted(columns.size(), row.size(), caption, row));
        }
      }
    }
  }

  /// A table with one header row and rows without groups; its first column is left-aligned, the
  /// others are centred.
  public static Table of(
      String number, String caption, List<String> header, List<List<Cell>> rows) {
    List<Alignment> columns = new ArrayList<>(Collections.nCopies(header.size(), Alignment.CENTRE));
    if (!columns.isEmpty()) {
      columns.set(0, Alignment.LEFT);
    }
    return new Table(
        number,
        caption,
        columns,
        List.of(header.stream().map(HeaderCell::of).toList()),
        List.of(RowGroup.of(rows)),
        List.of(),
        List.of(),
        false);
  }

  /// The same table with other alignments.
  public Table withColumns(List<Alignment> newColumns) {
    return new Table(number, caption, newColumns, header, body, notes, abbreviations, landscape);
  }

  /// The same table with notes and abbreviations below it.
  public Table withNotes(List<Note> newNotes, List<Abbreviation> newAbbreviations) {
    return new Table(number, caption, columns, header, body, newNotes, newAbbreviations, landscape);
  }

  /// The same table on a page that is wider than high.
  public Table onLandscape() {
    return new Table(number, caption, columns, header, body, notes, abbreviations, true);
  }

  /// The header's cells with their places, row by row.
  public List<PlacedHeader> placedHeader() {
    return placed(header, columns.size(), caption);
  }

  private static List<PlacedHeader> placed(
      List<List<HeaderCell>> header, int columns, String caption) {
    boolean[][] taken = new boolean[header.size()][columns];
    List<PlacedHeader> placed = new ArrayList<>();
    for (int row = 0; row < header.size(); row++) {
      int column = 0;
      for (HeaderCell cell : header.get(row)) {
        while (column < columns && taken[row][column]) {
          column++;
        }
        PlacedHeader place = new PlacedHeader(cell, row, column);
        take(taken, place, caption);
        placed.add(place);
        column = place.endColumn();
      }
    }
    for (int row = 0; row < header.size(); row++) {
      for (int column = 0; column < columns; column++) {
        if (!taken[row][column]) {
          throw new IllegalArgumentException(
              "the header must fill each of %d columns but leaves column %d of its row %d: '%s'"
                  .formatted(columns, column + 1, row + 1, caption));
        }
      }
    }
    return List.copyOf(placed);
  }

  private static void take(boolean[][] taken, PlacedHeader place, String caption) {
    for (int row = place.row(); row < place.endRow(); row++) {
      for (int column = place.column(); column < place.endColumn(); column++) {
        if (row >= taken.length || column >= taken[row].length || taken[row][column]) {
          throw new IllegalArgumentException(
              "the header's cell '%s' does not fit into %d rows of %d columns: '%s'"
                  .formatted(place.cell().text(), taken.length, taken[0].length, caption));
        }
        taken[row][column] = true;
      }
    }
  }
}
