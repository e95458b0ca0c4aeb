package org.myocohort.app.web.patient;

import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.myocohort.app.web.Addresses;
import org.myocohort.app.web.NotFound;
import org.myocohort.app.web.Page;
import org.myocohort.app.web.trial.PatientTrials;
import org.myocohort.app.web.trial.PatientTrials.Matched;
import org.myocohort.app.web.trial.TrialLibrary;
import org.myocohort.care.trial.match.TrialMatch;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.patient.PatientKey;
import org.myocohort.registry.patient.Studies.StoredStudy;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A patient against the trials. Matched anew for each request, and for these pages only.
@Controller
@RequestMapping("/studies/{study}/patients/{patient}/trials")
final class PatientTrialsController {
  private static final int SHOWN = 100;
  private static final int ON_A_SHEET = 12;

  private final PatientDesk desk;
  private final TrialLibrary library;
  private final InstantSource clock;

  PatientTrialsController(PatientDesk desk, TrialLibrary library, InstantSource clock) {
    this.desk = desk;
    this.library = library;
    this.clock = clock;
  }

  private PatientDesk.Shown frame(
      Actor actor, StoredStudy study, PatientKey patient, Page page, String on, Model model) {
    PatientDesk.Shown shown =
        desk.find(actor, study, patient, page.texts()).orElseThrow(NotFound::new);
    model.addAttribute("study", study);
    model.addAttribute("head", shown.head());
    model.addAttribute("base", shown.address());
    model.addAttribute("view", shown.view());
    model.addAttribute("review", shown.review());
    model.addAttribute("tab", "trials");
    model.addAttribute("day", day(on).toString());
    model.addAttribute("today", today().toString());
    return shown;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /// The day typed, else today.
  private LocalDate day(String typed) {
    try {
      return typed.isEmpty() ? today() : LocalDate.parse(typed);
    } catch (DateTimeException _) {
      return today();
    }
  }

  private static PatientTrials match(
      PatientDesk.Shown shown, PatientKey patient, LocalDate day, Page page) {
    return new PatientTrials(patient, shown.patient(), day, page.texts());
  }

  @GetMapping
  String all(
      Actor actor,
      StoredStudy study,
      PatientKey patient,
      Page page,
      @RequestParam(defaultValue = "") String on,
      @RequestParam(defaultValue = "") String trial,
      Model model) {
    PatientDesk.Shown shown = frame(actor, study, patient, page, on, model);
    String asked = trial.strip();
    if (!asked.isEmpty() && library.trial(asked).isPresent()) {
      return "redirect:"
          + shown.address()
          + "/trials/"
          + Addresses.segment(asked)
          + "?on="
          + day(on);
    }
    Map<Boolean, List<Matched>> byDisease =
        match(shown, patient, day(on), page).all(library.withRules()).stream()
            .collect(Collectors.partitioningBy(Matched::ofOtherDisease));
    List<Matched> matched = byDisease.getOrDefault(false, List.of());
    model.addAttribute("others", byDisease.getOrDefault(true, List.of()));
    model.addAttribute("unknown", asked);
    model.addAttribute("matched", matched.stream().limit(SHOWN).toList());
    model.addAttribute("total", matched.size());
    model.addAttribute("potentially", count(matched, TrialMatch.Overall.POTENTIALLY_ELIGIBLE));
    model.addAttribute("undetermined", count(matched, TrialMatch.Overall.UNDETERMINED));
    model.addAttribute("excluded", count(matched, TrialMatch.Overall.NOT_ELIGIBLE));
    return "patient/trials";
  }

  private static long count(List<Matched> matched, TrialMatch.Overall overall) {
    return matched.stream().filter(each -> each.answer() == overall).count();
  }

  @GetMapping("/{trial}")
  String one(
      Actor actor,
      StoredStudy study,
      PatientKey patient,
      @PathVariable String trial,
      Page page,
      @RequestParam(defaultValue = "") String on,
      Model model) {
    PatientDesk.Shown shown = frame(actor, study, patient, page, on, model);
    model.addAttribute(
        "one",
        match(shown, patient, day(on), page)
            .one(library.matchable(trial).orElseThrow(NotFound::new)));
    return "patient/trial";
  }

  /// What a coordinator has to find out, on paper.
  @GetMapping("/sheet")
  String sheet(
      Actor actor,
      StoredStudy study,
      PatientKey patient,
      Page page,
      @RequestParam(defaultValue = "") String on,
      Model model) {
    PatientDesk.Shown shown = frame(actor, study, patient, page, on, model);
    List<Matched> left =
        match(shown, patient, day(on), page).all(library.withRules()).stream()
            .filter(each -> !each.ofOtherDisease())
            .filter(each -> each.answer() != TrialMatch.Overall.NOT_ELIGIBLE)
            .toList();
    model.addAttribute("matched", left.stream().limit(ON_A_SHEET).toList());
    model.addAttribute("more", Math.max(0, left.size() - ON_A_SHEET));
    return "patient/trials-sheet";
  }
}
