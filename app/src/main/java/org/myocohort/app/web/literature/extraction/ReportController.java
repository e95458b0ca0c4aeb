package org.myocohort.app.web.literature.extraction;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.web.NotFound;
import org.myocohort.app.web.Notice;
import org.myocohort.app.web.Page;
import org.myocohort.app.web.SignedIn;
import org.myocohort.app.web.entry.Suggestions;
import org.myocohort.app.web.literature.ReviewShelf;
import org.myocohort.evidence.extraction.ExtractionColumns;
import org.myocohort.evidence.extraction.ExtractionFolder;
import org.myocohort.evidence.extraction.Place;
import org.myocohort.evidence.extraction.RemovedRows;
import org.myocohort.evidence.extraction.ReportProgress;
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

/// What one person read out of a report, and the form of each row. Everybody writes in the folder
/// of his own name only.
@Controller
@RequestMapping("/reviews/{review}/extraction")
final class ReportController {
  private static final int KEPT = 200;

  private final ReviewShelf shelf;

  /// What was removed last, so that it can be put back; the oldest is forgotten.
  private final SequencedMap<String, RemovedRows> removed = new LinkedHashMap<>();

  private int removals;

  ReportController(ReviewShelf shelf) {
    this.shelf = shelf;
  }

  /// A report of somebody's extraction.
  private record Opened(ExtractionRoom room, ExtractionFolder folder, QuotedText text) {
    boolean isMine(String by) {
      return by.equals(room.reader());
    }
  }

  private Opened open(String review, String by, String report, SignedIn person)
      throws IOException, BadInputException {
    ExtractionRoom room = ExtractionRoom.of(shelf, review, person);
    ExtractionFolder folder = room.written(by, report);
    return new Opened(room, folder, new QuotedText(room.desk().texts().read(report).text()));
  }

  private static void head(Opened opened, String by, String report, Model model) {
    model.addAttribute("id", opened.room().id());
    model.addAttribute("reviewTitle", opened.room().review().settings().title());
    model.addAttribute("by", by);
    model.addAttribute("report", report);
    model.addAttribute(
        "citation", opened.folder().extraction().report(report).orElseThrow().citation());
    model.addAttribute("mine", opened.isMine(by));
    model.addAttribute("isText", opened.text().isThere());
    model.addAttribute("isRecord", opened.room().review().records().containsKey(report));
  }

  @GetMapping("/{by}/{report}")
  String report(
      Actor actor,
      SignedIn person,
      @PathVariable String review,
      @PathVariable String by,
      @PathVariable String report,
      Page page,
      Model model)
      throws IOException, BadInputException {
    actor.demand(Permission.VIEW);
    Opened opened = open(review, by, report, person);
    head(opened, by, report, model);
    boolean seen = opened.room().sees(by, report);
    model.addAttribute("seen", seen);
    if (seen) {
      model.addAttribute(
          "read",
          ReportPage.of(opened.folder(), report, words(opened, page), opened.text(), page.texts()));
      model.addAttribute("progress", ReportProgress.of(opened.folder(), report));
      model.addAttribute("tables", ExtractionColumns.ofPatients());
      model.addAttribute("words", words(opened, page));
    }
    return "literature/extraction/report";
  }

  private static ColumnWords words(Opened opened, Page page) {
    return new ColumnWords(page.texts(), opened.room().review().settings());
  }

  @GetMapping("/{by}/{report}/rows/{table}/{row}")
  String form(
      Actor actor,
      SignedIn person,
      @PathVariable String review,
      @PathVariable String by,
      @PathVariable String report,
      @PathVariable String table,
      @PathVariable String row,
      @RequestParam(defaultValue = "") String patient,
      Page page,
      Model model)
      throws IOException, BadInputException {
    actor.demand(Permission.REVIEW);
    Opened opened = own(review, by, report, person);
    String key = known(opened, report, table, row, patient);
    return form(opened, report, table, key, patient, null, null, page, model);
  }

  private Opened own(String review, String by, String report, SignedIn person)
      throws IOException, BadInputException {
    Opened opened = open(review, by, report, person);
    if (!opened.isMine(by)) {
      throw new NotFound();
    }
    return opened;
  }

  /// The key of a row of the report, empty for a new one.
  private static String known(
      Opened opened, String report, String table, String row, String patient) {
    boolean told = ExtractionColumns.ofPatients().contains(table);
    boolean fresh = row.equals("new") && !table.equals("reports");
    boolean there =
        fresh
            ? !told || opened.folder().rowsOf("patients", report).contains(patient)
            : opened.folder().rowsOf(table, report).contains(row);
    if (!isRead(table) || !there) {
      throw new NotFound();
    }
    return fresh ? "" : row;
  }

  private static boolean isRead(String table) {
    return ExtractionColumns.ofPatients().contains(table)
        || List.of("reports", "patients", "results").contains(table);
  }

  private static String form(
      Opened opened,
      String report,
      String table,
      String row,
      String patient,
      @Nullable RowEntry typed,
      @Nullable SaveResult result,
      Page page,
      Model model) {
    String by = opened.room().reader();
    ColumnWords words = words(opened, page);
    head(opened, by, report, model);
    model.addAttribute("table", words.table(table));
    model.addAttribute(
        "form",
        RowForm.of(
            opened.folder(),
            table,
            row,
            opened.folder().cell(table, row, "patient").orElse(patient),
            words,
            opened.text(),
            typed,
            result,
            page.texts()));
    model.addAttribute("words", new Suggestions(page.language()));
    model.addAttribute(
        "pieces",
        opened.text().pieces(row.isEmpty() ? List.of() : places(opened.folder(), table, row)));
    return "literature/extraction/row";
  }

  private static List<Place> places(ExtractionFolder folder, String table, String row) {
    return folder.extraction().places().stream()
        .filter(place -> place.table().equals(table) && place.row().equals(row))
        .toList();
  }

  @PostMapping("/{by}/{report}/rows/{table}/{row}")
  String save(
      Actor actor,
      SignedIn person,
      @PathVariable String review,
      @PathVariable String by,
      @PathVariable String report,
      @PathVariable String table,
      @PathVariable String row,
      @RequestParam Map<String, String> all,
      Page page,
      RedirectAttributes next,
      Model model)
      throws IOException, BadInputException {
    actor.demand(Permission.REVIEW);
    Opened opened = own(review, by, report, person);
    String patient = all.getOrDefault("patient", "");
    // A row that somebody took away is still asked for by its key: the desk says so.
    boolean there = row.equals("new") || opened.folder().rows(table).contains(row);
    String key = there ? known(opened, report, table, row, patient) : row;
    if (!isRead(table)) {
      throw new NotFound();
    }
    RowEntry entry =
        RowForm.entry(
            table,
            key,
            report,
            patient,
            ExtractionColumns.of(opened.folder(), table),
            all,
            all.containsKey("rest"));
    SaveResult result = opened.room().desk().save(by, List.of(entry));
    if (!(result instanceof SaveResult.Kept kept)) {
      Opened again = own(review, by, report, person);
      return form(again, report, table, key, patient, entry, result, page, model);
    }
    Notice.done(next, "extraction.saved", kept.rows().getFirst());
    String base = opened.room().base() + "/" + by + "/" + report;
    if (!all.getOrDefault("then", "").equals("another")) {
      return "redirect:" + base + "#" + table;
    }
    if (!patient.isEmpty()) {
      next.addAttribute("patient", patient);
    }
    return "redirect:" + base + "/rows/" + table + "/new";
  }

  @PostMapping("/{by}/{report}/remove")
  String remove(
      Actor actor,
      SignedIn person,
      @PathVariable String review,
      @PathVariable String by,
      @PathVariable String report,
      @RequestParam String table,
      @RequestParam String row,
      RedirectAttributes next)
      throws IOException, BadInputException {
    actor.demand(Permission.REVIEW);
    Opened opened = own(review, by, report, person);
    known(opened, report, table, row, "");
    if (table.equals("reports")) {
      throw new NotFound();
    }
    Optional<RemovedRows> rows = opened.room().desk().remove(by, table, row);
    if (rows.isPresent()) {
      Notice.done(next, "extraction.removed", row);
      next.addFlashAttribute("undo", kept(review + "/" + by, rows.get()));
    }
    return "redirect:" + opened.room().base() + "/" + by + "/" + report;
  }

  private synchronized String kept(String whose, RemovedRows rows) {
    String token = whose + "/" + ++removals;
    removed.put(token, rows);
    while (removed.size() > KEPT) {
      removed.pollFirstEntry();
    }
    return token;
  }

  private synchronized Optional<RemovedRows> removed(String token) {
    return Optional.ofNullable(removed.remove(token));
  }

  @PostMapping("/{by}/{report}/undo")
  String undo(
      Actor actor,
      SignedIn person,
      @PathVariable String review,
      @PathVariable String by,
      @PathVariable String report,
      @RequestParam String token,
      RedirectAttributes next)
      throws IOException, BadInputException {
    actor.demand(Permission.REVIEW);
    Opened opened = own(review, by, report, person);
    Optional<RemovedRows> rows =
        token.startsWith(review + "/" + by + "/") ? removed(token) : Optional.empty();
    if (rows.isPresent()) {
      opened.room().desk().restore(by, rows.get());
      Notice.done(next, "extraction.restored", rows.get().row());
    } else {
      Notice.attention(next, "extraction.not-restored");
    }
    return "redirect:" + opened.room().base() + "/" + by + "/" + report;
  }
}
