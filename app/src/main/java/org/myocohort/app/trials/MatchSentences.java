package org.myocohort.app.trials;

import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.List;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.rule.MatchWords;
import org.myocohort.app.rule.RuleWords;
import org.myocohort.care.rule.Explained;
import org.myocohort.care.rule.Outcome;
import org.myocohort.care.rule.Rule;
import org.myocohort.care.trial.Trial;
import org.myocohort.care.trial.match.MatchableTrial;
import org.myocohort.care.trial.match.TrialMatch;
import org.myocohort.care.trial.match.TrialMatch.CriterionAnswer;
import org.myocohort.care.trial.rule.Criterion;

/// The answer in words, one block a trial.
final class MatchSentences {
  private static final int LONGEST_SPAN = 160;

  private final Texts texts;
  private final MatchWords words;
  private final RuleWords rules;
  private final Writer out;

  MatchSentences(Texts texts, Writer out) {
    this.texts = texts;
    this.words = new MatchWords(texts);
    this.rules = new RuleWords(texts);
    this.out = out;
  }

  void preamble(LocalDate day, List<MatchableTrial> trials) throws IOException {
    long curated = trials.stream().filter(trial -> trial.rules() != null).count();
    line(0, texts.text("trials.match.preamble", day, trials.size(), curated));
  }

  void write(String patient, TrialMatch match) throws IOException {
    MatchableTrial trial = match.trial();
    line(0, "");
    String title = trial.title().isEmpty() ? "" : ": " + trial.title();
    line(0, texts.text("trials.match.head", patient, TrialTexts.id(trial.id(), texts) + title));
    line(1, texts.text("trials.overall." + match.overall().code().replace(' ', '-')));
    Trial record = trial.record();
    line(
        1,
        record == null
            ? texts.text("trials.match.not-imported")
            : texts.text(
                "trials.match.status",
                TrialTexts.status(record, texts),
                record.provenance().snapshot()));
    if (!trial.complete()) {
      line(
          1,
          trial.rules() == null
              ? texts.text("trials.match.no-rules")
              : texts.text("trials.match.incomplete", trial.missing()));
    }
    if (trial.rules() != null) {
      String reviewer = trial.rules().reviewedBy();
      line(
          1,
          reviewer.isEmpty()
              ? texts.text("trials.match.not-reviewed")
              : texts.text("trials.match.reviewed", reviewer));
    }
    for (CriterionAnswer answer : match.answers()) {
      write(answer);
    }
  }

  private void write(CriterionAnswer answer) throws IOException {
    Criterion criterion = answer.criterion();
    String text = criterion.text();
    String span = text.length() > LONGEST_SPAN ? text.substring(0, LONGEST_SPAN) + "..." : text;
    String mark = answer.fails() ? "! " : "";
    line(
        1,
        mark
            + criterion.id()
            + " "
            + texts.text("trials.kind." + criterion.kind().code())
            + ", "
            + texts.text("trials.source." + criterion.source().code())
            + ": "
            + texts.text("trials.answer." + answer.code().replace(' ', '-'))
            + " - \""
            + span
            + "\"");
    if (criterion.source() != Criterion.Source.UNREAD) {
      explain(answer.explained(), 2);
      for (String note : words.notes(answer.explained())) {
        line(3, note);
      }
      List<String> settling = words.settling(answer.explained());
      if (answer.explained().outcome() == Outcome.UNKNOWN) {
        line(
            3,
            settling.isEmpty() ? texts.text("trials.settles-none") : String.join("; ", settling));
      }
    }
  }

  private void explain(Explained explained, int depth) throws IOException {
    if (explained.rule() instanceof Rule.Combined) {
      line(depth, combined(explained));
      for (Explained part : explained.parts()) {
        explain(part, depth + 1);
      }
      return;
    }
    if (explained.rule() instanceof Rule.Person) {
      line(depth, rules.words(explained.rule()));
      return;
    }
    StringBuilder text = new StringBuilder();
    text.append(outcome(explained.outcome())).append(": ").append(rules.words(explained.rule()));
    for (Explained.Used used : explained.used()) {
      text.append("; ").append(words.value(used));
      text.append(" [").append(used.row().column(used.column())).append(']');
    }
    Explained.Missing missing = explained.missing();
    if (missing != null) {
      text.append("; ").append(texts.text("trials.missing", words.missing(missing)));
    }
    line(depth, text.toString());
  }

  private String combined(Explained explained) {
    long met = explained.parts().stream().filter(part -> part.outcome() == Outcome.TRUE).count();
    int of = explained.parts().size();
    String how =
        switch (explained.rule()) {
          case Rule.All _ -> texts.text("trials.of.all", met, of);
          case Rule.Any _ -> texts.text("trials.of.any", met, of);
          case Rule.Count(int least, List<Rule> _) -> texts.text("trials.of.count", met, of, least);
          case Rule.Not _ -> texts.text("trials.of.not");
          case Rule.When when ->
              texts.text(when.otherwise() == null ? "trials.of.when" : "trials.of.when-else");
          case Rule.Leaf _ -> "";
        };
    return outcome(explained.outcome()) + ": " + how;
  }

  private String outcome(Outcome outcome) {
    return texts.text(
        "trials.outcome."
            + switch (outcome) {
              case TRUE -> "true";
              case FALSE -> "false";
              case UNKNOWN -> "unknown";
              case PERSON -> "person";
            });
  }

  private void line(int depth, String text) throws IOException {
    out.write("  ".repeat(depth) + text + "\n");
  }
}
