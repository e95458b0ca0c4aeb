package org.myocohort.evidence.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.myocohort.evidence.search.Expression.Heading;
import org.myocohort.evidence.search.Expression.Join;
import org.myocohort.evidence.search.Expression.Language;
import org.myocohort.evidence.search.Expression.Limited;
import org.myocohort.evidence.search.Expression.Reference;
import org.myocohort.evidence.search.Expression.Restriction;
import org.myocohort.evidence.search.Expression.Term;
import org.myocohort.evidence.search.Expression.Vocabulary;
import org.myocohort.evidence.search.Finding.Code;
import org.myocohort.evidence.search.Token.Kind;

/// Reads Ovid: lines that refer to each other by number, fields behind a full stop, headings before
/// a slash.
///
/// - **Phrases** need no quotes: words beside each other are one.
/// - **Proximity**: `adj` is beside and in order, `adjN` is at most N-1 words between in any order:
///   Ovid training team, "Targeted Searching using Term Variants",
///   <https://tools.ovid.com/ovidgo/searches/view.php?id=53>.
/// - **Wildcards**: `$`, `*` and `:` any ending, `$n` up to n characters, `#` one, `?` one or none:
///   Ovid help, "Truncation and Wild Cards",
///   <http://zatoka.icm.edu.pl/OVIDWEB/ovidweb.cgi?HC=syntax>; Yale library,
///   <http://www.library.yale.edu/scilib/help/ovidtips.html>.
final class OvidParser extends Parser {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");
  private static final Pattern ADJ = Pattern.compile("(?i)adj(\\d{0,3})");
  private static final Pattern HEADING =
      Pattern.compile(
          "(?i)(exp\\s+)?(\\*)?\\s*(.+?)\\s*/\\s*"
              + "((?:[a-z]{2})(?:\\s*,\\s*[a-z]{2})*)?\\s*(?:\\[[^\\]]*\\])?");
  private static final Pattern SUFFIX =
      Pattern.compile("(.*?)\\.\\s*([A-Za-z]{2}(?:\\s*,\\s*[A-Za-z]{2})*)\\s*\\.?", Pattern.DOTALL);
  private static final Pattern RANGES = Pattern.compile("(?i)(or|and)\\s*/\\s*(\\d[\\d,\\s-]*)");
  private static final Pattern LIMIT = Pattern.compile("(?i)limit\\s+(\\d+)\\s+to\\s+(.+)");
  private static final Pattern YEAR = Pattern.compile("(\\d{4})(?:-(\\d{4}|current))?");
  private static final Pattern FOREIGN =
      Pattern.compile("(?i).*\\[[a-z/: ]+\\]|.+/(?:exp|de)|.+:(?:ti|ab)(?:,\\w\\w)*");

  OvidParser(Source source) {
    super(source);
  }

  /// Reads a line that is a command, not an expression: `or/1-5` and `limit 1 to …`; null where it
  /// is none.
  @Nullable Chain command(String line, int start) throws UnreadableException {
    Token whole = new Token(Kind.WORD, line, start, start + line.length());
    Matcher limit = LIMIT.matcher(line);
    if (limit.matches()) {
      reference(limit.group(1), whole);
      List<Restriction> to = Limits.ofOvid(limit.group(2));
      if (to.isEmpty()) {
        throw findings.unreadable(Code.LIMIT_UNREADABLE, start + limit.start(2), line, "");
      }
      return new Chain.Leaf(new Limited(new Reference(Integer.parseInt(limit.group(1))), to));
    }
    Matcher ranges = RANGES.matcher(line);
    if (!ranges.matches()) {
      return null;
    }
    List<Chain> operands = new ArrayList<>();
    for (String range : ranges.group(2).split(",", -1)) {
      String[] ends = range.strip().split("\\s*-\\s*", -1);
      if (ends.length > 2
          || !NUMBER.matcher(ends[0]).matches()
          || !NUMBER.matcher(ends[ends.length - 1]).matches()) {
        throw findings.unreadable(Code.CHARACTER_UNEXPECTED, start, line, "or/1-5");
      }
      int last = Integer.parseInt(ends[ends.length - 1]);
      for (int number = Integer.parseInt(ends[0]); number <= last; number++) {
        operands.add(reference(Integer.toString(number), whole));
      }
    }
    Operator operator = ranges.group(1).equalsIgnoreCase("or") ? Operator.OR : Operator.AND;
    if (operands.isEmpty()) {
      throw findings.unreadable(Code.OPERAND_MISSING, start, line, "");
    }
    return operands.size() == 1
        ? operands.getFirst()
        : new Chain.Links(operands, Collections.nCopies(operands.size() - 1, operator));
  }

  @Override
  @Nullable Operator proximity(String word) {
    Matcher matcher = ADJ.matcher(word);
    if (!matcher.matches()) {
      return null;
    }
    return matcher.group(1).isEmpty()
        ? Operator.near(0, true)
        : Operator.near(between(matcher.group(1)), false);
  }

  @Override
  String proximityWritten(int between, boolean ordered) {
    return ordered && between == 0 ? "adj" : "adj" + (between + 1);
  }

  @Override
  boolean impliesAnd() {
    return false;
  }

  @Override
  @Nullable Scope scopeBehindBracket() throws UnreadableException {
    if (!peek().is(Kind.WORD) || !peek().text().startsWith(".")) {
      return null;
    }
    Token first = next();
    String typed = first.text();
    // The blank in ". tw." is not meant.
    if (typed.equals(".") && isWord()) {
      typed = typed + next().text();
    }
    Matcher suffix = SUFFIX.matcher(typed);
    Optional<Scope> scope =
        suffix.matches() && suffix.group(1).isEmpty()
            ? FieldCodes.of(Dialect.OVID).find(suffix.group(2))
            : Optional.empty();
    if (scope.isEmpty()) {
      throw findings.unreadable(Code.FIELD_UNKNOWN, first.start(), typed, ".ti,ab.");
    }
    return scope.get();
  }

  @Override
  Chain term() throws UnreadableException {
    List<Token> parts = new ArrayList<>();
    boolean quoted = false;
    while (isWord() || peek().is(Kind.QUOTED)) {
      quoted |= peek().is(Kind.QUOTED);
      parts.add(next());
    }
    Token first = parts.getFirst();
    String typed = between(first, parts.getLast());
    if (parts.size() == 1 && !quoted && NUMBER.matcher(typed).matches()) {
      return reference(typed, first);
    }
    String plain = quoted ? typed.replaceAll("[\"\u201c\u201d]", "") : typed;
    Matcher heading = HEADING.matcher(plain);
    if (heading.matches() && heading.end(3) < plain.length() && isHeadingEnd(plain, heading)) {
      wordsOf(heading.group(3), first.start());
      return new Chain.Leaf(heading(heading));
    }
    if (FOREIGN.matcher(plain).matches()) {
      throw findings.unreadable(Code.SYNTAX_FOREIGN, first.start(), typed, "….ti,ab.");
    }
    Matcher suffix = SUFFIX.matcher(plain);
    if (suffix.matches()) {
      Optional<Scope> scope = FieldCodes.of(Dialect.OVID).find(suffix.group(2));
      if (scope.isPresent() && !suffix.group(1).isBlank()) {
        return new Chain.Leaf(term(suffix.group(1).strip(), first.start(), scope.get()));
      }
      if (plain.endsWith(".")) {
        findings.add(Code.FIELD_UNKNOWN, first.start(), "." + suffix.group(2) + ".", ".ti,ab.");
      }
    }
    return new Chain.Leaf(new Term(wordsOf(plain, first.start()), Join.PHRASE, Scope.DEFAULT));
  }

  /// A slash at the end, or two letters of a subheading behind it: not one within a word.
  private static boolean isHeadingEnd(String plain, Matcher heading) {
    return heading.group(4) == null
        ? plain.stripTrailing().endsWith("/") || plain.stripTrailing().endsWith("]")
        : true;
  }

  private static Heading heading(Matcher matcher) {
    String qualifiers = matcher.group(4);
    return new Heading(
        matcher.group(3).strip().replaceAll("\\s+", " "),
        matcher.group(1) != null,
        matcher.group(2) != null,
        qualifiers == null ? List.of() : List.of(qualifiers.split("\\s*,\\s*", -1)),
        Vocabulary.OF_DATABASE);
  }

  private Expression term(String words, int start, Scope scope) throws UnreadableException {
    if (scope.code().equals("sh") && words.chars().noneMatch(c -> "*$#?:".indexOf(c) >= 0)) {
      return new Heading(words, false, false, List.of(), Vocabulary.OF_DATABASE);
    }
    if (scope.fields().contains(Field.LANGUAGE)) {
      return new Language(words);
    }
    Matcher year = YEAR.matcher(words);
    if (scope.code().equals("yr") && year.matches()) {
      return Limits.years(year);
    }
    return new Term(wordsOf(words, start), Join.PHRASE, scope);
  }

  @Override
  Word word(String typed, int start) {
    Word.Builder word = new Word.Builder();
    for (int i = 0; i < typed.length(); i++) {
      char c = typed.charAt(i);
      switch (c) {
        case '$' -> {
          int digit = i + 1 < typed.length() ? Character.digit(typed.charAt(i + 1), 10) : -1;
          word.wildcard(new Word.Any(digit < 0 ? null : (Integer) digit));
          i += digit < 0 ? 0 : 1;
        }
        case '*' -> word.wildcard(new Word.Any(null));
        case ':' -> {
          if (i == typed.length() - 1) {
            word.wildcard(new Word.Any(null));
          } else {
            word.letter(c);
          }
        }
        case '#' -> word.wildcard(new Word.One());
        case '?' -> word.wildcard(new Word.OneOrNone());
        default -> word.letter(c);
      }
    }
    Word built = word.build();
    if (built.stem().isEmpty()) {
      findings.add(Code.TRUNCATION_SHORT, start, typed, "");
    }
    return built;
  }
}
