package org.myocohort.evidence.search;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.myocohort.evidence.search.Finding.Code;
import org.myocohort.evidence.search.SearchLines.Piece;

/// Reads a search string, or a strategy of several lines, in a dialect.
///
/// A line that cannot be read does not stop the others. The cost is linear in the text.
public final class SearchParser {
  private SearchParser() {}

  /// Reads a text.
  ///
  /// @param text as typed, with line ends as they are
  /// @return the lines, and all that is wrong with them
  public static ParsedSearch parse(String text, Dialect dialect) {
    Findings findings = new Findings(text);
    List<StrategyLine> lines = new ArrayList<>();
    Set<Integer> numbers = new TreeSet<>();
    for (Piece piece : SearchLines.of(text, dialect)) {
      lines.add(line(text, dialect, piece, numbers, findings));
      numbers.add(piece.number());
    }
    if (lines.isEmpty()) {
      findings.add(Code.EMPTY, 0, "", "");
      lines.add(new StrategyLine(1, 1, "", Map.of(), null));
    }
    Strategy strategy = new Strategy(dialect, lines);
    findUnused(text, strategy, findings);
    return new ParsedSearch(strategy, findings.inOrder());
  }

  private static StrategyLine line(
      String text, Dialect dialect, Piece piece, Set<Integer> numbers, Findings findings) {
    String typed = text.substring(piece.start(), piece.end()).strip();
    Map<Dialect, Expression> readings = new EnumMap<>(Dialect.class);
    Expression meant = null;
    try {
      Chain chain = chain(text, dialect, piece, numbers, findings);
      for (Dialect each : Dialect.values()) {
        readings.put(each, chain.read(each.precedence()));
      }
      Expression synonymsFirst = chain.read(Precedence.SYNONYMS_FIRST);
      if (chain.isMixed() && !synonymsFirst.equals(readings.get(dialect))) {
        meant = synonymsFirst;
      }
    } catch (UnreadableException _) {
      // Why stands among the findings; what was read of the line stands for nothing.
      readings.clear();
    }
    return new StrategyLine(piece.number(), piece.at(), typed, readings, meant);
  }

  private static Chain chain(
      String text, Dialect dialect, Piece piece, Set<Integer> numbers, Findings findings)
      throws UnreadableException {
    List<Token> tokens = new ArrayList<>();
    Parser parser =
        Parser.of(dialect, new Parser.Source(text, tokens, Set.copyOf(numbers), findings));
    if (parser instanceof OvidParser ovid) {
      String line = text.substring(piece.start(), piece.end());
      Chain command = ovid.command(line.strip(), piece.start() + line.indexOf(line.strip()));
      if (command != null) {
        return command;
      }
    }
    tokens.addAll(new Lexer(dialect, text, piece.start(), piece.end(), findings).tokens());
    return parser.line();
  }

  /// A line that the last one does not lead back to adds nothing: often a wrong number.
  private static void findUnused(String text, Strategy strategy, Findings findings) {
    if (strategy.expression(strategy.answer()).isEmpty()) {
      return;
    }
    Map<Integer, StrategyLine> byNumber = new HashMap<>();
    strategy.lines().forEach(line -> byNumber.put(line.number(), line));
    Set<Integer> used = new HashSet<>();
    Deque<Integer> next = new ArrayDeque<>(List.of(strategy.answer().number()));
    while (!next.isEmpty()) {
      int number = next.pop();
      StrategyLine line = byNumber.get(number);
      if (line != null && used.add(number)) {
        strategy.expression(line).ifPresent(expression -> collect(expression, next));
      }
    }
    for (StrategyLine line : strategy.lines()) {
      if (!used.contains(line.number())) {
        findings.add(Code.LINE_UNUSED, startOf(text, line.at()), line.text(), "");
      }
    }
  }

  private static void collect(Expression expression, Deque<Integer> numbers) {
    if (expression instanceof Expression.Reference(int line)) {
      numbers.push(line);
    }
    expression.parts().forEach(part -> collect(part, numbers));
  }

  private static int startOf(String text, int line) {
    int start = 0;
    for (int i = 1; i < line; i++) {
      start = text.indexOf('\n', start) + 1;
    }
    return start;
  }
}
