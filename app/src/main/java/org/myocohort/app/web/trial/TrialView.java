package org.myocohort.app.web.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.myocohort.app.rule.RuleWords;
import org.myocohort.care.rule.Rule;
import org.myocohort.care.trial.Trial;
import org.myocohort.care.trial.match.MatchableTrial;
import org.myocohort.care.trial.rule.Criterion;
import org.myocohort.care.trial.rule.TrialRules;
import org.myocohort.care.trial.text.CriteriaSplitter;
import org.myocohort.care.trial.text.TextCriterion;

/// The page of a trial, as plain values.
///
/// @param facts what the record says, a missing part said to be missing
/// @param texts the criteria as the record words them, split, by the list they stand on
/// @param criteria what the program can look up in a patient's record, and what is left to a person
/// @param curated whether a person wrote these
/// @param incomplete what is known to be missing of the list, empty where nothing is
/// @param reviewed whether a clinician reviewed the rules, in words; empty without rules
public record TrialView(
    String id,
    String number,
    String title,
    String status,
    String asOf,
    List<Map.Entry<String, String>> facts,
    String summary,
    List<Site> sites,
    List<Group> texts,
    List<Line> criteria,
    boolean curated,
    String incomplete,
    String reviewed,
    String writtenBy) {
  public TrialView {
    facts = List.copyOf(facts);
    sites = List.copyOf(sites);
    texts = List.copyOf(texts);
    criteria = List.copyOf(criteria);
  }

  /// A place of the trial.
  public record Site(String facility, String city, String country, String status) {}

  /// Criteria of one list.
  public record Group(String heading, List<String> criteria) {
    public Group {
      criteria = List.copyOf(criteria);
    }
  }

  /// A criterion as the program understands it.
  ///
  /// @param understood in words
  /// @param source how the rule came about
  /// @param unread whether it is left to a person
  public record Line(
      String id, String kind, String text, String understood, String source, boolean unread) {}

  static TrialView of(Trial trial, MatchableTrial matchable, TrialWords words) {
    TrialRules rules = matchable.rules();
    boolean curated = rules != null;
    String incomplete = "";
    if (rules != null && !matchable.complete()) {
      incomplete = words.text("web.trials.incomplete", matchable.missing());
    } else if (Boolean.FALSE.equals(trial.eligibility().complete())) {
      incomplete = words.text("web.trials.incomplete", trial.eligibility().missing());
    }
    return new TrialView(
        trial.id(),
        words.number(trial.id()),
        trial.title().shown(),
        words.status(trial),
        words.asOf(trial),
        facts(trial, words),
        trial.summary(),
        trial.sites().stream()
            .map(site ->
                new Site(
                    words.orMissing(site.facility()),
                    words.orMissing(site.city()),
                    words.orMissing(site.country()),
                    words.siteStatus(site.status())))
            .toList(),
        texts(trial, words),
        matchable.criteria().stream().map(each -> line(each, words)).toList(),
        curated,
        incomplete,
        rules == null ? "" : reviewed(rules, words),
        rules == null
            ? ""
            : words.text(
                "web.trials.written-by",
                rules.curatedBy(),
                rules.curated().map(Object::toString).orElse(words.missing()),
                rules.source()));
  }

  static String reviewed(TrialRules rules, TrialWords words) {
    return rules.reviewedBy().isEmpty()
        ? words.text("trials.match.not-reviewed")
        : words.text("trials.match.reviewed", rules.reviewedBy());
  }

  private static List<Map.Entry<String, String>> facts(Trial trial, TrialWords words) {
    List<Map.Entry<String, String>> facts = new ArrayList<>();
    add(facts, words, "phase", words.phases(trial));
    add(facts, words, "conditions", words.joined(trial.conditions()));
    add(
        facts,
        words,
        "interventions",
        words.joined(trial.interventions().stream().map(Trial.Intervention::name).toList()));
    add(facts, words, "sponsor", words.orMissing(trial.sponsor().name()));
    Integer enrolled = trial.design().enrolled();
    add(
        facts,
        words,
        "enrolled",
        enrolled == null
            ? words.missing()
            : enrolled
                + (trial.design().enrolledKind().isEmpty()
                    ? ""
                    : " (" + words.text(enrolledKind(trial)) + ")"));
    Trial.Dates dates = trial.dates();
    add(facts, words, "start", words.orMissing(dates.start()));
    add(facts, words, "completion", words.orMissing(dates.completion()));
    add(facts, words, "updated", words.orMissing(dates.lastUpdate()));
    Trial.Eligibility who = trial.eligibility();
    add(facts, words, "minimum-age", words.orMissing(who.minimumAge()));
    add(facts, words, "maximum-age", words.orMissing(who.maximumAge()));
    add(facts, words, "sex", words.orMissing(who.sex()));
    add(facts, words, "countries", words.joined(trial.everyCountry()));
    add(facts, words, "outcomes", words.joined(trial.outcomes()));
    if (!trial.status().whyStopped().isEmpty()) {
      add(facts, words, "why-stopped", trial.status().whyStopped());
    }
    if (!trial.otherIds().isEmpty()) {
      add(facts, words, "other-numbers", words.joined(trial.otherIds()));
    }
    Trial.Provenance from = trial.provenance();
    add(
        facts,
        words,
        "source",
        words.text("web.trials.source." + from.kind(), from.file(), from.record()));
    return facts;
  }

  private static String enrolledKind(Trial trial) {
    return trial.design().enrolledKind().equals("ACTUAL")
        ? "web.trials.enrolled.actual"
        : "web.trials.enrolled.estimated";
  }

  private static void add(
      List<Map.Entry<String, String>> facts, TrialWords words, String code, String value) {
    facts.add(Map.entry(words.text("web.trials.fact." + code), value));
  }

  private static List<Group> texts(Trial trial, TrialWords words) {
    List<String> inclusion = new ArrayList<>();
    List<String> exclusion = new ArrayList<>();
    List<String> neither = new ArrayList<>();
    for (TextCriterion each : CriteriaSplitter.split(trial.eligibility().text())) {
      Criterion.Kind kind = each.kind();
      (kind == null ? neither : kind == Criterion.Kind.INCLUSION ? inclusion : exclusion)
          .add(each.text());
    }
    List<Group> groups = new ArrayList<>();
    if (!neither.isEmpty()) {
      groups.add(new Group(words.text("web.trials.neither"), neither));
    }
    if (!trial.eligibility().text().isEmpty()) {
      groups.add(new Group(words.text("web.trials.inclusion"), inclusion));
      groups.add(new Group(words.text("web.trials.exclusion"), exclusion));
    }
    return groups;
  }

  private static Line line(Criterion criterion, TrialWords words) {
    boolean unread = criterion.source() == Criterion.Source.UNREAD;
    return new Line(
        criterion.id(),
        words.text("trials.kind." + criterion.kind().code()),
        criterion.text(),
        unread
            ? words.text("web.trials.unread")
            : criterion.rule() instanceof Rule.Person(String why)
                ? words.text("web.trials.for-person", why)
                : new RuleWords(words.texts()).words(criterion.rule()),
        words.text("trials.source." + criterion.source().code()),
        unread || criterion.rule() instanceof Rule.Person);
  }
}
