package org.myocohort.statistics.meta.analysis;

import java.util.ArrayList;
import java.util.List;
import org.myocohort.statistics.ConfidenceInterval;
import org.myocohort.statistics.meta.Estimation;
import org.myocohort.statistics.meta.Reason;
import org.myocohort.statistics.meta.StudyEffect;
import org.myocohort.statistics.meta.effect.Effect;
import org.myocohort.statistics.meta.effect.EffectMeasure;
import org.myocohort.statistics.meta.effect.OneArmCounts;
import org.myocohort.statistics.meta.effect.StudyData;
import org.myocohort.statistics.meta.effect.TwoArmCounts;
import org.myocohort.statistics.meta.pooling.PooledEffect;
import org.myocohort.statistics.meta.pooling.RandomEffects;
import org.myocohort.statistics.meta.pooling.Sensitivity;
import org.myocohort.statistics.meta.pooling.TauSquaredMethod;
import org.myocohort.statistics.meta.smallstudy.EggerTest;
import org.myocohort.statistics.meta.smallstudy.RankTest;
import org.myocohort.statistics.meta.smallstudy.SmallStudyTest;
import org.myocohort.statistics.meta.smallstudy.TrimAndFill;

/// An analysis of one table of studies.
///
/// @param request what was asked for
/// @param rows the studies in their order, also those that do not enter
/// @param pooled the pooled effect
/// @param prediction where the effect of a further study is expected
public record Analysis(
    Request request,
    List<StudyRow> rows,
    Estimation<PooledEffect> pooled,
    Estimation<ConfidenceInterval> prediction) {
  public Analysis {
    rows = List.copyOf(rows);
  }

  /// Pools the studies as asked.
  public static Analysis of(Request request, List<LabelledStudy> studies) {
    List<Estimation<Effect>> effects = new ArrayList<>();
    for (LabelledStudy study : studies) {
      effects.add(study.data().effect(request.measure(), request.zeroCells()));
    }
    List<Boolean> entered = new ArrayList<>();
    for (int i = 0; i < effects.size(); i++) {
      entered.add(CountPooling.enters(request, studies.get(i).data(), effects.get(i)));
    }
    Estimation<PooledEffect> pooled = pool(request, studies, effects, entered);
    List<StudyRow> rows = new ArrayList<>();
    int place = 0;
    for (int i = 0; i < effects.size(); i++) {
      int index = place;
      Estimation<Double> weight =
          entered.get(i)
              ? pooled.then(whole ->
                  index < whole.weights().size()
                      ? Estimation.number(whole.weights().get(index), Reason.NO_INFORMATION)
                      : Estimation.not(Reason.NOT_GIVEN))
              : Estimation.not(effects.get(i).missing().orElse(Reason.NO_INFORMATION));
      place += entered.get(i) ? 1 : 0;
      rows.add(new StudyRow(studies.get(i).label(), studies.get(i).data(), effects.get(i), weight));
    }
    return new Analysis(
        request,
        rows,
        pooled,
        pooled.then(whole ->
            hasHeterogeneity(request.method())
                ? request.prediction().interval(whole, request.level())
                : Estimation.not(Reason.NO_HETEROGENEITY)));
  }

  /// Whether the effects may differ by the model, so that one can be foreseen.
  private static boolean hasHeterogeneity(PoolingMethod method) {
    return method == PoolingMethod.GLMM
        || method.tauSquared().filter(each -> each != TauSquaredMethod.EQUAL_EFFECTS).isPresent();
  }

  private static Estimation<PooledEffect> pool(
      Request request,
      List<LabelledStudy> studies,
      List<Estimation<Effect>> effects,
      List<Boolean> entered) {
    List<StudyEffect> labelled = new ArrayList<>();
    List<StudyData> data = new ArrayList<>();
    for (int i = 0; i < effects.size(); i++) {
      if (entered.get(i)) {
        String label = studies.get(i).label();
        data.add(studies.get(i).data());
        effects.get(i).result().ifPresent(effect -> labelled.add(effect.labelled(label)));
      }
    }
    return request.method().tauSquared().isPresent()
        ? model(request).pool(labelled)
        : CountPooling.pool(request, data, labelled);
  }

  private static RandomEffects model(Request request) {
    return new RandomEffects(
        request.method().tauSquared().orElse(TauSquaredMethod.RESTRICTED_MAXIMUM_LIKELIHOOD),
        request.intervalMethod(),
        request.level());
  }

  /// The model with which effects and variances are pooled; REML where the method is none of that
  /// kind.
  public RandomEffects model() {
    return model(request);
  }

  /// The studies that have an effect.
  public List<StudyEffect> effects() {
    List<StudyEffect> effects = new ArrayList<>();
    for (StudyRow row : rows) {
      row.effect().result().ifPresent(effect -> effects.add(effect.labelled(row.label())));
    }
    return List.copyOf(effects);
  }

  /// The studies whose weight is known or that enter a method without weights.
  private List<LabelledStudy> studies() {
    return rows.stream().map(row -> new LabelledStudy(row.label(), row.data())).toList();
  }

  /// The same method without each study in turn.
  public List<Sensitivity> leaveOneOut() {
    List<Sensitivity> result = new ArrayList<>();
    List<LabelledStudy> all = studies();
    for (int left = 0; left < all.size(); left++) {
      List<LabelledStudy> rest = new ArrayList<>(all);
      LabelledStudy gone = rest.remove(left);
      if (CountPooling.enters(request, gone.data(), rows.get(left).effect())) {
        result.add(new Sensitivity(gone.label(), of(request, rest).pooled()));
      }
    }
    return List.copyOf(result);
  }

  /// The same method over the first study, the first two, and so on.
  public List<Sensitivity> cumulative() {
    List<Sensitivity> result = new ArrayList<>();
    List<LabelledStudy> all = studies();
    for (int end = 1; end <= all.size(); end++) {
      if (CountPooling.enters(request, all.get(end - 1).data(), rows.get(end - 1).effect())) {
        result.add(
            new Sensitivity(all.get(end - 1).label(), of(request, all.subList(0, end)).pooled()));
      }
    }
    return List.copyOf(result);
  }

  /// The interval of tau2 by the profile of Q, over the studies that have an effect.
  public Estimation<ConfidenceInterval> tauSquaredInterval() {
    return model().tauSquaredInterval(effects());
  }

  /// Egger's regression by weighted least squares, from ten studies on.
  public Estimation<SmallStudyTest> egger() {
    return EggerTest.weighted(effects());
  }

  /// Egger's regression as a mixed model, from ten studies on.
  public Estimation<SmallStudyTest> eggerMixed() {
    return EggerTest.mixed(model().method(), effects());
  }

  /// The rank test, from ten studies on.
  public Estimation<SmallStudyTest> rank() {
    return RankTest.of(effects());
  }

  /// Trim and fill, from ten studies on.
  public Estimation<TrimAndFill> trimAndFill() {
    return TrimAndFill.of(model(), effects());
  }

  /// A pooled number as a reader is shown it.
  public double display(double value) {
    double harmonic = 0;
    for (StudyRow row : rows) {
      if (row.effect().result().isPresent() && row.data().size() > 0) {
        harmonic += 1 / row.data().size();
      }
    }
    return request.measure().display().of(value, effects().size() / harmonic);
  }

  /// The counts of one arm, where the studies have such.
  public List<OneArmCounts> oneArmCounts() {
    List<OneArmCounts> counts = new ArrayList<>();
    for (StudyRow row : rows) {
      if (row.data() instanceof OneArmCounts each && each.checked().result().isPresent()) {
        counts.add(each);
      }
    }
    return List.copyOf(counts);
  }

  /// Whether a study of two arms without an event, or with nothing but events, is among them.
  public boolean hasStudyWithoutContrast() {
    return request.measure().input() == EffectMeasure.Input.TWO_ARM_COUNTS
        && rows.stream()
            .anyMatch(row -> row.data() instanceof TwoArmCounts each && each.withoutContrast());
  }
}
