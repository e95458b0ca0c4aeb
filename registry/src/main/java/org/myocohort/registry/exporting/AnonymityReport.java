package org.myocohort.registry.exporting;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// How alike the patients of an export are in what others may know of them: sex, age band, antibody
/// and, where it is kept, centre. A table of cases of a rare disease is unique by nature; this says
/// how much.
///
/// @param patients all of them
/// @param classes groups of patients who are alike
/// @param smallest size of the smallest class, 0 without patients
/// @param unique patients who are alone in their class
/// @param underFive patients in classes of fewer than five
/// @param sizes how many classes there are of each size
/// @param byAntibody patients by antibody
public record AnonymityReport(
    int patients,
    int classes,
    int smallest,
    int unique,
    int underFive,
    SortedMap<Integer, Integer> sizes,
    SortedMap<String, Integer> byAntibody) {

  /// The report on some classes.
  ///
  /// @param members how many patients each class has
  static AnonymityReport of(Map<String, Integer> members, SortedMap<String, Integer> byAntibody) {
    SortedMap<Integer, Integer> sizes = new TreeMap<>();
    int patients = 0;
    int underFive = 0;
    for (int size : members.values()) {
      sizes.merge(size, 1, Integer::sum);
      patients += size;
      underFive += size < SmallCells.LIMIT ? size : 0;
    }
    return new AnonymityReport(
        patients,
        members.size(),
        sizes.isEmpty() ? 0 : sizes.firstKey(),
        sizes.getOrDefault(1, 0),
        underFive,
        sizes,
        byAntibody);
  }

  /// Whether somebody has to confirm that patients who are nearly alone may leave.
  public boolean needsConfirmation() {
    return underFive > 0;
  }

  /// The counts by antibody with the small ones hidden as null is shown: -1.
  public SortedMap<String, Integer> shownByAntibody() {
    long[] counts = byAntibody.values().stream().mapToLong(Integer::longValue).toArray();
    boolean[] hidden = SmallCells.hidden(counts, SmallCells.LIMIT);
    SortedMap<String, Integer> shown = new TreeMap<>();
    int index = 0;
    for (Map.Entry<String, Integer> count : byAntibody.entrySet()) {
      shown.put(count.getKey(), hidden[index++] ? HIDDEN : count.getValue());
    }
    return shown;
  }

  /// Stands for a count that is not shown.
  public static final int HIDDEN = -1;
}
