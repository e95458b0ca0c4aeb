package org.myocohort.app.trials;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.cli.Answer.Column;
import org.myocohort.app.cli.CommonOptions;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.Format;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.rule.MatchWords;
import org.myocohort.care.rule.PatientView;
import org.myocohort.care.trial.Trial;
import org.myocohort.care.trial.match.MatchableTrial;
import org.myocohort.care.trial.match.TrialMatch;
import org.myocohort.care.trial.match.TrialMatch.CriterionAnswer;
import org.myocohort.care.trial.rule.RuleFolder;
import org.myocohort.care.trial.rule.TrialRules;
import org.myocohort.care.trial.store.TrialFolder;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.study.Study;
import org.myocohort.exchange.study.StudyFolder;
import org.myocohort.patient.PatientRecord;

/// Puts the patients of a study against the trials that are known: those in an inflammatory
/// myopathy first, and among them those with rules before the imported ones.
final class MatchTask {
  private static final List<Column> COLUMNS =
      List.of(
          Column.of("patient"),
          Column.of("trial"),
          Column.of("overall"),
          Column.of("status"),
          Column.of("status_of"),
          Column.of("list_complete"),
          Column.of("criterion"),
          Column.of("kind"),
          Column.of("basis"),
          Column.of("answer"),
          Column.of("text"),
          Column.of("values"),
          Column.of("missing"),
          Column.of("would_settle"),
          Column.of("on"));

  private final CommonOptions common;
  private final Texts texts;
  private final PrintWriter err;
  private final TrialFolder folder;
  private final @Nullable Path rulesFolder;
  private final List<String> asked;
  private final String patient;
  private final LocalDate day;

  MatchTask(
      CommonOptions common,
      PrintWriter err,
      Path folder,
      @Nullable Path rulesFolder,
      List<String> asked,
      String patient,
      LocalDate day) {
    this.common = common;
    this.texts = common.texts();
    this.err = err;
    this.folder = new TrialFolder(folder);
    this.rulesFolder = rulesFolder;
    this.asked = asked;
    this.patient = patient;
    this.day = day;
  }

  int run(Path source) throws IOException, BadInputException {
    Study study = StudyFolder.read(source).study();
    List<PatientRecord> patients =
        study.patients().stream()
            .filter(each -> patient.isEmpty() || each.id().equals(patient))
            .toList();
    if (patients.isEmpty()) {
      return refuse("trials.match.no-patient", patient, source);
    }
    List<MatchableTrial> trials = trials();
    if (trials.isEmpty()) {
      return refuse("trials.match.no-trial", String.join(", ", asked), folder.path());
    }
    if (common.format() == Format.text) {
      Writer out = new OutputStreamWriter(System.out, StandardCharsets.UTF_8);
      MatchSentences sentences = new MatchSentences(texts, out);
      sentences.preamble(day, trials);
      for (PatientRecord each : patients) {
        PatientView view = new PatientView(each, day);
        for (MatchableTrial trial : trials) {
          sentences.write(each.id(), TrialMatch.of(view, trial));
        }
      }
      out.flush();
      return ExitCode.ANSWERED;
    }
    try (Answer answer = new Answer(COLUMNS, common.format(), texts)) {
      for (PatientRecord each : patients) {
        PatientView view = new PatientView(each, day);
        for (MatchableTrial trial : trials) {
          rows(answer, each.id(), TrialMatch.of(view, trial));
        }
      }
      answer.print(System.out);
    }
    return ExitCode.ANSWERED;
  }

  private List<MatchableTrial> trials() throws IOException, BadInputException {
    SequencedMap<String, TrialRules> rules =
        rulesFolder == null ? RuleFolder.shipped() : RuleFolder.with(rulesFolder);
    List<MatchableTrial> trials = new ArrayList<>();
    try (TrialFolder.Reading reading = folder.read()) {
      for (TrialRules each : rules.values()) {
        if (isAsked(each.trial())) {
          Trial record = reading.find(each.trial()).orElse(null);
          trials.add(MatchableTrial.of(each, record));
        }
      }
      for (String id : reading.ids()) {
        if (isAsked(id) && !rules.containsKey(id)) {
          trials.add(MatchableTrial.of(reading.find(id).orElseThrow()));
        }
      }
    }
    trials.sort(Comparator.comparing(trial -> !trial.concernsInflammatoryMyopathy()));
    return trials;
  }

  private boolean isAsked(String id) {
    return asked.isEmpty() || asked.contains(id);
  }

  private void rows(Answer answer, String id, TrialMatch match) {
    MatchableTrial trial = match.trial();
    Trial record = trial.record();
    MatchWords words = new MatchWords(texts);
    for (CriterionAnswer each : match.answers()) {
      answer.row(
          id,
          trial.id(),
          match.overall().code(),
          record == null ? null : TrialTexts.status(record, texts),
          record == null ? null : record.provenance().snapshot().toString(),
          trial.complete() ? "yes" : "no",
          each.criterion().id(),
          each.criterion().kind().code(),
          each.criterion().source().code(),
          each.code(),
          each.criterion().text(),
          words.used(each.explained()),
          words.missing(each.explained()),
          words.settling(each.explained()),
          day.toString());
    }
  }

  private int refuse(String code, Object... values) {
    err.println(texts.text(code, values));
    err.flush();
    return ExitCode.USAGE;
  }
}
