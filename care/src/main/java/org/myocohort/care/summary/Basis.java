package org.myocohort.care.summary;

import java.util.List;
import org.myocohort.care.library.Citation;
import org.myocohort.patient.RowReference;

/// What a sentence rests on.
///
/// @param rows the rows of the record that it states; empty where it says that something is not
///   there, or states no fact of the patient
/// @param page name of the library's page that the sentence or its rule is taken from; empty for
///   none
/// @param citations what that statement rests on, always texts that were read
public record Basis(List<RowReference> rows, String page, List<Citation> citations) {
  /// A sentence that states nothing that could be wrong, or that something is not recorded.
  static final Basis NOTHING = new Basis(List.of(), "", List.of());

  public Basis {
    rows = rows.stream().distinct().toList();
    citations = List.copyOf(citations);
  }

  static Basis of(RowReference... rows) {
    return new Basis(List.of(rows), "", List.of());
  }

  static Basis of(List<RowReference> rows) {
    return new Basis(rows, "", List.of());
  }

  /// The same with a statement of the library beside it.
  Basis citing(String newPage, List<Citation> newCitations) {
    return new Basis(rows, newPage, newCitations);
  }
}
