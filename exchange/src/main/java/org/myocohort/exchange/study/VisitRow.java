package org.myocohort.exchange.study;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.myocohort.patient.Moment;
import org.myocohort.patient.Visit;
import org.myocohort.response.KnownCoreSet;

/// A row of a visits table, sound and dated. Its visit is made only when asked for where the row
/// holds nothing but known numbers.
public final class VisitRow {
  private final Moment date;
  private final @Nullable KnownCoreSet known;
  private final Supplier<Visit> reading;
  private @Nullable Visit visit;

  VisitRow(Moment date, @Nullable KnownCoreSet known, Supplier<Visit> reading) {
    this.date = date;
    this.known = known;
    this.reading = reading;
    if (known == null) {
      visit = reading.get();
    }
  }

  public Moment date() {
    return date;
  }

  /// The core set where all of it is known, or null.
  public @Nullable KnownCoreSet known() {
    return known;
  }

  /// Everything that the row holds.
  public Visit visit() {
    Visit made = visit;
    if (made == null) {
      made = reading.get();
      visit = made;
    }
    return made;
  }
}
