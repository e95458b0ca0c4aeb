package org.myocohort.app.patient;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.myocohort.figures.Bar;
import org.myocohort.figures.BarLane;
import org.myocohort.figures.Hue;
import org.myocohort.patient.Treatment;
import org.myocohort.patient.Value;
import org.myocohort.treatment.TreatmentHistory;

/// Treatments as bars, glucocorticoids apart; the height of a bar is its dose a day as a share of
/// the highest that the patient had of the drug.
final class TreatmentMarks {
  private static final List<Hue> HUES =
      List.of(Hue.GREEN, Hue.PURPLE, Hue.VERMILLION, Hue.SKY_BLUE, Hue.BLACK);
  // A single dose and a course of a day are still to be seen and hit.
  private static final double SINGLE_MONTHS = 0.2;
  private static final double SHORTEST_MONTHS = 0.1;
  private static final double LOWEST_LEVEL = 0.2;

  private final LaneMaker maker;
  private final Map<String, BigDecimal> highest = new HashMap<>();
  private final Map<Treatment, BigDecimal> doses = new HashMap<>();
  private final List<String> drugs = new ArrayList<>();
  private final List<Bar> bars = new ArrayList<>();

  private TreatmentMarks(LaneMaker maker) {
    this.maker = maker;
  }

  static BarLane lane(LaneMaker maker) {
    TreatmentMarks marks = new TreatmentMarks(maker);
    List<Treatment> drawn =
        maker.patient.treatments().stream()
            .filter(each -> !Courses.isGlucocorticoid(each))
            .filter(each -> maker.axis.months(each.start()).isPresent())
            .toList();
    drawn.forEach(marks::weigh);
    drawn.forEach(marks::add);
    return new BarLane(
        maker.words.text("timeline.treatments"),
        maker.words.text("timeline.treatments-unit"),
        marks.bars);
  }

  private void weigh(Treatment treatment) {
    TreatmentHistory.dailyDoseMilligrams(treatment, maker.patient)
        .ifPresent(dose -> {
          doses.put(treatment, dose);
          highest.merge(treatment.drug(), dose, BigDecimal::max);
        });
  }

  private void add(Treatment treatment) {
    Words words = maker.words;
    boolean first = !drugs.contains(treatment.drug());
    if (first) {
      drugs.add(treatment.drug());
    }
    double from = maker.axis.months(treatment.start()).orElseThrow();
    OptionalDouble stop = maker.axis.months(treatment.stop());
    boolean single = treatment.isSingleDose();
    double until = stop.orElse(single ? from + SINGLE_MONTHS : maker.axis.end());
    String title = Courses.title(treatment, words);
    String stopped =
        treatment.stop().isKnown()
            ? words.value(treatment.stop())
            : single ? "" : words.text("timeline.ongoing");
    String reason =
        treatment.reasonStopped() instanceof Value.Known<String>(String why)
            ? words.text("timeline.stopped", why)
            : "";
    String dates = words.value(treatment.start()) + (stopped.isEmpty() ? "" : " – " + stopped);
    Bar bar =
        Bar.of(
                from,
                Math.max(until, from + SHORTEST_MONTHS),
                maker.label(title, treatment.row()),
                hue(treatment.drug()),
                maker.mark(
                    words.text("timeline.treatments"),
                    title,
                    dates,
                    from,
                    reason,
                    treatment.row(),
                    "dose"))
            .onTrack(treatment.drug())
            .atLevel(level(treatment));
    if (stop.isEmpty() && !single) {
      bar = bar.asOngoing();
    } else if (!reason.isEmpty()) {
      bar = bar.noted(reason);
    }
    bars.add(bar);
  }

  private double level(Treatment treatment) {
    BigDecimal dose = doses.get(treatment);
    BigDecimal most = highest.get(treatment.drug());
    return dose == null || most == null || most.signum() == 0
        ? 1
        : Math.clamp(dose.doubleValue() / most.doubleValue(), LOWEST_LEVEL, 1);
  }

  private Hue hue(String drug) {
    return drug.equals(maker.results.response().indexDrug())
        ? Hue.BLUE
        : HUES.get(drugs.indexOf(drug) % HUES.size());
  }
}
