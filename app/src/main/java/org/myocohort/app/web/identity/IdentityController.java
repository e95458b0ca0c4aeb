package org.myocohort.app.web.identity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.myocohort.app.web.Addresses;
import org.myocohort.app.web.NotFound;
import org.myocohort.app.web.Notice;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Permission;
import org.myocohort.registry.identity.Identities;
import org.myocohort.registry.identity.Identity;
import org.myocohort.registry.identity.WrongKeyException;
import org.myocohort.registry.patient.PatientHeads;
import org.myocohort.registry.patient.PatientKey;
import org.myocohort.registry.patient.Studies.StoredStudy;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// A patient's identity: shown, changed, erased, and found by hospital number. Nothing of it stands
/// in an address, on another page or in a log.
@Controller
final class IdentityController {
  private static final String PAGE = "/studies/{study}/patients/{patient}/identity";
  private static final String VIEW = "identity/identity";
  private static final int LONGEST = 200;
  private static final Pattern DATE = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");
  private static final String FIRST_DAY = "-01-01";
  private static final int YEAR = 4;
  private static final Identity UNKNOWN = new Identity("", "", "");

  private final IdentityDesk desk;
  private final PatientHeads heads;

  IdentityController(IdentityDesk desk, PatientHeads heads) {
    this.desk = desk;
    this.heads = heads;
  }

  @GetMapping(PAGE)
  String show(Actor actor, StoredStudy study, PatientKey patient, Model model) {
    PatientKey key = seen(actor, patient);
    frame(model, study, key);
    if (actor.may(Permission.IDENTITY)) {
      read(actor, key, model);
    }
    return VIEW;
  }

  /// The patient, where the actor may see it and has to do with identities at all.
  private PatientKey seen(Actor actor, PatientKey patient) {
    if (!actor.may(Permission.ERASE_IDENTITY)) {
      actor.demand(Permission.IDENTITY);
    }
    return heads.find(actor, patient).map(PatientHeads.Head::key).orElseThrow(NotFound::new);
  }

  private void frame(Model model, StoredStudy study, PatientKey key) {
    model.addAttribute("study", study);
    model.addAttribute("patient", key.id());
    model.addAttribute("base", Addresses.patient(key));
    model.addAttribute("ready", desk.open().isPresent());
    model.addAttribute("problems", List.of());
    model.addAttribute("known", false);
    model.addAttribute("identity", UNKNOWN);
  }

  private void read(Actor actor, PatientKey key, Model model) {
    try {
      desk.open()
          .flatMap(identities -> identities.read(actor, key))
          .ifPresent(identity -> {
            model.addAttribute("identity", identity);
            model.addAttribute("known", true);
          });
    } catch (WrongKeyException _) {
      model.addAttribute("ready", false);
      model.addAttribute(
          "notice", new Notice(Notice.Kind.attention, "identity.wrong-key", List.of()));
    }
  }

  @PostMapping(PAGE)
  String save(
      Actor actor,
      StoredStudy study,
      PatientKey patient,
      @RequestParam Map<String, String> sent,
      Model model,
      RedirectAttributes next) {
    actor.demand(Permission.IDENTITY);
    PatientKey key = seen(actor, patient);
    Identity typed =
        new Identity(text(sent, "name"), text(sent, "birthDate"), text(sent, "hospitalNumber"));
    List<String> problems = new ArrayList<>(problems(typed));
    Optional<Identities> identities = desk.open();
    if (identities.isEmpty()) {
      problems.add("identity.no-key");
    }
    if (problems.isEmpty()) {
      switch (identities.orElseThrow().save(actor, key, typed)) {
        case SAVED -> {
          Notice.done(next, "identity.saved");
          return "redirect:" + Addresses.patient(key) + "/identity";
        }
        case HOSPITAL_NUMBER_TAKEN -> problems.add("identity.taken");
        case NO_SUCH_PATIENT -> throw new NotFound();
      }
    }
    frame(model, study, key);
    model.addAttribute("identity", typed);
    model.addAttribute("problems", problems);
    return VIEW;
  }

  private static List<String> problems(Identity typed) {
    List<String> problems = new ArrayList<>();
    if (typed.equals(UNKNOWN)) {
      problems.add("identity.empty");
    }
    if (!typed.birthDate().isEmpty() && !isDate(typed.birthDate())) {
      problems.add("identity.no-date");
    }
    if (typed.name().length() > LONGEST || typed.hospitalNumber().length() > LONGEST) {
      problems.add("identity.too-long");
    }
    return problems;
  }

  private static boolean isDate(String text) {
    if (!DATE.matcher(text).matches()) {
      return false;
    }
    try {
      // What a partial date leaves out is filled in, for the calendar to judge the rest.
      LocalDate.parse(text + FIRST_DAY.substring(text.length() - YEAR));
      return true;
    } catch (DateTimeException _) {
      return false;
    }
  }

  private static String text(Map<String, String> sent, String name) {
    return sent.getOrDefault(name, "").strip();
  }

  @PostMapping(PAGE + "/erase")
  String erase(
      Actor actor,
      StoredStudy study,
      PatientKey patient,
      @RequestParam Map<String, String> sent,
      RedirectAttributes next) {
    actor.demand(Permission.ERASE_IDENTITY);
    PatientKey key = seen(actor, patient);
    Optional<Identities> identities = desk.open();
    if (identities.isEmpty()) {
      Notice.attention(next, "identity.no-key");
    } else if (!text(sent, "confirm").equals(key.id())) {
      Notice.attention(next, "identity.not-confirmed", key.id());
    } else if (text(sent, "reason").isEmpty()) {
      Notice.attention(next, "identity.reason-expected");
    } else {
      switch (identities.orElseThrow().erase(actor, key, text(sent, "reason"))) {
        case ERASED -> Notice.done(next, "identity.erased");
        case ERASED_NOT_SCRUBBED -> Notice.attention(next, "identity.erased-not-scrubbed");
        case NOTHING_THERE -> Notice.attention(next, "identity.nothing-there");
      }
    }
    return "redirect:" + Addresses.patient(key) + "/identity";
  }

  /// Finds a patient by hospital number; a form sends it, so that it stands in no address.
  @PostMapping("/studies/{study}/identity/find")
  String find(
      Actor actor,
      StoredStudy study,
      @RequestParam Map<String, String> sent,
      RedirectAttributes next) {
    actor.demand(Permission.IDENTITY);
    String number = text(sent, "hospitalNumber");
    Optional<Identities> identities = desk.open();
    if (identities.isEmpty()) {
      Notice.attention(next, "identity.no-key");
    } else if (!number.isEmpty()) {
      Optional<PatientKey> found = identities.orElseThrow().find(actor, study.id(), number);
      if (found.isPresent()) {
        return "redirect:" + Addresses.patient(found.get());
      }
      Notice.attention(next, "identity.not-found");
    }
    return "redirect:/studies/" + study.id() + "/patients";
  }
}
