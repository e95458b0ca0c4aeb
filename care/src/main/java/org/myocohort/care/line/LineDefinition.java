package org.myocohort.care.line;

import java.util.Map;

/// When a line of treatment begins: this project's definition, which stands with every result.
///
/// - **A line** begins with the first drug that changes the disease, and again whenever such a drug
///   is added or takes the place of another. All glucocorticoids count as one drug; alone they are
///   a line of their own.
/// - **Together:** what begins within [#togetherDays] of a line's start belongs to that line.
/// - **No line:** a change of dose, a change from one glucocorticoid to another, a stop, and drugs
///   that the vocabulary does not mark as changing the disease.
/// - **Restart:** a drug given again after a gap of more than its gap days begins a line; within
///   the gap it went on.
///
/// @param id names the definition
/// @param togetherDays days within which what begins is one line
/// @param gapDays the longest gap within one time on a drug
/// @param gapDaysOf where a drug's doses lie further apart
public record LineDefinition(
    String id, int togetherDays, int gapDays, Map<String, Integer> gapDaysOf) {

  /// The one in use. Rituximab is repeated about every 6 months: half a year more than the usual
  /// gap is a restart.
  public static final LineDefinition STANDARD =
      new LineDefinition("myocohort-1", 28, 90, Map.of("rituximab", 273));

  public LineDefinition {
    gapDaysOf = Map.copyOf(gapDaysOf);
  }

  /// The longest gap within one time on an agent.
  public int gapOf(String agent) {
    return gapDaysOf.getOrDefault(agent, gapDays);
  }
}
