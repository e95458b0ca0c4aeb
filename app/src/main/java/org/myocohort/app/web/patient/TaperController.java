package org.myocohort.app.web.patient;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.patient.Words;
import org.myocohort.app.taper.PlanSheet;
import org.myocohort.app.taper.TaperWords;
import org.myocohort.app.web.Attachment;
import org.myocohort.app.web.NotFound;
import org.myocohort.app.web.Notice;
import org.myocohort.app.web.Page;
import org.myocohort.care.taper.Confirmation;
import org.myocohort.care.taper.FlareState;
import org.myocohort.care.taper.PlanProposal;
import org.myocohort.care.taper.PlanRequest;
import org.myocohort.care.taper.PlanStep;
import org.myocohort.care.taper.TaperPlan;
import org.myocohort.instrument.Note;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Permission;
import org.myocohort.registry.patient.PatientKey;
import org.myocohort.registry.patient.Studies.StoredStudy;
import org.myocohort.registry.review.TaperPlans;
import org.myocohort.registry.review.TaperPlans.Kept;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The tapers of a patient: what was taken, what it taught, what is planned.
@Controller
@RequestMapping("/studies/{study}/patients/{patient}/taper")
final class TaperController {
  private static final int WIDE = 1150;

  private final PatientDesk desk;
  private final TaperPlans plans;

  TaperController(PatientDesk desk, TaperPlans plans) {
    this.desk = desk;
    this.plans = plans;
  }

  @GetMapping
  String show(Actor actor, StoredStudy study, PatientKey patient, Page page, Model model) {
    PatientDesk.Shown shown = shown(actor, study, patient, page);
    fill(model, actor, shown, study, patient, List.of(), null);
    return "patient/taper";
  }

  private PatientDesk.Shown shown(Actor actor, StoredStudy study, PatientKey patient, Page page) {
    return desk.find(actor, study, patient, page.texts()).orElseThrow(NotFound::new);
  }

  private void fill(
      Model model,
      Actor actor,
      PatientDesk.Shown shown,
      StoredStudy study,
      PatientKey patient,
      List<String> problems,
      @Nullable TaperForm form) {
    Kept kept = plans.of(actor, patient).orElse(null);
    TaperPlan plan = kept == null ? null : plan(kept);
    TaperView view = shown.taper(plan);
    model.addAttribute("study", study);
    model.addAttribute("head", shown.head());
    model.addAttribute("base", shown.address());
    model.addAttribute("view", shown.view());
    model.addAttribute("review", shown.review());
    model.addAttribute("tab", "taper");
    model.addAttribute("taper", view);
    model.addAttribute("figure", shown.taperFigure(plan, WIDE));
    model.addAttribute("kept", kept);
    model.addAttribute("problems", problems);
    TaperForm usual =
        new TaperForm(
            shown.weight(),
            "",
            shown.today().toString(),
            Integer.toString(PlanRequest.LEAST_WEEKS),
            Integer.toString(PlanRequest.LEAST_MONTHS),
            PlanRequest.USUAL_TARGET.toPlainString(),
            List.of(),
            kept == null ? List.of() : kept.steps().stream().map(TaperPlans.Step::from).toList(),
            kept == null ? List.of() : kept.steps().stream().map(TaperPlans.Step::dose).toList(),
            kept == null ? List.of() : kept.steps().stream().map(TaperPlans.Step::reason).toList(),
            false,
            kept == null ? 0 : kept.version());
    model.addAttribute("form", form == null ? usual : form.over(usual));
  }

  /// Makes a plan from weight and start, in place of the one that stands.
  @PostMapping("/plan")
  String make(
      Actor actor,
      StoredStudy study,
      PatientKey patient,
      Page page,
      TaperForm form,
      Model model,
      RedirectAttributes next) {
    actor.demand(Permission.EDIT);
    PatientDesk.Shown shown = shown(actor, study, patient, page);
    Words words = new Words(page.texts());
    TaperWords said = new TaperWords(page.texts());
    List<String> problems = new ArrayList<>();
    Optional<PlanRequest> request = form.request(problems, words);
    if (request.isPresent()) {
      FlareState flare = shown.flare(request.get().start());
      switch (request.get().propose(flare)) {
        case PlanProposal.Planned(TaperPlan plan, List<Note> _) -> {
          return keep(actor, patient, form, plan, shown, next);
        }
        case PlanProposal.NeedsConfirmation(List<Confirmation> _, List<Note> reasons) ->
            reasons.forEach(reason -> problems.add(said.note(reason)));
        case PlanProposal.Refused(List<Note> reasons) ->
            reasons.forEach(reason -> problems.add(said.note(reason)));
      }
    }
    fill(model, actor, shown, study, patient, problems, form);
    return "patient/taper";
  }

  /// Replaces the steps by those typed.
  @PostMapping("/steps")
  String change(
      Actor actor,
      StoredStudy study,
      PatientKey patient,
      Page page,
      TaperForm form,
      Model model,
      RedirectAttributes next) {
    actor.demand(Permission.EDIT);
    PatientDesk.Shown shown = shown(actor, study, patient, page);
    TaperWords said = new TaperWords(page.texts());
    List<String> problems = new ArrayList<>();
    List<PlanStep> steps = form.typedSteps(problems, new Words(page.texts()));
    if (problems.isEmpty()) {
      TaperPlan.problems(steps).forEach(problem -> problems.add(said.note(problem)));
    }
    if (problems.isEmpty()) {
      FlareState flare = shown.flare(steps.getFirst().from());
      PlanRequest.unconfirmed(
              steps, form.confirmed(), flare, Boolean.TRUE.equals(form.flareKnown()))
          .forEach(problem -> problems.add(said.note(problem)));
    }
    if (problems.isEmpty()) {
      BigDecimal weight = plans.of(actor, patient).map(kept -> plan(kept).weightKg()).orElse(null);
      return keep(actor, patient, form, new TaperPlan(weight, steps), shown, next);
    }
    fill(model, actor, shown, study, patient, problems, form);
    return "patient/taper";
  }

  private String keep(
      Actor actor,
      PatientKey patient,
      TaperForm form,
      TaperPlan plan,
      PatientDesk.Shown shown,
      RedirectAttributes next) {
    BigDecimal weight = plan.weightKg();
    TaperPlans.Outcome outcome =
        plans.keep(
            actor,
            patient,
            form.version(),
            weight == null ? "" : weight.toPlainString(),
            plan.steps().stream()
                .map(step ->
                    new TaperPlans.Step(
                        step.from().toString(), step.dose().toPlainString(), step.reason()))
                .toList());
    switch (outcome) {
      case DONE, ALREADY -> Notice.done(next, "taper.page.kept");
      case CHANGED_SINCE -> Notice.attention(next, "taper.page.changed-since");
      case LOCKED -> Notice.attention(next, "taper.page.locked");
      case NOT_FOUND -> throw new NotFound();
    }
    return "redirect:" + shown.address() + "/taper";
  }

  static TaperPlan plan(Kept kept) {
    return new TaperPlan(
        kept.weightKg().isEmpty() ? null : new BigDecimal(kept.weightKg()),
        kept.steps().stream()
            .map(step ->
                new PlanStep(
                    java.time.LocalDate.parse(step.from()),
                    new BigDecimal(step.dose()),
                    step.reason()))
            .toList());
  }

  private TaperPlan kept(Actor actor, PatientKey patient) {
    return plans.of(actor, patient).map(TaperController::plan).orElseThrow(NotFound::new);
  }

  /// The plan as a calendar.
  @GetMapping("/plan.ics")
  ResponseEntity<byte[]> calendar(Actor actor, StoredStudy study, PatientKey patient, Page page) {
    shown(actor, study, patient, page);
    String owner = patient.study() + "\n" + patient.id();
    return Attachment.of(
        "prednisone-plan.ics",
        "text/calendar;charset=UTF-8",
        new TaperWords(page.texts()).calendar(kept(actor, patient), owner));
  }

  /// The plan as a sheet to print; its own style stands in it, so the policy names that style.
  @GetMapping("/sheet")
  ResponseEntity<String> sheet(Actor actor, StoredStudy study, PatientKey patient, Page page) {
    shown(actor, study, patient, page);
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "html", StandardCharsets.UTF_8))
        .header(
            "Content-Security-Policy",
            "default-src 'none'; style-src " + PlanSheet.stylePolicy() + "; frame-ancestors 'none'")
        .body(PlanSheet.of(kept(actor, patient), patient.id(), page.texts()));
  }
}
