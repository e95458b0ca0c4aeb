package org.myocohort.statistics.meta.pooling;

import java.util.ArrayList;
import java.util.List;
import org.myocohort.statistics.meta.Estimation;
import org.myocohort.statistics.meta.StudyEffect;

/// How the pooled effect depends on single studies.
///
/// @param label the study left out, or the last one added
/// @param pooled the effect of the rest, or of all up to it
public record Sensitivity(String label, Estimation<PooledEffect> pooled) {
  /// The effect without each study in turn.
  public static List<Sensitivity> leaveOneOut(RandomEffects model, List<StudyEffect> studies) {
    List<Sensitivity> rows = new ArrayList<>();
    for (int left = 0; left < studies.size(); left++) {
      List<StudyEffect> rest = new ArrayList<>(studies);
      rest.remove(left);
      rows.add(new Sensitivity(studies.get(left).label(), model.pool(rest)));
    }
    return List.copyOf(rows);
  }

  /// The effect of the first, the first two, and so on, in the order given.
  public static List<Sensitivity> cumulative(RandomEffects model, List<StudyEffect> studies) {
    List<Sensitivity> rows = new ArrayList<>();
    for (int end = 1; end <= studies.size(); end++) {
      rows.add(new Sensitivity(studies.get(end - 1).label(), model.pool(studies.subList(0, end))));
    }
    return List.copyOf(rows);
  }
}
