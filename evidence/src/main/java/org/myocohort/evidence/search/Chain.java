package org.myocohort.evidence.search;

import java.util.ArrayList;
import java.util.List;
import org.myocohort.evidence.search.Expression.And;
import org.myocohort.evidence.search.Expression.Near;
import org.myocohort.evidence.search.Expression.Not;
import org.myocohort.evidence.search.Expression.Or;

/// A string as typed, before any precedence: operands and the operators between them, brackets as
/// chains of their own.
sealed interface Chain {
  /// What the string asks for under a precedence.
  Expression read(Precedence precedence);

  /// The same with terms that name no field put into one.
  Chain within(Scope scope);

  /// Whether AND and OR, or NOT and another, stand on one level somewhere.
  boolean isMixed();

  /// One operand.
  record Leaf(Expression expression) implements Chain {
    @Override
    public Expression read(Precedence precedence) {
      return expression;
    }

    @Override
    public Chain within(Scope scope) {
      return new Leaf(expression.within(scope));
    }

    @Override
    public boolean isMixed() {
      return false;
    }
  }

  /// Operands and one operator fewer.
  record Links(List<Chain> operands, List<Operator> operators) implements Chain {
    public Links {
      operands = List.copyOf(operands);
      operators = List.copyOf(operators);
    }

    @Override
    public Expression read(Precedence precedence) {
      List<Expression> left = new ArrayList<>();
      operands.forEach(operand -> left.add(operand.read(precedence)));
      List<Operator> between = new ArrayList<>(operators);
      // Built on this level, so that a further operand of the same operator joins it.
      List<Boolean> open = new ArrayList<>(left.stream().map(_ -> false).toList());
      for (int rank = Precedence.HIGHEST; rank > 0; rank--) {
        int at = 0;
        while (at < between.size()) {
          Operator operator = between.get(at);
          if (precedence.rank(operator.kind()) != rank) {
            at++;
            continue;
          }
          left.set(at, join(left.get(at), open.get(at), operator, left.get(at + 1)));
          open.set(at, true);
          left.remove(at + 1);
          open.remove(at + 1);
          between.remove(at);
        }
      }
      return left.getFirst();
    }

    private static Expression join(
        Expression left, boolean open, Operator operator, Expression right) {
      return switch (operator.kind()) {
        case AND ->
            new And(open && left instanceof And and ? more(and.parts(), right) : both(left, right));
        case OR ->
            new Or(open && left instanceof Or or ? more(or.parts(), right) : both(left, right));
        case NOT -> new Not(left, right);
        case NEAR -> new Near(both(left, right), operator.between(), operator.ordered());
      };
    }

    private static List<Expression> both(Expression left, Expression right) {
      return List.of(left, right);
    }

    private static List<Expression> more(List<Expression> parts, Expression right) {
      List<Expression> all = new ArrayList<>(parts);
      all.add(right);
      return all;
    }

    @Override
    public Chain within(Scope scope) {
      return new Links(operands.stream().map(operand -> operand.within(scope)).toList(), operators);
    }

    @Override
    public boolean isMixed() {
      boolean here =
          operators.stream().anyMatch(operator -> operator.kind() == Operator.Kind.AND)
              && operators.stream().anyMatch(operator -> operator.kind() == Operator.Kind.OR);
      return here || operands.stream().anyMatch(Chain::isMixed);
    }
  }
}
