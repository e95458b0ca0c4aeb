package org.myocohort.care.line;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.myocohort.care.line.TreatmentLine.How;
import org.myocohort.care.line.TreatmentLine.Start;

/// Orders times on drugs into lines of treatment, see [LineDefinition].
final class Lines {
  private final LineDefinition definition;
  private final long today;
  private final List<Exposure> exposures;

  private Lines(LineDefinition definition, long today, List<AgentTime> agents) {
    this.definition = definition;
    this.today = today;
    this.exposures =
        agents.stream()
            .filter(agent -> Exposures.changesDisease(agent.agent()))
            .flatMap(agent -> agent.exposures().stream())
            .sorted(Comparator.comparingLong(Lines::start))
            .toList();
  }

  static List<TreatmentLine> of(LineDefinition definition, long today, List<AgentTime> agents) {
    return new Lines(definition, today, agents).lines();
  }

  private static long start(Exposure exposure) {
    return Math.floorDiv(exposure.span().startFirst() + exposure.span().startLast(), 2);
  }

  private List<TreatmentLine> lines() {
    List<List<Exposure>> groups = new ArrayList<>();
    for (Exposure exposure : exposures) {
      if (groups.isEmpty()
          || start(exposure) - start(groups.getLast().getFirst()) > definition.togetherDays()) {
        groups.add(new ArrayList<>());
      }
      groups.getLast().add(exposure);
    }
    List<TreatmentLine> lines = new ArrayList<>();
    for (int at = 0; at < groups.size(); at++) {
      lines.add(line(groups, at));
    }
    return lines;
  }

  private TreatmentLine line(List<List<Exposure>> groups, int at) {
    List<Exposure> group = groups.get(at);
    long from = start(group.getFirst());
    List<Exposure> before =
        exposures.stream().filter(each -> !group.contains(each) && start(each) < from).toList();
    List<Exposure> carried = new ArrayList<>();
    List<String> ended = new ArrayList<>();
    for (Exposure each : before) {
      long last = Math.floorDiv(each.span().endFirst() + each.span().endLast(), 2);
      if (last > from + definition.togetherDays()) {
        carried.add(each);
      } else if (last > from - definition.gapDays()
          && !each.agent().equals(Exposures.GLUCOCORTICOIDS)) {
        ended.add(each.agent());
      }
    }
    List<Start> started = new ArrayList<>();
    for (Exposure exposure : group) {
      List<String> replaced = new ArrayList<>();
      How how = at == 0 ? How.FIRST : How.ADDED;
      if (!started.isEmpty()) {
        how = How.TOGETHER;
      } else if (exposure.isRestart()) {
        how = How.RESTARTED;
      } else if (at > 0
          && !ended.isEmpty()
          && !exposure.agent().equals(Exposures.GLUCOCORTICOIDS)) {
        how = How.REPLACED;
        replaced.addAll(ended);
      }
      started.add(new Start(exposure, how, replaced));
    }
    List<Exposure> all = new ArrayList<>(group);
    all.addAll(carried);
    return new TreatmentLine(
        at + 1,
        started,
        carried,
        new TreatmentLine.Span(from, until(groups, at, all)),
        isCertain(groups, at));
  }

  /// The start of the next line, else the end of what may have run longest; null while it goes on.
  private @Nullable Long until(List<List<Exposure>> groups, int at, List<Exposure> all) {
    if (at + 1 < groups.size()) {
      return start(groups.get(at + 1).getFirst());
    }
    long last = 0;
    for (Exposure each : all) {
      if (each.span().endFirst() > today || each.reasonAt() == null) {
        return null;
      }
      last = Math.max(last, Math.floorDiv(each.span().endFirst() + each.span().endLast(), 2));
    }
    return Math.min(last, today + 1);
  }

  /// Whether each start of the line lies for certain in it: neither in the one before nor after.
  private boolean isCertain(List<List<Exposure>> groups, int at) {
    Exposure first = groups.get(at).getFirst();
    for (Exposure each : groups.get(at)) {
      if (each.span().startLast() - first.span().startFirst() > definition.togetherDays()
          || each.span().startFirst() < first.span().startLast() - definition.togetherDays()) {
        return false;
      }
    }
    if (at == 0) {
      return true;
    }
    Exposure previous = groups.get(at - 1).getFirst();
    return first.span().startFirst() - previous.span().startLast() > definition.togetherDays();
  }
}
