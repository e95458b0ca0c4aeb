package org.myocohort.app.trials;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.cli.Answer.Column;
import org.myocohort.app.cli.CommonOptions;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.Failures;
import org.myocohort.app.cli.SearchLibrary;
import org.myocohort.app.cli.TerminalProgress;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.trials.TrialsSearchCommand.Choices;
import org.myocohort.care.trial.GuideTrials;
import org.myocohort.care.trial.RecruitingStatus;
import org.myocohort.care.trial.Trial;
import org.myocohort.care.trial.search.FoundTrial;
import org.myocohort.care.trial.search.TrialQuery;
import org.myocohort.care.trial.search.TrialSearch;
import org.myocohort.care.trial.store.TrialFolder;

/// Searches, apart from its command: this one names the types of the search library.
final class SearchTask {
  private static final List<Column> COLUMNS =
      List.of(
          Column.of("trial"),
          Column.of("status"),
          Column.of("status_of"),
          Column.of("phase"),
          Column.of("countries"),
          Column.ifAny("km"),
          Column.ifAny("nearest_site"),
          Column.of("title"),
          Column.detail("conditions"),
          Column.detail("interventions"),
          Column.detail("sponsor"),
          Column.detail("source"));
  private static final List<String> PHASES =
      List.of("EARLY_PHASE1", "PHASE1", "PHASE2", "PHASE3", "PHASE4", "NA");

  private final CommonOptions common;
  private final Texts texts;
  private final PrintWriter err;
  private final Choices choices;

  SearchTask(CommonOptions common, PrintWriter err, Choices choices) {
    this.common = common;
    this.texts = common.texts();
    this.err = err;
    this.choices = choices;
  }

  int run() {
    List<String> phases = new ArrayList<>();
    for (String phase : choices.phases()) {
      String code = phase.toUpperCase(Locale.ROOT).replaceAll("^(?=\\d$)", "PHASE");
      if (!PHASES.contains(code)) {
        return refuse("trials.search.phase-unknown", phase, String.join(", ", PHASES));
      }
      phases.add(code);
    }
    List<RecruitingStatus> statuses = new ArrayList<>();
    for (String status : choices.statuses()) {
      Optional<RecruitingStatus> known = RecruitingStatus.find(status);
      if (known.isEmpty()) {
        return refuse(
            "trials.search.status-unknown",
            status,
            Arrays.stream(RecruitingStatus.values())
                .map(Enum::name)
                .collect(Collectors.joining(", ")));
      }
      statuses.add(known.get());
    }
    TrialQuery.@Nullable Place near = null;
    if (!choices.near().isEmpty()) {
      near = place(choices.near());
      if (near == null) {
        return refuse("trials.search.near-unknown", choices.near());
      }
    }
    if (!(choices.within() > 0 && choices.within() <= 20_000) || choices.most() < 1) {
      return refuse("trials.search.within-unknown", choices.within(), choices.most());
    }
    return search(
        new TrialQuery(
            choices.words(),
            phases,
            statuses,
            choices.countries(),
            choices.conditions(),
            near,
            choices.within(),
            choices.most()));
  }

  private int search(TrialQuery query) {
    // The library would tell of a module that is not needed for this.
    SearchLibrary.silence();
    TrialFolder folder = new TrialFolder(choices.folder());
    TerminalProgress progress = new TerminalProgress(err);
    try (TrialSearch search =
        TrialSearch.open(
            folder,
            GuideTrials.all(),
            (done, total) -> progress.done(texts.text("trials.indexing"), done, total))) {
      if (!folder.isThere()) {
        err.println(texts.text("trials.none", folder.path()));
        err.flush();
      }
      try (Answer answer = new Answer(COLUMNS, common.format(), texts)) {
        for (FoundTrial found : search.find(query)) {
          add(answer, found);
        }
        answer.print(System.out);
      }
      return ExitCode.ANSWERED;
    } catch (TrialSearch.NotAQueryException wrong) {
      return refuse(
          "trials.search.words-unknown", choices.words(), String.valueOf(wrong.getMessage()));
    } catch (IOException failure) {
      return Failures.cannotOpen(failure, folder.path().toString(), texts, err);
    }
  }

  private void add(Answer answer, FoundTrial found) {
    Trial trial = found.trial();
    Trial.Site nearest = found.nearest();
    answer.row(
        TrialTexts.id(trial.id(), texts),
        TrialTexts.status(trial, texts),
        trial.provenance().snapshot().toString(),
        trial.design().phases(),
        trial.everyCountry(),
        found.kilometres() == null
            ? null
            : BigDecimal.valueOf(found.kilometres()).setScale(0, RoundingMode.HALF_UP),
        nearest == null
            ? null
            : nearest.city()
                + ", "
                + nearest.country()
                + (nearest.status().isEmpty() ? "" : " (" + nearest.status() + ")"),
        trial.title().shown(),
        trial.conditions(),
        trial.interventions().stream().map(Trial.Intervention::name).toList(),
        trial.sponsor().name(),
        trial.provenance().kind()
            + ": "
            + trial.provenance().file()
            + ", "
            + trial.provenance().record());
  }

  private static TrialQuery.@Nullable Place place(String text) {
    String[] parts = text.split(",", -1);
    try {
      if (parts.length == 2) {
        double latitude = Double.parseDouble(parts[0].strip());
        double longitude = Double.parseDouble(parts[1].strip());
        if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) {
          return new TrialQuery.Place(latitude, longitude);
        }
      }
    } catch (NumberFormatException _) {
      // Said by the caller.
    }
    return null;
  }

  private int refuse(String code, Object... values) {
    err.println(texts.text(code, values));
    err.flush();
    return ExitCode.USAGE;
  }
}
