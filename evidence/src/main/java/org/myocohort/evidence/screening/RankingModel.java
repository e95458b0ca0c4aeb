package org.myocohort.evidence.screening;

import java.util.List;

/// How records are ranked.
public enum RankingModel {
  /// Ranks from the first record on, see [SeededRanker].
  SEEDED {
    @Override
    public Ranker over(List<RankedText> records, String criteria) {
      return SeededRanker.over(records, criteria);
    }
  },
  /// The model "ELAS u4" of ASReview, to compare with, see [U4Ranker].
  U4 {
    @Override
    public Ranker over(List<RankedText> records, String criteria) {
      return U4Ranker.over(records);
    }
  };

  /// A ranker over records; to read their texts is what it costs.
  ///
  /// @param criteria the review's criteria in words, for a model that can start from them; empty to
  ///   start without
  public abstract Ranker over(List<RankedText> records, String criteria);
}
