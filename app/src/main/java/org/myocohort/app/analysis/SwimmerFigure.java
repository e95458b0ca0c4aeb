package org.myocohort.app.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.rule.MatchWords;
import org.myocohort.care.line.Exposure;
import org.myocohort.care.line.StopReason;
import org.myocohort.cohort.analysis.Finding;
import org.myocohort.cohort.variable.Member;
import org.myocohort.figures.Event;
import org.myocohort.figures.Hue;
import org.myocohort.figures.Symbol;
import org.myocohort.figures.chart.Chart;
import org.myocohort.figures.chart.Kind;
import org.myocohort.figures.chart.Segment;
import org.myocohort.figures.chart.SwimLane;
import org.myocohort.figures.chart.Swimmer;
import org.myocohort.patient.Moment;

/// A bar for each member: the drugs that changed the disease from day 0 on, response, relapse and
/// death as symbols, the longest followed first.
final class SwimmerFigure {
  private final FigureParts parts;
  private final Texts texts;
  private final MatchWords words;

  SwimmerFigure(FigureParts parts, Texts texts) {
    this.parts = parts;
    this.texts = texts;
    this.words = new MatchWords(texts);
  }

  Optional<Chart> of(Finding.Treated found) {
    List<Finding.MemberLines> members =
        found.treated().stream()
            .filter(each -> each.zero().isPresent() && each.followed().isPresent())
            .sorted(
                Comparator.comparingLong((Finding.MemberLines each) -> each.followed().getAsLong())
                    .reversed())
            .toList();
    if (members.isEmpty()) {
      return Optional.empty();
    }
    List<Kind> kinds =
        Kind.list(
            members.stream()
                .flatMap(SwimmerFigure::exposures)
                .map(exposure -> words.name(exposure.agent()))
                .toList());
    double last = Math.max(1, members.getFirst().followed().getAsLong() / Moment.DAYS_PER_MONTH);
    List<SwimLane> lanes = new ArrayList<>();
    for (Finding.MemberLines member : members) {
      lanes.add(lane(member, row(found, member.patient()), kinds));
    }
    return Optional.of(Swimmer.of(parts.caption(found), parts.months(List.of(0.0, last)), lanes));
  }

  private static int row(Finding.Treated found, String patient) {
    return FigureParts.rows(found).getOrDefault(patient, 0);
  }

  private static Stream<Exposure> exposures(Finding.MemberLines member) {
    return member.lines().stream()
        .flatMap(line -> line.started().stream())
        .map(start -> start.exposure())
        .distinct();
  }

  private SwimLane lane(Finding.MemberLines member, int row, List<Kind> kinds) {
    long zero = member.zero().orElseThrow();
    double end = member.followed().getAsLong() / Moment.DAYS_PER_MONTH;
    List<Segment> segments = new ArrayList<>();
    boolean ongoing = false;
    for (Exposure exposure : exposures(member).toList()) {
      double from = Math.max(0, (exposure.span().startFirst() - zero) / Moment.DAYS_PER_MONTH);
      double to = Math.min(end, (exposure.span().endLast() - zero) / Moment.DAYS_PER_MONTH);
      if (to <= from) {
        continue;
      }
      String name = words.name(exposure.agent());
      Kind kind = Kind.named(name, kinds);
      segments.add(
          new Segment(from, to, kind, "", parts.mark(row, member.patient() + ": " + name)));
      ongoing |= exposure.reason() == StopReason.ONGOING;
    }
    List<Event> events = new ArrayList<>();
    for (Member.Milestone each : member.milestones()) {
      String what = texts.text("analysis.cause." + each.what());
      events.add(
          new Event(
              each.day() / Moment.DAYS_PER_MONTH,
              what,
              symbol(each.what()),
              hue(each.what()),
              parts.mark(
                  row, member.patient() + ": " + texts.text("analysis.at-day", each.day(), what))));
    }
    return new SwimLane(member.patient(), segments, events, ongoing);
  }

  private static Symbol symbol(String what) {
    return switch (what) {
      case "response" -> Symbol.CIRCLE;
      case "relapse" -> Symbol.TRIANGLE_UP;
      default -> Symbol.SQUARE;
    };
  }

  private static Hue hue(String what) {
    return switch (what) {
      case "response" -> Hue.GREEN;
      case "relapse" -> Hue.VERMILLION;
      default -> Hue.BLACK;
    };
  }
}
