package org.myocohort.evidence.search;

import java.util.ArrayList;
import java.util.List;
import org.myocohort.evidence.search.Finding.Code;
import org.myocohort.evidence.search.Token.Kind;

/// Cuts a search string into pieces.
final class Lexer {
  private static final String DOUBLE = "\"\u201c\u201d\u201e\u201f\u2033";
  private static final String SINGLE = "'\u2018\u2019\u201a\u201b\u2032";

  private final Dialect dialect;
  private final String text;
  private final int end;
  private final Findings findings;
  private int at;

  Lexer(Dialect dialect, String text, int start, int end, Findings findings) {
    this.dialect = dialect;
    this.text = text;
    this.at = start;
    this.end = end;
    this.findings = findings;
  }

  /// All pieces, an end behind them.
  List<Token> tokens() throws UnreadableException {
    List<Token> tokens = new ArrayList<>();
    while (at < end) {
      char c = text.charAt(at);
      if (isSpace(c)) {
        at++;
      } else if (c == '(') {
        tokens.add(new Token(Kind.OPEN, "(", at, ++at));
      } else if (c == ')') {
        tokens.add(new Token(Kind.CLOSE, ")", at, ++at));
      } else if (isQuote(c)) {
        tokens.add(quoted(DOUBLE.indexOf(c) >= 0 ? DOUBLE : SINGLE));
      } else if (c == '[' && hasSquares()) {
        tokens.add(enclosed(Kind.SQUARE, ']'));
      } else if (c == '{' && dialect == Dialect.COCHRANE) {
        tokens.add(enclosed(Kind.BRACE, '}'));
      } else {
        tokens.add(word());
      }
    }
    tokens.add(new Token(Kind.END, "", end, end));
    return tokens;
  }

  private boolean hasSquares() {
    return switch (dialect) {
      case PUBMED, EMBASE, COCHRANE -> true;
      case OVID, PROQUEST -> false;
    };
  }

  private boolean isQuote(char c) {
    return DOUBLE.indexOf(c) >= 0 || (dialect == Dialect.EMBASE && SINGLE.indexOf(c) >= 0);
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\ufeff';
  }

  private Token quoted(String quotes) throws UnreadableException {
    int start = at++;
    while (at < end && quotes.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    if (at == end) {
      throw findings.unreadable(Code.QUOTE_NOT_CLOSED, start, text.substring(start, end), "");
    }
    int close = at++;
    if (text.charAt(start) != quotes.charAt(0) || text.charAt(close) != quotes.charAt(0)) {
      char straight = quotes.charAt(0);
      String inside = text.substring(start + 1, close);
      findings.add(
          Code.QUOTES_CURLED, start, text.substring(start, at), straight + inside + straight);
    }
    return new Token(Kind.QUOTED, text.substring(start + 1, close), start, at);
  }

  private Token enclosed(Kind kind, char close) throws UnreadableException {
    int start = at;
    int found = text.indexOf(close, at);
    if (found < 0 || found >= end) {
      throw findings.unreadable(Code.BRACKET_NOT_CLOSED, start, text.substring(start, end), "");
    }
    at = found + 1;
    return new Token(kind, text.substring(start + 1, found), start, at);
  }

  private Token word() {
    int start = at;
    while (at < end) {
      char c = text.charAt(at);
      if (isSpace(c)
          || c == '('
          || c == ')'
          || DOUBLE.indexOf(c) >= 0
          || (c == '[' && hasSquares())
          || (c == '{' && dialect == Dialect.COCHRANE)) {
        break;
      }
      at++;
    }
    return new Token(Kind.WORD, text.substring(start, at), start, at);
  }
}
