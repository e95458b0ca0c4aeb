package org.myocohort.care.trial.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.myocohort.care.rule.Rule;
import org.myocohort.care.rule.Span;
import org.myocohort.care.trial.rule.Criterion.Kind;
import org.myocohort.vocabulary.Vocabulary;

/// Named drugs that exclude: `Prior treatment with rituximab`, `Treatment with infliximab or
/// etanercept within 8 weeks of screening`.
///
/// Only on the list of exclusions, where the wording is plain; only drugs of the vocabulary, and no
/// glucocorticoids, of which forms for the skin or the joints may be meant.
final class PlainDrug {
  private static final String USE =
      "(?:treatment with|therapy with|use of|exposure to|administration of|receipt of)";
  private static final Pattern EVER =
      Pattern.compile(
          "(?:any )?(?:prior|previous|past)(?: or current)? "
              + USE
              + " (?<drugs>.+)|(?:previously )?(?:treated with|received) (?<other>.+) at any time",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NOW =
      Pattern.compile(
          "(?:current|concurrent|concomitant|ongoing) " + USE + " (?<drugs>.+)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern WITHIN =
      Pattern.compile(
          "(?:(?:any |prior |previous |recent )?"
              + USE
              + "|(?:has |have )?received) (?<drugs>.+?) (?:within|in) (?:the )?"
              + "(?:last |past |previous |prior )?(?<span>\\d{1,3} (?:days?|weeks?|months?|years?))"
              + "(?: (?:of|before|prior to|preceding) (?:the )?(?:screening|baseline|study entry"
              + "|enrollment|enrolment|inclusion|randomi[sz]ation|first dose)(?: visit)?)?",
          Pattern.CASE_INSENSITIVE);

  private PlainDrug() {}

  static Optional<Rule> read(String plain, Kind kind) {
    if (kind != Kind.EXCLUSION) {
      return Optional.empty();
    }
    Matcher within = WITHIN.matcher(plain);
    if (within.matches()) {
      Span span = Span.parse(within.group("span")).orElseThrow();
      return rule(within.group("drugs"), Rule.TakenAs.plainly(false, span));
    }
    Matcher now = NOW.matcher(plain);
    if (now.matches()) {
      return rule(now.group("drugs"), Rule.TakenAs.plainly(true, null));
    }
    Matcher ever = EVER.matcher(plain);
    if (ever.matches()) {
      @Nullable String drugs = ever.group("drugs");
      return rule(drugs == null ? ever.group("other") : drugs, Rule.TakenAs.plainly(false, null));
    }
    return Optional.empty();
  }

  private static Optional<Rule> rule(String list, Rule.TakenAs as) {
    List<String> codes = new ArrayList<>();
    for (String name : list.split(", or |, | or ", -1)) {
      Optional<Vocabulary.Term> term =
          Vocabulary.drugs()
              .find(name)
              .filter(found -> found.code().equalsIgnoreCase(name.strip()));
      if (term.isEmpty() || term.get().cell("class").equals("glucocorticoid")) {
        return Optional.empty();
      }
      codes.add(term.get().code());
    }
    return Optional.of(new Rule.Taken(codes, list, as));
  }
}
