package org.myocohort.app.patient;

import java.util.Set;
import org.myocohort.figures.Mark;
import org.myocohort.patient.RowReference;

/// Where the source of a value opens, and which sources were corrected since they were entered.
///
/// @param place the address of a row and, where a column is named, of its value there
/// @param corrected rows of which a value was changed after it had been entered
public record SourceLinks(Place place, Set<RowReference> corrected) {
  public SourceLinks {
    corrected = Set.copyOf(corrected);
  }

  /// An address.
  @FunctionalInterface
  public interface Place {
    /// The address of a value.
    ///
    /// @param column empty for the row as a whole
    String of(RowReference row, String column);
  }

  /// Sources of which no history is kept.
  public static SourceLinks of(Place place) {
    return new SourceLinks(place, Set.of());
  }

  String to(RowReference row, String column) {
    return place.of(row, column);
  }

  boolean isCorrected(RowReference row) {
    return corrected.contains(row);
  }

  /// A mark of a figure that opens its source.
  Mark mark(String title, RowReference row, String column) {
    String reference = column.isEmpty() ? row.toString() : row.column(column);
    return Mark.of(title, reference).linkedTo(to(row, column));
  }
}
