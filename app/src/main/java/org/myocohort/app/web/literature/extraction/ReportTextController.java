package org.myocohort.app.web.literature.extraction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.web.Notice;
import org.myocohort.app.web.SignedIn;
import org.myocohort.app.web.literature.ReviewShelf;
import org.myocohort.evidence.extraction.ExtractionFolder;
import org.myocohort.evidence.extraction.Place;
import org.myocohort.evidence.extraction.ReportTexts.ReportText;
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

/// The pasted text of a report, the quotes in it marked.
@Controller
@RequestMapping("/reviews/{review}/extraction/texts/{report}")
final class ReportTextController {
  private final ReviewShelf shelf;

  ReportTextController(ReviewShelf shelf) {
    this.shelf = shelf;
  }

  /// A quote of the report.
  ///
  /// @param by who gives it
  /// @param state `found`, `not-found`, or empty where no text was pasted
  public record Quote(String by, String row, String quote, String state) {}

  @GetMapping
  String text(
      Actor actor,
      SignedIn person,
      @PathVariable String review,
      @PathVariable String report,
      Model model)
      throws IOException, BadInputException {
    actor.demand(Permission.VIEW);
    ExtractionRoom room = ExtractionRoom.of(shelf, review, person);
    return show(room, report, null, model);
  }

  /// @param typed what could not be kept, since somebody changed the text meanwhile; null else
  private static String show(
      ExtractionRoom room, String report, @Nullable String typed, Model model)
      throws IOException, BadInputException {
    model.addAttribute("citation", room.textOf(report).citation());
    ReportText text = room.desk().texts().read(report);
    QuotedText quoted = new QuotedText(text.text());
    List<Place> places = new ArrayList<>();
    List<Quote> quotes = new ArrayList<>();
    for (String by : room.desk().extractors()) {
      if (room.sees(by, report)) {
        ExtractionFolder folder = room.written(by);
        for (Place place : folder.extraction().places()) {
          if (place.report().equals(report) && !place.quote().isBlank()) {
            places.add(place);
            quotes.add(
                new Quote(
                    by,
                    String.join(" ", place.table(), place.row(), place.column()).strip(),
                    place.quote(),
                    quoted.state(place.quote())));
          }
        }
      }
    }
    model.addAttribute("id", room.id());
    model.addAttribute("reviewTitle", room.review().settings().title());
    model.addAttribute("report", report);
    model.addAttribute("text", typed == null ? text.text().original() : typed);
    model.addAttribute("overtaken", typed != null);
    model.addAttribute("isText", quoted.isThere());
    model.addAttribute("hash", text.hash());
    model.addAttribute("pieces", quoted.pieces(places));
    model.addAttribute("quotes", quotes);
    return "literature/extraction/text";
  }

  @PostMapping
  String keep(
      Actor actor,
      SignedIn person,
      @PathVariable String review,
      @PathVariable String report,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "") String hash,
      RedirectAttributes next,
      Model model)
      throws IOException, BadInputException {
    actor.demand(Permission.REVIEW);
    ExtractionRoom room = ExtractionRoom.of(shelf, review, person);
    room.textOf(report);
    if (!room.desk().texts().keep(report, text, hash)) {
      return show(room, report, text, model);
    }
    Notice.done(next, text.isBlank() ? "extraction.text-removed" : "extraction.text-kept");
    return "redirect:" + room.base() + "/texts/" + report;
  }
}
