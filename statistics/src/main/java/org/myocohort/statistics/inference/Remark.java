package org.myocohort.statistics.inference;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What was assumed or done, for the reader of an answer. The sentence stands with whoever shows
/// it.
///
/// @param topic what it is about
/// @param values what fills the sentence
public record Remark(Topic topic, List<String> values) {

  public Remark {
    values = List.copyOf(values);
  }

  public static Remark of(Topic topic, Object... values) {
    return new Remark(topic, Arrays.stream(values).map(String::valueOf).toList());
  }

  /// What a remark is about.
  public enum Topic {
    PAIRS_INDEPENDENT,
    SYMMETRIC_DIFFERENCES,
    SIGN_FLIPS,
    GROUPS_INDEPENDENT,
    GROUP_LABELS,
    SHIFT_MODEL,
    SHIFT_DIRECTION,
    TIES,
    ZEROS_DROPPED,
    ZEROS_PRATT,
    DIFFERENCES_DECIMAL,
    TWO_SIDED_DISTANCE,
    TWO_SIDED_PROBABILITY,
    BASE_R_APPROXIMATES,
    TOO_LARGE_FOR_EXACT,
    CONTINUITY_CORRECTED,
    PERMUTATIONS,
    LEVEL_NOT_ATTAINABLE,
    ACHIEVED_LEVEL,
    INTERVAL_INDEX_WITHOUT_TIES,
    ZEROS_IN_SHIFT,
    RANK_BISERIAL_INTERVAL,
    TRIALS_INDEPENDENT,
    INTERVAL_METHOD,
    BLAKER_TWO_SIDED,
    RATE_CONSTANT,
    RATE_RATIO_CONDITIONAL,
    MARGINS_FIXED,
    ODDS_RATIO_CONDITIONAL,
    ODDS_RATIO_DIRECTION,
    DISCORDANT_ONLY,
    DISCORDANT_DIRECTION,
    NORMAL_PAIRS,
    FISHER_Z,
    MONOTONE,
    BONETT_WRIGHT,
    FIELLER,
    EDGEWORTH,
    TAU_B,
    NON_INFORMATIVE_CENSORING,
    LOG_LOG_LIMITS,
    MEDIAN_RULE,
    RESTRICTED_MEAN,
    PROPORTIONAL_HAZARDS,
    LOG_RANK_SCORES,
    HAZARD_RATIO_PETO,
    COMPETING_EVENTS,
    NOT_ADJUSTED_MISSING,
    ADJUSTED_FOR,
    INDEPENDENT_OR_POSITIVE,
    QUARTILE_METHOD,
    MEAN_INTERVAL,
    ALL_EQUAL_DEGENERATE,
    LIMITS_RANKED;

    /// The name as written in answers, such as `zeros-dropped`.
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
