package org.myocohort.registry.overview;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.myocohort.registry.patient.ExpectedItem;

/// A study in numbers, of the patients that the actor may see.
///
/// @param completeness of each expected item, how often it is known
/// @param overdue living patients not seen for longer than the visit interval
/// @param openQueries queries that nobody has closed yet
/// @param categories patients by the code of their latest response category; empty for no score
public record StudyNumbers(
    long patients,
    long visits,
    List<Completeness> completeness,
    long overdue,
    long openQueries,
    SortedMap<String, Long> categories) {

  public StudyNumbers {
    completeness = List.copyOf(completeness);
    categories = new TreeMap<>(categories);
  }

  /// How often an item is known.
  ///
  /// @param expected how often it should be
  public record Completeness(ExpectedItem item, long filled, long expected) {
    public long missing() {
      return expected - filled;
    }
  }

  /// All items together.
  public long filled() {
    return completeness.stream().mapToLong(Completeness::filled).sum();
  }

  /// All items together.
  public long expected() {
    return completeness.stream().mapToLong(Completeness::expected).sum();
  }
}
