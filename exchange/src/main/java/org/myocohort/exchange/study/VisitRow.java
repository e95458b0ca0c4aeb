package org.myocohort.exchange.study;

import org.jspecify.annotations.Nullable;
import org.myocohort.patient.Moment;
import org.myocohort.patient.RowReference;
import org.myocohort.patient.Visit;
import org.myocohort.response.PlainCoreSet;

/// A row of a visits table, sound and dated. Its visit is made only when asked for where the row
/// holds nothing but plain numbers and gaps.
public final class VisitRow {
  private final VisitsTable table;
  private final int index;
  private final String patient;
  private final Moment date;
  private final @Nullable PlainCoreSet plain;
  private @Nullable Visit visit;

  VisitRow(
      VisitsTable table, int index, String patient, Moment date, @Nullable PlainCoreSet plain) {
    this.table = table;
    this.index = index;
    this.patient = patient;
    this.date = date;
    this.plain = plain;
    if (plain == null) {
      visit = table.visit(index, patient, date);
    }
  }

  public Moment date() {
    return date;
  }

  /// Where it stands.
  public RowReference reference() {
    return visit != null ? visit.row() : table.reference(index, patient, date);
  }

  /// The core set where each of its values is a plain number or missing, or null.
  public @Nullable PlainCoreSet plain() {
    return plain;
  }

  /// Everything that the row holds.
  public Visit visit() {
    Visit made = visit;
    if (made == null) {
      made = table.visit(index, patient, date);
      visit = made;
    }
    return made;
  }
}
