package org.myocohort.app.web.entry;

import java.util.Map;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.cli.Texts.Language;
import org.myocohort.app.web.NotFound;
import org.myocohort.app.web.Page;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.patient.PatientKey;
import org.myocohort.registry.patient.PatientStore;
import org.myocohort.registry.patient.StoredPatient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The score of a visit while it is typed.
@Controller
final class PreviewController {
  private final PatientStore store;
  private final EntryDesk desk;

  PreviewController(PatientStore store, EntryDesk desk) {
    this.store = store;
    this.desk = desk;
  }

  @PostMapping("/studies/{study}/patients/{patient}/visits/{row}/preview")
  String preview(
      Actor actor,
      Page page,
      PatientKey key,
      @PathVariable("row") String row,
      @RequestParam Map<String, String> typed,
      Model model) {
    StoredPatient found = store.find(actor, key).orElseThrow(NotFound::new);
    FormName form = FormName.visit(row);
    EntryDesk.Preview preview = desk.preview(found, form, typed, Language.valueOf(page.language()));
    Texts texts = page.texts();
    model.addAttribute("preview", preview.score());
    model.addAttribute(
        "leftOut",
        preview.leftOut().stream()
            .filter(field -> field.contains(".") && !field.equals("v.date"))
            .distinct()
            .map(field ->
                FieldViews.label(
                    texts,
                    field.startsWith("v.") ? "visits" : "measurements",
                    field.substring(field.indexOf('.') + 1)))
            .toList());
    return "entry/preview :: preview";
  }
}
