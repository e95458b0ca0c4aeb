package org.myocohort.evidence.search;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a search string asks for, the same for every dialect; it says nothing of brackets, which
/// the structure stands for.
public sealed interface Expression {

  /// How several words belong together.
  enum Join {
    /// Beside each other and in this order.
    PHRASE,
    /// Every one of them, anywhere in the field.
    EVERY_WORD,
    /// As PubMed's term mapping decides: headings, a known phrase, or every word.
    MAPPED
  }

  /// The list of headings that a heading is taken from.
  enum Vocabulary {
    MESH,
    EMTREE,
    /// The string does not say: on Ovid the database does.
    OF_DATABASE
  }

  /// Words in a field.
  record Term(List<Word> words, Join join, Scope scope) implements Expression {
    public Term {
      words = List.copyOf(words);
      if (words.isEmpty()) {
        throw new IllegalArgumentException("a term has words");
      }
    }
  }

  /// A heading of a controlled vocabulary.
  ///
  /// @param name as typed, never looked up
  /// @param exploded with all narrower headings
  /// @param major only where it is a main topic
  /// @param qualifiers subheadings, as typed
  record Heading(
      String name, boolean exploded, boolean major, List<String> qualifiers, Vocabulary vocabulary)
      implements Expression {
    public Heading {
      qualifiers = List.copyOf(qualifiers);
    }
  }

  /// Parts near each other.
  ///
  /// @param between words that may stand between them at most
  /// @param ordered whether they must come in this order
  record Near(List<Expression> parts, int between, boolean ordered) implements Expression {
    public Near {
      parts = List.copyOf(parts);
    }
  }

  record And(List<Expression> parts) implements Expression {
    public And {
      parts = List.copyOf(parts);
    }
  }

  record Or(List<Expression> parts) implements Expression {
    public Or {
      parts = List.copyOf(parts);
    }
  }

  /// What is in the first and not in the second.
  record Not(Expression from, Expression without) implements Expression {}

  /// The answer of an earlier line.
  record Reference(int line) implements Expression {}

  /// An answer narrowed down by the database's own limits.
  record Limited(Expression of, List<Restriction> to) implements Expression {
    public Limited {
      to = List.copyOf(to);
    }
  }

  /// A limit on records, not on words.
  sealed interface Restriction extends Expression {}

  /// Years of publication, both included; null where open.
  record Years(@Nullable Integer from, @Nullable Integer to) implements Restriction {}

  /// A language, as typed.
  record Language(String name) implements Restriction {}

  /// Studies of humans.
  record Humans() implements Restriction {}

  /// Any other limit, as typed.
  record OtherLimit(String text) implements Restriction {}

  /// The same with its direct parts replaced.
  default Expression map(Function<Expression, Expression> change) {
    return switch (this) {
      case And(List<Expression> parts) -> new And(parts.stream().map(change).toList());
      case Or(List<Expression> parts) -> new Or(parts.stream().map(change).toList());
      case Near(List<Expression> parts, int between, boolean ordered) ->
          new Near(parts.stream().map(change).toList(), between, ordered);
      case Not(Expression from, Expression without) ->
          new Not(change.apply(from), change.apply(without));
      case Limited(Expression of, List<Restriction> to) -> new Limited(change.apply(of), to);
      case Term _, Heading _, Reference _, Restriction _ -> this;
    };
  }

  /// Its direct parts; none of a leaf.
  default List<Expression> parts() {
    return switch (this) {
      case And(List<Expression> parts) -> parts;
      case Or(List<Expression> parts) -> parts;
      case Near(List<Expression> parts, int _, boolean _) -> parts;
      case Not(Expression from, Expression without) -> List.of(from, without);
      case Limited(Expression of, List<Restriction> _) -> List.of(of);
      case Term _, Heading _, Reference _, Restriction _ -> List.of();
    };
  }

  /// The same with terms that name no field put into one.
  default Expression within(Scope scope) {
    if (this instanceof Term(List<Word> words, Join join, Scope own)) {
      return own.isDefault() ? new Term(words, join, scope) : this;
    }
    return map(part -> Objects.requireNonNull(part).within(scope));
  }
}
