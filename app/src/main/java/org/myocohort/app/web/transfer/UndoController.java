package org.myocohort.app.web.transfer;

import org.myocohort.app.web.NotFound;
import org.myocohort.app.web.Notice;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.importing.ImportRuns;
import org.myocohort.registry.importing.ImportUndo;
import org.myocohort.registry.patient.Studies.StoredStudy;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Takes an import back.
@Controller
@RequestMapping("/studies/{study}/import/runs/{number}/undo")
final class UndoController {
  private final ImportRuns runs;
  private final ImportUndo undoing;

  UndoController(ImportRuns runs, ImportUndo undoing) {
    this.runs = runs;
    this.undoing = undoing;
  }

  @GetMapping
  String look(
      Actor actor,
      StoredStudy study,
      @PathVariable long number,
      @RequestParam(defaultValue = "false") boolean changedToo,
      Model model) {
    ImportRuns.Run run = run(actor, study, number);
    model.addAttribute("study", study);
    model.addAttribute("run", run);
    model.addAttribute("changedToo", changedToo);
    model.addAttribute(
        "outcome", undoing.preview(actor, number, changedToo).orElseThrow(NotFound::new));
    return "transfer/undo";
  }

  private ImportRuns.Run run(Actor actor, StoredStudy study, long number) {
    return runs.find(actor, number)
        .filter(run -> run.study().equals(study.id()) && !run.undone())
        .orElseThrow(NotFound::new);
  }

  @PostMapping
  String undo(
      Actor actor,
      StoredStudy study,
      @PathVariable long number,
      @RequestParam(defaultValue = "false") boolean changedToo,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes next) {
    run(actor, study, number);
    ImportUndo.Outcome outcome =
        undoing.undo(actor, number, changedToo, reason).orElseThrow(NotFound::new);
    Notice.done(
        next,
        "web.import.undone",
        Long.toString(number),
        Integer.toString(outcome.removed()),
        Integer.toString(outcome.restored()),
        Integer.toString(outcome.left().size()));
    return "redirect:/studies/" + study.id() + "/import";
  }
}
