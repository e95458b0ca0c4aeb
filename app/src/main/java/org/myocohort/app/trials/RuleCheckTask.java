package org.myocohort.app.trials;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.cli.Answer.Column;
import org.myocohort.app.cli.CommonOptions;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.Failures;
import org.myocohort.app.cli.Format;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.rule.RuleWords;
import org.myocohort.care.trial.Trial;
import org.myocohort.care.trial.rule.Criterion;
import org.myocohort.care.trial.rule.RuleFile;
import org.myocohort.care.trial.rule.TrialRules;
import org.myocohort.care.trial.store.TrialFolder;
import org.myocohort.exchange.csv.BadInputException;

/// Checks each file and says its rules back in words.
final class RuleCheckTask {
  private static final List<Column> COLUMNS =
      List.of(
          Column.of("trial"),
          Column.of("criterion"),
          Column.of("kind"),
          Column.of("span"),
          Column.of("rule"),
          Column.detail("text"),
          Column.detail("file"));

  private final CommonOptions common;
  private final Texts texts;
  private final PrintWriter err;
  private final TrialFolder folder;

  RuleCheckTask(CommonOptions common, PrintWriter err, Path folder) {
    this.common = common;
    this.texts = common.texts();
    this.err = err;
    this.folder = new TrialFolder(folder);
  }

  int run(List<Path> files) {
    int worst = ExitCode.ANSWERED;
    try (TrialFolder.Reading reading = folder.read();
        Answer answer = new Answer(COLUMNS, common.format(), texts)) {
      for (Path file : files) {
        try {
          TrialRules rules = RuleFile.read(file.toString(), Files.readString(file));
          worst = Math.max(worst, check(file, rules, reading.find(rules.trial()), answer));
        } catch (BadInputException wrong) {
          worst = Math.max(worst, Failures.badInput(wrong, texts, err));
        } catch (IOException failure) {
          return Failures.cannotOpen(failure, file.toString(), texts, err);
        }
      }
      if (common.format() != Format.text) {
        answer.print(System.out);
      }
    } catch (IOException failure) {
      return Failures.cannotOpen(failure, folder.path().toString(), texts, err);
    }
    return worst;
  }

  private int check(Path file, TrialRules rules, Optional<Trial> trial, Answer answer) {
    String text = trial.map(found -> plain(found.eligibility().text())).orElse("");
    RuleWords words = new RuleWords(texts);
    int found = ExitCode.ANSWERED;
    say(
        texts.text(
            "trials.check.head",
            file,
            rules.trial(),
            rules.criteria().size(),
            rules.complete() ? texts.text("trials.check.complete") : rules.missing(),
            rules.reviewedBy().isEmpty()
                ? texts.text("trials.match.not-reviewed")
                : texts.text("trials.match.reviewed", rules.reviewedBy())));
    for (Criterion criterion : rules.criteria()) {
      String span;
      if (text.isEmpty()) {
        span = "not compared";
      } else if (text.contains(plain(criterion.text()))) {
        span = "found";
      } else {
        span = "not found";
        found = ExitCode.FOUND;
        err.println(texts.text("trials.check.span", file, criterion.id(), rules.trial()));
      }
      answer.row(
          rules.trial(),
          criterion.id(),
          criterion.kind().code(),
          span,
          words.words(criterion.rule()),
          criterion.text(),
          file);
      say(
          "  "
              + criterion.id()
              + " "
              + texts.text("trials.kind." + criterion.kind().code())
              + ": "
              + words.words(criterion.rule()));
    }
    if (text.isEmpty()) {
      err.println(texts.text("trials.check.no-text", rules.trial(), folder.path()));
    }
    err.flush();
    return found;
  }

  private void say(String line) {
    if (common.format() == Format.text) {
      System.out.println(line);
    }
  }

  private static String plain(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
