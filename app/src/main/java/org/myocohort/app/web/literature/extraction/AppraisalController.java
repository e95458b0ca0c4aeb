package org.myocohort.app.web.literature.extraction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.transfer.TransferTexts;
import org.myocohort.app.web.Notice;
import org.myocohort.app.web.Page;
import org.myocohort.app.web.SignedIn;
import org.myocohort.app.web.literature.ReviewShelf;
import org.myocohort.evidence.extraction.Appraisal;
import org.myocohort.evidence.extraction.Checklist;
import org.myocohort.evidence.extraction.Design;
import org.myocohort.evidence.extraction.ExtractedReport;
import org.myocohort.evidence.extraction.ExtractionFolder;
import org.myocohort.evidence.extraction.RowEntry;
import org.myocohort.evidence.extraction.SaveResult;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Permission;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The appraisal of a report with the checklist for its design. No score is made of the answers.
@Controller
@RequestMapping("/reviews/{review}/extraction/{by}/{report}/appraisal")
final class AppraisalController {
  private static final String TABLE = "appraisal";

  private final ReviewShelf shelf;

  AppraisalController(ReviewShelf shelf) {
    this.shelf = shelf;
  }

  /// A question.
  ///
  /// @param answer given; empty while it is open
  /// @param answerBefore what stood there when the form was opened
  /// @param commentBefore what stood there when the form was opened
  /// @param now what somebody else answered meanwhile; empty where nobody did
  public record Question(
      int number,
      String text,
      String answer,
      String comment,
      String answerBefore,
      String commentBefore,
      String now) {}

  @GetMapping
  String form(
      Actor actor,
      SignedIn person,
      @PathVariable String review,
      @PathVariable String by,
      @PathVariable String report,
      @RequestParam(defaultValue = "") String checklist,
      Page page,
      Model model)
      throws IOException, BadInputException {
    actor.demand(Permission.REVIEW);
    ExtractionRoom room = ExtractionRoom.of(shelf, review, person);
    ExtractionFolder folder = room.own(by, report);
    return show(room, folder, report, chosen(folder, report, checklist), null, null, page, model);
  }

  /// The checklist asked for; else the one that was begun, else the one for the design.
  private static Checklist chosen(ExtractionFolder folder, String report, String code) {
    for (Checklist checklist : Checklist.values()) {
      if (checklist.code().equals(code)) {
        return checklist;
      }
    }
    List<Appraisal> begun = folder.extraction().appraisalsOf(report);
    if (!begun.isEmpty()) {
      return begun.getFirst().checklist();
    }
    Design design = folder.extraction().report(report).map(ExtractedReport::design).orElse(null);
    return Arrays.stream(Checklist.values())
        .filter(checklist -> checklist.design() == design)
        .findFirst()
        .orElse(Checklist.JBI_CASE_REPORT);
  }

  private static String key(String report, Checklist checklist, int item) {
    return report + "/" + checklist.code() + "/" + item;
  }

  private static String show(
      ExtractionRoom room,
      ExtractionFolder folder,
      String report,
      Checklist checklist,
      @Nullable Map<String, String> typed,
      @Nullable SaveResult result,
      Page page,
      Model model) {
    List<Question> questions = new ArrayList<>();
    for (Checklist.Item item : checklist.content().items()) {
      questions.add(question(folder, report, checklist, item, typed, result, page));
    }
    ExtractedReport read = folder.extraction().report(report).orElseThrow();
    model.addAttribute("id", room.id());
    model.addAttribute("reviewTitle", room.review().settings().title());
    model.addAttribute("by", room.reader());
    model.addAttribute("report", report);
    model.addAttribute("citation", read.citation());
    model.addAttribute("design", read.design() == null ? "" : read.design().code());
    model.addAttribute("fits", read.design() == checklist.design());
    model.addAttribute("checklist", checklist.code());
    model.addAttribute(
        "checklists", Arrays.stream(Checklist.values()).map(Checklist::code).toList());
    model.addAttribute(
        "answers", Arrays.stream(Appraisal.Answer.values()).map(Appraisal.Answer::code).toList());
    model.addAttribute("questionsOf", checklist.content());
    model.addAttribute("questions", questions);
    model.addAttribute("overtaken", result instanceof SaveResult.Overtaken);
    model.addAttribute(
        "errors",
        result instanceof SaveResult.Wrong wrong
            ? wrong.faults().stream()
                .map(fault -> TransferTexts.sentence(fault.problem(), page.texts()))
                .toList()
            : List.of());
    return "literature/extraction/appraisal";
  }

  private static Question question(
      ExtractionFolder folder,
      String report,
      Checklist checklist,
      Checklist.Item item,
      @Nullable Map<String, String> typed,
      @Nullable SaveResult result,
      Page page) {
    String key = key(report, checklist, item.number());
    String answer = folder.cell(TABLE, key, "answer").orElse("");
    String comment = folder.cell(TABLE, key, "comment").orElse("");
    String text = page.language().equals("it") ? item.italian() : item.english();
    if (typed == null) {
      return new Question(item.number(), text, answer, comment, answer, comment, "");
    }
    boolean changed =
        result instanceof SaveResult.Overtaken overtaken && overtaken.row().equals(key);
    String number = Integer.toString(item.number());
    return new Question(
        item.number(),
        text,
        typed.getOrDefault("answer." + number, ""),
        typed.getOrDefault("comment." + number, ""),
        changed ? answer : typed.getOrDefault("was.answer." + number, ""),
        changed ? comment : typed.getOrDefault("was.comment." + number, ""),
        changed ? RowForm.told(answer, comment) : "");
  }

  @PostMapping
  String save(
      Actor actor,
      SignedIn person,
      @PathVariable String review,
      @PathVariable String by,
      @PathVariable String report,
      @RequestParam Map<String, String> all,
      Page page,
      RedirectAttributes next,
      Model model)
      throws IOException, BadInputException {
    actor.demand(Permission.REVIEW);
    ExtractionRoom room = ExtractionRoom.of(shelf, review, person);
    ExtractionFolder folder = room.own(by, report);
    Checklist checklist = chosen(folder, report, all.getOrDefault("checklist", ""));
    List<RowEntry> entries = new ArrayList<>();
    for (Checklist.Item item : checklist.content().items()) {
      RowEntry entry = entry(folder, report, checklist, item.number(), all);
      if (entry != null) {
        entries.add(entry);
      }
    }
    if (!entries.isEmpty()) {
      SaveResult result = room.desk().save(by, entries);
      if (!(result instanceof SaveResult.Kept)) {
        return show(room, room.written(by), report, checklist, all, result, page, model);
      }
    }
    Notice.done(next, "extraction.appraisal-saved");
    return "redirect:" + room.base() + "/" + by + "/" + report + "#appraisal";
  }

  /// What was answered to a question; null where nothing was and nothing stands there.
  private static @Nullable RowEntry entry(
      ExtractionFolder folder,
      String report,
      Checklist checklist,
      int item,
      Map<String, String> all) {
    Map<String, String> typed = new LinkedHashMap<>();
    Map<String, String> before = new LinkedHashMap<>();
    for (String column : List.of("answer", "comment")) {
      typed.put(column, all.getOrDefault(column + "." + item, ""));
      before.put(column, all.getOrDefault("was." + column + "." + item, ""));
    }
    String key = key(report, checklist, item);
    boolean nothing = typed.values().stream().allMatch(String::isBlank);
    return nothing && folder.cell(TABLE, key, "answer").isEmpty()
        ? null
        : new RowEntry(
            TABLE,
            key,
            report,
            Map.of(
                "report", report,
                "checklist", checklist.code(),
                "item", Objects.toString(item)),
            before,
            typed);
  }
}
