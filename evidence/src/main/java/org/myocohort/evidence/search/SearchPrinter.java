package org.myocohort.evidence.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
import org.myocohort.evidence.search.Expression.Years;

/// Writes a search with every bracket that its reading needs: read again in the same dialect it is
/// the same search, whatever the precedence.
public final class SearchPrinter {
  private final Notation notation;
  private final boolean groups;

  private SearchPrinter(Dialect dialect) {
    this.notation = Notation.of(dialect);
    this.groups = dialect != Dialect.PUBMED;
  }

  /// Writes what was read in a dialect, in that dialect.
  ///
  /// @throws IllegalArgumentException if it holds what the dialect cannot say; see [Translation]
  public static String print(Expression expression, Dialect dialect) {
    String range = dialect == Dialect.OVID ? range(expression) : null;
    return range == null ? new SearchPrinter(dialect).written(expression, null) : range;
  }

  /// `or/1-5`, where a line joins lines that follow each other.
  private static @Nullable String range(Expression expression) {
    List<Expression> parts = expression.parts();
    boolean or = expression instanceof Or;
    if (parts.size() < 3
        || !(or || expression instanceof And)
        || !(parts.getFirst() instanceof Reference(int first))) {
      return null;
    }
    for (int i = 0; i < parts.size(); i++) {
      if (!parts.get(i).equals(new Reference(first + i))) {
        return null;
      }
    }
    return (or ? "or/" : "and/") + first + "-" + (first + parts.size() - 1);
  }

  /// @param inherited field that stands on a bracket round it
  private String written(Expression expression, @Nullable Scope inherited) {
    return switch (expression) {
      case Term term -> notation.term(term.scope().equals(inherited) ? bare(term) : term);
      case Heading heading -> notation.heading(heading);
      case Reference(int line) -> notation.reference(line);
      case Restriction restriction -> notation.restriction(restriction);
      case Limited limited -> limited(limited);
      case And(List<Expression> parts) -> group(expression, parts, "AND", inherited);
      case Or(List<Expression> parts) -> group(expression, parts, "OR", inherited);
      case Not(Expression from, Expression without) ->
          group(expression, List.of(from, without), "NOT", inherited);
      case Near near ->
          groups ? group(expression, near.parts(), notation.near(near), inherited) : nearTerm(near);
    };
  }

  private static Term bare(Term term) {
    return new Term(term.words(), term.join(), Scope.DEFAULT);
  }

  private String group(
      Expression whole, List<Expression> parts, String operator, @Nullable Scope inherited) {
    Scope common = groups && inherited == null ? commonScope(whole) : null;
    Scope within = common == null ? inherited : common;
    String joined =
        parts.stream()
            .map(part -> bracketed(part, within))
            .collect(Collectors.joining(" " + notation.operator(operator) + " "));
    return common == null ? joined : notation.inScope("(" + joined + ")", common);
  }

  private String bracketed(Expression part, @Nullable Scope inherited) {
    String written = written(part, inherited);
    boolean compound =
        switch (part) {
          case And _, Or _, Not _, Limited _ -> true;
          case Near _ -> groups;
          case Term _, Heading _, Reference _, Restriction _ -> false;
        };
    // A group with a field has its brackets already.
    boolean closed = inherited == null && groups && commonScope(part) != null;
    return compound && !closed ? "(" + written + ")" : written;
  }

  /// The field that every term names; null where there is none, or where something has no field.
  private static @Nullable Scope commonScope(Expression expression) {
    List<Scope> scopes = new ArrayList<>();
    if (!collect(expression, scopes)) {
      return null;
    }
    Scope first = scopes.getFirst();
    return !first.isDefault() && scopes.stream().allMatch(first::equals) ? first : null;
  }

  private static boolean collect(Expression expression, List<Scope> scopes) {
    if (expression instanceof Term(var _, Join _, Scope scope)) {
      return scopes.add(scope);
    }
    List<Expression> parts = expression.parts();
    return !parts.isEmpty()
        && !(expression instanceof Limited)
        && parts.stream().allMatch(part -> collect(part, scopes));
  }

  /// `"a b"[tiab:~2]`
  private String nearTerm(Near near) {
    List<Word> words = new ArrayList<>();
    Scope scope = Scope.DEFAULT;
    for (Expression part : near.parts()) {
      if (!(part instanceof Term term) || near.ordered()) {
        throw new IllegalArgumentException("PubMed takes no proximity of groups or in order");
      }
      words.addAll(term.words());
      scope = term.scope();
    }
    Term term = new Term(words, Join.PHRASE, new Scope("x", scope.fields()));
    String written = notation.term(term);
    return written.substring(0, written.lastIndexOf('['))
        + "["
        + (scope.isDefault() ? "all" : scope.code())
        + ":~"
        + near.between()
        + "]";
  }

  private String limited(Limited limited) {
    String to =
        limited.to().stream().map(SearchPrinter::limit).collect(Collectors.joining(" and "));
    return "limit "
        + written(limited.of(), null)
        + " to "
        + (limited.to().size() > 1 ? "(" + to + ")" : to);
  }

  private static String limit(Restriction restriction) {
    return switch (restriction) {
      case Years(Integer from, Integer to) ->
          from != null && from.equals(to) ? "yr=\"" + from + '"' : Notation.years(from, to);
      case Language(String name) -> name + " language";
      case Humans _ -> "humans";
      case OtherLimit(String text) -> '"' + text + '"';
    };
  }
}
