package org.myocohort.app.web.entry;

import java.util.Map;
import java.util.TreeMap;
import org.myocohort.app.web.Addresses;
import org.myocohort.app.web.NotFound;
import org.myocohort.app.web.Notice;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Permission;
import org.myocohort.registry.patient.PatientKey;
import org.myocohort.registry.patient.PatientStore;
import org.myocohort.registry.review.Drafts;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Keeps what is typed, every few seconds.
@Controller
final class DraftController {
  private final PatientStore store;
  private final Drafts drafts;

  DraftController(PatientStore store, Drafts drafts) {
    this.store = store;
    this.drafts = drafts;
  }

  /// Answers with the time of day at which the draft was kept.
  @PostMapping("/studies/{study}/patients/{patient}/drafts")
  ResponseEntity<String> keep(
      Actor actor, PatientKey key, @RequestParam Map<String, String> typed) {
    actor.demand(Permission.EDIT);
    String form = form(typed);
    seen(actor, key);
    String revision = typed.getOrDefault("revision", "0");
    TreeMap<String, String> fields = new TreeMap<>(typed);
    fields
        .keySet()
        .removeIf(name ->
            name.equals("_csrf") || name.equals("draftForm") || name.startsWith("confirm."));
    String at =
        drafts.keep(
            actor,
            new Drafts.Form(key.study(), key.id(), form),
            revision.matches("\\d{1,15}") ? Long.parseLong(revision) : 0,
            fields);
    return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(at.substring(11, 16));
  }

  @PostMapping("/studies/{study}/patients/{patient}/drafts/discard")
  String discard(
      Actor actor,
      PatientKey key,
      @RequestParam Map<String, String> typed,
      RedirectAttributes next) {
    actor.demand(Permission.EDIT);
    seen(actor, key);
    String form = form(typed);
    drafts.discard(actor, new Drafts.Form(key.study(), key.id(), form));
    Notice.done(next, "entry.draft.discarded");
    return "redirect:" + Addresses.patient(key) + "/" + encoded(form);
  }

  private void seen(Actor actor, PatientKey key) {
    if (store.find(actor, key).isEmpty()) {
      throw new NotFound();
    }
  }

  /// The form's address after the patient's: of two or three parts, never another place.
  private static String form(Map<String, String> typed) {
    String form = typed.getOrDefault("draftForm", "");
    if (!form.matches("(visits|rows/[a-z_]+)/[^/\\\\]{1,200}")) {
      throw new NotFound();
    }
    return form;
  }

  private static String encoded(String form) {
    int last = form.lastIndexOf('/');
    return form.substring(0, last + 1) + Addresses.segment(form.substring(last + 1));
  }
}
