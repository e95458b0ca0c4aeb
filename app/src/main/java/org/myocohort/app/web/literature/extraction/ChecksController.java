package org.myocohort.app.web.literature.extraction;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.check.CheckFinding;
import org.myocohort.app.check.DocumentAnswer;
import org.myocohort.app.cli.Format;
import org.myocohort.app.review.extract.ReviewChecks;
import org.myocohort.app.web.Attachment;
import org.myocohort.app.web.NotFound;
import org.myocohort.app.web.Page;
import org.myocohort.app.web.SignedIn;
import org.myocohort.app.web.literature.ReviewShelf;
import org.myocohort.evidence.extraction.ExtractedReport;
import org.myocohort.evidence.extraction.ExtractionDesk;
import org.myocohort.evidence.extraction.ExtractionFolder;
import org.myocohort.evidence.extraction.ReportProgress;
import org.myocohort.evidence.printed.DocumentCheck;
import org.myocohort.evidence.printed.LedgerEntry;
import org.myocohort.evidence.printed.PrintedPlace;
import org.myocohort.evidence.printed.PrintedText;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.plausibility.Finding.Level;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Permission;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/// Whether the numbers that the reports print fit together, and what was extracted with them.
@Controller
@RequestMapping("/reviews/{review}/checks")
final class ChecksController {
  private static final String TEXT = ExtractionDesk.FOLDER + "/texts/";
  private static final int BEFORE = 60;
  private static final int AFTER = 60;

  private final ReviewShelf shelf;

  ChecksController(ReviewShelf shelf) {
    this.shelf = shelf;
  }

  /// A finding about printed numbers.
  ///
  /// @param before what stands before the numbers in their line
  /// @param after what stands after them
  public record Printed(
      DocumentAnswer.ShownFinding finding,
      Where where,
      String before,
      String after,
      List<Other> others) {}

  /// A place compared with.
  public record Other(Where where, String quote) {}

  /// A finding about a typed cell.
  public record Typed(CheckFinding finding, Where where) {}

  /// A size that a text prints.
  public record Size(LedgerEntry entry, Where where) {}

  /// A place in words, and its page.
  ///
  /// @param address null where there is no page
  public record Where(String text, @Nullable String address) {}

  /// What was checked.
  ///
  /// @param extractions by their names
  private record Checked(
      ExtractionRoom room,
      ReviewChecks checks,
      DocumentCheck documents,
      SequencedMap<String, ExtractionFolder> extractions) {}

  private static Checked check(ExtractionRoom room, Page page)
      throws IOException, BadInputException {
    SequencedMap<String, ExtractionFolder> extractions = new LinkedHashMap<>();
    room.desk()
        .read(ExtractionDesk.AGREED)
        .ifPresent(agreed -> extractions.put(ExtractionDesk.AGREED, agreed));
    if (extractions.isEmpty()) {
      for (String by : room.desk().extractors()) {
        ExtractionFolder folder = room.written(by);
        if (seesAll(room, by, folder)) {
          extractions.put(by, folder);
        }
      }
    }
    ReviewChecks checks =
        ReviewChecks.of(
            room.desk().folder(),
            ExtractionDesk.FOLDER,
            List.copyOf(extractions.keySet()),
            page.texts());
    return new Checked(room, checks, DocumentCheck.of(checks.documents()), extractions);
  }

  /// In a blinded review nobody reads in the findings what another extracted before him.
  private static boolean seesAll(ExtractionRoom room, String by, ExtractionFolder folder) {
    for (ExtractedReport report : folder.extraction().reports()) {
      if (ReportProgress.of(folder, report.id()).begun() && !room.sees(by, report.id())) {
        return false;
      }
    }
    return true;
  }

  @GetMapping
  String checks(Actor actor, SignedIn person, @PathVariable String review, Page page, Model model)
      throws IOException, BadInputException {
    actor.demand(Permission.VIEW);
    ExtractionRoom room = ExtractionRoom.of(shelf, review, person);
    Checked checked = check(room, page);
    DocumentAnswer answer = answer(page);
    List<Printed> printed = new ArrayList<>();
    for (DocumentAnswer.ShownFinding finding : answer.shown(checked.documents())) {
      printed.add(printed(finding, checked));
    }
    List<Typed> typed =
        checked.checks().cells().stream()
            .map(cell -> new Typed(cell.finding(), where(cell, checked)))
            .toList();
    List<Level> levels = new ArrayList<>();
    printed.forEach(each -> levels.add(each.finding().level()));
    typed.forEach(each -> levels.add(each.finding().level()));
    model.addAttribute("id", review);
    model.addAttribute("reviewTitle", room.review().settings().title());
    model.addAttribute("printed", printed);
    model.addAttribute("typed", typed);
    model.addAttribute(
        "ledger",
        checked.documents().ledger().stream()
            .map(entry -> new Size(entry, where(entry.place(), checked)))
            .toList());
    model.addAttribute("documents", checked.checks().documents().size());
    model.addAttribute("extractions", List.copyOf(checked.extractions().keySet()));
    model.addAttribute("notText", checked.checks().notText());
    model.addAttribute(
        "counts",
        List.of(
            count(levels, Level.ERROR), count(levels, Level.WARNING), count(levels, Level.NOTE)));
    return "literature/extraction/checks";
  }

  private static long count(List<Level> levels, Level level) {
    return levels.stream().filter(each -> each == level).count();
  }

  private static DocumentAnswer answer(Page page) {
    return new DocumentAnswer(Format.csv, page.texts(), new PrintWriter(Writer.nullWriter()));
  }

  private static Printed printed(DocumentAnswer.ShownFinding finding, Checked checked) {
    PrintedPlace place = finding.place();
    String original =
        checked.checks().documents().stream()
            .filter(document -> document.document().equals(place.document()))
            .findFirst()
            .map(PrintedText::original)
            .orElse("");
    int lineFrom = place.offset() - place.column() + 1;
    int from = Math.max(lineFrom, place.offset() - BEFORE);
    int lineTo = original.indexOf('\n', place.offset());
    int end = lineTo < 0 ? original.length() : lineTo;
    int after = Math.min(end, place.offset() + place.quote().length());
    return new Printed(
        finding,
        where(place, checked),
        (from > lineFrom ? "\u2026" : "") + original.substring(from, place.offset()),
        original.substring(after, Math.min(end, after + AFTER))
            + (end > after + AFTER ? "\u2026" : ""),
        finding.others().stream()
            .map(other -> new Other(where(other, checked), other.quote()))
            .toList());
  }

  /// The page of a pasted text, or of the row whose printed string it is.
  private static Where where(PrintedPlace place, Checked checked) {
    String document = place.document();
    if (document.startsWith(TEXT)) {
      String report = document.substring(TEXT.length()).replaceFirst("\\.txt$", "");
      return new Where(
          document.substring(ExtractionDesk.FOLDER.length() + 1) + ":" + place.line(),
          checked.room().base() + "/texts/" + report);
    }
    String row = document.substring(document.indexOf(' ') + 1);
    String by = document.split("/", -1)[1];
    return new Where(
        document.substring(ExtractionDesk.FOLDER.length() + 1), page(by, "results", row, checked));
  }

  private static Where where(DocumentAnswer.CellFinding cell, Checked checked) {
    CheckFinding finding = cell.finding();
    String by = cell.document().split("/", -1)[1];
    return new Where(
        (by + ": " + finding.table() + " " + finding.id() + " " + finding.column()).strip(),
        page(by, finding.table(), finding.id(), checked));
  }

  /// The page of the report that a row is of; null where it has none.
  private static @Nullable String page(String by, String table, String row, Checked checked) {
    ExtractionFolder folder = checked.extractions().get(by);
    if (folder == null) {
      return null;
    }
    String report = folder.extraction().report(row).isPresent() ? row : folder.reportOf(table, row);
    return report.isEmpty() ? null : checked.room().base() + "/" + by + "/" + report;
  }

  @GetMapping("/files/{file}")
  ResponseEntity<byte[]> file(
      Actor actor,
      SignedIn person,
      @PathVariable String review,
      @PathVariable String file,
      Page page)
      throws IOException, BadInputException {
    actor.demand(Permission.VIEW);
    Checked checked = check(ExtractionRoom.of(shelf, review, person), page);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    switch (file) {
      case "findings.csv" ->
          answer(page).findings(checked.documents(), checked.checks().cells(), out);
      case "ledger.csv" -> answer(page).ledger(checked.documents(), out);
      default -> throw new NotFound();
    }
    return Attachment.of(review + "-" + file, "text/csv;charset=UTF-8", out.toByteArray());
  }
}
