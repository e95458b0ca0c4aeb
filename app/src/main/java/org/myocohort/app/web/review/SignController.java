package org.myocohort.app.web.review;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.myocohort.app.web.Addresses;
import org.myocohort.app.web.NotFound;
import org.myocohort.app.web.Notice;
import org.myocohort.app.web.Page;
import org.myocohort.app.web.SignedIn;
import org.myocohort.app.web.entry.Labels;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Permission;
import org.myocohort.registry.patient.PatientKey;
import org.myocohort.registry.patient.PatientStore;
import org.myocohort.registry.patient.StoredPatient;
import org.myocohort.registry.patient.StoredRow;
import org.myocohort.registry.review.PatientLock;
import org.myocohort.registry.review.Signatures;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Signing a visit, and locking and unlocking a patient.
@Controller
final class SignController {
  private static final String PATIENT = "/studies/{study}/patients/{patient}";
  private static final List<String> SHOWN =
      List.of(
          "date", "physician_global", "patient_global", "extramuscular", "mmt", "mmt_max", "haq");

  private final PatientStore store;
  private final Signatures signatures;
  private final PatientLock locks;
  private final Reauthentication reauthentication;

  SignController(
      PatientStore store,
      Signatures signatures,
      PatientLock locks,
      Reauthentication reauthentication) {
    this.store = store;
    this.signatures = signatures;
    this.locks = locks;
    this.reauthentication = reauthentication;
  }

  /// A value of the visit that is signed.
  public record Told(String label, String value) {}

  @GetMapping(PATIENT + "/sign")
  String form(
      Actor actor,
      Page page,
      PatientKey key,
      @RequestParam(name = "visit", defaultValue = "") String visit,
      Model model) {
    actor.demand(Permission.SIGN);
    show(actor, page, key, visit, model);
    return "review/sign";
  }

  private void show(Actor actor, Page page, PatientKey key, String visit, Model model) {
    StoredPatient found = store.find(actor, key).orElseThrow(NotFound::new);
    List<StoredRow> visits = found.rows("visits");
    Optional<StoredRow> chosen = visits.stream().filter(row -> row.id().equals(visit)).findFirst();
    if (chosen.isEmpty() && !visit.isEmpty()) {
      throw new NotFound();
    }
    model.addAttribute("base", Addresses.patient(key));
    model.addAttribute("patient", key.id());
    model.addAttribute("visits", visits);
    model.addAttribute("chosen", chosen.orElse(null));
    model.addAttribute("meanings", Signatures.Meaning.values());
    model.addAttribute("signatures", signatures.of(actor, key));
    model.addAttribute("password", reauthentication.asksPassword());
    chosen.ifPresent(row -> model.addAttribute("told", told(page, row)));
  }

  private static List<Told> told(Page page, StoredRow row) {
    return row.cells().keySet().stream()
        .filter(column -> !column.equals("patient"))
        .sorted(
            java.util.Comparator.comparingInt((String column) ->
                    SHOWN.contains(column) ? SHOWN.indexOf(column) : SHOWN.size())
                .thenComparing(column -> column))
        .map(column ->
            new Told(
                Labels.column(page.texts(), "visits", column),
                Labels.text(page.texts(), "visits", column, row.cell(column))))
        .toList();
  }

  @PostMapping(PATIENT + "/sign")
  String sign(
      SignedIn person,
      Page page,
      PatientKey key,
      @RequestParam Map<String, String> sent,
      HttpServletRequest request,
      Model model,
      RedirectAttributes next) {
    Actor actor = person.actor();
    actor.demand(Permission.SIGN);
    String visit = sent.getOrDefault("visit", "");
    Signatures.Meaning meaning =
        Signatures.Meaning.parse(sent.getOrDefault("meaning", "")).orElseThrow(NotFound::new);
    show(actor, page, key, visit, model);
    if (!reauthentication.confirms(
        person, sent.getOrDefault("password", ""), request.getRemoteAddr())) {
      model.addAttribute(
          "notice", new Notice(Notice.Kind.attention, "sign.wrong-password", List.of()));
      return "review/sign";
    }
    return switch (signatures.sign(
        actor, key, visit, number(sent.getOrDefault("revision", "")), person.name(), meaning)) {
      case SIGNED -> {
        Notice.done(next, "sign.done");
        yield "redirect:" + Addresses.patient(key) + "/sign";
      }
      case CHANGED_SINCE -> {
        model.addAttribute("notice", new Notice(Notice.Kind.attention, "sign.changed", List.of()));
        yield "review/sign";
      }
      case NOT_FOUND -> throw new NotFound();
    };
  }

  private static long number(String text) {
    return text.matches("\\d{1,15}") ? Long.parseLong(text) : -1;
  }

  @GetMapping(PATIENT + "/lock")
  String lockForm(Actor actor, PatientKey key, Model model) {
    return lockForm(actor, key, true, model);
  }

  @GetMapping(PATIENT + "/unlock")
  String unlockForm(Actor actor, PatientKey key, Model model) {
    return lockForm(actor, key, false, model);
  }

  private String lockForm(Actor actor, PatientKey key, boolean lock, Model model) {
    actor.demand(Permission.LOCK);
    StoredPatient found = store.find(actor, key).orElseThrow(NotFound::new);
    model.addAttribute("base", Addresses.patient(key));
    model.addAttribute("patient", key.id());
    model.addAttribute("lock", lock);
    model.addAttribute("revision", found.revision());
    return "review/lock";
  }

  @PostMapping(PATIENT + "/lock")
  String lock(
      Actor actor,
      PatientKey key,
      @RequestParam Map<String, String> sent,
      Model model,
      RedirectAttributes next) {
    return set(actor, key, true, sent, model, next);
  }

  @PostMapping(PATIENT + "/unlock")
  String unlock(
      Actor actor,
      PatientKey key,
      @RequestParam Map<String, String> sent,
      Model model,
      RedirectAttributes next) {
    return set(actor, key, false, sent, model, next);
  }

  private String set(
      Actor actor,
      PatientKey key,
      boolean lock,
      Map<String, String> sent,
      Model model,
      RedirectAttributes next) {
    String reason = sent.getOrDefault("reason", "");
    String form = lockForm(actor, key, lock, model);
    if (reason.isBlank()) {
      model.addAttribute(
          "notice", new Notice(Notice.Kind.attention, "lock.reason-expected", List.of()));
      return form;
    }
    return switch (locks.set(actor, key, number(sent.getOrDefault("revision", "")), lock, reason)) {
      case DONE, ALREADY -> {
        Notice.done(next, lock ? "lock.done" : "lock.undone");
        yield "redirect:" + Addresses.patient(key);
      }
      case CHANGED_SINCE -> {
        model.addAttribute("notice", new Notice(Notice.Kind.attention, "lock.changed", List.of()));
        yield form;
      }
      case NOT_FOUND -> throw new NotFound();
    };
  }
}
