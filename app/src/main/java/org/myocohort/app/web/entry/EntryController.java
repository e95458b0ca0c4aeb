package org.myocohort.app.web.entry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.cli.Texts.Language;
import org.myocohort.app.entry.Doubts;
import org.myocohort.app.entry.FieldProblem;
import org.myocohort.app.entry.FormRow;
import org.myocohort.app.entry.LastValues;
import org.myocohort.app.entry.RowForm;
import org.myocohort.app.entry.ValueHistory;
import org.myocohort.app.entry.VisitForm;
import org.myocohort.app.web.Addresses;
import org.myocohort.app.web.NotFound;
import org.myocohort.app.web.Notice;
import org.myocohort.app.web.Page;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Permission;
import org.myocohort.registry.patient.PatientKey;
import org.myocohort.registry.patient.PatientStore;
import org.myocohort.registry.patient.RowChange;
import org.myocohort.registry.patient.SaveRequest;
import org.myocohort.registry.patient.SaveResult;
import org.myocohort.registry.patient.StoredPatient;
import org.myocohort.registry.review.DataQueries;
import org.myocohort.registry.review.Drafts;
import org.myocohort.registry.review.PatientLock;
import org.myocohort.registry.review.Signatures;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The forms of a patient: visits, and one row of any table.
@Controller
final class EntryController {
  private static final String PATIENT = "/studies/{study}/patients/{patient}";
  private static final String VISIT = PATIENT + "/visits/{row}";
  private static final String ROW = PATIENT + "/rows/{table}/{row}";

  private final PatientStore store;
  private final EntryDesk desk;
  private final Drafts drafts;
  private final PatientLock locks;
  private final DataQueries queries;
  private final Signatures signatures;
  private final People people;

  EntryController(
      PatientStore store,
      EntryDesk desk,
      Drafts drafts,
      PatientLock locks,
      DataQueries queries,
      Signatures signatures,
      People people) {
    this.store = store;
    this.desk = desk;
    this.drafts = drafts;
    this.locks = locks;
    this.queries = queries;
    this.signatures = signatures;
    this.people = people;
  }

  @GetMapping(VISIT)
  String visit(
      Actor actor,
      Page page,
      PatientKey key,
      @PathVariable("row") String row,
      @RequestParam Map<String, String> asked,
      Model model) {
    return show(actor, page, key, FormName.visit(row), asked, model);
  }

  @GetMapping(ROW)
  String row(
      Actor actor,
      Page page,
      PatientKey key,
      @PathVariable("table") String table,
      @PathVariable("row") String row,
      @RequestParam Map<String, String> asked,
      Model model) {
    return show(actor, page, key, rowForm(table, row), asked, model);
  }

  private static FormName rowForm(String table, String row) {
    FormName form = FormName.row(table, row);
    if (!RowForm.TABLES.contains(table) || (form.row() == null && table.equals("patients"))) {
      throw new NotFound();
    }
    return form;
  }

  private StoredPatient patient(Actor actor, PatientKey key) {
    return store.find(actor, key).orElseThrow(NotFound::new);
  }

  private static Language language(Page page) {
    return Language.valueOf(page.language());
  }

  private String show(
      Actor actor,
      Page page,
      PatientKey key,
      FormName form,
      Map<String, String> asked,
      Model model) {
    StoredPatient patient = patient(actor, key);
    String row = form.row();
    boolean gone = false;
    if (row == null) {
      actor.demand(Permission.EDIT);
    } else {
      gone = patient.row(form.table(), row).isEmpty();
      if (gone && store.history(actor, key, form.table(), row).isEmpty()) {
        throw new NotFound();
      }
    }
    Optional<Drafts.Draft> draft =
        actor.may(Permission.EDIT) ? drafts.find(actor, draftOf(key, form)) : Optional.empty();
    boolean continued = draft.isPresent() && asked.containsKey("draft");
    Map<String, String> typed = continued ? draft.get().fields() : Map.of();
    LastValues last = desk.last(patient, form, typed, language(page));
    List<FormRow> rows = continued ? form.posted(patient, last, typed) : form.shown(patient, last);
    FormPage.DraftView offer =
        draft
            .map(each ->
                new FormPage.DraftView(
                    Times.shown(each.savedAt()), each.revision() != patient.revision()))
            .orElse(null);
    FormPage.Parts parts =
        new FormPage.Parts(
            patient,
            form,
            rows,
            typed,
            List.of(),
            List.of(),
            last,
            desk.date(patient, form, typed, language(page)),
            Map.of());
    long revision = continued ? draft.get().revision() : patient.revision();
    fill(actor, page, parts, offer, continued, revision, gone, model);
    return form.template();
  }

  private static Drafts.Form draftOf(PatientKey key, FormName form) {
    return new Drafts.Form(key.study(), key.id(), form.path());
  }

  private void fill(
      Actor actor,
      Page page,
      FormPage.Parts parts,
      FormPage.@Nullable DraftView draft,
      boolean continued,
      long revision,
      boolean gone,
      Model model) {
    PatientKey key = parts.patient().key();
    Texts texts = page.texts();
    FormName form = parts.name();
    List<ValueHistory.Change> history =
        form.row() == null || form.visit()
            ? List.of()
            : ValueHistory.of(
                store.history(actor, key, form.table(), form.row()),
                parts.rows().getFirst().columns());
    FormPage.Parts counted =
        new FormPage.Parts(
            parts.patient(),
            form,
            parts.rows(),
            parts.typed(),
            parts.problems(),
            parts.doubts(),
            parts.last(),
            parts.date(),
            ValueHistory.corrections(history));
    String lock =
        locks
            .of(actor, key)
            .map(each ->
                texts.text(
                    "entry.read-only.locked",
                    people.name(texts, each.actor()),
                    Times.shown(each.at()),
                    each.reason()))
            .orElse(null);
    boolean readOnly = !actor.may(Permission.EDIT) || parts.patient().locked() || gone;
    model.addAttribute(
        "form",
        FormPage.of(texts, Addresses.patient(key), counted, readOnly, lock, draft, continued));
    model.addAttribute("startedFrom", revision);
    model.addAttribute("gone", gone);
    model.addAttribute("words", new PatientSuggestions(texts.language(), parts.patient(), actor));
    model.addAttribute("history", HistoryLine.of(texts, people, form.table(), history));
    if (form.row() != null) {
      model.addAttribute(
          "queries",
          queries.of(actor, key).stream()
              .filter(query -> query.about().row().equals(form.row()))
              .toList());
    }
    if (form.table().equals("visits") && form.row() != null) {
      model.addAttribute("signatures", signatures.of(actor, key, form.row()));
    }
    if (form.visit()) {
      model.addAttribute("coreSet", VisitForm.CORE_SET);
      model.addAttribute("children", VisitForm.CHILDREN);
      model.addAttribute("enzymes", VisitForm.ENZYMES);
      model.addAttribute(
          "measured",
          VisitForm.enzymesMeasured(parts.rows()).stream()
              .map(code -> FieldViews.label(texts, "visits", code))
              .collect(Collectors.joining(", ")));
    }
  }

  @PostMapping(VISIT)
  String saveVisit(
      Actor actor,
      Page page,
      PatientKey key,
      @PathVariable("row") String row,
      @RequestParam Map<String, String> typed,
      Model model,
      RedirectAttributes next) {
    return save(actor, page, key, FormName.visit(row), typed, model, next);
  }

  @PostMapping(ROW)
  String saveRow(
      Actor actor,
      Page page,
      PatientKey key,
      @PathVariable("table") String table,
      @PathVariable("row") String row,
      @RequestParam Map<String, String> typed,
      Model model,
      RedirectAttributes next) {
    return save(actor, page, key, rowForm(table, row), typed, model, next);
  }

  private String save(
      Actor actor,
      Page page,
      PatientKey key,
      FormName form,
      Map<String, String> typed,
      Model model,
      RedirectAttributes next) {
    actor.demand(Permission.EDIT);
    StoredPatient patient = patient(actor, key);
    long revision = revision(typed, patient);
    if (typed.containsKey("more")) {
      Map<String, String> longer = new HashMap<>(typed);
      longer.put("n" + (count(typed) + 5) + ".value", "");
      back(actor, page, patient, form, longer, List.of(), List.of(), List.of(), revision, model);
      return form.template();
    }
    return switch (desk.save(actor, patient, form, revision, typed, language(page))) {
      case EntryDesk.Outcome.Saved(long now, boolean changed) -> {
        drafts.discard(actor, draftOf(key, form));
        if (changed) {
          Notice.done(next, "entry.saved", Long.toString(now));
        } else {
          Notice.attention(next, "entry.unchanged");
        }
        String row =
            form.row() != null ? form.row() : FormRow.newId(key, form.table(), revision, 1);
        String path = form.visit() ? "/visits/" : "/rows/" + form.table() + "/";
        yield "redirect:"
            + Addresses.patient(key)
            + path
            + (changed || form.row() != null ? Addresses.segment(row) : "new");
      }
      case EntryDesk.Outcome.Back back -> {
        back(
            actor,
            page,
            patient,
            form,
            typed,
            back.rows(),
            back.problems(),
            back.doubts(),
            revision,
            model);
        yield form.template();
      }
      case EntryDesk.Outcome.Collided collided -> {
        TreeMap<String, String> fields = new TreeMap<>(typed);
        fields.keySet().removeIf(name -> name.equals("_csrf") || name.startsWith("pick."));
        drafts.keep(actor, draftOf(key, form), revision, fields);
        model.addAttribute(
            "conflict",
            ConflictPage.of(page.texts(), people, Addresses.patient(key), form, collided, typed));
        yield "entry/conflict";
      }
    };
  }

  private static long count(Map<String, String> typed) {
    return typed.keySet().stream()
        .filter(name -> name.matches("n\\d{1,4}\\.[a-z_]+"))
        .mapToLong(name -> Long.parseLong(name.substring(1, name.indexOf('.'))))
        .max()
        .orElse(0);
  }

  private static long revision(Map<String, String> typed, StoredPatient patient) {
    String revision = typed.getOrDefault("revision", "");
    return revision.matches("\\d{1,15}") ? Long.parseLong(revision) : patient.revision();
  }

  private void back(
      Actor actor,
      Page page,
      StoredPatient patient,
      FormName form,
      Map<String, String> typed,
      List<FormRow> read,
      List<FieldProblem> problems,
      List<Doubts.Doubt> doubts,
      long revision,
      Model model) {
    LastValues last = desk.last(patient, form, typed, language(page));
    FormPage.Parts parts =
        new FormPage.Parts(
            patient,
            form,
            read.isEmpty() ? form.posted(patient, last, typed) : read,
            typed,
            problems,
            doubts,
            last,
            desk.date(patient, form, typed, language(page)),
            Map.of());
    fill(actor, page, parts, null, false, revision, false, model);
    model.addAttribute("dirty", true);
  }

  @PostMapping(ROW + "/remove")
  String remove(
      Actor actor,
      Page page,
      PatientKey key,
      @PathVariable("table") String table,
      @PathVariable("row") String row,
      @RequestParam Map<String, String> typed,
      Model model,
      RedirectAttributes next) {
    actor.demand(Permission.EDIT);
    StoredPatient found = patient(actor, key);
    FormName form = rowForm(table, row);
    long revision = revision(typed, found);
    String here =
        "redirect:" + Addresses.patient(key) + "/rows/" + table + "/" + Addresses.segment(row);
    SaveResult result =
        store.save(
            actor,
            SaveRequest.of(
                key,
                revision,
                List.of(new RowChange.Remove(table, row)),
                typed.getOrDefault("reason", "").strip()));
    switch (result) {
      case SaveResult.Saved _ -> {
        drafts.discard(actor, draftOf(key, form));
        Notice.done(next, "entry.removed");
      }
      case SaveResult.Conflict _ -> Notice.attention(next, "lock.changed");
      case SaveResult.Refused(List<SaveResult.RowProblem> problems) ->
          next.addFlashAttribute(
              "notice",
              new Notice(
                  Notice.Kind.attention,
                  "problem." + problems.getFirst().problem().code(),
                  problems.getFirst().problem().values()));
    }
    return here;
  }
}
