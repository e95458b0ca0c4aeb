package org.myocohort.app.patient;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.myocohort.figures.FigureSize;
import org.myocohort.figures.Lane;
import org.myocohort.figures.LaneChart;
import org.myocohort.patient.Measurement;
import org.myocohort.patient.Moment;

/// Everything that happened to one patient over one time axis: events, treatments, prednisone,
/// laboratory values, lung, and the response score.
public final class Timeline {
  private static final double RESPONSE_HEIGHT = 140;

  private final Words words;
  private final String patient;
  private final DayZero zero;
  private final List<Lane> lanes = new ArrayList<>();
  private final LaneMaker maker;

  private Timeline(
      PatientResults results,
      DayZero zero,
      TimelineOptions options,
      SourceLinks links,
      Words words) {
    this.words = words;
    this.patient = results.patient().id();
    this.zero = zero;
    TimeAxis axis = TimeAxis.of(results.patient(), zero.moment());
    maker = new LaneMaker(results, axis, words, links);
    if (options.draws(Lanes.EVENTS)) {
      lanes.add(EventMarks.lane(maker));
    }
    if (options.draws(Lanes.TREATMENTS)) {
      lanes.add(TreatmentMarks.lane(maker));
    }
    if (options.draws(Lanes.PREDNISONE)) {
      long lastDay = zero.moment().middle() + Math.round(axis.end() * Moment.DAYS_PER_MONTH);
      lanes.add(PrednisoneLane.of(maker, Taper.of(results.patient(), zero.moment(), lastDay)));
    }
    Map<String, List<Measurement>> measured = new HashMap<>();
    for (Measurement measurement : results.patient().measurements()) {
      measured.computeIfAbsent(measurement.code(), _ -> new ArrayList<>()).add(measurement);
    }
    for (Lanes.Laboratory laboratory : Lanes.LABORATORIES) {
      if (options.draws(laboratory.code())) {
        LaboratoryMarks.lane(
                maker,
                laboratory,
                measured.getOrDefault(laboratory.code(), List.of()),
                options.linear())
            .ifPresent(lanes::add);
      }
    }
    if (options.draws(Lanes.RESPONSE)) {
      ResponseLane.of(maker, RESPONSE_HEIGHT).ifPresent(lanes::add);
    }
  }

  /// The timeline of a patient.
  ///
  /// @return empty where nothing that could be day 0 has a date, or nothing else has one
  public static Optional<Timeline> of(
      PatientResults results, TimelineOptions options, SourceLinks links, Words words) {
    List<DayZero> choices = DayZero.choices(results, words);
    if (choices.isEmpty()) {
      return Optional.empty();
    }
    DayZero zero =
        choices.stream()
            .filter(each -> each.code().equals(options.dayZero()))
            .findFirst()
            .orElse(choices.getFirst());
    Timeline timeline = new Timeline(results, zero, options, links, words);
    return timeline.lanes.stream().allMatch(Lane::isEmpty)
        ? Optional.empty()
        : Optional.of(timeline);
  }

  /// What day 0 is.
  public DayZero zero() {
    return zero;
  }

  /// Every mark in the order of the lanes: the same data as a table.
  public List<TimelineRow> rows() {
    return maker.rows();
  }

  /// The figure.
  ///
  /// @param stamp a line that the figure must carry, empty for none
  public String render(FigureSize size, String stamp) {
    return LaneChart.of(
            words.text("timeline.title", patient),
            words.text("timeline.description"),
            zero.axis(),
            lanes,
            words.text("figure.no-value"))
        .sized(size)
        .stamped(stamp)
        .render();
  }

  /// The lanes that a patient's timeline can have, from the top, with their names: those of what
  /// was measured, and events, treatments, prednisone and response.
  public static Map<String, String> lanes(PatientResults results, Words words) {
    Map<String, String> titles = new LinkedHashMap<>();
    Set<String> measured = new HashSet<>();
    results.patient().measurements().forEach(each -> measured.add(each.code()));
    results
        .patient()
        .visits()
        .forEach(visit -> visit.enzymes().forEach(each -> measured.add(each.enzyme().code())));
    for (String lane : Lanes.ALL) {
      boolean laboratory = Lanes.LABORATORIES.stream().anyMatch(each -> each.code().equals(lane));
      if (!laboratory || measured.contains(lane)) {
        titles.put(lane, Lanes.title(lane, words));
      }
    }
    return titles;
  }
}
