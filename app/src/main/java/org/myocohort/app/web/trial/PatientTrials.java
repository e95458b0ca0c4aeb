package org.myocohort.app.web.trial;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.rule.MatchWords;
import org.myocohort.app.rule.RuleWords;
import org.myocohort.app.web.Addresses;
import org.myocohort.care.rule.Explained;
import org.myocohort.care.rule.Outcome;
import org.myocohort.care.rule.PatientView;
import org.myocohort.care.rule.Rule;
import org.myocohort.care.trial.Trial;
import org.myocohort.care.trial.match.MatchableTrial;
import org.myocohort.care.trial.match.TrialMatch;
import org.myocohort.care.trial.match.TrialMatch.CriterionAnswer;
import org.myocohort.care.trial.match.TrialMatch.Overall;
import org.myocohort.care.trial.rule.Criterion;
import org.myocohort.care.trial.rule.TrialRules;
import org.myocohort.patient.PatientRecord;
import org.myocohort.registry.patient.PatientKey;

/// A patient against trials, in words, each value with the address of its row. One for a request:
/// what many trials ask is looked up once.
public final class PatientTrials {
  private final PatientKey patient;
  private final PatientView view;
  private final TrialWords words;
  private final MatchWords matchWords;
  private final RuleWords ruleWords;

  public PatientTrials(PatientKey patient, PatientRecord record, LocalDate day, Texts texts) {
    this.patient = patient;
    this.view = new PatientView(record, day);
    this.words = new TrialWords(texts);
    this.matchWords = new MatchWords(texts);
    this.ruleWords = new RuleWords(texts);
  }

  /// A trial with what its criteria come to.
  ///
  /// @param style of the overall answer: `met`, `undetermined`, `notmet`
  /// @param shape a sign beside the word, so that no colour is needed
  /// @param counts how many criteria are open, for a person, met
  /// @param open criteria that the record leaves open
  /// @param incomplete what is known to be missing of the list, or that nobody wrote rules
  /// @param ofOtherDisease whether nothing says that it is about an inflammatory myopathy
  /// @param criteria every criterion, those that matter most first
  public record Matched(
      String id,
      String number,
      String address,
      String title,
      Overall answer,
      String overall,
      String style,
      String shape,
      String status,
      String asOf,
      String counts,
      int open,
      String incomplete,
      String reviewed,
      boolean ofOtherDisease,
      List<Line> criteria) {
    public Matched {
      criteria = List.copyOf(criteria);
    }

    /// Criteria that clearly speak against, those of a list that is kept short.
    public List<Line> failing() {
      return criteria.stream().filter(Line::fails).limit(SHOWN_IN_LIST).toList();
    }

    /// What would be asked next: open criteria with something that would settle them first.
    public List<Line> asking() {
      return criteria.stream()
          .filter(line -> line.code().equals("unknown"))
          .sorted(Comparator.comparing((Line line) -> line.settles().isEmpty()))
          .limit(SHOWN_IN_LIST)
          .toList();
    }

    /// What is still to be found out or judged.
    public List<Line> toCheck() {
      return criteria.stream()
          .filter(line -> line.code().equals("unknown") || line.code().equals("person"))
          .toList();
    }
  }

  private static final int SHOWN_IN_LIST = 3;

  /// A criterion with its answer.
  ///
  /// @param code `met`, `not met`, `unknown`, `person`
  /// @param says the answer in words
  /// @param fails whether it clearly speaks against
  /// @param values that were read
  /// @param missing what else the record lacks
  /// @param settles which single thing would settle it
  /// @param steps how the answer came about, for a rule of several parts
  public record Line(
      String id,
      String kind,
      String source,
      String text,
      String understood,
      String code,
      String style,
      String shape,
      String says,
      boolean fails,
      List<Read> values,
      List<String> missing,
      List<String> settles,
      List<String> notes,
      List<Step> steps) {
    public Line {
      values = List.copyOf(values);
      missing = List.copyOf(missing);
      settles = List.copyOf(settles);
      notes = List.copyOf(notes);
      steps = List.copyOf(steps);
    }
  }

  /// A value of the record with the address of its row.
  public record Read(String text, String address) {}

  /// A part of a rule.
  ///
  /// @param depth how deep it is nested, up to 4
  public record Step(int depth, String shape, String outcome, String text) {}

  /// A patient against all of them: potentially eligible first, then undetermined with the fewest
  /// open items first.
  public List<Matched> all(List<MatchableTrial> trials) {
    return trials.stream()
        .map(this::one)
        .sorted(
            Comparator.comparingInt(PatientTrials::rank)
                .thenComparingInt(Matched::open)
                .thenComparing(Matched::id))
        .toList();
  }

  private static int rank(Matched matched) {
    return switch (matched.answer()) {
      case POTENTIALLY_ELIGIBLE -> 0;
      case UNDETERMINED -> 1;
      case NOT_ELIGIBLE -> 2;
    };
  }

  /// A patient against one trial.
  public Matched one(MatchableTrial trial) {
    TrialMatch match = TrialMatch.of(view, trial);
    List<Line> lines = new ArrayList<>();
    int met = 0;
    int unknown = 0;
    int person = 0;
    int failing = 0;
    for (CriterionAnswer answer : match.answers()) {
      lines.add(line(answer));
      switch (answer.explained().outcome()) {
        case UNKNOWN -> unknown++;
        case PERSON -> person++;
        case TRUE, FALSE -> {
          if (answer.fails()) {
            failing++;
          } else {
            met++;
          }
        }
      }
    }
    Trial record = trial.record();
    TrialRules rules = trial.rules();
    return new Matched(
        trial.id(),
        words.number(trial.id()),
        Addresses.patient(patient) + "/trials/" + Addresses.segment(trial.id()),
        trial.title(),
        match.overall(),
        words.text("web.trials.overall." + match.overall().code().replace(' ', '-')),
        switch (match.overall()) {
          case POTENTIALLY_ELIGIBLE -> "met";
          case UNDETERMINED -> "undetermined";
          case NOT_ELIGIBLE -> "notmet";
        },
        switch (match.overall()) {
          case POTENTIALLY_ELIGIBLE -> "\u25cf";
          case UNDETERMINED -> "\u25d0";
          case NOT_ELIGIBLE -> "\u25cb";
        },
        record == null ? words.text("web.trials.status-unknown") : words.status(record),
        record == null ? words.text("web.trials.no-record") : words.asOf(record),
        words.text("web.trials.counts", lines.size(), met, failing, unknown, person),
        unknown,
        incomplete(trial),
        rules == null ? "" : TrialView.reviewed(rules, words),
        !trial.concernsInflammatoryMyopathy(),
        lines);
  }

  private String incomplete(MatchableTrial trial) {
    if (trial.rules() == null) {
      return words.text("web.trials.no-rules");
    }
    return trial.complete() ? "" : words.text("web.trials.incomplete", trial.missing());
  }

  private Line line(CriterionAnswer answer) {
    Criterion criterion = answer.criterion();
    Explained explained = answer.explained();
    boolean unread = criterion.source() == Criterion.Source.UNREAD;
    List<Explained.Settles> settling = explained.settling();
    // What could settle it is not listed a second time as missing.
    List<String> missing = new ArrayList<>(matchWords.missing(explained));
    settling.forEach(each -> missing.remove(matchWords.missing(each.missing())));
    return new Line(
        criterion.id(),
        words.text("trials.kind." + criterion.kind().code()),
        words.text("trials.source." + criterion.source().code()),
        criterion.text(),
        understood(criterion, unread),
        answer.code(),
        style(answer),
        shape(explained.outcome()),
        says(answer),
        answer.fails(),
        unread ? List.of() : values(explained),
        missing,
        settles(settling),
        unread ? List.of() : matchWords.notes(explained),
        steps(explained));
  }

  /// A line for each thing that settles it whatever it shows, and one for those that may.
  private List<String> settles(List<Explained.Settles> settling) {
    List<String> lines = new ArrayList<>();
    List<String> perhaps = new ArrayList<>();
    for (Explained.Settles each : settling) {
      String name = matchWords.missing(each.missing());
      if (each.always()) {
        lines.add(words.text("trials.settles", name));
      } else {
        perhaps.add(name);
      }
    }
    if (!perhaps.isEmpty()) {
      lines.add(words.text("web.trials.could-settle", String.join("; ", perhaps)));
    }
    return lines;
  }

  private String understood(Criterion criterion, boolean unread) {
    if (unread) {
      return words.text("web.trials.unread");
    }
    return criterion.rule() instanceof Rule.Person(String why)
        ? words.text("web.trials.for-person", why)
        : ruleWords.words(criterion.rule());
  }

  private static String style(CriterionAnswer answer) {
    return switch (answer.explained().outcome()) {
      case TRUE, FALSE -> answer.fails() ? "against" : "met";
      case UNKNOWN -> "undetermined";
      case PERSON -> "for-person";
    };
  }

  static String shape(Outcome outcome) {
    return switch (outcome) {
      case TRUE -> "\u2713";
      case FALSE -> "\u2715";
      case UNKNOWN -> "?";
      case PERSON -> "\u2610";
    };
  }

  private String says(CriterionAnswer answer) {
    return words.text("trials.answer." + answer.code().replace(' ', '-'));
  }

  private List<Read> values(Explained explained) {
    List<Read> values = new ArrayList<>();
    for (Explained leaf : explained.leaves()) {
      for (Explained.Used used : leaf.used()) {
        String address = Addresses.row(patient, used.row().table(), used.row().id());
        Read read =
            new Read(
                matchWords.value(used),
                used.column().isEmpty() ? address : address + "#" + used.column());
        if (!values.contains(read)) {
          values.add(read);
        }
      }
    }
    return values;
  }

  private List<Step> steps(Explained explained) {
    List<Step> steps = new ArrayList<>();
    if (explained.rule() instanceof Rule.Combined) {
      add(steps, explained, 0);
    }
    return steps;
  }

  private static final int DEEPEST = 4;

  private void add(List<Step> steps, Explained explained, int depth) {
    String text =
        explained.rule() instanceof Rule.Combined combined
            ? combined(explained, combined)
            : ruleWords.words(explained.rule());
    steps.add(
        new Step(
            Math.min(depth, DEEPEST),
            shape(explained.outcome()),
            words.text(
                "trials.outcome."
                    + switch (explained.outcome()) {
                      case TRUE -> "true";
                      case FALSE -> "false";
                      case UNKNOWN -> "unknown";
                      case PERSON -> "person";
                    }),
            text));
    explained.parts().forEach(part -> add(steps, part, depth + 1));
  }

  private String combined(Explained explained, Rule.Combined rule) {
    long met = explained.parts().stream().filter(part -> part.outcome() == Outcome.TRUE).count();
    int of = explained.parts().size();
    return switch (rule) {
      case Rule.All _ -> words.text("trials.of.all", met, of);
      case Rule.Any _ -> words.text("trials.of.any", met, of);
      case Rule.Count(int least, List<Rule> _) -> words.text("trials.of.count", met, of, least);
      case Rule.Not _ -> words.text("trials.of.not");
      case Rule.When when ->
          words.text(when.otherwise() == null ? "trials.of.when" : "trials.of.when-else");
    };
  }
}
