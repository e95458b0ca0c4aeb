package org.myocohort.statistics.meta.smallstudy;

import java.util.ArrayList;
import java.util.List;
import org.myocohort.statistics.meta.Estimation;
import org.myocohort.statistics.meta.Reason;
import org.myocohort.statistics.meta.StudyEffect;
import org.myocohort.statistics.meta.numeric.Probability;
import org.myocohort.statistics.meta.pooling.IntervalMethod;
import org.myocohort.statistics.meta.pooling.MetaRegression.Coefficient;
import org.myocohort.statistics.meta.pooling.Moderators;
import org.myocohort.statistics.meta.pooling.RandomEffects;
import org.myocohort.statistics.meta.pooling.TauSquaredMethod;

/// Regression of the effects on their standard errors, in its two forms.
///
/// - **Source:** Egger M, Davey Smith G, Schneider M, Minder C. BMJ 1997;315:629-634,
///   doi:10.1136/bmj.315.7109.629; Sterne JAC, Egger M. In: Rothstein HR, Sutton AJ, Borenstein M,
///   eds. Publication bias in meta-analysis, 2005:99-110. From ten studies on: Sterne JAC et al.
///   BMJ 2011;343:d4002, doi:10.1136/bmj.d4002.
public final class EggerTest {
  /// Below this number such tests are not given.
  public static final int FEWEST_STUDIES = 10;

  private EggerTest() {}

  /// Weighted least squares with a multiplicative dispersion; t with k - 2 degrees of freedom.
  public static Estimation<SmallStudyTest> weighted(List<StudyEffect> studies) {
    if (studies.size() < FEWEST_STUDIES) {
      return Estimation.not(Reason.FEWER_THAN_TEN_STUDIES);
    }
    RandomEffects dispersed =
        new RandomEffects(TauSquaredMethod.EQUAL_EFFECTS, IntervalMethod.HARTUNG_KNAPP, 0.95);
    int freedom = studies.size() - 2;
    return regression(dispersed, studies)
        .then(line ->
            line.get(1)
                .statistic()
                .map(t ->
                    new SmallStudyTest(
                        t, freedom, Probability.tTwoSided(t, freedom), line.get(0).estimate())));
  }

  /// A mixed-effects regression; z.
  public static Estimation<SmallStudyTest> mixed(
      TauSquaredMethod method, List<StudyEffect> studies) {
    if (studies.size() < FEWEST_STUDIES) {
      return Estimation.not(Reason.FEWER_THAN_TEN_STUDIES);
    }
    RandomEffects model = new RandomEffects(method, IntervalMethod.NORMAL, 0.95);
    return regression(model, studies)
        .then(line ->
            line.get(1)
                .statistic()
                .map(z ->
                    new SmallStudyTest(
                        z, 0, Probability.normalTwoSided(z), line.get(0).estimate())));
  }

  static Estimation<List<Coefficient>> regression(RandomEffects model, List<StudyEffect> studies) {
    List<List<Double>> errors = new ArrayList<>();
    for (StudyEffect study : studies) {
      errors.add(List.of(Math.sqrt(study.variance())));
    }
    return switch (model.regress(studies, new Moderators(List.of("se"), errors))) {
      case Estimation.Estimated(var line) -> Estimation.of(line.coefficients());
      case Estimation.NotEstimable(Reason reason) ->
          Estimation.not(reason == Reason.COLLINEAR_COVARIATES ? Reason.NO_VARIATION : reason);
    };
  }
}
