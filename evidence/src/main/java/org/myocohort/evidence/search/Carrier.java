package org.myocohort.evidence.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.myocohort.evidence.search.Expression.And;
import org.myocohort.evidence.search.Expression.Heading;
import org.myocohort.evidence.search.Expression.Humans;
import org.myocohort.evidence.search.Expression.Join;
import org.myocohort.evidence.search.Expression.Language;
import org.myocohort.evidence.search.Expression.Limited;
import org.myocohort.evidence.search.Expression.Near;
import org.myocohort.evidence.search.Expression.Not;
import org.myocohort.evidence.search.Expression.Or;
import org.myocohort.evidence.search.Expression.OtherLimit;
import org.myocohort.evidence.search.Expression.Reference;
import org.myocohort.evidence.search.Expression.Restriction;
import org.myocohort.evidence.search.Expression.Term;
import org.myocohort.evidence.search.Expression.Vocabulary;
import org.myocohort.evidence.search.Expression.Years;
import org.myocohort.evidence.search.TranslationNote.Code;

/// Carries one line into what another dialect can say, and notes what changes on the way.
final class Carrier {
  private final Dialect from;
  private final Dialect to;
  private final int line;
  private final Map<Integer, Integer> numbers;
  private final List<TranslationNote> notes;
  private final WordCarrier words;

  /// @param numbers those that lines before this one have now
  Carrier(
      Dialect from,
      Dialect to,
      int line,
      Map<Integer, Integer> numbers,
      List<TranslationNote> notes) {
    this.from = from;
    this.to = to;
    this.line = line;
    this.numbers = numbers;
    this.notes = notes;
    this.words = new WordCarrier(from, to, (code, was, is) -> note(code, was, is));
  }

  private void note(Code code, String was, String is) {
    notes.add(new TranslationNote(line, code, was, is));
  }

  /// The line in the other dialect; empty where nothing of it is left.
  Optional<Expression> carry(Expression expression) {
    return from == to
        ? Optional.of(renumbered(expression))
        : carried(expression, !(expression instanceof Restriction));
  }

  private Expression renumbered(Expression expression) {
    return expression instanceof Reference(int referred)
        ? new Reference(numbers.getOrDefault(referred, referred))
        : expression.map(this::renumbered);
  }

  /// Empty where nothing of it is left.
  private Optional<Expression> carried(Expression expression, boolean conjunct) {
    return switch (expression) {
      case Term term -> Optional.of(term(term));
      case Heading heading -> Optional.of(heading(heading));
      // A line that left nothing, or that could not be read, is gone from here too.
      case Reference(int referred) ->
          Optional.ofNullable(numbers.get(referred)).map(Reference::new);
      case Restriction restriction -> restriction(restriction, conjunct);
      case Near near -> new NearCarrier(this, to).carry(near);
      case Limited(Expression of, List<Restriction> limits) -> limited(of, limits, conjunct);
      case And(List<Expression> parts) -> {
        // A limit needs something to limit.
        boolean some = parts.stream().anyMatch(part -> !(part instanceof Restriction));
        List<Expression> left = all(parts, conjunct && some);
        yield left.isEmpty()
            ? Optional.empty()
            : Optional.of(left.size() == 1 ? left.getFirst() : new And(left));
      }
      case Or(List<Expression> parts) -> {
        List<Expression> left = all(parts, false);
        yield left.isEmpty()
            ? Optional.empty()
            : Optional.of(left.size() == 1 ? left.getFirst() : new Or(left));
      }
      case Not(Expression of, Expression without) -> {
        Optional<Expression> kept = carried(of, conjunct);
        Optional<Expression> gone = carried(without, false);
        yield kept.isPresent() && gone.isPresent()
            ? Optional.of(new Not(kept.get(), gone.get()))
            : kept;
      }
    };
  }

  private List<Expression> all(List<Expression> parts, boolean conjunct) {
    List<Expression> left = new ArrayList<>();
    parts.forEach(part -> carried(part, conjunct).ifPresent(left::add));
    return left;
  }

  private Optional<Expression> limited(Expression of, List<Restriction> limits, boolean conjunct) {
    List<Expression> parts = new ArrayList<>();
    carried(of, conjunct).ifPresent(parts::add);
    for (Restriction limit : limits) {
      restriction(limit, true).ifPresent(parts::add);
    }
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(parts.size() == 1 ? parts.getFirst() : new And(parts));
  }

  Expression term(Term term) {
    Scope scope = scope(term);
    List<Word> carried = term.words().stream().map(words::carry).toList();
    if (term.join() == Join.MAPPED && term.scope().isDefault()) {
      note(Code.MAPPING_LOST, shown(term), "");
    }
    if (term.join() == Join.EVERY_WORD && carried.size() > 1 && isWithoutEveryWord()) {
      return new And(carried.stream().map(word -> (Expression) single(word, scope)).toList());
    }
    if (carried.size() == 1) {
      return single(carried.getFirst(), scope);
    }
    boolean phrase = term.join() != Join.EVERY_WORD;
    if (phrase && to == Dialect.COCHRANE && carried.stream().anyMatch(Word::hasWildcard)) {
      return nextTo(carried, scope);
    }
    return new Term(carried, phrase ? Join.PHRASE : Join.EVERY_WORD, scope);
  }

  private boolean isWithoutEveryWord() {
    return to == Dialect.OVID || to == Dialect.PUBMED;
  }

  private Term single(Word word, Scope scope) {
    Join join =
        switch (to) {
          case OVID -> Join.PHRASE;
          // In quotes PubMed maps it to nothing; a tag or a wildcard does the same.
          case PUBMED ->
              (scope.isDefault() && !word.hasWildcard()) || Notation.isOperator(word.stem())
                  ? Join.PHRASE
                  : Join.MAPPED;
          case EMBASE -> Join.EVERY_WORD;
          case COCHRANE, PROQUEST ->
              Notation.isOperator(word.stem()) ? Join.PHRASE : Join.EVERY_WORD;
        };
    return new Term(List.of(word), join, scope);
  }

  /// The Cochrane Library takes no wildcard in quotes.
  private Expression nextTo(List<Word> phrase, Scope scope) {
    Expression near = single(phrase.getFirst(), scope);
    for (Word word : phrase.subList(1, phrase.size())) {
      near = new Near(List.of(near, single(word, scope)), 0, true);
    }
    return near;
  }

  private Scope scope(Term term) {
    Scope was = term.scope();
    if (was.isDefault()) {
      return Scope.DEFAULT;
    }
    Scope is = FieldCodes.of(to).closest(was.fields(), to != Dialect.PUBMED);
    Set<Field> covered = is.fields();
    if (!covered.equals(was.fields())) {
      note(Code.FIELD_CHANGED, was.code(), is.code());
    }
    return is;
  }

  private Heading heading(Heading heading) {
    Vocabulary vocabulary =
        switch (to) {
          case PUBMED, COCHRANE -> Vocabulary.MESH;
          case EMBASE -> Vocabulary.EMTREE;
          case OVID -> Vocabulary.OF_DATABASE;
          case PROQUEST ->
              heading.vocabulary() == Vocabulary.EMTREE ? Vocabulary.EMTREE : Vocabulary.MESH;
        };
    List<String> qualifiers =
        to == Dialect.PROQUEST || to == Dialect.EMBASE || from == Dialect.EMBASE
            ? List.of()
            : heading.qualifiers();
    Heading carried =
        new Heading(
            heading.name(),
            heading.exploded(),
            heading.major() && to != Dialect.COCHRANE,
            qualifiers,
            vocabulary);
    String was = SearchPrinter.print(heading, from);
    if (vocabulary != heading.vocabulary()) {
      note(Code.HEADING_NOT_LOOKED_UP, was, SearchPrinter.print(carried, to));
    }
    if (heading.major() && !carried.major()) {
      note(Code.MAJOR_LOST, was, SearchPrinter.print(carried, to));
    }
    if (!heading.qualifiers().isEmpty()
        && (qualifiers.isEmpty() || to == Dialect.PUBMED || from == Dialect.PUBMED)) {
      note(Code.QUALIFIER_LOST, was, SearchPrinter.print(carried, to));
    }
    return carried;
  }

  /// @param conjunct whether it narrows the whole line down, as Ovid's limits do
  private Optional<Expression> restriction(Restriction limit, boolean conjunct) {
    Optional<Expression> carried =
        switch (to) {
          case PUBMED, EMBASE ->
              limit instanceof OtherLimit ? Optional.empty() : Optional.of(limit);
          case OVID ->
              limit instanceof OtherLimit || (!conjunct && !isTermOnOvid(limit))
                  ? Optional.empty()
                  : Optional.of(limit);
          case COCHRANE -> Optional.empty();
          case PROQUEST ->
              limit instanceof Years || limit instanceof Language
                  ? Optional.of(limit)
                  : Optional.empty();
        };
    String was = shown(limit);
    if (carried.isEmpty()) {
      note(Code.LIMIT_LOST, was, "");
    } else if (limit instanceof Years(Integer first, Integer last)
        && (first == null || last == null)
        && to != Dialect.OVID) {
      note(Code.LIMIT_APPROXIMATED, was, SearchPrinter.print(limit, to));
    }
    return carried;
  }

  private static boolean isTermOnOvid(Restriction limit) {
    return limit instanceof Language
        || (limit instanceof Years(Integer first, Integer last)
            && first != null
            && first.equals(last));
  }

  /// What stood there, in the words of the original dialect.
  String shown(Expression expression) {
    return switch (expression) {
      case OtherLimit(String text) -> text;
      case Humans _ -> "humans";
      default -> SearchPrinter.print(expression, from);
    };
  }

  void changed(Code code, Expression was, Expression is) {
    note(code, shown(was), SearchPrinter.print(is, to));
  }

  /// A part of a proximity.
  Optional<Expression> part(Expression part) {
    return carried(part, false);
  }
}
