package org.myocohort.app.rule;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Texts;
import org.myocohort.care.line.RefractoryDefinition;
import org.myocohort.care.rule.DoseLimits;
import org.myocohort.care.rule.Limits;
import org.myocohort.care.rule.Limits.Limit;
import org.myocohort.care.rule.Rule;
import org.myocohort.care.rule.Span;
import org.myocohort.patient.Cohort;

/// A rule back in words, so that the one who wrote it reads what the program understood.
public final class RuleWords {
  private final Texts texts;
  private final MatchWords names;

  public RuleWords(Texts texts) {
    this.texts = texts;
    this.names = new MatchWords(texts);
  }

  public String words(Rule rule) {
    return switch (rule) {
      case Rule.All(List<Rule> parts) -> text("all", joined(parts));
      case Rule.Any(List<Rule> parts) -> text("any", joined(parts));
      case Rule.Count(int least, List<Rule> parts) ->
          text("count", least, parts.size(), joined(parts));
      case Rule.Not(Rule part) -> text("not", words(part));
      case Rule.When when ->
          when.otherwise() == null
              ? text("when", words(when.condition()), words(when.then()))
              : text(
                  "when-else",
                  words(when.condition()),
                  words(when.then()),
                  words(when.otherwise()));
      case Rule.Age(Rule.AgeAt at, Limits limits) ->
          text("age." + at.word().replace(' ', '-'), limits(limits));
      case Rule.SexIs(var sex) -> text("sex." + sex.code());
      case Rule.Antibody antibody ->
          text(
                  antibody.positive() ? "antibody-positive" : "antibody-negative",
                  names.name(antibody.antibody()))
              + (antibody.centrally() ? text("centrally") : "")
              + within(antibody.within());
      case Rule.Measured measured ->
          text("measured." + measured.take().word(), names.name(measured.code()))
              + " "
              + limits(measured.limits())
              + within(measured.within());
      case Rule.Fall fall ->
          text(
              "fall." + fall.as().word(),
              names.name(fall.code()),
              limits(fall.limits()),
              span(fall.within()));
      case Rule.CoreSet scale ->
          names.name(scale.scale().column())
              + (scale.maximum() == 0 ? "" : " " + text("form", scale.maximum()))
              + " "
              + limits(scale.limits())
              + within(scale.within());
      case Rule.Found(String finding, boolean ever, Span within) ->
          text(ever ? "found-ever" : within == null ? "found" : "found-within", names.name(finding))
              + within(within);
      case Rule.Diagnosis(String name) -> text("diagnosis", name);
      case Rule.Classified(String set, String grade) ->
          text("classified", texts.text("criteria." + set))
              + (grade.isEmpty() ? "" : text("grade." + grade));
      case Rule.Taken taken -> taken(taken);
      case Rule.Stopped(List<String> _, String shown, Rule.StopReason because) ->
          text("stopped." + because.word().replace(' ', '-'), shown);
      case Rule.RefractoryBy(RefractoryDefinition definition) ->
          text("refractory", texts.text("line.refractory." + definition.code()));
      case Rule.BegunInLine(List<String> _, String shown, int least) ->
          text("begun-in-line", shown, least);
      case Rule.DescribedBy(Cohort cohort) -> text("described-by." + cohort.code());
      case Rule.Happened happened ->
          text("event", happened.kind().code())
              + (happened.noting().isEmpty()
                  ? ""
                  : " " + text("noting", String.join(", ", happened.noting())))
              + within(happened.within());
      case Rule.Duration(Rule.Since since, Limits limits) ->
          text("duration." + since.word().replace(' ', '-'), limits(limits));
      case Rule.NotHeld(String item) -> text("item", item);
      case Rule.Person(String why) -> text("person", why);
    };
  }

  private String text(String code, Object... values) {
    return texts.text("rule." + code, values);
  }

  private String joined(List<Rule> parts) {
    List<String> words = new ArrayList<>();
    for (Rule part : parts) {
      words.add(part instanceof Rule.Combined ? "(" + words(part) + ")" : words(part));
    }
    return String.join("; ", words);
  }

  private String taken(Rule.Taken taken) {
    Rule.TakenAs as = taken.as();
    StringBuilder text = new StringBuilder();
    text.append(
        text(as.now() ? "taking" : as.within() == null ? "taken-ever" : "taken", taken.shown()));
    text.append(within(as.within()));
    DoseLimits dose = as.dose();
    if (dose != null) {
      List<String> limits = new ArrayList<>();
      for (DoseLimits.Dose each : dose.all()) {
        limits.add(each.bound().sign() + " " + each.text());
      }
      text.append(text("dose", String.join(", ", limits)));
    }
    Span stable = as.stableFor();
    if (stable != null) {
      text.append(text("stable", span(stable)));
    }
    Span least = as.atLeastFor();
    if (least != null) {
      text.append(text("lasting", span(least)));
    }
    if (!as.startedFor().isEmpty()) {
      text.append(text("started-for", String.join(", ", as.startedFor())));
    }
    if (!as.route().isEmpty()) {
      text.append(text("route", as.route()));
    }
    return text.toString();
  }

  private String within(@Nullable Span span) {
    return span == null ? "" : text("within", span(span));
  }

  public String span(Span span) {
    return text(
        "span."
            + switch (span.unit()) {
              case DAYS -> "days";
              case WEEKS -> "weeks";
              case MONTHS -> "months";
              default -> "years";
            },
        span.count());
  }

  private String limits(Limits limits) {
    List<String> words = new ArrayList<>();
    for (Limit limit : limits.all()) {
      String number = limit.number().toPlainString();
      words.add(
          limit.bound().sign()
              + " "
              + switch (limit.of()) {
                case UPPER_LIMIT -> number + " x ULN";
                case LOWER_LIMIT -> number + " x LLN";
                case PERCENT_OF_MAXIMUM -> text("of-maximum", number);
                case UNIT -> unit(number, limit.unit());
              });
    }
    return String.join(", ", words);
  }

  private String unit(String number, String unit) {
    return switch (unit) {
      case "" -> number;
      case "years", "YEARS" -> text("span.years", number);
      case "MONTHS" -> text("span.months", number);
      case "WEEKS" -> text("span.weeks", number);
      case "DAYS" -> text("span.days", number);
      default -> number + " " + unit;
    };
  }
}
