package org.myocohort.app.meta;

import java.util.ArrayList;
import java.util.List;
import org.myocohort.app.cli.Texts;
import org.myocohort.statistics.meta.Reason;
import org.myocohort.statistics.meta.analysis.Analysis;
import org.myocohort.statistics.meta.analysis.PoolingMethod;
import org.myocohort.statistics.meta.analysis.Request;
import org.myocohort.statistics.meta.analysis.StudyRow;
import org.myocohort.statistics.meta.effect.EffectMeasure;
import org.myocohort.statistics.meta.pooling.IntervalMethod;
import org.myocohort.statistics.meta.pooling.PooledEffect;

/// What a reader must know beside the numbers.
final class MetaMessages {
  private static final int FEW = 5;

  private final Texts texts;

  MetaMessages(Texts texts) {
    this.texts = texts;
  }

  /// The sentence of a reason.
  String reason(Reason reason) {
    return texts.text("meta.reason." + reason.code());
  }

  List<String> of(MetaResult result) {
    List<String> sentences = new ArrayList<>();
    for (MetaTable.LeftOut left : result.table().left()) {
      sentences.add(
          texts.text("meta.left-out", left.label(), left.line(), left.column(), left.found()));
    }
    Analysis analysis = result.analysis();
    for (int i = 0; i < analysis.rows().size(); i++) {
      StudyRow row = analysis.rows().get(i);
      int line = result.table().lines().get(i);
      row.effect()
          .missing()
          .ifPresent(reason ->
              sentences.add(texts.text("meta.no-effect", row.label(), line, reason(reason))));
    }
    Request request = analysis.request();
    if (request.measure() == EffectMeasure.ROM) {
      sentences.add(texts.text("meta.rom"));
    }
    if (request.measure() == EffectMeasure.PFT) {
      sentences.add(texts.text("meta.pft"));
    }
    if (analysis.hasStudyWithoutContrast()) {
      sentences.add(texts.text(withoutContrast(request)));
    }
    analysis.pooled().result().ifPresent(pooled -> pooled(pooled, request, sentences));
    return sentences;
  }

  private static String withoutContrast(Request request) {
    return switch (request.method()) {
      case MH ->
          request.measure() == EffectMeasure.RD ? "meta.zero.kept" : "meta.zero.no-information";
      case PETO, GLMM -> "meta.zero.no-information";
      default -> "meta.zero.two-step";
    };
  }

  private void pooled(PooledEffect pooled, Request request, List<String> sentences) {
    if (pooled.studies() == 1) {
      sentences.add(texts.text("meta.one-study"));
    } else if (request.intervalMethod() == IntervalMethod.HARTUNG_KNAPP) {
      if (pooled.studies() == 2) {
        sentences.add(texts.text("meta.hksj-two"));
      }
      pooled
          .heterogeneity()
          .hSquared()
          .result()
          .filter(_ -> isShrunk(pooled))
          .ifPresent(_ -> sentences.add(texts.text("meta.hksj-shrunk")));
    } else if (request.intervalMethod() == IntervalMethod.NORMAL
        && pooled.studies() < FEW
        && request.method().tauSquared().isPresent()) {
      sentences.add(texts.text("meta.few", pooled.studies()));
    }
    if (request.method() == PoolingMethod.EE && pooled.heterogeneity().q() > 0) {
      pooled
          .heterogeneity()
          .pValue()
          .result()
          .filter(p -> p < 0.1)
          .ifPresent(_ -> sentences.add(texts.text("meta.ee-heterogeneous")));
    }
  }

  /// Whether the dispersion is below what the sampling variances alone would give.
  private static boolean isShrunk(PooledEffect pooled) {
    return pooled.heterogeneity().q() < pooled.heterogeneity().degreesOfFreedom();
  }
}
