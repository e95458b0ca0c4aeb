package org.myocohort.evidence.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.myocohort.evidence.search.Expression.Heading;
import org.myocohort.evidence.search.Expression.Join;
import org.myocohort.evidence.search.Expression.Term;
import org.myocohort.evidence.search.Expression.Vocabulary;
import org.myocohort.evidence.search.Finding.Code;
import org.myocohort.evidence.search.Token.Kind;

/// Reads the search manager of the Cochrane Library: `[mh "X"]`, fields behind a colon.
///
/// Words beside each other without quotes are joined by AND, a phrase takes no wildcards, `NEXT` is
/// beside and in order: <https://cochranelibrary.com/search-manager-help>. `NEAR` alone is within
/// six words: <https://libguides.bibliotheek.zuyd.nl/cochranelibrary_english/searching_techniques>.
/// That `NEAR/n` counts as Embase.com does, n-1 words between, is taken, not read.
final class CochraneParser extends Parser {
  private static final String WITHIN_BY_DEFAULT = "6";
  private static final Pattern NEAR = Pattern.compile("(?i)(near|next)(?:/(\\d{1,3}))?");
  private static final Pattern REFERENCE = Pattern.compile("#(\\d+)");
  private static final Pattern RANGES =
      Pattern.compile("(?i)\\s*(or|and)\\s+(#\\d+(?:\\s*[-,]\\s*#?\\d+)*)\\s*");
  private static final Pattern MESH =
      Pattern.compile("(?i)\\s*mh\\s+(\\^)?\\s*\"?([^\"/]+?)\"?\\s*(?:/\\s*([\\w, ]+))?\\s*");
  private static final Pattern SUFFIX = Pattern.compile("(?i)(.*?):([a-z]{2,3}(?:,[a-z]{2,3})*)");
  private static final Pattern FOREIGN =
      Pattern.compile("(?i).+/(?:exp|de)?|.+\\.(?:mp|tw|ti|ab|ti,ab|ab,ti|kw|sh|af)\\.?");

  CochraneParser(Source source) {
    super(source);
  }

  @Override
  @Nullable Operator proximity(String word) {
    Matcher matcher = NEAR.matcher(word);
    if (!matcher.matches() || (word.equals(word.toLowerCase(Locale.ROOT)) && word.length() == 4)) {
      // In small letters and alone it is a word.
      return null;
    }
    boolean ordered = matcher.group(1).equalsIgnoreCase("next");
    String apart = matcher.group(2);
    if (apart == null) {
      apart = ordered ? "1" : WITHIN_BY_DEFAULT;
    }
    return Operator.near(between(apart), ordered);
  }

  @Override
  String proximityWritten(int between, boolean ordered) {
    return ordered ? "NEXT" : "NEAR/" + (between + 1);
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
    Token token = next();
    return scope(token.text().substring(1), token.start());
  }

  private @Nullable Scope scope(String code, int start) {
    Optional<Scope> scope = FieldCodes.of(Dialect.COCHRANE).find(code);
    if (scope.isEmpty()) {
      findings.add(Code.FIELD_UNKNOWN, start, ":" + code, ":ti,ab,kw");
    }
    return scope.orElse(null);
  }

  @Override
  Chain term() throws UnreadableException {
    Token first = peek();
    if (first.is(Kind.SQUARE)) {
      return heading(next());
    }
    if (first.is(Kind.BRACE)) {
      return range(next());
    }
    if (first.isWord("MeSH") && peek(1).isWord("descriptor:") && peek(2).is(Kind.SQUARE)) {
      return descriptor();
    }
    Matcher reference = REFERENCE.matcher(first.text());
    if (first.is(Kind.WORD) && reference.matches()) {
      next();
      return reference(reference.group(1), first);
    }
    return new Chain.Leaf(first.is(Kind.QUOTED) ? quoted(next()) : plain(first));
  }

  private Expression quoted(Token token) throws UnreadableException {
    if (token.text().isBlank()) {
      throw unexpected(token, "");
    }
    List<Word> words = wordsOf(token.text(), token.start() + 1);
    if (words.size() > 1 && words.stream().anyMatch(Word::hasWildcard)) {
      findings.add(
          Code.WILDCARD_IN_PHRASE,
          token.start(),
          token.text(),
          String.join(" NEXT ", token.text().strip().split("\\s+", -1)));
    }
    Scope scope = scopeBehindBracket();
    return new Term(words, Join.PHRASE, scope == null ? Scope.DEFAULT : scope);
  }

  private Expression plain(Token first) throws UnreadableException {
    List<Token> tokens = words();
    String typed = between(tokens.getFirst(), tokens.getLast());
    Scope scope = null;
    Matcher suffix = SUFFIX.matcher(typed);
    if (suffix.matches()) {
      scope = scope(suffix.group(2), first.start() + suffix.start(2) - 1);
      typed = suffix.group(1);
    } else if (FOREIGN.matcher(typed).matches()) {
      throw findings.unreadable(
          Code.SYNTAX_FOREIGN,
          first.start(),
          typed,
          typed.contains("/") ? "[mh \"…\"]" : "…:ti,ab,kw");
    }
    return new Term(
        wordsOf(typed, first.start()), Join.EVERY_WORD, scope == null ? Scope.DEFAULT : scope);
  }

  private Chain heading(Token square) throws UnreadableException {
    Matcher mesh = MESH.matcher(square.text());
    if (!mesh.matches()) {
      throw findings.unreadable(
          Code.SYNTAX_FOREIGN, square.start(), "[" + square.text() + "]", "[mh \"…\"]");
    }
    String qualifiers = mesh.group(3);
    return new Chain.Leaf(
        new Heading(
            mesh.group(2).strip(),
            mesh.group(1) == null,
            false,
            qualifiers == null ? List.of() : List.of(qualifiers.strip().split("[, ]+", -1)),
            Vocabulary.MESH));
  }

  /// The older form, `MeSH descriptor: [X] explode all trees`.
  private Chain descriptor() {
    next();
    next();
    Token name = next();
    boolean exploded = true;
    while (isWord()) {
      exploded &= !next().isWord("only");
    }
    return new Chain.Leaf(
        new Heading(name.text().strip(), exploded, false, List.of(), Vocabulary.MESH));
  }

  /// `{or #1-#3}`.
  private Chain range(Token brace) throws UnreadableException {
    Matcher ranges = RANGES.matcher(brace.text());
    if (!ranges.matches()) {
      throw findings.unreadable(
          Code.CHARACTER_UNEXPECTED, brace.start(), "{" + brace.text() + "}", "{OR #1-#3}");
    }
    List<Chain> operands = new ArrayList<>();
    for (String range : ranges.group(2).replace("#", "").split("\\s*,\\s*", -1)) {
      String[] ends = range.strip().split("\\s*-\\s*", -1);
      int last = parse(ends[ends.length - 1]);
      for (int number = parse(ends[0]); number <= last; number++) {
        operands.add(reference(Integer.toString(number), brace));
      }
    }
    if (operands.isEmpty()) {
      throw unexpected(brace, "{OR #1-#3}");
    }
    Operator operator = ranges.group(1).equalsIgnoreCase("or") ? Operator.OR : Operator.AND;
    return operands.size() == 1
        ? operands.getFirst()
        : new Chain.Links(operands, Collections.nCopies(operands.size() - 1, operator));
  }

  private static int parse(String digits) {
    return digits.length() > 4 ? 9999 : Integer.parseInt(digits);
  }

  @Override
  Word word(String typed, int start) {
    Word.Builder word = new Word.Builder();
    for (int i = 0; i < typed.length(); i++) {
      switch (typed.charAt(i)) {
        case '*' -> word.wildcard(new Word.Any(null));
        case '?' -> word.wildcard(new Word.One());
        default -> word.letter(typed.charAt(i));
      }
    }
    return word.build();
  }
}
