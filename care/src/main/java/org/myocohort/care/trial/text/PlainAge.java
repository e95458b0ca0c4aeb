package org.myocohort.care.trial.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.myocohort.care.rule.Limits;
import org.myocohort.care.rule.Limits.Bound;
import org.myocohort.care.rule.Limits.Limit;
import org.myocohort.care.rule.Rule;
import org.myocohort.care.trial.rule.Criterion.Kind;

/// Ages: `Age >= 18 years`, `18 years of age or older`, `Men and women aged 18 to 75 years`.
///
/// More than 18 years is met at 19; at 18 it depends on what is counted, and a person decides.
final class PlainAge {
  private static final String WHO =
      "(?:(?:is|are|must be|subject is|patient is|participants? must be|patients? must be"
          + "|subjects? must be) )?(?:an? )?(?:adults? ?)?"
          + "(?:(?:men|males?|women|females?)(?:(?: and| or|/| and/or) ?(?:men|males?|women"
          + "|females?))? ?)?(?:(?:adult )?(?:patients?|subjects?|participants?|individuals?"
          + "|volunteers?|adults?) ?)?,? ?(?:and )?(?:(?:who are|must be|are|were|is|was) )?";
  private static final String AGE = "(?:(?:at an? |the )?age[ds]?:? ?(?:of )?)?";
  private static final String YEARS = "(?: ?(?:years?|yrs?)(?: old| of age)?)";
  private static final String TAIL =
      "(?: (?:at|as of|on|by) (?:the )?(?:time of |day of )?(?:the )?(?:screening|baseline"
          + "|enrollment|enrolment|inclusion|study entry|entry|randomi[sz]ation|consent"
          + "|informed consent|signing (?:of )?(?:the )?informed consent)(?: form)?(?: visit)?)?";

  private static final Pattern COMPARED =
      pattern(WHO + AGE + "(>=|<=|>|<) (\\d{1,3})" + YEARS + "?" + TAIL);
  private static final Pattern OR_OLDER =
      pattern(
          WHO + AGE + "(\\d{1,3})" + YEARS + "? (?:or|and) (?:older|over|greater|above)" + TAIL);
  private static final Pattern RANGE =
      pattern(
          WHO
              + AGE
              + "(\\d{1,3})"
              + YEARS
              + "? ?(?:-|to|through) ?(\\d{1,3})"
              + YEARS
              + "?,?(?: \\(?inclusive\\)?,?)?"
              + TAIL);
  private static final Pattern BETWEEN =
      pattern(
          WHO
              + AGE
              + "between (?:the )?(?:ages? (?:of )?)?(\\d{1,3})"
              + YEARS
              + "? and (\\d{1,3})"
              + YEARS
              + "?,? \\(?inclusive\\)?,?"
              + TAIL);

  private PlainAge() {}

  private static Pattern pattern(String text) {
    return Pattern.compile(text, Pattern.CASE_INSENSITIVE);
  }

  static Optional<Rule> read(String plain, Kind kind) {
    if (!plain.matches("(?i).*\\b(?:age[ds]?|years?|yrs?)\\b.*")) {
      return Optional.empty();
    }
    Matcher compared = COMPARED.matcher(plain);
    if (compared.matches()) {
      return Optional.of(compared(compared.group(1), number(compared.group(2)), kind));
    }
    if (kind == Kind.EXCLUSION) {
      return Optional.empty();
    }
    Matcher older = OR_OLDER.matcher(plain);
    if (older.matches()) {
      return Optional.of(age(limit(Bound.AT_LEAST, number(older.group(1)))));
    }
    for (Pattern pattern : List.of(RANGE, BETWEEN)) {
      Matcher range = pattern.matcher(plain);
      if (range.matches() && number(range.group(1)) < number(range.group(2))) {
        return Optional.of(
            age(
                limit(Bound.AT_LEAST, number(range.group(1))),
                limit(Bound.AT_MOST, number(range.group(2)))));
      }
    }
    return Optional.empty();
  }

  private static Rule compared(String sign, int years, Kind kind) {
    return switch (sign) {
      case ">=" -> age(limit(Bound.AT_LEAST, years));
      case "<" -> age(limit(Bound.LESS_THAN, years));
      // Whether the year after the birthday belongs to it is a matter of reading.
      case ">" -> unclear(age(limit(Bound.AT_LEAST, years + 1)), years, kind);
      default -> unclear(age(limit(Bound.LESS_THAN, years)), years, kind);
    };
  }

  private static Rule unclear(Rule certain, int years, Kind kind) {
    Rule edge =
        new Rule.All(
            List.of(
                age(limit(Bound.AT_LEAST, years), limit(Bound.AT_MOST, years)),
                new Rule.Person("exactly " + years + " years: " + kind.code())));
    return new Rule.Any(List.of(certain, edge));
  }

  private static int number(String text) {
    return Integer.parseInt(text);
  }

  private static Limit limit(Bound bound, int years) {
    return new Limit(bound, BigDecimal.valueOf(years), Limits.Of.UNIT, "years");
  }

  private static Rule age(Limit... limits) {
    return new Rule.Age(Rule.AgeAt.NOW, new Limits(new ArrayList<>(List.of(limits))));
  }
}
