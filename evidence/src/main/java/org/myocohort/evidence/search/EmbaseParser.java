package org.myocohort.evidence.search;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.myocohort.evidence.search.Expression.Heading;
import org.myocohort.evidence.search.Expression.Humans;
import org.myocohort.evidence.search.Expression.Join;
import org.myocohort.evidence.search.Expression.Language;
import org.myocohort.evidence.search.Expression.OtherLimit;
import org.myocohort.evidence.search.Expression.Term;
import org.myocohort.evidence.search.Expression.Vocabulary;
import org.myocohort.evidence.search.Finding.Code;
import org.myocohort.evidence.search.Token.Kind;

/// Reads Embase.com: fields behind a colon, headings before `/exp` or `/de`, limits in square
/// brackets.
///
/// `NEAR/n` is at most n-1 words between in any order, `NEXT/n` the same in order; words beside
/// each other without quotes are joined by AND: Elsevier, Embase help, "Boolean Operators",
/// <http://embase.com/info/helpfiles/search-hints/boolean-operators>. Wildcards: `*` any, `?` one,
/// `$` one or none (comparison chart of the American University of Beirut libraries,
/// <https://aub.edu.lb.libguides.com/SML-Systematic_Review/DtbCompare>).
final class EmbaseParser extends Parser {
  private static final Pattern NEAR = Pattern.compile("(?i)(near|next)/(\\d{1,3})");
  private static final Pattern REFERENCE = Pattern.compile("#(\\d+)");
  private static final Pattern SUFFIX =
      Pattern.compile("(?i)(.*?)((?:/(?:exp|de|mj|dd_\\w\\w|dm_\\w\\w|br))+|:([a-z,]+))");
  private static final Pattern YEARS = Pattern.compile("(\\d{4})(?:-(\\d{4}))?");
  private static final Pattern FOREIGN =
      Pattern.compile("(?i).+/|.+\\.(?:mp|tw|ti|ab|ti,ab|ab,ti|kw|sh|af)\\.?");

  EmbaseParser(Source source) {
    super(source);
  }

  @Override
  @Nullable Operator proximity(String word) {
    Matcher matcher = NEAR.matcher(word);
    return matcher.matches()
        ? Operator.near(between(matcher.group(2)), matcher.group(1).equalsIgnoreCase("next"))
        : null;
  }

  @Override
  String proximityWritten(int between, boolean ordered) {
    return (ordered ? "NEXT/" : "NEAR/") + (between + 1);
  }

  @Override
  boolean impliesAnd() {
    return true;
  }

  @Override
  @Nullable Scope scopeBehindBracket() {
    if (!peek().is(Kind.WORD) || !peek().follows(before()) || !peek().text().startsWith(":")) {
      return null;
    }
    return scope(next());
  }

  private @Nullable Scope scope(Token token) {
    String code = token.text().substring(token.text().lastIndexOf(':') + 1);
    Optional<Scope> scope = FieldCodes.of(Dialect.EMBASE).find(code);
    if (scope.isEmpty()) {
      findings.add(Code.FIELD_UNKNOWN, token.start(), ":" + code, ":ti,ab,kw");
    }
    return scope.orElse(null);
  }

  @Override
  Chain term() throws UnreadableException {
    Token first = peek();
    if (first.is(Kind.SQUARE)) {
      return new Chain.Leaf(limit());
    }
    if (first.is(Kind.QUOTED)) {
      next();
      if (first.text().isBlank()) {
        throw unexpected(first, "");
      }
      Matcher suffix = SUFFIX.matcher(peek().text());
      boolean here = peek().is(Kind.WORD) && peek().follows(first) && suffix.matches();
      return new Chain.Leaf(
          here
              ? with(first.text(), first.start() + 1, next(), suffix, true)
              : words(first.text(), first.start() + 1, true, Scope.DEFAULT));
    }
    Matcher reference = REFERENCE.matcher(first.text());
    if (reference.matches()) {
      next();
      return reference(reference.group(1), first);
    }
    List<Token> tokens = words();
    String typed = between(tokens.getFirst(), tokens.getLast());
    Matcher suffix = SUFFIX.matcher(typed);
    if (suffix.matches() && !suffix.group(1).isBlank()) {
      return new Chain.Leaf(with(suffix.group(1), first.start(), tokens.getLast(), suffix, false));
    }
    if (FOREIGN.matcher(typed).matches()) {
      throw findings.unreadable(
          Code.SYNTAX_FOREIGN, first.start(), typed, typed.endsWith("/") ? "'…'/exp" : "'…':ti,ab");
    }
    return new Chain.Leaf(words(typed, first.start(), false, Scope.DEFAULT));
  }

  private Expression with(String text, int start, Token end, Matcher suffix, boolean quoted)
      throws UnreadableException {
    String code = suffix.group(3);
    if (code == null) {
      String marks = suffix.group(2).toLowerCase(Locale.ROOT);
      List<String> qualifiers =
          List.of(marks.substring(1).split("/", -1)).stream()
              .filter(mark -> mark.startsWith("d") && mark.length() > 2)
              .toList();
      return new Heading(
          text.strip(),
          marks.contains("/exp"),
          marks.contains("/mj"),
          qualifiers,
          Vocabulary.EMTREE);
    }
    Optional<Scope> scope = FieldCodes.of(Dialect.EMBASE).find(code);
    if (scope.isEmpty()) {
      findings.add(Code.FIELD_UNKNOWN, end.start(), ":" + code, ":ti,ab,kw");
      return words(text, start, quoted, Scope.DEFAULT);
    }
    Matcher years = YEARS.matcher(text);
    if (scope.get().fields().contains(Field.YEAR) && years.matches()) {
      return Limits.years(years);
    }
    return scope.get().fields().contains(Field.LANGUAGE)
        ? new Language(text.strip())
        : words(text, start, quoted, scope.get());
  }

  private Expression words(String text, int start, boolean quoted, Scope scope)
      throws UnreadableException {
    List<Word> words = wordsOf(text, start);
    // Quotes round one word change nothing.
    Join join = quoted && words.size() > 1 ? Join.PHRASE : Join.EVERY_WORD;
    return new Term(words, join, scope);
  }

  /// `[2007-2020]/py`, `[english]/lim`, `[humans]/lim`, any other.
  private Expression limit() {
    Token square = next();
    String kind =
        peek().is(Kind.WORD) && peek().follows(square)
            ? next().text().toLowerCase(Locale.ROOT)
            : "";
    String inside = square.text().strip();
    Matcher years = YEARS.matcher(inside);
    if (kind.equals("/py") && years.matches()) {
      return Limits.years(years);
    }
    if (!kind.equals("/lim")) {
      findings.add(
          Code.LIMIT_UNREADABLE, square.start(), "[" + inside + "]" + kind, "[2007-2020]/py");
    }
    return switch (inside.toLowerCase(Locale.ROOT)) {
      case "humans", "human" -> new Humans();
      case "english",
          "french",
          "german",
          "italian",
          "spanish",
          "japanese",
          "chinese",
          "portuguese",
          "russian",
          "dutch",
          "polish",
          "turkish",
          "korean" ->
          new Language(inside.toLowerCase(Locale.ROOT));
      default -> new OtherLimit(inside);
    };
  }

  @Override
  Word word(String typed, int start) {
    Word.Builder word = new Word.Builder();
    for (int i = 0; i < typed.length(); i++) {
      switch (typed.charAt(i)) {
        case '*' -> word.wildcard(new Word.Any(null));
        case '?' -> word.wildcard(new Word.One());
        case '$' -> word.wildcard(new Word.OneOrNone());
        default -> word.letter(typed.charAt(i));
      }
    }
    return word.build();
  }
}
