package org.myocohort.evidence.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.myocohort.evidence.search.Expression.Heading;
import org.myocohort.evidence.search.Expression.Join;
import org.myocohort.evidence.search.Expression.Language;
import org.myocohort.evidence.search.Expression.Term;
import org.myocohort.evidence.search.Expression.Vocabulary;
import org.myocohort.evidence.search.Finding.Code;
import org.myocohort.evidence.search.Token.Kind;

/// Reads ProQuest: fields before a bracket.
///
/// Words beside each other without quotes are joined by AND; `*` stands for up to five characters,
/// `[*n]` for up to n: <https://proquest.libguides.com/proquestplatform/tips>. `NEAR/n` and `PRE/n`
/// are taken as at most n-1 words between, and `NEAR` alone as `NEAR/4`.
final class ProQuestParser extends Parser {
  private static final int STAR = 5;
  private static final Pattern NEAR =
      Pattern.compile("(?i)(near|n|w|pre|p)(?:/(\\d{1,3}))|(NEAR|PRE)");
  private static final Pattern REFERENCE = Pattern.compile("(?i)\\[?s(\\d+)\\]?");
  private static final Pattern HEADING =
      Pattern.compile("(?i)(mesh|mjmesh|emb|mjemb)\\.exact(\\.explode)?");
  private static final Pattern LIMITED_STAR = Pattern.compile("\\[\\*(\\d{1,2})\\]");
  private static final Pattern YEARS = Pattern.compile("(\\d{4})(?:-(\\d{4}))?");
  private static final Pattern FOREIGN =
      Pattern.compile(
          "(?i).+/(?:exp|de)?|.+\\.(?:mp|tw|ti|ab|ti,ab|ab,ti|kw|sh|af)\\.?"
              + "|.+:(?:ti|ab)(?:,\\w\\w)*|.*\\[[a-z/: ]+\\]");

  ProQuestParser(Source source) {
    super(source);
  }

  @Override
  @Nullable Operator proximity(String word) {
    Matcher matcher = NEAR.matcher(word);
    if (!matcher.matches()) {
      return null;
    }
    if (matcher.group(3) != null) {
      return word.equals("NEAR") || word.equals("PRE")
          ? Operator.near(between("4"), word.equals("PRE"))
          : null;
    }
    boolean ordered = matcher.group(1).toLowerCase(Locale.ROOT).startsWith("p");
    return Operator.near(between(matcher.group(2)), ordered);
  }

  @Override
  String proximityWritten(int between, boolean ordered) {
    return (ordered ? "PRE/" : "NEAR/") + (between + 1);
  }

  @Override
  boolean impliesAnd() {
    return true;
  }

  @Override
  @Nullable Scope scopeBehindBracket() {
    return null;
  }

  @Override
  Chain term() throws UnreadableException {
    Token first = peek();
    if (first.is(Kind.QUOTED)) {
      next();
      if (first.text().isBlank()) {
        throw unexpected(first, "");
      }
      return new Chain.Leaf(
          new Term(wordsOf(first.text(), first.start() + 1), Join.PHRASE, Scope.DEFAULT));
    }
    if (peek(1).is(Kind.OPEN) && peek(1).follows(first)) {
      next();
      Matcher heading = HEADING.matcher(first.text());
      return heading.matches() ? heading(heading) : inField(first);
    }
    Matcher reference = REFERENCE.matcher(first.text());
    if (reference.matches()) {
      next();
      return reference(reference.group(1), first);
    }
    List<Token> tokens = new ArrayList<>();
    // A word directly before a bracket is its field.
    while (isWord() && !(peek(1).is(Kind.OPEN) && peek(1).follows(peek()))) {
      tokens.add(next());
    }
    String typed = between(tokens.getFirst(), tokens.getLast());
    for (Token token : tokens) {
      if (FOREIGN.matcher(token.text()).matches()) {
        throw findings.unreadable(
            Code.SYNTAX_FOREIGN,
            token.start(),
            token.text(),
            token.text().contains("/") ? "MESH.EXACT(\"…\")" : "TI,AB(…)");
      }
    }
    return new Chain.Leaf(new Term(wordsOf(typed, first.start()), Join.EVERY_WORD, Scope.DEFAULT));
  }

  private Chain heading(Matcher kind) throws UnreadableException {
    next();
    Token name = next();
    if (!name.is(Kind.QUOTED) || !peek().is(Kind.CLOSE)) {
      throw unexpected(name, "MESH.EXACT(\"…\")");
    }
    next();
    String vocabulary = kind.group(1).toLowerCase(Locale.ROOT);
    return new Chain.Leaf(
        new Heading(
            name.text().strip(),
            kind.group(2) != null,
            vocabulary.startsWith("mj"),
            List.of(),
            vocabulary.endsWith("mesh") ? Vocabulary.MESH : Vocabulary.EMTREE));
  }

  private Chain inField(Token code) throws UnreadableException {
    Optional<Scope> scope = FieldCodes.of(Dialect.PROQUEST).find(code.text());
    if (scope.isEmpty()) {
      findings.add(Code.FIELD_UNKNOWN, code.start(), code.text() + "(", "TI,AB(");
      return bracketed();
    }
    Chain inside = bracketed();
    if (inside instanceof Chain.Leaf(Term(List<Word> words, Join _, Scope own))
        && own.isDefault()) {
      String text = words.stream().map(Word::stem).collect(Collectors.joining(" "));
      Matcher years = YEARS.matcher(text);
      if (scope.get().fields().contains(Field.YEAR) && years.matches()) {
        return new Chain.Leaf(Limits.years(years));
      }
      if (scope.get().fields().contains(Field.LANGUAGE)) {
        return new Chain.Leaf(new Language(text));
      }
    }
    return inside.within(scope.get());
  }

  @Override
  Word word(String typed, int start) {
    Word.Builder word = new Word.Builder();
    for (int i = 0; i < typed.length(); i++) {
      Matcher limited = LIMITED_STAR.matcher(typed).region(i, typed.length());
      if (limited.lookingAt()) {
        word.wildcard(new Word.Any(Integer.valueOf(limited.group(1))));
        i = limited.end() - 1;
        continue;
      }
      switch (typed.charAt(i)) {
        case '*' -> word.wildcard(new Word.Any(STAR));
        case '?' -> word.wildcard(new Word.One());
        default -> word.letter(typed.charAt(i));
      }
    }
    return word.build();
  }
}
