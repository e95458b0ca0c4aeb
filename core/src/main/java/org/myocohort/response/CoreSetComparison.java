package org.myocohort.response;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.myocohort.instrument.Input;
import org.myocohort.instrument.Note;
import org.myocohort.patient.AbsenceReason;
import org.myocohort.patient.CoreSetScale;
import org.myocohort.patient.EnzymeMeasurement;
import org.myocohort.patient.MuscleEnzyme;
import org.myocohort.patient.Value;
import org.myocohort.patient.Visit;

/// The six core set measures of a patient at a baseline and a follow-up, ready for the response
/// instruments.
///
/// @param measures one a measure, in the order of [CoreSetMeasure]
public record CoreSetComparison(List<MeasureComparison> measures) {

  /// Multiples of the upper limit of normal that make up the range of an enzyme: the 90 % range in
  /// natural history data. CK, LDH, AST and ALT seen in a public research script that implements
  /// the 2016 criteria; aldolase from memory; the juvenile ones were not found, the adult ones
  /// stand in with a note.
  static BigDecimal multipleOfUpperLimit(MuscleEnzyme enzyme) {
    return switch (enzyme) {
      case CK -> BigDecimal.valueOf(15);
      case ALDOLASE -> BigDecimal.valueOf(6);
      case LDH, AST, ALT -> BigDecimal.valueOf(3);
    };
  }

  /// What is missing where no enzyme can be scored.
  static final String ENZYMES = "enzymes";

  private static final Value<BigDecimal> ABSENT = Value.absent(AbsenceReason.NOT_RECORDED);

  public CoreSetComparison {
    measures = List.copyOf(measures);
  }

  /// Compares two visits of one patient.
  ///
  /// @param childHealthRange the range of the child health questionnaire's physical summary, which
  ///   no source gives; null leaves that measure open
  public static CoreSetComparison of(
      ScoreForm form, Visit baseline, Visit followUp, @Nullable BigDecimal childHealthRange) {
    List<MeasureComparison> measures = new ArrayList<>(6);
    measures.add(
        onScale(
            CoreSetMeasure.PHYSICIAN_GLOBAL, CoreSetScale.PHYSICIAN_GLOBAL, baseline, followUp));
    measures.add(
        onScale(CoreSetMeasure.PATIENT_GLOBAL, CoreSetScale.PATIENT_GLOBAL, baseline, followUp));
    measures.add(strength(form, baseline, followUp));
    measures.add(
        onScale(
            CoreSetMeasure.HEALTH_ASSESSMENT_QUESTIONNAIRE,
            CoreSetScale.HEALTH_ASSESSMENT_QUESTIONNAIRE,
            baseline,
            followUp));
    measures.add(
        form == ScoreForm.JUVENILE_PRINTO
            ? onRange(
                CoreSetMeasure.ENZYME,
                CoreSetScale.CHILD_HEALTH_QUESTIONNAIRE_PHYSICAL,
                childHealthRange,
                baseline,
                followUp)
            : enzyme(form, baseline, followUp));
    measures.add(
        onScale(
            CoreSetMeasure.EXTRAMUSCULAR,
            form == ScoreForm.JUVENILE_PRINTO
                    && prefer(
                        CoreSetScale.DISEASE_ACTIVITY_SCORE,
                        CoreSetScale.EXTRAMUSCULAR,
                        baseline,
                        followUp)
                ? CoreSetScale.DISEASE_ACTIVITY_SCORE
                : CoreSetScale.EXTRAMUSCULAR,
            baseline,
            followUp));
    return new CoreSetComparison(measures);
  }

  MeasureComparison measure(CoreSetMeasure measure) {
    for (MeasureComparison comparison : measures) {
      if (comparison.measure() == measure) {
        return comparison;
      }
    }
    throw new IllegalArgumentException("not compared: " + measure);
  }

  /// Whether a visit holds any core set measure. The maximum of a muscle test's form is none: many
  /// tables fill it in on every row.
  static boolean assessed(Visit visit) {
    return visit.scales().entrySet().stream()
            .anyMatch(scale ->
                scale.getKey() != CoreSetScale.MANUAL_MUSCLE_TEST_MAXIMUM
                    && !scale.getValue().isAbsent())
        || visit.enzymes().stream().anyMatch(enzyme -> !enzyme.value().isAbsent());
  }

  boolean nothingAtBaseline() {
    for (MeasureComparison comparison : measures) {
      if (comparison.assessedAtBaseline()) {
        return false;
      }
    }
    return true;
  }

  boolean nothingAtFollowUp() {
    for (MeasureComparison comparison : measures) {
      if (comparison.assessedAtFollowUp()) {
        return false;
      }
    }
    return true;
  }

  private static MeasureComparison onScale(
      CoreSetMeasure measure, CoreSetScale scale, Visit baseline, Visit followUp) {
    return onRange(measure, scale, scale.maximum(), baseline, followUp);
  }

  private static MeasureComparison onRange(
      CoreSetMeasure measure,
      CoreSetScale scale,
      @Nullable BigDecimal range,
      Visit baseline,
      Visit followUp) {
    Value<BigDecimal> before = baseline.scale(scale);
    Value<BigDecimal> after = followUp.scale(scale);
    return new MeasureComparison(
        measure,
        scale.column(),
        Span.of(before, range),
        Span.of(after, range),
        !before.isAbsent(),
        !after.isAbsent(),
        scale.higherIsBetter(),
        range,
        List.of(input(baseline, scale), input(followUp, scale)),
        List.of());
  }

  /// Manual muscle testing against the maximum of the form used; children may have the childhood
  /// myositis assessment scale in its place.
  private static MeasureComparison strength(ScoreForm form, Visit baseline, Visit followUp) {
    if (form != ScoreForm.ADULT
        && prefer(
            CoreSetScale.CHILDHOOD_MYOSITIS_ASSESSMENT_SCALE,
            CoreSetScale.MANUAL_MUSCLE_TEST,
            baseline,
            followUp)) {
      return onScale(
          CoreSetMeasure.MANUAL_MUSCLE_TEST,
          CoreSetScale.CHILDHOOD_MYOSITIS_ASSESSMENT_SCALE,
          baseline,
          followUp);
    }
    BigDecimal formBefore = maximumOf(baseline);
    BigDecimal formAfter = maximumOf(followUp);
    // A score without the maximum of its form cannot be placed on a scale.
    Value<BigDecimal> before =
        formBefore == null ? ABSENT : baseline.scale(CoreSetScale.MANUAL_MUSCLE_TEST);
    Value<BigDecimal> after =
        formAfter == null ? ABSENT : followUp.scale(CoreSetScale.MANUAL_MUSCLE_TEST);
    List<Note> notes = new ArrayList<>(1);
    BigDecimal range = before.isAbsent() ? null : formBefore;
    if (range == null && !after.isAbsent()) {
      range = formAfter;
    }
    if (!before.isAbsent()
        && !after.isAbsent()
        && formBefore != null
        && formAfter != null
        && formBefore.compareTo(formAfter) != 0) {
      notes.add(Note.of("mmt-forms-differ", formBefore.toPlainString(), formAfter.toPlainString()));
      after = ABSENT;
    }
    return new MeasureComparison(
        CoreSetMeasure.MANUAL_MUSCLE_TEST,
        CoreSetScale.MANUAL_MUSCLE_TEST.column(),
        Span.of(before, range),
        Span.of(after, range),
        !before.isAbsent(),
        !after.isAbsent(),
        true,
        range,
        List.of(
            input(baseline, CoreSetScale.MANUAL_MUSCLE_TEST),
            input(baseline, CoreSetScale.MANUAL_MUSCLE_TEST_MAXIMUM),
            input(followUp, CoreSetScale.MANUAL_MUSCLE_TEST),
            input(followUp, CoreSetScale.MANUAL_MUSCLE_TEST_MAXIMUM)),
        notes);
  }

  private static @Nullable BigDecimal maximumOf(Visit visit) {
    return visit.scale(CoreSetScale.MANUAL_MUSCLE_TEST_MAXIMUM)
            instanceof Value.Known<BigDecimal>(BigDecimal maximum)
        ? maximum
        : null;
  }

  /// The most abnormal enzyme at baseline, by value over upper limit of normal, and the same one at
  /// follow-up. It is never switched silently.
  private static MeasureComparison enzyme(ScoreForm form, Visit baseline, Visit followUp) {
    EnzymeMeasurement most = null;
    List<Note> notes = new ArrayList<>(1);
    for (EnzymeMeasurement candidate : inTieOrder(baseline.enzymes())) {
      if (candidate.value().isAbsent()) {
        continue;
      }
      if (candidate.upperLimitOfNormal().isAbsent()) {
        notes.add(withoutUpperLimit(candidate.enzyme()));
      } else if (most == null || isMoreAbnormal(candidate, most)) {
        most = candidate;
      }
    }
    if (most == null) {
      boolean anyAfter = followUp.enzymes().stream().anyMatch(enzyme -> !enzyme.value().isAbsent());
      return new MeasureComparison(
          CoreSetMeasure.ENZYME,
          "",
          Span.of(ABSENT, null),
          Span.of(ABSENT, null),
          false,
          anyAfter,
          false,
          null,
          List.of(new Input(baseline.row(), ENZYMES, ABSENT, "")),
          notes);
    }
    EnzymeMeasurement after = find(followUp, most.enzyme());
    Value<BigDecimal> afterValue = after == null ? ABSENT : after.value();
    BigDecimal upperLimit = limitValue(most.upperLimitOfNormal());
    if (after != null
        && after.upperLimitOfNormal() instanceof Value.Known<BigDecimal>(BigDecimal later)
        && later.compareTo(upperLimit) != 0) {
      notes.add(
          Note.of(
              "upper-limit-changed",
              most.enzyme().code(),
              upperLimit.toPlainString(),
              later.toPlainString()));
    }
    if (form != ScoreForm.ADULT) {
      notes.add(Note.of("adult-enzyme-multiple-used"));
    }
    return new MeasureComparison(
        CoreSetMeasure.ENZYME,
        most.enzyme().code(),
        Span.of(most.value(), null),
        Span.of(afterValue, null),
        true,
        !afterValue.isAbsent(),
        false,
        multipleOfUpperLimit(most.enzyme()).multiply(upperLimit),
        List.of(
            new Input(most.row(), most.column(), most.value(), most.unit()),
            new Input(most.row(), most.column() + "_uln", most.upperLimitOfNormal(), most.unit()),
            new Input(
                after == null ? followUp.row() : after.row(),
                after == null ? most.enzyme().code() : after.column(),
                afterValue,
                most.unit())),
        notes);
  }

  /// An enzyme that cannot be ranked, and so is not scored.
  static Note withoutUpperLimit(MuscleEnzyme enzyme) {
    return Note.of("enzyme-without-upper-limit", enzyme.code());
  }

  private static List<EnzymeMeasurement> inTieOrder(List<EnzymeMeasurement> enzymes) {
    if (enzymes.size() < 2) {
      return enzymes;
    }
    List<EnzymeMeasurement> sorted = new ArrayList<>(enzymes);
    sorted.sort((a, b) -> a.enzyme().compareTo(b.enzyme()));
    return sorted;
  }

  private static @Nullable EnzymeMeasurement find(Visit visit, MuscleEnzyme enzyme) {
    for (EnzymeMeasurement measurement : visit.enzymes()) {
      if (measurement.enzyme() == enzyme) {
        return measurement;
      }
    }
    return null;
  }

  /// Compares value / upper limit without dividing. A limited value ranks by its limit.
  private static boolean isMoreAbnormal(EnzymeMeasurement a, EnzymeMeasurement b) {
    return limitValue(a.value())
            .multiply(limitValue(b.upperLimitOfNormal()))
            .compareTo(limitValue(b.value()).multiply(limitValue(a.upperLimitOfNormal())))
        > 0;
  }

  private static BigDecimal limitValue(Value<BigDecimal> value) {
    return switch (value) {
      case Value.Known<BigDecimal>(BigDecimal known) -> known;
      case Value.Below<BigDecimal>(BigDecimal limit) -> limit;
      case Value.Above<BigDecimal>(BigDecimal limit) -> limit;
      case Value.Absent<BigDecimal>(AbsenceReason _) ->
          throw new IllegalArgumentException("an absent value has no limit");
    };
  }

  /// Whether the first of two alternative scales is the one that these visits recorded.
  private static boolean prefer(
      CoreSetScale first, CoreSetScale second, Visit baseline, Visit followUp) {
    return assessed(first, baseline, followUp) > assessed(second, baseline, followUp);
  }

  private static int assessed(CoreSetScale scale, Visit baseline, Visit followUp) {
    return (baseline.scale(scale).isAbsent() ? 0 : 2) + (followUp.scale(scale).isAbsent() ? 0 : 1);
  }

  private static Input input(Visit visit, CoreSetScale scale) {
    return new Input(visit.row(), scale.column(), visit.scale(scale), "");
  }
}
