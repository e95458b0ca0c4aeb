package org.myocohort.app.web.patient;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.patient.Timeline;
import org.myocohort.app.patient.TimelineOptions;
import org.myocohort.app.web.Attachment;
import org.myocohort.app.web.NotFound;
import org.myocohort.app.web.Page;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.patient.PatientKey;
import org.myocohort.registry.patient.Studies.StoredStudy;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.util.UriComponentsBuilder;

/// The page of a patient with its tabs.
@Controller
@RequestMapping("/studies/{study}/patients/{patient}")
final class PatientController {
  private static final int WIDE = 1150;
  private static final int NARROW = 336;

  private final PatientDesk desk;

  PatientController(PatientDesk desk) {
    this.desk = desk;
  }

  private PatientDesk.Shown shown(Actor actor, StoredStudy study, PatientKey patient, Page page) {
    return desk.find(actor, study, patient, page.texts()).orElseThrow(NotFound::new);
  }

  private static void frame(Model model, PatientDesk.Shown shown, StoredStudy study, String tab) {
    model.addAttribute("study", study);
    model.addAttribute("head", shown.head());
    model.addAttribute("base", shown.address());
    model.addAttribute("view", shown.view());
    model.addAttribute("review", shown.review());
    model.addAttribute("tab", tab);
  }

  @GetMapping
  String overview(
      Actor actor,
      StoredStudy study,
      PatientKey patient,
      Page page,
      FigureChoice choice,
      @RequestHeader(name = "HX-Request", required = false) @Nullable String partial,
      Model model) {
    PatientDesk.Shown shown = shown(actor, study, patient, page);
    frame(model, shown, study, "overview");
    figure(model, shown, choice.options());
    return partial == null ? "patient/overview" : "patient/timeline :: timeline";
  }

  @GetMapping("/criteria")
  String criteria(Actor actor, StoredStudy study, PatientKey patient, Page page, Model model) {
    PatientDesk.Shown shown = shown(actor, study, patient, page);
    frame(model, shown, study, "criteria");
    model.addAttribute("assessments", shown.assessments());
    return "patient/criteria";
  }

  @GetMapping("/response")
  String response(Actor actor, StoredStudy study, PatientKey patient, Page page, Model model) {
    PatientDesk.Shown shown = shown(actor, study, patient, page);
    frame(model, shown, study, "response");
    model.addAttribute(
        "figure", shown.figure(TimelineOptions.of("", false, List.of("response")), WIDE));
    return "patient/response";
  }

  @GetMapping("/treatments")
  String treatments(Actor actor, StoredStudy study, PatientKey patient, Page page, Model model) {
    PatientDesk.Shown shown = shown(actor, study, patient, page);
    frame(model, shown, study, "treatments");
    model.addAttribute("treatments", shown.treatments());
    model.addAttribute("lines", shown.lineFigure(WIDE));
    model.addAttribute(
        "figure",
        shown.figure(
            TimelineOptions.of("", false, List.of("events", "treatments", "prednisone")), WIDE));
    return "patient/treatments";
  }

  /// The same data as the figure's, as a table.
  @GetMapping("/timeline")
  String table(
      Actor actor,
      StoredStudy study,
      PatientKey patient,
      Page page,
      FigureChoice choice,
      @RequestHeader(name = "HX-Request", required = false) @Nullable String partial,
      Model model) {
    PatientDesk.Shown shown = shown(actor, study, patient, page);
    frame(model, shown, study, "timeline");
    TimelineOptions options = choice.options();
    model.addAttribute("rows", shown.timeline(options).map(Timeline::rows).orElse(List.of()));
    return partial == null ? "patient/table" : "patient/table :: table";
  }

  /// The figure for a narrow window, fetched only where one shows it.
  @GetMapping(path = "/timeline/narrow")
  ResponseEntity<String> narrow(
      Actor actor, StoredStudy study, PatientKey patient, Page page, FigureChoice choice) {
    return ResponseEntity.ok()
        .contentType(MediaType.TEXT_HTML)
        .body(shown(actor, study, patient, page).figure(choice.options(), NARROW));
  }

  /// The figure as a file.
  @GetMapping("/timeline.svg")
  ResponseEntity<String> file(
      Actor actor, StoredStudy study, PatientKey patient, Page page, FigureChoice choice) {
    String name = "timeline-" + patient.id().replaceAll("[^A-Za-z0-9_-]", "_") + ".svg";
    return Attachment.of(
        name, "image/svg+xml", shown(actor, study, patient, page).figure(choice.options(), WIDE));
  }

  /// The choice as a question of an address; empty for the usual figure.
  private static String query(TimelineOptions options) {
    UriComponentsBuilder address = UriComponentsBuilder.newInstance();
    if (!options.dayZero().isEmpty()) {
      address.queryParam("zero", "{zero}");
    }
    if (options.linear()) {
      address.queryParam("scale", "linear");
    }
    options.lanes().forEach(lane -> address.queryParam("lane", lane));
    return address.encode().buildAndExpand(options.dayZero()).toUriString();
  }

  private static void figure(Model model, PatientDesk.Shown shown, TimelineOptions options) {
    model.addAttribute("figure", shown.figure(options, WIDE));
    model.addAttribute("zeros", shown.dayZeros());
    model.addAttribute("lanes", shown.lanes());
    model.addAttribute("options", options);
    model.addAttribute("query", query(options));
  }
}
