package org.myocohort.app.review.flow;

import java.util.ArrayList;
import java.util.List;
import org.myocohort.evidence.flow.Count;
import org.myocohort.evidence.flow.FlowBox;
import org.myocohort.evidence.flow.FlowPart;

/// What stands in each box, as lines that are not yet wrapped.
final class BoxText {
  /// One line.
  ///
  /// @param indent how many steps it stands in
  record Line(String text, int indent) {}

  private final FlowWords words;
  private final FlowOptions options;
  private final List<FlowPart> parts;

  BoxText(FlowWords words, FlowOptions options, List<FlowPart> parts) {
    this.words = words;
    this.options = options;
    this.parts = parts;
  }

  List<FlowPart> parts(FlowBox box) {
    return parts.stream().filter(each -> each.box() == box).toList();
  }

  /// The lines of a box; empty where the diagram does not have it.
  List<Line> of(FlowBox box) {
    List<FlowPart> all = parts(box);
    return switch (box) {
      case IDENTIFIED, OTHER_IDENTIFIED -> sources(all);
      case REMOVED, REPORTS_EXCLUDED, OTHER_REPORTS_EXCLUDED -> list(all);
      case EXCLUDED -> list(options.reasons() || all.isEmpty() ? all : all.subList(0, 1));
      case PREVIOUS, INCLUDED, TOTAL, META_ANALYSIS ->
          each(all.stream().filter(this::shownAtTheEnd).toList());
      case SCREENED,
          SOUGHT,
          NOT_RETRIEVED,
          ASSESSED,
          OTHER_SOUGHT,
          OTHER_NOT_RETRIEVED,
          OTHER_ASSESSED,
          EXTRA ->
          each(all);
    };
  }

  private boolean shownAtTheEnd(FlowPart part) {
    return options.reports()
        || !(part.part().equals(FlowPart.REPORTS)
            || part.part().equals(FlowPart.REPORTS_OF_PREVIOUS));
  }

  /// Each number below its name.
  List<Line> each(List<FlowPart> these) {
    List<Line> lines = new ArrayList<>();
    for (FlowPart part : these) {
      Count count = part.count();
      lines.add(new Line(words.label(part), 0));
      if (count != null) {
        lines.add(new Line(words.bracketed(count), 0));
      }
    }
    return lines;
  }

  private String inLine(FlowPart part) {
    Count count = part.count();
    return count == null ? words.label(part) : words.label(part) + " " + words.bracketed(count);
  }

  /// The number of the whole box, then those that it is made of.
  private List<Line> list(List<FlowPart> these) {
    if (these.size() <= 1) {
      return each(these);
    }
    List<Line> lines = new ArrayList<>();
    lines.add(new Line(words.texts().text("flow.list", head(these)), 0));
    these.subList(1, these.size()).forEach(part -> lines.add(new Line(inLine(part), 1)));
    return lines;
  }

  /// The name of the box, with its number where that says more than the numbers below it.
  private String head(List<FlowPart> these) {
    FlowPart whole = these.getFirst();
    Count count = whole.count();
    boolean added = count == null || count.from().equals(Count.SUM);
    boolean says = count != null && (count.isReported() || !added);
    return says && !(added && these.size() == 2) ? inLine(whole) : words.label(whole);
  }

  private List<Line> sources(List<FlowPart> these) {
    if (these.size() <= 1) {
      return each(these);
    }
    List<FlowPart> kinds = these.stream().filter(each -> each.name().isEmpty()).toList();
    List<Line> lines = new ArrayList<>();
    lines.add(new Line(words.texts().text("flow.from", head(kinds)), 0));
    for (FlowPart part : these.subList(1, these.size())) {
      if (part.name().isEmpty()) {
        lines.add(new Line(inLine(part), 1));
      } else if (options.sources()) {
        lines.add(new Line(inLine(part), 2));
      }
    }
    return lines;
  }
}
