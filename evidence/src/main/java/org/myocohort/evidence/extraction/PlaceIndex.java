package org.myocohort.evidence.extraction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The places of an extraction by the row that they are about, in the order of their table.
final class PlaceIndex {
  private record Row(String table, String row) {}

  private final Map<Row, List<Place>> places = new HashMap<>();

  PlaceIndex(Extraction extraction) {
    for (Place place : extraction.places()) {
      places
          .computeIfAbsent(new Row(place.table(), place.row()), _ -> new ArrayList<>())
          .add(place);
    }
  }

  /// Every place of a row, whichever of its columns.
  List<Place> of(String table, String row) {
    return places.getOrDefault(new Row(table, row), List.of());
  }
}
