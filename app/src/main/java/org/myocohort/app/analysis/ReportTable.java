package org.myocohort.app.analysis;

import java.util.List;

/// A table of a report.
///
/// @param head names of its columns
/// @param rows a cell each
/// @param notes what a reader must know of it
public record ReportTable(List<String> head, List<List<String>> rows, List<String> notes) {
  public ReportTable {
    head = List.copyOf(head);
    rows = rows.stream().map(List::copyOf).toList();
    notes = List.copyOf(notes);
  }
}
