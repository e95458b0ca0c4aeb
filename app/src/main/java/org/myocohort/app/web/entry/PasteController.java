package org.myocohort.app.web.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.cli.Texts.Language;
import org.myocohort.app.entry.Doubts;
import org.myocohort.app.entry.Entered;
import org.myocohort.app.entry.FieldProblem;
import org.myocohort.app.entry.FormRow;
import org.myocohort.app.entry.LastValues;
import org.myocohort.app.entry.VisitForm;
import org.myocohort.app.entry.VisitPaste;
import org.myocohort.app.web.Addresses;
import org.myocohort.app.web.NotFound;
import org.myocohort.app.web.Notice;
import org.myocohort.app.web.Page;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Permission;
import org.myocohort.registry.patient.PatientKey;
import org.myocohort.registry.patient.PatientStore;
import org.myocohort.registry.patient.SaveRequest;
import org.myocohort.registry.patient.SaveResult;
import org.myocohort.registry.patient.StoredPatient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Many visits of a patient at once, from a spreadsheet: shown first, then saved together.
@Controller
final class PasteController {
  private static final String PATH = "/studies/{study}/patients/{patient}/visits/paste";
  private static final String TEMPLATE = "entry/paste";

  private final PatientStore store;

  PasteController(PatientStore store) {
    this.store = store;
  }

  /// A pasted cell, with what is wrong with it.
  public record CellView(String text, String problem) {}

  @GetMapping(PATH)
  String form(Actor actor, Page page, PatientKey key, Model model) {
    actor.demand(Permission.EDIT);
    frame(found(actor, key), "", page.texts(), model);
    return TEMPLATE;
  }

  private StoredPatient found(Actor actor, PatientKey key) {
    return store.find(actor, key).orElseThrow(NotFound::new);
  }

  private static void frame(StoredPatient patient, String lines, Texts texts, Model model) {
    model.addAttribute("patient", patient.key().id());
    model.addAttribute("base", Addresses.patient(patient.key()));
    model.addAttribute("lines", lines);
    model.addAttribute("revision", patient.revision());
    model.addAttribute(
        "known",
        Stream.of(List.of("date"), VisitForm.CORE_SET, VisitForm.ENZYMES, VisitForm.CHILDREN)
            .flatMap(List::stream)
            .collect(Collectors.joining(", ")));
    model.addAttribute("language", texts.language());
  }

  @PostMapping(PATH)
  String paste(
      Actor actor,
      Page page,
      PatientKey key,
      @RequestParam Map<String, String> typed,
      Model model,
      RedirectAttributes next) {
    actor.demand(Permission.EDIT);
    StoredPatient found = found(actor, key);
    String lines = typed.getOrDefault("lines", "");
    Texts texts = page.texts();
    frame(found, lines, texts, model);
    VisitPaste paste = VisitPaste.of(found, lines, FieldViews.visitNames());
    Entered entered =
        Entered.read(
            paste.rows(),
            paste.typed(),
            VisitForm.links(found, ""),
            Language.valueOf(page.language()));
    List<FieldProblem> problems = new ArrayList<>(entered.problems());
    List<Doubts.Doubt> doubts = List.of();
    if (problems.isEmpty() && !entered.changes().isEmpty()) {
      switch (store.draft(found, entered.changes())) {
        case PatientStore.Draft.Wrong(List<SaveResult.RowProblem> wrong) ->
            wrong.forEach(problem -> problems.add(entered.located(problem)));
        case PatientStore.Draft.Sound(var after) ->
            doubts =
                Doubts.of(
                    entered,
                    LastValues.of(found, null, ""),
                    store.read(found).study(),
                    after.study(),
                    found);
      }
    }
    boolean confirmed = doubts.isEmpty() || typed.containsKey("confirmed");
    if (typed.containsKey("save")
        && problems.isEmpty()
        && confirmed
        && !entered.changes().isEmpty()) {
      SaveResult result =
          store.save(actor, SaveRequest.of(found.key(), found.revision(), entered.changes(), ""));
      switch (result) {
        case SaveResult.Saved(long revision) -> {
          Notice.done(next, "entry.saved", Long.toString(revision));
          return "redirect:" + Addresses.patient(found.key());
        }
        case SaveResult.Refused(List<SaveResult.RowProblem> wrong) ->
            wrong.forEach(problem -> problems.add(entered.located(problem)));
        case SaveResult.Conflict _ ->
            problems.add(new FieldProblem("", "entry-changed-since", "", List.of()));
      }
    }
    show(paste, entered, problems, doubts, texts, model);
    return TEMPLATE;
  }

  private static void show(
      VisitPaste paste,
      Entered entered,
      List<FieldProblem> problems,
      List<Doubts.Doubt> doubts,
      Texts texts,
      Model model) {
    List<List<CellView>> rows = new ArrayList<>();
    List<FieldProblem> placed = new ArrayList<>();
    for (FormRow row : paste.rows()) {
      List<CellView> cells = new ArrayList<>();
      for (String column : row.columns()) {
        String name = row.name(column);
        List<FieldProblem> here =
            problems.stream().filter(problem -> problem.field().equals(name)).toList();
        placed.addAll(here);
        String stored = here.isEmpty() ? entered.after(row, column) : "";
        cells.add(
            new CellView(
                stored.isEmpty() ? paste.typed().getOrDefault(name, "") : stored,
                here.stream()
                    .map(problem -> problem.sentence(texts))
                    .collect(Collectors.joining(" "))));
      }
      rows.add(cells);
    }
    model.addAttribute("rows", rows);
    model.addAttribute(
        "headings",
        paste.headings().stream()
            .filter(column -> !column.isEmpty())
            .map(column -> FieldViews.label(texts, "visits", column))
            .toList());
    model.addAttribute("unknown", paste.unknown());
    model.addAttribute("sound", problems.isEmpty());
    model.addAttribute(
        "problems",
        problems.stream()
            .filter(problem -> !placed.contains(problem))
            .map(problem -> problem.sentence(texts))
            .toList());
    model.addAttribute("doubts", doubts.stream().map(doubt -> doubt.sentence(texts)).toList());
  }
}
