package org.myocohort.evidence.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.myocohort.evidence.search.Expression.And;
import org.myocohort.evidence.search.Expression.Near;
import org.myocohort.evidence.search.Expression.Or;
import org.myocohort.evidence.search.Expression.Term;
import org.myocohort.evidence.search.TranslationNote.Code;

/// Carries a proximity into another dialect.
final class NearCarrier {
  /// More pairs than a person would type.
  private static final int MOST_PAIRS = 60;

  private final Carrier carrier;
  private final Dialect to;

  NearCarrier(Carrier carrier, Dialect to) {
    this.carrier = carrier;
    this.to = to;
  }

  /// Empty where nothing of it is left.
  Optional<Expression> carry(Near near) {
    List<Expression> parts =
        near.parts().stream().map(carrier::part).flatMap(Optional::stream).toList();
    return parts.size() < 2 ? parts.stream().findFirst() : Optional.of(carry(near, parts));
  }

  private Expression carry(Near near, List<Expression> parts) {
    if (to == Dialect.PUBMED) {
      return pairs(near, parts);
    }
    if (parts.size() > 2) {
      return nested(near, parts);
    }
    boolean ordered = near.ordered() && (near.between() == 0 || keepsOrder());
    Near carried = new Near(parts, near.between(), ordered);
    if (near.ordered() && !ordered) {
      carrier.changed(Code.ORDER_LOST, near, carried);
    }
    return carried;
  }

  private boolean keepsOrder() {
    return to == Dialect.EMBASE || to == Dialect.PROQUEST;
  }

  /// PubMed's words within a span, two by two elsewhere.
  private Expression nested(Near near, List<Expression> parts) {
    Expression nested = parts.getFirst();
    for (Expression part : parts.subList(1, parts.size())) {
      nested = new Near(List.of(nested, part), near.between(), false);
    }
    carrier.changed(Code.PROXIMITY_APPROXIMATED, near, nested);
    return nested;
  }

  /// PubMed takes words, no groups and no wildcards: every pair is written out, or AND stands.
  private Expression pairs(Near near, List<Expression> parts) {
    List<List<Word>> spans = List.of(List.of());
    @Nullable Scope scope = null;
    for (Expression part : parts) {
      List<Term> choices = choices(part);
      if (choices.isEmpty() || (scope != null && !scope.equals(choices.getFirst().scope()))) {
        return lost(near, parts);
      }
      scope = choices.getFirst().scope();
      List<List<Word>> longer = new ArrayList<>();
      for (List<Word> span : spans) {
        for (Term choice : choices) {
          if (!choice.scope().equals(scope)
              || choice.words().size() > 1
              || choice.words().stream().anyMatch(Word::hasWildcard)) {
            return lost(near, parts);
          }
          List<Word> words = new ArrayList<>(span);
          words.addAll(choice.words());
          longer.add(words);
        }
      }
      spans = longer;
    }
    if (spans.size() > MOST_PAIRS || scope == null) {
      return lost(near, parts);
    }
    Scope of = scope;
    List<Expression> written = spans.stream().map(span -> span(span, near.between(), of)).toList();
    Expression carried = written.size() == 1 ? written.getFirst() : new Or(written);
    if (near.ordered()) {
      carrier.changed(Code.ORDER_LOST, near, carried);
    }
    return carried;
  }

  private static Expression span(List<Word> words, int between, Scope scope) {
    Scope named = scope.isDefault() ? new Scope("all", scope.fields()) : scope;
    return new Near(
        words.stream()
            .map(word -> (Expression) new Term(List.of(word), Expression.Join.PHRASE, named))
            .toList(),
        between,
        false);
  }

  private static List<Term> choices(Expression part) {
    if (part instanceof Term term) {
      return List.of(term);
    }
    List<Term> terms = new ArrayList<>();
    if (part instanceof Or(List<Expression> parts)) {
      for (Expression each : parts) {
        if (!(each instanceof Term term)) {
          return List.of();
        }
        terms.add(term);
      }
    }
    return terms;
  }

  private Expression lost(Near near, List<Expression> parts) {
    Expression joined = new And(parts);
    carrier.changed(Code.PROXIMITY_LOST, near, joined);
    return joined;
  }
}
