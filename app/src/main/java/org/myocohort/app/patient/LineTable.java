package org.myocohort.app.patient;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.myocohort.care.line.AgentTime;
import org.myocohort.care.line.Exposure;
import org.myocohort.care.line.LinesOfTreatment;
import org.myocohort.care.line.Refractory;
import org.myocohort.care.line.StopReason;
import org.myocohort.care.line.TreatmentLine;
import org.myocohort.care.source.Source;
import org.myocohort.care.source.SourcedText;
import org.myocohort.care.source.Sources;
import org.myocohort.patient.Treatment;
import org.myocohort.patient.Treatment.Phase;

/// The lines of treatment of a patient in words.
///
/// @param lines in order
/// @param drugs every drug with its time and why it ended
/// @param undated what a publication lists without dates, or rows without a start
/// @param refractory one answer a definition
/// @param notRecorded treatments of the guide without a row, in one sentence
/// @param withoutPlace treatments that the record has no place for, in one sentence
/// @param definition how lines were made
public record LineTable(
    List<Line> lines,
    List<Drug> drugs,
    List<Undated> undated,
    List<Answer> refractory,
    String notRecorded,
    String withoutPlace,
    String definition) {
  public LineTable {
    lines = List.copyOf(lines);
    drugs = List.copyOf(drugs);
    undated = List.copyOf(undated);
    refractory = List.copyOf(refractory);
  }

  /// One line.
  ///
  /// @param number from 1
  /// @param drugs what began it, each opening its first course, with how
  /// @param carried what went on beside it
  /// @param isCertain false where imprecise dates leave its place open
  public record Line(
      int number, List<Cell> drugs, String carried, String from, String until, boolean isCertain) {
    public Line {
      drugs = List.copyOf(drugs);
    }
  }

  /// One drug.
  ///
  /// @param drug opening its first course
  /// @param times each time on it, in words
  /// @param days on it in all
  public record Drug(Cell drug, List<Time> times, String days) {
    public Drug {
      times = List.copyOf(times);
    }
  }

  /// One time on a drug.
  ///
  /// @param dates from when to when
  /// @param reason why it ended, opening the row that gives or lacks the reason
  /// @param failed whether it failed or was not tolerated
  public record Time(String dates, Cell reason, boolean failed) {}

  /// Courses without dates.
  public record Undated(String when, List<Cell> drugs) {
    public Undated {
      drugs = List.copyOf(drugs);
    }
  }

  /// Refractory or not by a definition.
  ///
  /// @param style `notmet`, `undetermined` or empty
  /// @param source with its mark
  public record Answer(
      String definition,
      String result,
      String style,
      String why,
      List<Cell> shownBy,
      List<Cell> missing,
      String source) {
    public Answer {
      shownBy = List.copyOf(shownBy);
      missing = List.copyOf(missing);
    }
  }

  /// The lines in words.
  public static LineTable of(
      LinesOfTreatment lines, PatientResults results, SourceLinks links, Words words) {
    LineWords told = new LineWords(results.patient(), links, words);
    return new LineTable(
        lines.lines().stream().map(line -> line(line, told)).toList(),
        lines.agents().stream()
            .filter(agent -> !agent.exposures().isEmpty())
            .map(agent -> drug(agent, told))
            .toList(),
        undated(lines, told),
        lines.refractory().stream().map(answer -> answer(answer, told)).toList(),
        lines.notRecorded().isEmpty()
            ? ""
            : words.text("line.not-recorded", names(lines.notRecorded(), words)),
        words.text("line.without-place", names(lines.withoutPlace(), words)),
        words.text(
            "line.definition", lines.definition().togetherDays(), lines.definition().gapDays()));
  }

  private static String names(List<? extends SourcedText> treatments, Words words) {
    return treatments.stream()
        .map(each -> each.title(words.texts().language()))
        .collect(Collectors.joining(", "));
  }

  private static Line line(TreatmentLine line, LineWords told) {
    List<Cell> drugs = new ArrayList<>();
    for (TreatmentLine.Start start : line.started()) {
      String how =
          told.words().text("line.how." + start.how().code(), told.agents(start.replaced()));
      String name = told.agent(start.exposure().agent());
      drugs.add(
          told.course(start.exposure().first(), how.isEmpty() ? name : name + " (" + how + ")"));
    }
    return new Line(
        line.number(),
        drugs,
        told.agents(line.carried().stream().map(Exposure::agent).distinct().toList()),
        told.words().value(line.started().getFirst().exposure().first().start()),
        told.until(line.span().until()),
        line.isCertain());
  }

  private static Drug drug(AgentTime agent, LineWords told) {
    List<Time> times = new ArrayList<>();
    for (Exposure exposure : agent.exposures()) {
      times.add(time(exposure, told));
    }
    Treatment first = agent.exposures().getFirst().first();
    return new Drug(told.course(first, told.agent(agent.agent())), times, told.days(agent.days()));
  }

  private static Time time(Exposure exposure, LineWords told) {
    Words words = told.words();
    Treatment at = exposure.reasonAt();
    String from = words.value(exposure.first().start());
    String until =
        at == null
            ? words.text("timeline.ongoing")
            : at.isSingleDose() ? words.value(at.start()) : words.value(at.stop());
    String dates = from.equals(until) ? from : from + " – " + until;
    if (at == null) {
      return new Time(dates, Cell.of(""), false);
    }
    String reason = words.text("line.reason." + exposure.reason().code());
    if (exposure.reason() != StopReason.NOT_RECORDED) {
      reason = reason + " (" + words.cell(at.reasonStopped()) + ")";
    }
    return new Time(dates, told.course(at, reason), exposure.reason().isFailure());
  }

  private static List<Undated> undated(LinesOfTreatment lines, LineWords told) {
    List<Undated> undated = new ArrayList<>();
    for (Phase phase : Phase.values()) {
      List<Treatment> courses =
          lines.agents().stream()
              .flatMap(agent -> agent.undated().stream())
              .filter(course -> course.phase() == phase)
              .toList();
      if (!courses.isEmpty()) {
        undated.add(
            new Undated(
                told.words().text("line.undated." + phase.name().toLowerCase(Locale.ROOT)),
                told.courses(courses)));
      }
    }
    List<Treatment> planned =
        lines.agents().stream().flatMap(agent -> agent.planned().stream()).toList();
    if (!planned.isEmpty()) {
      undated.add(new Undated(told.words().text("line.planned"), told.courses(planned)));
    }
    return undated;
  }

  private static Answer answer(Refractory answer, LineWords told) {
    Words words = told.words();
    String code =
        switch (answer.shown()) {
          case TRUE -> "shown";
          case FALSE -> "not-shown";
          case UNKNOWN -> "open";
        };
    String why =
        switch (answer.shown()) {
          case TRUE -> words.text("line.refractory.failed", told.agents(answer.failed()));
          case FALSE ->
              answer.glucocorticoids() == org.myocohort.patient.Truth.FALSE
                  ? words.text("line.refractory.no-glucocorticoid")
                  : words.text(
                      "line.refractory.too-few",
                      answer.failed().size(),
                      answer.definition().others());
          case UNKNOWN -> "";
        };
    Source source = Sources.shipped().find(answer.definition().source()).orElseThrow();
    String mark = words.name("line.mark", answer.definition().mark().name());
    String place = answer.definition().place();
    return new Answer(
        words.text("line.refractory." + answer.definition().code()),
        words.text("line.refractory." + code),
        switch (answer.shown()) {
          case TRUE -> "";
          case FALSE -> "notmet";
          case UNKNOWN -> "undetermined";
        },
        why,
        told.values(answer.shownBy()),
        told.missing(answer.missing()),
        (place.isEmpty() ? source.citation() : place) + " (" + mark + ")");
  }
}
