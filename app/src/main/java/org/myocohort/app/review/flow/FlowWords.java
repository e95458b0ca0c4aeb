package org.myocohort.app.review.flow;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.myocohort.app.cli.Texts;
import org.myocohort.evidence.flow.Count;
import org.myocohort.evidence.flow.FlowBox;
import org.myocohort.evidence.flow.FlowPart;
import org.myocohort.evidence.flow.IdentityCheck;
import org.myocohort.evidence.flow.Relation;
import org.myocohort.evidence.flow.Term;
import org.myocohort.evidence.flow.Verdict;

/// The numbers and sums of a diagram in words.
///
/// @param update whether a version before is in the diagram, so that its studies are new ones
record FlowWords(Texts texts, boolean update) {
  static final String NOT_REPORTED = "NR";

  /// From this number on the digits stand in groups of three.
  private static final long GROUPED = 10_000;

  /// What a number of a box counts, as the figure says it.
  String label(FlowPart part) {
    String code = "flow.part." + part.box().code() + "." + part.part();
    if (!part.name().isEmpty()) {
      boolean worded = part.part().equals(FlowPart.REASON) && texts.has(code);
      return worded ? texts.text(code, part.name()) : part.name();
    }
    return texts.text(update && texts.has(code + ".new") ? code + ".new" : code);
  }

  /// What a number counts, away from the figure: the arm is named too.
  private String name(FlowPart part) {
    boolean otherArm = part.box().code().startsWith("other-");
    return otherArm ? texts.text("flow.part.other-arm", label(part)) : label(part);
  }

  /// A number in brackets, as in a box: `(n = 1250)`.
  String bracketed(Count count) {
    Long number = count.number();
    return texts.text("flow.n", number == null ? texts.text("flow.not-reported") : grouped(number));
  }

  private String grouped(long number) {
    if (number < GROUPED) {
      return Long.toString(number);
    }
    return String.format(Locale.ROOT, "%,d", number).replace(",", texts.text("flow.group"));
  }

  /// A number for a table or a sum.
  static String plain(Count count) {
    Long number = count.number();
    return number == null ? NOT_REPORTED : number.toString();
  }

  /// A number with what it was counted from.
  String counted(FlowPart part, Count count) {
    return count.from().equals(Count.SUM)
        ? texts.text("flow.added", name(part), plain(count))
        : texts.text("flow.counted", name(part), plain(count), count.from());
  }

  /// An identity with both sides, such as `Records identified (10) − Records removed (3) = 7 ≠
  /// Records screened (8)`.
  String sum(IdentityCheck check) {
    StringBuilder sum = new StringBuilder(side(check.left(), check.leftSum()));
    sum.append(' ').append(sign(check)).append(' ').append(side(check.right(), check.rightSum()));
    return check.explanation() == null
        ? sum.toString()
        : texts.text(
            "flow.explained",
            sum,
            String.format(Locale.ROOT, "%+d", check.explanation().difference()),
            check.explanation().because());
  }

  private String side(List<Term> terms, Optional<Long> total) {
    StringBuilder side = new StringBuilder();
    for (Term term : terms) {
      if (term.subtracted()) {
        side.append(" − ");
      } else if (!side.isEmpty()) {
        side.append(" + ");
      }
      side.append(name(term.part())).append(" (").append(plain(term.count())).append(')');
    }
    if (terms.size() > 1) {
      side.append(" = ").append(total.map(Object::toString).orElse(NOT_REPORTED));
    }
    return side.toString();
  }

  /// The relation where it holds, its contrary where it does not, with a question mark where that
  /// cannot be told.
  private static String sign(IdentityCheck check) {
    Relation relation = check.relation();
    return switch (check.verdict()) {
      case HOLDS -> relation.sign();
      case CANNOT_BE_TOLD -> relation.sign() + "?";
      case EXPLAINED, BROKEN ->
          check.leftSum().equals(check.rightSum())
              ? relation.sign()
              : switch (relation) {
                case EQUAL -> "≠";
                case AT_LEAST -> "<";
                case AT_MOST -> ">";
              };
    };
  }

  String verdict(Verdict verdict) {
    return texts.text("flow.verdict." + verdict.name());
  }

  /// Whether a box tells an identity: the box that it ends in, or the smaller part of a whole.
  static boolean endsIn(IdentityCheck check, FlowBox box) {
    List<Term> end = check.relation() == Relation.AT_MOST ? check.left() : check.right();
    return end.stream().anyMatch(each -> each.part().box() == box);
  }
}
