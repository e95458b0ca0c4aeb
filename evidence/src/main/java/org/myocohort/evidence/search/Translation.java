package org.myocohort.evidence.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.myocohort.evidence.search.Expression.And;
import org.myocohort.evidence.search.Expression.Limited;
import org.myocohort.evidence.search.Expression.Reference;
import org.myocohort.evidence.search.Expression.Restriction;
import org.myocohort.evidence.search.TranslationNote.Code;

/// A strategy in another dialect, with everything that could not be carried over.
///
/// @param lines in the other dialect, numbered from 1
/// @param notes in the order of the lines
public record Translation(Dialect dialect, List<Line> lines, List<TranslationNote> notes) {
  public Translation {
    lines = List.copyOf(lines);
    notes = List.copyOf(notes);
  }

  /// A line of a translation.
  public record Line(int number, Expression expression, String text) {}

  /// The text to paste: on Ovid one line each, elsewhere with numbers where lines refer to each
  /// other.
  public String text() {
    if (lines.size() == 1 || dialect == Dialect.OVID) {
      return lines.stream().map(Line::text).collect(Collectors.joining("\n"));
    }
    String mark = dialect == Dialect.PROQUEST ? "S" : "#";
    return lines.stream()
        .map(line -> mark + line.number() + " " + line.text())
        .collect(Collectors.joining("\n"));
  }

  /// Puts a strategy into a dialect. A line that could not be read, or of which nothing can be
  /// carried, is left out and noted.
  public static Translation of(Strategy strategy, Dialect to) {
    return new Work(strategy, to).translated();
  }

  /// Builds the lines: a limit on Ovid takes one of its own, so that numbers move.
  private static final class Work {
    private final Strategy strategy;
    private final Dialect to;
    private final List<Line> lines = new ArrayList<>();
    private final List<TranslationNote> notes = new ArrayList<>();
    private final Map<Integer, Integer> numbers = new HashMap<>();

    Work(Strategy strategy, Dialect to) {
      this.strategy = strategy;
      this.to = to;
    }

    Translation translated() {
      for (StrategyLine line : strategy.lines()) {
        strategy
            .expression(line)
            .ifPresentOrElse(
                expression -> add(line.number(), expression),
                () ->
                    notes.add(
                        new TranslationNote(line.number(), Code.LINE_UNREADABLE, line.text(), "")));
      }
      return new Translation(to, lines, notes.stream().distinct().toList());
    }

    private void add(int number, Expression expression) {
      new Carrier(strategy.dialect(), to, number, numbers, notes)
          .carry(expression)
          .ifPresent(carried -> numbers.put(number, write(lifted(carried, true))));
    }

    private int write(Expression expression) {
      int number = lines.size() + 1;
      lines.add(new Line(number, expression, SearchPrinter.print(expression, to)));
      return number;
    }

    /// On Ovid a limit is a command on a line before; elsewhere it is part of the string.
    private Expression lifted(Expression expression, boolean whole) {
      if (to != Dialect.OVID) {
        return expression.map(part -> lifted(part, false));
      }
      Expression inner = withLimits(expression).map(part -> lifted(part, false));
      if (!(inner instanceof Limited(Expression of, List<Restriction> limits))) {
        return inner;
      }
      Expression subject = of instanceof Reference ? of : new Reference(write(of));
      Limited command = new Limited(subject, limits);
      return whole ? command : new Reference(write(command));
    }

    private static Expression withLimits(Expression expression) {
      if (!(expression instanceof And(List<Expression> parts))) {
        return expression;
      }
      List<Restriction> limits =
          parts.stream()
              .filter(Restriction.class::isInstance)
              .map(Restriction.class::cast)
              .toList();
      List<Expression> rest =
          parts.stream().filter(part -> !(part instanceof Restriction)).toList();
      if (limits.isEmpty() || rest.isEmpty()) {
        return expression;
      }
      return new Limited(rest.size() == 1 ? rest.getFirst() : new And(rest), limits);
    }
  }
}
