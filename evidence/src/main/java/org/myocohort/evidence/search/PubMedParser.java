package org.myocohort.evidence.search;

import java.util.ArrayList;
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
import org.myocohort.evidence.search.Expression.Near;
import org.myocohort.evidence.search.Expression.OtherLimit;
import org.myocohort.evidence.search.Expression.Term;
import org.myocohort.evidence.search.Expression.Vocabulary;
import org.myocohort.evidence.search.Expression.Years;
import org.myocohort.evidence.search.Finding.Code;
import org.myocohort.evidence.search.Token.Kind;

/// Reads PubMed: a tag in square brackets behind each term.
///
/// - **Operators** must be in capitals; terms beside each other are joined by AND: NLM, PubMed
///   tutorial, <https://www.nlm.nih.gov/bsd/disted/pubmedtutorial/020_390.html>.
/// - **Truncation** is `*`, four characters before it at least; **proximity** is `"a b"[tiab:~N]`
///   in any order with N words between at most: PubMed user guide,
///   <https://pubmed.ncbi.nlm.nih.gov/help/>.
/// - **Headings** include the narrower ones unless the tag says `noexp`.
final class PubMedParser extends Parser {
  private static final int SHORTEST_STEM = 4;
  private static final Pattern REFERENCE = Pattern.compile("#(\\d+)");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");
  private static final Pattern YEARS =
      Pattern.compile("\"?(\\d{4})(?:/\\d+)*\"?(?:\\s*:\\s*\"?(\\d{4})(?:/\\d+)*\"?)?");
  private static final Pattern PROXIMITY_TAG = Pattern.compile("(.+?)\\s*:\\s*~\\s*(\\d{1,4})");
  private static final Pattern HEADING_TAG =
      Pattern.compile("(mh|mesh|mesh terms|majr|mesh major topic)\\s*(:\\s*noexp)?");
  private static final Pattern FOREIGN =
      Pattern.compile(
          "(?i).+(?:/(?:exp|de)?|\\.(?:mp|tw|ti|ab|ti,ab|ab,ti|kw|sh|af)\\.?|:(?:ti|ab)(?:,\\w\\w)*)");

  /// From this year on nothing is published: it says that the end is open.
  private static final int OPEN_END = 3000;

  PubMedParser(Source source) {
    super(source);
  }

  @Override
  @Nullable Operator proximity(String word) {
    return null;
  }

  @Override
  String proximityWritten(int between, boolean ordered) {
    return "\"… …\"[tiab:~" + between + "]";
  }

  @Override
  boolean impliesAnd() {
    return true;
  }

  @Override
  boolean isLowerCaseWrong() {
    return true;
  }

  @Override
  @Nullable Scope scopeBehindBracket() {
    if (!peek().is(Kind.SQUARE)) {
      return null;
    }
    // PubMed takes a tag for one term only.
    findings.add(Code.SYNTAX_FOREIGN, peek().start(), "(…)[" + peek().text() + "]", "(… OR …)");
    return FieldCodes.of(Dialect.PUBMED).find(next().text()).orElse(null);
  }

  @Override
  Chain term() throws UnreadableException {
    if (peek().is(Kind.SQUARE)) {
      throw unexpected(peek(), "");
    }
    Token first = peek();
    if (first.is(Kind.QUOTED)) {
      next();
      return new Chain.Leaf(quoted(first));
    }
    Matcher reference = REFERENCE.matcher(first.text());
    if (reference.matches()) {
      next();
      return reference(reference.group(1), first);
    }
    List<Token> words = taggedWords();
    String typed = between(words.getFirst(), words.getLast());
    refuseForeign(words);
    if (peek().is(Kind.SQUARE)) {
      return new Chain.Leaf(tagged(typed, first, next(), false));
    }
    if (words.size() == 1 && NUMBER.matcher(typed).matches() && lines().size() > 0) {
      findings.add(Code.NUMBER_NOT_A_LINE, first.start(), typed, "#" + typed);
    }
    return new Chain.Leaf(new Term(wordsOf(typed, first.start()), Join.MAPPED, Scope.DEFAULT));
  }

  /// The words up to an operator, and beyond a small `and` where a heading's tag ends them.
  private List<Token> taggedWords() {
    List<Token> words = new ArrayList<>(words());
    int ahead = 0;
    while (peek(ahead).is(Kind.WORD) && isSmall(peek(ahead).text())) {
      ahead++;
    }
    if (ahead > 0 && peek(ahead).is(Kind.SQUARE) && isHeading(peek(ahead).text())) {
      for (int i = 0; i < ahead; i++) {
        words.add(next());
      }
    }
    return words;
  }

  private static boolean isSmall(String word) {
    return switch (word) {
      case "AND", "OR", "NOT" -> false;
      default -> true;
    };
  }

  private static boolean isHeading(String tag) {
    return HEADING_TAG.matcher(plain(tag)).matches();
  }

  private static String plain(String tag) {
    return tag.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
  }

  private Expression quoted(Token token) throws UnreadableException {
    if (token.text().isBlank()) {
      throw unexpected(token, "");
    }
    // A range of dates: "2007/01/01"[dp] : "3000"[dp]
    if (peek().is(Kind.SQUARE)
        && peek(1).isWord(":")
        && (peek(2).is(Kind.QUOTED) || peek(2).is(Kind.WORD))) {
      Token tag = next();
      next();
      Token last = next();
      if (peek().is(Kind.SQUARE)) {
        next();
      }
      return tagged(token.text() + ":" + last.text(), token, tag, true);
    }
    if (peek().is(Kind.SQUARE)) {
      return tagged(token.text(), token, next(), true);
    }
    return new Term(wordsOf(token.text(), token.start() + 1), Join.PHRASE, Scope.DEFAULT);
  }

  private Expression tagged(String typed, Token first, Token tag, boolean quoted)
      throws UnreadableException {
    String code = plain(tag.text());
    int start = first.start() + (quoted ? 1 : 0);
    Matcher heading = HEADING_TAG.matcher(code);
    if (heading.matches()) {
      if (typed.toLowerCase(Locale.ROOT).startsWith("exp ")) {
        findings.add(Code.SYNTAX_FOREIGN, first.start(), "exp", typed.substring(4).strip());
      }
      return heading(typed, isMajor(code), heading.group(2));
    }
    Matcher near = PROXIMITY_TAG.matcher(code);
    boolean proximity = near.matches();
    Optional<Scope> scope =
        FieldCodes.of(Dialect.PUBMED).find((proximity ? near.group(1) : code).replace(",", " "));
    if (scope.isEmpty()) {
      if (code.equals("filter") || code.equals("sb")) {
        return typed.strip().equalsIgnoreCase("humans")
            ? new Humans()
            : new OtherLimit(typed.strip());
      }
      findings.add(Code.FIELD_UNKNOWN, tag.start(), "[" + tag.text() + "]", "[tiab]");
      return new Term(wordsOf(typed, start), join(quoted), Scope.DEFAULT);
    }
    if (proximity) {
      return near(wordsOf(typed, start), Integer.parseInt(near.group(2)), scope.get());
    }
    Expression limit = limit(typed.strip(), scope.get());
    return limit == null ? new Term(wordsOf(typed, start), join(quoted), scope.get()) : limit;
  }

  private static Join join(boolean quoted) {
    return quoted ? Join.PHRASE : Join.MAPPED;
  }

  private static Expression near(List<Word> words, int between, Scope scope) {
    List<Expression> parts =
        words.stream()
            .map(word -> (Expression) new Term(List.of(word), Join.PHRASE, scope))
            .toList();
    return new Near(parts, between, false);
  }

  private static @Nullable Expression limit(String typed, Scope scope) {
    if (scope.fields().contains(Field.YEAR)) {
      Matcher years = YEARS.matcher(typed);
      if (years.matches()) {
        int from = Integer.parseInt(years.group(1));
        String last = years.group(2);
        int to = last == null ? from : Integer.parseInt(last);
        return new Years(from, to >= OPEN_END ? null : to);
      }
    }
    return scope.fields().contains(Field.LANGUAGE) ? new Language(typed) : null;
  }

  private static boolean isMajor(String code) {
    return code.startsWith("majr") || code.startsWith("mesh major");
  }

  private static Heading heading(String typed, boolean major, @Nullable String noexp) {
    String name = typed.strip().replaceAll("\\s+", " ");
    List<String> qualifiers = List.of();
    int slash = name.indexOf('/');
    if (slash > 0) {
      qualifiers = List.of(name.substring(slash + 1));
      name = name.substring(0, slash);
    }
    return new Heading(name, noexp == null, major, qualifiers, Vocabulary.MESH);
  }

  private void refuseForeign(List<Token> words) throws UnreadableException {
    for (Token word : words) {
      if (FOREIGN.matcher(word.text()).matches()) {
        throw findings.unreadable(
            Code.SYNTAX_FOREIGN,
            word.start(),
            word.text(),
            word.text().contains("/") ? "\"…\"[mh]" : "…[tiab]");
      }
      if (word.text().endsWith(":") || word.text().equals("=")) {
        throw unexpected(word, "");
      }
    }
  }

  @Override
  Word word(String typed, int start) {
    Word.Builder word = new Word.Builder();
    for (int i = 0; i < typed.length(); i++) {
      char c = typed.charAt(i);
      if (c == '*') {
        word.wildcard(new Word.Any(null));
      } else {
        if (c == '?' || c == '$' || c == '#') {
          findings.add(Code.WILDCARD_UNKNOWN, start + i, typed, "*");
        }
        word.letter(c);
      }
    }
    Word built = word.build();
    if (built.hasWildcard() && built.stem().length() < SHORTEST_STEM) {
      findings.add(Code.TRUNCATION_SHORT, start, typed, "");
    }
    return built;
  }
}
