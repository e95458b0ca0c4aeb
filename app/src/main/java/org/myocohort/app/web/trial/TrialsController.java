package org.myocohort.app.web.trial;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.web.NotFound;
import org.myocohort.app.web.Page;
import org.myocohort.care.trial.RecruitingStatus;
import org.myocohort.care.trial.Trial;
import org.myocohort.care.trial.match.MatchableTrial;
import org.myocohort.care.trial.search.FoundTrial;
import org.myocohort.care.trial.search.TrialQuery;
import org.myocohort.care.trial.search.TrialSearch;
import org.myocohort.care.trial.store.TrialDifference;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Permission;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The trials: a search, a page for each, and what changed between two snapshots.
@Controller
@RequestMapping("/trials")
final class TrialsController {
  /// A list of cities that a browser can offer while one types.
  private static final int CITIES_OFFERED = 2_000;

  private static final int CHANGES_SHOWN = 300;

  private final TrialLibrary library;

  TrialsController(TrialLibrary library) {
    this.library = library;
  }

  /// A page of what a search found.
  ///
  /// @param total how many trials answer
  private record Found(List<FoundTrial> trials, int total) {
    static final Found NOTHING = new Found(List.of(), 0);
  }

  @GetMapping
  String search(
      Actor actor,
      Page page,
      TrialForm form,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model)
      throws TrialSearch.NotAQueryException {
    actor.demand(Permission.VIEW);
    TrialWords words = new TrialWords(page.texts());
    Map<String, TrialQuery.Place> cities = library.search(TrialSearch::cities);
    Optional<TrialQuery.Place> place =
        form.near().isEmpty() ? Optional.empty() : form.place(cities);
    String problem = "";
    Found found = Found.NOTHING;
    if (!form.near().isEmpty() && place.isEmpty()) {
      problem = words.text("web.trials.no-place", form.near());
    } else {
      try {
        found = found(form, place.orElse(null));
      } catch (TrialSearch.NotAQueryException wrong) {
        problem = words.text("web.trials.no-query");
      }
    }
    int pages = pages(found.total());
    int number = Math.min(form.number(), pages);
    int first = (number - 1) * TrialForm.PAGE_SIZE;
    model.addAttribute("form", form);
    model.addAttribute(
        "from",
        place
            .map(from ->
                words.text("web.trials.from-place", from.latitude(), from.longitude(), form.near()))
            .filter(_ -> !form.isDegrees())
            .orElse(""));
    model.addAttribute("problem", problem);
    model.addAttribute("total", found.total());
    model.addAttribute("first", first + 1);
    model.addAttribute("last", Math.min(first + TrialForm.PAGE_SIZE, found.total()));
    model.addAttribute(
        "trials",
        found.trials().stream()
            .skip(first)
            .limit(TrialForm.PAGE_SIZE)
            .map(each -> ShownTrial.of(each, library.rules(each.trial().id()).isPresent(), words))
            .toList());
    model.addAttribute("number", number);
    model.addAttribute("pages", pages);
    model.addAttribute("previous", number > 1 ? form.address(number - 1) : null);
    model.addAttribute("next", number < pages ? form.address(number + 1) : null);
    if (request.getHeader("HX-Request") != null) {
      model.addAttribute("partial", true);
      response.setHeader("HX-Replace-Url", form.address(number));
      return "trials/search :: found";
    }
    model.addAttribute("countries", library.search(TrialSearch::countries));
    model.addAttribute("cities", cities.keySet().stream().limit(CITIES_OFFERED).toList());
    model.addAttribute("phases", choices(TrialForm.PHASES, words::phase));
    model.addAttribute(
        "statuses",
        Arrays.stream(RecruitingStatus.values())
            .map(each -> Map.entry(each.name(), words.status(each)))
            .toList());
    model.addAttribute("days", library.days());
    return "trials/search";
  }

  /// What a search finds, up to the page asked for; one behind the last is the last.
  private Found found(TrialForm form, TrialQuery.@Nullable Place place)
      throws TrialSearch.NotAQueryException {
    return library.search(search -> {
      int total = search.count(form.query(place, 1));
      return new Found(
          search.find(form.query(place, Math.min(form.number(), pages(total)))), total);
    });
  }

  private static int pages(int total) {
    return Math.max(1, (total + TrialForm.PAGE_SIZE - 1) / TrialForm.PAGE_SIZE);
  }

  private static List<Map.Entry<String, String>> choices(
      List<String> codes, UnaryOperator<String> word) {
    return codes.stream().map(code -> Map.entry(code, word.apply(code))).toList();
  }

  @GetMapping("/{id}")
  String trial(Actor actor, Page page, @PathVariable String id, Model model) {
    actor.demand(Permission.VIEW);
    Trial trial = library.trial(id).orElseThrow(NotFound::new);
    MatchableTrial matchable = library.matchable(id).orElseThrow(NotFound::new);
    model.addAttribute("trial", TrialView.of(trial, matchable, new TrialWords(page.texts())));
    return "trials/trial";
  }

  /// A change as a line.
  ///
  /// @param what in words
  /// @param between the days of both snapshots
  public record Change(
      String number,
      String address,
      String title,
      String code,
      String what,
      String before,
      String after,
      String between) {}

  @GetMapping("/changes")
  String changes(
      Actor actor,
      Page page,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String what,
      @RequestParam(defaultValue = "") String trial,
      Model model) {
    actor.demand(Permission.VIEW);
    TrialWords words = new TrialWords(page.texts());
    List<TrialDifference> all =
        library.differences(day(from), day(to)).stream()
            .filter(each -> trial.isEmpty() || each.id().equals(trial))
            .toList();
    List<Change> shown = new ArrayList<>();
    for (TrialDifference each : all) {
      if (what.isEmpty() || each.what().code().equals(what)) {
        shown.add(change(each, words));
      }
    }
    List<Map.Entry<String, Long>> counts = new ArrayList<>();
    for (TrialDifference.What kind : TrialDifference.What.values()) {
      counts.add(Map.entry(kind.code(), all.stream().filter(each -> each.what() == kind).count()));
    }
    model.addAttribute("days", library.days());
    model.addAttribute("from", from);
    model.addAttribute("to", to);
    model.addAttribute("what", what);
    model.addAttribute("trial", trial);
    model.addAttribute("counts", counts);
    model.addAttribute("total", shown.size());
    model.addAttribute("changes", shown.stream().limit(CHANGES_SHOWN).toList());
    return "trials/changes";
  }

  private static @Nullable LocalDate day(String typed) {
    try {
      return typed.isEmpty() ? null : LocalDate.parse(typed);
    } catch (DateTimeException _) {
      return null;
    }
  }

  private static Change change(TrialDifference each, TrialWords words) {
    boolean status =
        switch (each.what()) {
          case ADDED, GONE, STATUS -> true;
          case COUNTRIES, SITES, CRITERIA -> false;
        };
    return new Change(
        words.number(each.id()),
        TrialWords.address(each.id()),
        each.title(),
        each.what().code(),
        words.text("web.trials.what." + each.what().code()),
        status && !each.before().isEmpty() ? words.siteStatus(each.before()) : each.before(),
        status && !each.after().isEmpty() ? words.siteStatus(each.after()) : each.after(),
        each.from() + " \u2192 " + each.to());
  }
}
