package org.myocohort.app.web.literature;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.review.flow.ReviewFlows;
import org.myocohort.app.web.NotFound;
import org.myocohort.app.web.Notice;
import org.myocohort.app.web.Page;
import org.myocohort.app.web.SignedIn;
import org.myocohort.evidence.duplicate.MergedRecord;
import org.myocohort.evidence.review.Review;
import org.myocohort.evidence.review.ReviewEvent;
import org.myocohort.evidence.review.ReviewFlow;
import org.myocohort.evidence.review.ScreeningDesk;
import org.myocohort.evidence.review.WorkClosedException;
import org.myocohort.evidence.screening.ScreeningBoard;
import org.myocohort.evidence.screening.ScreeningEvent;
import org.myocohort.evidence.screening.ScreeningStage;
import org.myocohort.evidence.screening.ScreeningVerdict;
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

/// Reports whose full text is sought: whether it came, what was decided on it, which study it
/// belongs to.
@Controller
@RequestMapping("/reviews/{review}/full-text")
final class FullTextController {
  private final ReviewShelf shelf;
  private final InstantSource clock;

  FullTextController(ReviewShelf shelf, InstantSource clock) {
    this.shelf = shelf;
    this.clock = clock;
  }

  /// A report as the page shows it.
  ///
  /// @param retrieval `open`, `retrieved` or `not-retrieved`
  /// @param outcome code of what the decisions come to
  /// @param mine what the reader decided; empty for nothing yet
  /// @param study that it belongs to; empty where it stands for itself
  public record Report(
      ShownWork work,
      String retrieval,
      String retrievalReason,
      String outcome,
      String mine,
      List<ScreeningController.Decision> decisions,
      String study) {}

  @GetMapping
  String reports(Actor actor, SignedIn person, @PathVariable String review, Page page, Model model)
      throws IOException, BadInputException {
    actor.demand(Permission.VIEW);
    ScreeningDesk desk = shelf.desk(review);
    Review read = desk.folder().read();
    ReviewFlow flow = ReviewFlows.of(read, page.texts());
    ScreeningBoard board = read.board(ScreeningStage.FULL_TEXT);
    String reader = ReviewerName.of(person);
    List<Report> reports = new ArrayList<>();
    for (String work : flow.sought()) {
      @Nullable MergedRecord found = desk.works().get(work);
      if (found != null) {
        reports.add(report(work, found, read, board, reader, page));
      }
    }
    model.addAttribute("id", review);
    model.addAttribute("reviewTitle", read.settings().title());
    model.addAttribute("settings", read.settings());
    model.addAttribute("reports", reports);
    return "literature/full-text";
  }

  private static Report report(
      String work,
      MergedRecord found,
      Review review,
      ScreeningBoard board,
      String reader,
      Page page) {
    String retrieval =
        review
            .sought(work)
            .map(sought -> sought.retrieved() ? "retrieved" : "not-retrieved")
            .orElse(board.standing(work).decisions().isEmpty() ? "open" : "retrieved");
    String mine =
        board.standing(work).decisions().stream()
            .filter(each -> each.reviewer().equals(reader))
            .map(each -> Texts.code(each.verdict()))
            .findFirst()
            .orElse("");
    String study = review.study(work);
    return new Report(
        ShownWork.of(work, found, review),
        retrieval,
        review.sought(work).map(ReviewEvent.Sought::reason).orElse(""),
        Texts.code(board.outcome(work)),
        mine,
        ScreeningController.decisions(board, reader, work, review, page),
        study.equals(work) ? "" : study);
  }

  @PostMapping("/retrieval")
  String retrieval(
      Actor actor,
      SignedIn person,
      @PathVariable String review,
      @RequestParam String work,
      @RequestParam boolean retrieved,
      @RequestParam(defaultValue = "") String reason)
      throws IOException, BadInputException {
    return added(
        actor,
        review,
        work,
        new ReviewEvent.Sought(ReviewerName.of(person), now(), work, retrieved, reason.strip()));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private String added(Actor actor, String review, String work, ReviewEvent event)
      throws IOException, BadInputException {
    actor.demand(Permission.REVIEW);
    ScreeningDesk desk = shelf.desk(review);
    if (!desk.folder().read().works().containsKey(work)) {
      throw new NotFound();
    }
    desk.folder().add(event);
    return "redirect:/reviews/" + review + "/full-text#w" + work;
  }

  @PostMapping("/decision")
  String decide(
      Actor actor,
      SignedIn person,
      @PathVariable String review,
      @RequestParam String work,
      @RequestParam String verdict,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes next)
      throws IOException, BadInputException {
    actor.demand(Permission.REVIEW);
    ScreeningVerdict said = Verdicts.of(verdict);
    if (said == ScreeningVerdict.EXCLUDE && reason.isBlank()) {
      Notice.attention(next, "reviews.reason-needed");
      return "redirect:/reviews/" + review + "/full-text#w" + work;
    }
    try {
      return added(
          actor,
          review,
          work,
          new ReviewEvent.Screened(
              new ScreeningEvent.Decided(
                  ReviewerName.of(person),
                  work,
                  ScreeningStage.FULL_TEXT,
                  said,
                  said == ScreeningVerdict.EXCLUDE ? reason.strip() : "",
                  now(),
                  null)));
    } catch (WorkClosedException _) {
      Notice.attention(next, "reviews.closed", work);
      return "redirect:/reviews/" + review + "/full-text#w" + work;
    }
  }

  @PostMapping("/study")
  String study(
      Actor actor,
      SignedIn person,
      @PathVariable String review,
      @RequestParam String work,
      @RequestParam(defaultValue = "") String study)
      throws IOException, BadInputException {
    return added(
        actor,
        review,
        work,
        new ReviewEvent.StudyNamed(
            ReviewerName.of(person), now(), List.of(work), study.strip(), ""));
  }
}
