package org.myocohort.app.web.literature;

import java.io.IOException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.web.NotFound;
import org.myocohort.app.web.Notice;
import org.myocohort.app.web.Page;
import org.myocohort.app.web.SignedIn;
import org.myocohort.evidence.duplicate.ComparedPair;
import org.myocohort.evidence.duplicate.DuplicateDecision;
import org.myocohort.evidence.duplicate.Duplicates;
import org.myocohort.evidence.duplicate.IdentifiedRecord;
import org.myocohort.evidence.duplicate.MergedRecord;
import org.myocohort.evidence.review.Review;
import org.myocohort.evidence.review.ReviewEvent;
import org.myocohort.evidence.review.ScreeningDesk;
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

/// Which records describe one work: pairs for a person to look at, and merges that can be undone.
@Controller
@RequestMapping("/reviews/{review}/copies")
final class CopiesController {
  private static final int SHOWN = 100;

  private final ReviewShelf shelf;
  private final InstantSource clock;

  CopiesController(ReviewShelf shelf, InstantSource clock) {
    this.shelf = shelf;
    this.clock = clock;
  }

  /// Two records side by side.
  ///
  /// @param against what speaks against a merge, in words
  public record Pair(ShownWork first, ShownWork second, String probability, String against) {}

  @GetMapping
  String copies(Actor actor, @PathVariable String review, Page page, Model model)
      throws IOException, BadInputException {
    actor.demand(Permission.VIEW);
    ScreeningDesk desk = shelf.desk(review);
    Review read = desk.folder().read();
    Duplicates found = shelf.compared(review, (_, _) -> {}).decided(read.copyDecisions());
    List<Pair> maybe = new ArrayList<>();
    for (ComparedPair pair : found.maybe().stream().limit(SHOWN).toList()) {
      maybe.add(
          new Pair(
              shown(pair.first(), desk, read),
              shown(pair.second(), desk, read),
              Math.round(pair.probability() * 100) + " %",
              String.join(
                  ", ",
                  pair.conflicts().stream()
                      .map(each -> page.texts().text("reviews.conflict." + Texts.code(each)))
                      .toList())));
    }
    List<List<ShownWork>> merged = new ArrayList<>();
    for (List<String> cluster : found.clusters().stream().limit(SHOWN).toList()) {
      List<ShownWork> records = new ArrayList<>();
      for (String record : cluster) {
        records.add(shown(record, desk, read));
      }
      merged.add(records);
    }
    model.addAttribute("id", review);
    model.addAttribute("reviewTitle", read.settings().title());
    model.addAttribute("found", found);
    model.addAttribute("maybe", maybe);
    model.addAttribute("merged", merged);
    return "literature/copies";
  }

  private static ShownWork shown(String record, ScreeningDesk desk, Review review)
      throws IOException, BadInputException {
    IdentifiedRecord found = new IdentifiedRecord(record, desk.records().record(record));
    return ShownWork.of(record, MergedRecord.of(List.of(found)), review)
        .from(review.importOf(record).name());
  }

  @PostMapping
  String decide(
      Actor actor,
      SignedIn person,
      @PathVariable String review,
      @RequestParam List<String> record,
      @RequestParam String decision,
      RedirectAttributes next)
      throws IOException, BadInputException {
    actor.demand(Permission.REVIEW);
    ScreeningDesk desk = shelf.desk(review);
    Review read = desk.folder().read();
    DuplicateDecision.Kind kind =
        switch (decision) {
          case "merge" -> DuplicateDecision.Kind.MERGE;
          case "apart" -> DuplicateDecision.Kind.KEEP_APART;
          case "undo" -> DuplicateDecision.Kind.LEAVE_TO_RULES;
          default -> throw new NotFound();
        };
    if (record.stream().distinct().count() < 2 || !read.records().keySet().containsAll(record)) {
      throw new NotFound();
    }
    desk.folder()
        .add(
            new ReviewEvent.Copies(
                new DuplicateDecision(
                    kind,
                    record,
                    ReviewerName.of(person),
                    clock.instant().truncatedTo(ChronoUnit.MILLIS),
                    "")));
    desk.folder().keep(shelf.compared(review, (_, _) -> {}));
    Notice.done(next, "reviews.copies." + decision);
    return "redirect:/reviews/" + review + "/copies";
  }
}
