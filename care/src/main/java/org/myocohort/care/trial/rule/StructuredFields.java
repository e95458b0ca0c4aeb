package org.myocohort.care.trial.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.myocohort.care.rule.Limits;
import org.myocohort.care.rule.Limits.Bound;
import org.myocohort.care.rule.Rule;
import org.myocohort.care.trial.Trial;
import org.myocohort.patient.Sex;

/// The fields of a record that are criteria by themselves: lowest and highest age, sex.
///
/// Both ages belong to those who may take part: `75 Years` holds up to the 76th birthday.
public final class StructuredFields {
  private static final Pattern YEARS = Pattern.compile("(\\d{1,3}) years?");

  private StructuredFields() {}

  /// The criteria; an age in months or days is left to a person.
  public static List<Criterion> criteria(Trial.Eligibility eligibility) {
    List<Criterion> criteria = new ArrayList<>();
    age(criteria, "minimumAge", Bound.AT_LEAST, eligibility.minimumAge());
    age(criteria, "maximumAge", Bound.AT_MOST, eligibility.maximumAge());
    switch (eligibility.sex()) {
      case "FEMALE" -> add(criteria, "sex", "sex: FEMALE", new Rule.SexIs(Sex.FEMALE));
      case "MALE" -> add(criteria, "sex", "sex: MALE", new Rule.SexIs(Sex.MALE));
      default -> {}
    }
    return criteria;
  }

  private static void age(List<Criterion> criteria, String field, Bound bound, String text) {
    if (text.isEmpty()) {
      return;
    }
    Matcher years = YEARS.matcher(text.toLowerCase(Locale.ROOT));
    Rule rule =
        years.matches()
            ? new Rule.Age(
                Rule.AgeAt.NOW,
                new Limits(
                    List.of(
                        new Limits.Limit(
                            bound, new BigDecimal(years.group(1)), Limits.Of.UNIT, "years"))))
            : new Rule.Person(text);
    add(criteria, field, field + ": " + text, rule);
  }

  private static void add(List<Criterion> criteria, String id, String text, Rule rule) {
    criteria.add(new Criterion(id, Criterion.Kind.INCLUSION, text, rule, Criterion.Source.FIELD));
  }
}
