package org.myocohort.statistics.reported;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// One finding about a reported statistic, as data.
///
/// @param id the caller's name of the statistic
/// @param code what was found
/// @param values the values of the code, by name, in the code's order
/// @param assumptions what the finding takes for granted
public record ReportedFinding(
    String id,
    FindingCode code,
    SequencedMap<String, FindingValue> values,
    List<Assumption> assumptions) {

  public ReportedFinding {
    if (!List.copyOf(values.keySet()).equals(code.keys())) {
      throw new IllegalArgumentException(
          "values of %s must be %s but were %s".formatted(code, code.keys(), values.keySet()));
    }
    values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
    assumptions = List.copyOf(assumptions);
  }

  /// The level of the finding.
  public FindingLevel level() {
    return code.level();
  }

  /// A finding about this statistic; the assumptions that follow from the statistic are added.
  static ReportedFinding of(
      ReportedStatistic statistic,
      FindingCode code,
      List<Assumption> assumptions,
      FindingValue... values) {
    SequencedMap<String, FindingValue> named = named(code, values);
    List<Assumption> all = new ArrayList<>(assumptions);
    if (code != FindingCode.BOUNDS_REVERSED
        && named.containsKey("low")
        && statistic.bounds() != null
        && statistic.bounds().reversed()) {
      all.add(Assumption.BOUNDS_PUT_IN_ORDER);
    }
    if (statistic.sizeInferred() && named.containsKey("n")) {
      all.add(Assumption.SIZE_INFERRED);
    }
    return new ReportedFinding(statistic.id(), code, named, all);
  }

  /// A finding about what has this id, its values in the order of the code.
  public static ReportedFinding of(
      String id, FindingCode code, List<Assumption> assumptions, FindingValue... values) {
    return new ReportedFinding(id, code, named(code, values), assumptions);
  }

  private static SequencedMap<String, FindingValue> named(
      FindingCode code, FindingValue... values) {
    SequencedMap<String, FindingValue> named = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      named.put(code.keys().get(i), values[i]);
    }
    return named;
  }
}
