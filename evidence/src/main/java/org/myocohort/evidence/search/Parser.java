package org.myocohort.evidence.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.myocohort.evidence.search.Finding.Code;
import org.myocohort.evidence.search.Token.Kind;

/// Reads one line of a strategy: brackets and operators here, terms in the dialect's own class.
abstract class Parser {
  private static final Pattern PROXIMITY =
      Pattern.compile("(?i)(adj)(\\d*)|(near|next|pre|n|w|p)(?:/(\\d+))?");

  private static final Pattern BLANKS_BETWEEN = Pattern.compile("[^\\s\\u00a0]+");

  /// Characters of the dialects' own syntax; the star in square brackets is ProQuest's.
  private static final Pattern NO_WORD =
      Pattern.compile("\\[(?!\\*\\d)|(?<!\\[\\*\\d{1,2})\\]|[{}=\\\\|^~]|^[/:#.]|[/:]$");

  /// Brackets deeper than any person writes: a hostile string would exhaust the stack.
  private static final int DEEPEST = 200;

  private int depth;

  final Findings findings;
  private final String text;
  private final List<Token> tokens;
  private final Set<Integer> lines;
  private int at;

  Parser(Source source) {
    this.findings = source.findings();
    this.text = source.text();
    this.tokens = source.tokens();
    this.lines = source.lines();
  }

  /// What a parser reads.
  ///
  /// @param text all lines, for places
  /// @param tokens of the line, an end last
  /// @param lines numbers of the lines before this one
  record Source(String text, List<Token> tokens, Set<Integer> lines, Findings findings) {}

  static Parser of(Dialect dialect, Source source) {
    return switch (dialect) {
      case PUBMED -> new PubMedParser(source);
      case EMBASE -> new EmbaseParser(source);
      case OVID -> new OvidParser(source);
      case COCHRANE -> new CochraneParser(source);
      case PROQUEST -> new ProQuestParser(source);
    };
  }

  /// Reads a term; what stands there is no bracket and no operator.
  abstract Chain term() throws UnreadableException;

  /// The field behind a closing bracket; null where none stands there.
  abstract @Nullable Scope scopeBehindBracket() throws UnreadableException;

  /// The proximity that a word stands for, null where it is none.
  abstract @Nullable Operator proximity(String word);

  /// How this dialect writes a proximity, as a suggestion.
  abstract String proximityWritten(int between, boolean ordered);

  /// Whether operands without an operator between them are joined by AND.
  abstract boolean impliesAnd();

  final Chain line() throws UnreadableException {
    if (peek().is(Kind.END)) {
      throw findings.unreadable(Code.EMPTY, peek().start(), "", "");
    }
    Chain chain = chain();
    if (peek().is(Kind.CLOSE)) {
      throw findings.unreadable(Code.BRACKET_NOT_OPENED, peek().start(), rest(), "");
    }
    return chain;
  }

  private Chain chain() throws UnreadableException {
    List<Chain> operands = new ArrayList<>();
    List<Operator> operators = new ArrayList<>();
    operands.add(operand());
    while (!peek().is(Kind.END) && !peek().is(Kind.CLOSE)) {
      Token token = peek();
      Operator operator = operator();
      if (operator == null) {
        operator = implied(token);
      }
      operators.add(operator);
      operands.add(operand());
    }
    return operands.size() == 1 ? operands.getFirst() : new Chain.Links(operands, operators);
  }

  private Operator implied(Token token) throws UnreadableException {
    Token before = tokens.get(at - 1);
    boolean acrossLines = text.substring(before.end(), token.start()).indexOf('\n') >= 0;
    if (!impliesAnd() || acrossLines) {
      throw findings.unreadable(
          Code.OPERATOR_MISSING, token.start(), rest(), "AND " + token.text());
    }
    findings.add(Code.OPERATOR_IMPLIED, token.start(), token.text(), "AND " + token.text());
    return Operator.AND;
  }

  /// Takes the operator that stands here; null where none does.
  private @Nullable Operator operator() {
    Token token = peek();
    Operator operator = operatorAt(at);
    if (operator == null) {
      return null;
    }
    next();
    if (operator.kind() == Operator.Kind.NEAR && proximity(token.text()) == null) {
      findings.add(
          Code.OPERATOR_FOREIGN,
          token.start(),
          token.text(),
          proximityWritten(operator.between(), operator.ordered()));
    }
    if (isLowerCaseWrong() && !token.text().equals(token.text().toUpperCase(Locale.ROOT))) {
      findings.add(
          Code.OPERATOR_LOWER_CASE,
          token.start(),
          token.text(),
          token.text().toUpperCase(Locale.ROOT));
    }
    if (operator.kind() == Operator.Kind.AND && peek().isWord("not")) {
      Token not = next();
      findings.add(Code.AND_NOT, token.start(), text.substring(token.start(), not.end()), "NOT");
      return Operator.NOT;
    }
    return operator;
  }

  /// Whether operators must be in capitals.
  boolean isLowerCaseWrong() {
    return false;
  }

  /// The operator at a token; null where none stands there.
  @Nullable Operator operatorAt(int index) {
    Token token = tokens.get(index);
    if (!token.is(Kind.WORD)) {
      return null;
    }
    return switch (token.text().toUpperCase(Locale.ROOT)) {
      case "AND" -> Operator.AND;
      case "OR" -> Operator.OR;
      case "NOT" -> Operator.NOT;
      default -> {
        Operator own = proximity(token.text());
        yield own == null ? foreign(token.text()) : own;
      }
    };
  }

  /// A proximity operator of another dialect. A bare `near` or `next` in small letters is a word.
  private static @Nullable Operator foreign(String word) {
    Matcher matcher = PROXIMITY.matcher(word);
    if (!matcher.matches()) {
      return null;
    }
    if (matcher.group(1) != null) {
      String digits = matcher.group(2);
      return digits.isEmpty() ? Operator.near(0, true) : Operator.near(between(digits), false);
    }
    String name = matcher.group(3).toLowerCase(Locale.ROOT);
    String digits = matcher.group(4);
    boolean ordered = name.equals("next") || name.startsWith("p");
    if (digits == null) {
      boolean said = word.equals("NEAR") || word.equals("NEXT");
      return said ? Operator.near(ordered ? 0 : 5, ordered) : null;
    }
    return Operator.near(between(digits), ordered);
  }

  /// Words between two words that are at most so many apart: neighbours are one apart.
  static int between(String apart) {
    return Math.max(0, Integer.parseInt(apart.length() > 4 ? "9999" : apart) - 1);
  }

  private Chain operand() throws UnreadableException {
    Token token = peek();
    if (token.is(Kind.OPEN)) {
      return bracket();
    }
    if (token.is(Kind.END) || token.is(Kind.CLOSE) || operatorAt(at) != null) {
      String found = token.is(Kind.END) && at > 0 ? tokens.get(at - 1).text() : token.text();
      int place = token.is(Kind.END) && at > 0 ? tokens.get(at - 1).start() : token.start();
      throw findings.unreadable(Code.OPERAND_MISSING, place, found, "");
    }
    return term();
  }

  private Chain bracket() throws UnreadableException {
    Token open = next();
    if (++depth > DEEPEST) {
      throw findings.unreadable(Code.CHARACTER_UNEXPECTED, open.start(), rest(), "");
    }
    Chain inside = chain();
    depth--;
    if (!peek().is(Kind.CLOSE)) {
      throw findings.unreadable(
          Code.BRACKET_NOT_CLOSED, open.start(), text.substring(open.start(), peek().start()), "");
    }
    next();
    Scope scope = scopeBehindBracket();
    return scope == null ? inside : inside.within(scope);
  }

  /// The chain in the brackets that open here, for terms that have brackets of their own.
  final Chain bracketed() throws UnreadableException {
    return bracket();
  }

  final Token peek() {
    return tokens.get(at);
  }

  final Token peek(int ahead) {
    return tokens.get(Math.min(at + ahead, tokens.size() - 1));
  }

  final Token before() {
    return tokens.get(at - 1);
  }

  final Token next() {
    Token token = tokens.get(at);
    if (at < tokens.size() - 1) {
      at++;
    }
    return token;
  }

  /// Whether a word stands here that is no operator.
  final boolean isWord() {
    return peek().is(Kind.WORD) && operatorAt(at) == null;
  }

  /// The words that stand here, up to an operator, a bracket or a quote.
  final List<Token> words() {
    List<Token> words = new ArrayList<>();
    while (isWord()) {
      words.add(next());
    }
    return words;
  }

  final String between(Token first, Token last) {
    return text.substring(first.start(), last.end());
  }

  private String rest() {
    return text.substring(peek().start(), tokens.getLast().end());
  }

  /// An earlier line; says so where there is none.
  final Chain reference(String digits, Token token) {
    int number = digits.length() > 6 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    if (!lines.contains(number)) {
      findings.add(Code.LINE_UNKNOWN, token.start(), token.text(), "");
    }
    return new Chain.Leaf(new Expression.Reference(number));
  }

  /// The numbers of the lines before this one.
  final Set<Integer> lines() {
    return lines;
  }

  /// Cuts a text into words at its blanks, and says where one holds what no word does.
  final List<Word> wordsOf(String phrase, int start) throws UnreadableException {
    List<Word> words = new ArrayList<>();
    Matcher matcher = BLANKS_BETWEEN.matcher(phrase);
    while (matcher.find()) {
      int place = start + matcher.start();
      if (NO_WORD.matcher(matcher.group()).find()) {
        findings.add(Code.CHARACTER_UNEXPECTED, place, matcher.group(), "");
      }
      words.add(word(matcher.group(), place));
    }
    if (words.isEmpty()) {
      throw findings.unreadable(Code.OPERAND_MISSING, start, phrase, "");
    }
    return words;
  }

  /// The word that a text stands for, with the wildcards of the dialect.
  abstract Word word(String typed, int start);

  final UnreadableException unexpected(Token token, String suggestion) {
    return findings.unreadable(Code.CHARACTER_UNEXPECTED, token.start(), token.text(), suggestion);
  }
}
