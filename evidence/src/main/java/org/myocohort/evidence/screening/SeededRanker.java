package org.myocohort.evidence.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A linear support vector machine over the words and pairs of words of title, abstract and
/// keywords, that ranks from the first record on.
///
/// Beside the labelled records it trains on a seed, a row presumed relevant that counts as one
/// relevant record: the mean of all records, which is what the search looked for, and half way from
/// there to the review's criteria where these are given. While nothing relevant is known the seed
/// leads, away from what was irrelevant; each relevant record found takes from its share. Where the
/// relevant records are unlike most that the search found, the seed misleads: after a twentieth of
/// the records in vain every second one is taken as they are filed, until one is relevant.
///
/// With `R` and `I` the labelled relevant and irrelevant records, irrelevant ones weigh `(R + 1) /
/// (9.8 I)` and relevant ones and the seed 1, all scaled to a mean of 1; the cost is 0.11. Cost and
/// ratio are those of ASReview's "ELAS u4", and so is the weighting of words, see [TextFeatures].
final class SeededRanker implements Ranker {
  private static final double COST = 0.11;
  private static final double RATIO = 9.8;

  /// Share of the records, at least so many, that are read in vain before the seed is trusted for
  /// every second record only.
  private static final double PATIENCE = 0.05;

  private static final int LEAST_PATIENCE = 10;

  private final SparseRows rows;
  private final LinearSvm machine;
  private final int records;

  private SeededRanker(SparseRows rows, double[] squaredLengths, int records) {
    this.rows = rows;
    this.records = records;
    machine = new LinearSvm(rows, squaredLengths);
  }

  static SeededRanker over(List<RankedText> records, String criteria) {
    List<String> texts = new ArrayList<>(records.size() + 1);
    for (RankedText record : records) {
      texts.add(record.all());
    }
    if (!criteria.isBlank()) {
      texts.add(criteria);
    }
    SparseRows whole = TextFeatures.of(texts);
    double[] squaredLengths = new double[texts.size() + 1];
    for (int row = 0; row < texts.size(); row++) {
      squaredLengths[row] = whole.squaredLength(row);
    }
    squaredLengths[texts.size()] = 1;
    SparseRows shared = whole.sharedColumns();
    double[] seed = shared.meanDirection(0, records.size());
    double[] stated = shared.meanDirection(records.size(), texts.size());
    for (int column = 0; column < seed.length; column++) {
      seed[column] += stated[column];
    }
    SparseRows.scaleToOne(seed);
    return new SeededRanker(shared.withRow(seed), squaredLengths, records.size());
  }

  @Override
  public int size() {
    return records;
  }

  @Override
  public Optional<double[]> scores(Labels labels) {
    int relevant = labels.relevantCount() + 1;
    int irrelevant = labels.count() + 1 - relevant;
    if (labels.relevantCount() == 0
        && irrelevant >= Math.max(LEAST_PATIENCE, PATIENCE * records)
        && irrelevant % 2 == 1) {
      return Optional.of(asFiled());
    }
    double ofIrrelevant = irrelevant == 0 ? 0 : relevant / (RATIO * irrelevant);
    double scale = (labels.count() + 1) / (relevant + ofIrrelevant * irrelevant);
    double[] costs = new double[rows.count()];
    costs[costs.length - 1] = COST * scale;
    for (int i = 0; i < labels.count(); i++) {
      costs[labels.record(i)] = COST * scale * (labels.isRelevant(i) ? 1 : -ofIrrelevant);
    }
    machine.train(costs);
    double[] scores = new double[records];
    for (int row = 0; row < records; row++) {
      scores[row] = machine.score(row);
    }
    return Optional.of(scores);
  }

  private double[] asFiled() {
    double[] scores = new double[records];
    for (int row = 0; row < records; row++) {
      scores[row] = -row;
    }
    return scores;
  }

  @Override
  public void forget() {
    machine.forget();
  }
}
