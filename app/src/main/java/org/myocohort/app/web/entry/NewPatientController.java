package org.myocohort.app.web.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.myocohort.app.cli.Texts.Language;
import org.myocohort.app.entry.Doubts;
import org.myocohort.app.entry.FieldProblem;
import org.myocohort.app.entry.FormRow;
import org.myocohort.app.entry.LastValues;
import org.myocohort.app.entry.RowForm;
import org.myocohort.app.web.Addresses;
import org.myocohort.app.web.Notice;
import org.myocohort.app.web.Page;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Permission;
import org.myocohort.registry.patient.PatientKey;
import org.myocohort.registry.patient.StoredPatient;
import org.myocohort.registry.patient.Studies.StoredStudy;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Adds a patient.
@Controller
final class NewPatientController {
  private static final String PATH = "/studies/{study}/patients/new";
  private static final String TEMPLATE = "entry/patient";

  private final EntryDesk desk;

  NewPatientController(EntryDesk desk) {
    this.desk = desk;
  }

  @GetMapping(PATH)
  String form(Actor actor, StoredStudy study, Page page, Model model) {
    actor.demand(Permission.EDIT);
    show(actor, page, nobody(study, ""), Map.of(), List.of(), List.of(), model);
    return TEMPLATE;
  }

  private static StoredPatient nobody(StoredStudy study, String id) {
    return StoredPatient.none(new PatientKey(study.id(), id));
  }

  private static FormName form(StoredPatient patient) {
    return new FormName(false, "patients", patient.key().id());
  }

  private static void show(
      Actor actor,
      Page page,
      StoredPatient patient,
      Map<String, String> typed,
      List<FieldProblem> problems,
      List<Doubts.Doubt> doubts,
      Model model) {
    List<FormRow> rows = List.of(RowForm.person(patient.key()));
    FormPage.Parts parts =
        new FormPage.Parts(
            patient,
            form(patient),
            rows,
            typed,
            problems,
            doubts,
            LastValues.of(patient, null, ""),
            "",
            Map.of());
    model.addAttribute(
        "form",
        FormPage.of(
            page.texts(), Addresses.study(patient.key().study()), parts, false, null, null, false));
    model.addAttribute("pseudonym", patient.key().id());
    model.addAttribute("words", new PatientSuggestions(page.language(), patient, actor));
    model.addAttribute("dirty", !typed.isEmpty());
  }

  @PostMapping(PATH)
  String add(
      Actor actor,
      StoredStudy study,
      Page page,
      @RequestParam Map<String, String> typed,
      Model model,
      RedirectAttributes next) {
    actor.demand(Permission.EDIT);
    String id = typed.getOrDefault("id", "").strip();
    StoredPatient patient = nobody(study, id);
    Language language = Language.valueOf(page.language());
    if (!id.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}") || id.equalsIgnoreCase("new")) {
      List<FieldProblem> problems = new ArrayList<>();
      problems.add(new FieldProblem("id", "entry-pseudonym-expected", id, List.of()));
      problems.addAll(desk.read(patient, form(patient), typed, language).problems());
      show(actor, page, patient, typed, problems, List.of(), model);
      return TEMPLATE;
    }
    return switch (desk.save(actor, patient, form(patient), 0, typed, language)) {
      case EntryDesk.Outcome.Saved _ -> {
        Notice.done(next, "entry.added", id);
        yield "redirect:" + Addresses.patient(patient.key());
      }
      case EntryDesk.Outcome.Back back -> {
        show(actor, page, patient, typed, back.problems(), back.doubts(), model);
        yield TEMPLATE;
      }
      case EntryDesk.Outcome.Collided _ -> {
        // Somebody has this pseudonym; whether the actor may see that patient is not said.
        show(
            actor,
            page,
            patient,
            typed,
            List.of(new FieldProblem("id", "entry-pseudonym-taken", id, List.of())),
            List.of(),
            model);
        yield TEMPLATE;
      }
    };
  }
}
