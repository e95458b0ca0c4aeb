package org.myocohort.evidence.screening;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// The model "ELAS u4" of ASReview, by the same optimiser, so that figures can be compared: a
/// linear support vector machine over the words and pairs of words of title and abstract.
///
/// Irrelevant records weigh `R / (9.8 I)` with `R` and `I` the labelled relevant and irrelevant
/// ones, relevant ones 1, both scaled to a mean of 1. It cannot tell before it has seen both.
final class U4Ranker implements Ranker {
  private static final double COST = 0.11;
  private static final double RATIO = 9.8;
  private static final double TOLERANCE = 1e-4;
  private static final int MOST_PASSES = 1000;

  private final Feature[][] rows;
  private final int width;

  private U4Ranker(Feature[][] rows, int width) {
    this.rows = rows;
    this.width = width;
  }

  static U4Ranker over(List<RankedText> records) {
    SparseRows features =
        TextFeatures.of(records.stream().map(RankedText::titleAndAbstract).toList());
    Feature constant = new FeatureNode(features.width() + 1, 1);
    Feature[][] rows = new Feature[features.count()][];
    for (int row = 0; row < rows.length; row++) {
      int start = features.start(row);
      rows[row] = new Feature[features.start(row + 1) - start + 1];
      for (int i = 0; i < rows[row].length - 1; i++) {
        rows[row][i] = new FeatureNode(features.column(start + i) + 1, features.value(start + i));
      }
      rows[row][rows[row].length - 1] = constant;
    }
    return new U4Ranker(rows, features.width() + 1);
  }

  @Override
  public int size() {
    return rows.length;
  }

  @Override
  public Optional<double[]> scores(Labels labels) {
    int relevant = labels.relevantCount();
    int irrelevant = labels.count() - relevant;
    if (relevant == 0 || irrelevant == 0) {
      return Optional.empty();
    }
    Problem problem = new Problem();
    problem.l = labels.count();
    problem.n = width;
    problem.x = new Feature[problem.l][];
    problem.y = new double[problem.l];
    for (int i = 0; i < problem.l; i++) {
      problem.x[i] = rows[labels.record(i)];
      problem.y[i] = labels.isRelevant(i) ? 1 : 0;
    }
    double ofIrrelevant = relevant / (RATIO * irrelevant);
    double scale = labels.count() / (relevant + ofIrrelevant * irrelevant);
    Parameter parameter =
        new Parameter(SolverType.L2R_L2LOSS_SVC_DUAL, COST, TOLERANCE, MOST_PASSES, 0.1);
    parameter.setWeights(new double[] {scale, scale * ofIrrelevant}, new int[] {1, 0});
    parameter.setRandom(new Random(0));
    Linear.disableDebugOutput();
    Model model = Linear.train(problem, parameter);
    double sign = model.getLabels()[0] == 1 ? 1 : -1;
    double[] weights = model.getFeatureWeights();
    double[] scores = new double[rows.length];
    for (int row = 0; row < scores.length; row++) {
      double sum = 0;
      for (Feature feature : rows[row]) {
        sum += weights[feature.getIndex() - 1] * feature.getValue();
      }
      scores[row] = sign * sum;
    }
    return Optional.of(scores);
  }

  @Override
  public void forget() {
    // It keeps nothing.
  }
}
