package org.myocohort.app.web.literature;

import java.io.IOException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.web.NotFound;
import org.myocohort.app.web.Notice;
import org.myocohort.app.web.Page;
import org.myocohort.app.web.SignedIn;
import org.myocohort.evidence.duplicate.MergedRecord;
import org.myocohort.evidence.review.Review;
import org.myocohort.evidence.review.ReviewEvent;
import org.myocohort.evidence.review.ScreeningDesk;
import org.myocohort.evidence.review.WorkClosedException;
import org.myocohort.evidence.screening.RecordStanding.Outcome;
import org.myocohort.evidence.screening.ScreeningBoard;
import org.myocohort.evidence.screening.ScreeningEvent;
import org.myocohort.evidence.screening.ScreeningEvent.QueueOrder;
import org.myocohort.evidence.screening.ScreeningEvent.Shown;
import org.myocohort.evidence.screening.ScreeningQueue;
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

/// Screening by title and abstract: one work at a time, the hands on the keyboard; and what
/// reviewers disagree on.
@Controller
@RequestMapping("/reviews/{review}")
final class ScreeningController {
  private final ReviewShelf shelf;
  private final InstantSource clock;

  ScreeningController(ReviewShelf shelf, InstantSource clock) {
    this.shelf = shelf;
    this.clock = clock;
  }

  /// How far the reader has come.
  ///
  /// @param done works that the reader decided on
  /// @param left works that the reader is still asked about
  /// @param included by the reader
  public record Progress(int done, int left, int included) {
    public int all() {
      return done + left;
    }
  }

  /// A decision as a page shows it.
  public record Decision(String reviewer, String verdict, String reason) {}

  @GetMapping("/screen")
  String screen(
      Actor actor,
      SignedIn person,
      @PathVariable String review,
      @RequestParam(defaultValue = "") String order,
      @RequestParam(defaultValue = "") String work,
      Page page,
      Model model)
      throws IOException, BadInputException {
    actor.demand(Permission.VIEW);
    ScreeningDesk desk = shelf.desk(review);
    Review read = desk.folder().read();
    String reader = ReviewerName.of(person);
    QueueOrder wanted = order(order, read);
    ScreeningBoard board = read.board(ScreeningStage.TITLE_ABSTRACT);
    Optional<ScreeningQueue.Next> next =
        work.isEmpty() ? desk.next(reader, wanted) : Optional.empty();
    String shown = work.isEmpty() ? next.map(ScreeningQueue.Next::record).orElse("") : work;
    model.addAttribute("id", review);
    model.addAttribute("reviewTitle", read.settings().title());
    model.addAttribute("order", Texts.code(wanted));
    model.addAttribute("settings", read.settings());
    model.addAttribute("progress", progress(read, board, reader));
    model.addAttribute("maySay", actor.may(Permission.REVIEW));
    model.addAttribute("last", lastOwn(read, board, reader));
    if (!shown.isEmpty()) {
      MergedRecord found = Optional.ofNullable(desk.works().get(shown)).orElseThrow(NotFound::new);
      model.addAttribute("work", ShownWork.of(shown, found, read));
      Shown how = next.map(ScreeningQueue.Next::shown).orElse(null);
      model.addAttribute("shown", how == null ? "" : how.text());
      model.addAttribute("how", how);
      model.addAttribute("decisions", decisions(board, reader, shown, read, page));
    }
    return "literature/screen";
  }

  private static QueueOrder order(String asked, Review review) {
    return switch (asked) {
      case "random" -> QueueOrder.RANDOM;
      case "relevance" -> QueueOrder.RELEVANCE;
      default -> review.settings().order();
    };
  }

  private static Progress progress(Review review, ScreeningBoard board, String reader) {
    int done = 0;
    int left = 0;
    int included = 0;
    for (String work : review.works().keySet()) {
      if (!review.isScreened(work)) {
        continue;
      }
      if (board.standing(work).by(reader)) {
        done++;
        included +=
            board.standing(work).decisions().stream()
                    .anyMatch(each ->
                        each.reviewer().equals(reader)
                            && each.verdict() == ScreeningVerdict.INCLUDE)
                ? 1
                : 0;
      } else if (board.asks(reader, work)) {
        left++;
      }
    }
    return new Progress(done, left, included);
  }

  /// The work that the reader decided on last, while that decision stands; empty for none.
  private static String lastOwn(Review review, ScreeningBoard board, String reader) {
    List<ScreeningEvent> events = review.screening().events();
    for (int at = events.size() - 1; at >= 0; at--) {
      if (events.get(at) instanceof ScreeningEvent.Decided decided
          && decided.stage() == ScreeningStage.TITLE_ABSTRACT
          && decided.reviewer().equals(reader)
          && board.standing(decided.record()).by(reader)) {
        return decided.record();
      }
    }
    return "";
  }

  static List<Decision> decisions(
      ScreeningBoard board, String reader, String work, Review review, Page page) {
    List<Decision> decisions = new ArrayList<>();
    for (ScreeningEvent.Decided each : board.visibleTo(reader, work)) {
      decisions.add(
          new Decision(
              each.reviewer(),
              page.texts().text("reviews.verdict." + Texts.code(each.verdict())),
              reason(each.reason(), review)));
    }
    return decisions;
  }

  /// A reason in the review's words; what a person typed where it is no code.
  static String reason(String code, Review review) {
    return review.settings().criterion(code).map(criterion -> criterion.text()).orElse(code);
  }

  @PostMapping("/screen")
  String decide(
      Actor actor,
      SignedIn person,
      @PathVariable String review,
      @RequestParam String work,
      @RequestParam String verdict,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String shown,
      @RequestParam(defaultValue = "") String order,
      RedirectAttributes next)
      throws IOException, BadInputException {
    actor.demand(Permission.REVIEW);
    ScreeningDesk desk = shelf.desk(review);
    if (!desk.folder().read().works().containsKey(work)) {
      throw new NotFound();
    }
    boolean reasoned = verdict.startsWith("exclude:");
    try {
      desk.folder()
          .add(
              new ReviewEvent.Screened(
                  new ScreeningEvent.Decided(
                      ReviewerName.of(person),
                      work,
                      ScreeningStage.TITLE_ABSTRACT,
                      Verdicts.of(reasoned ? "exclude" : verdict),
                      reasoned ? verdict.substring("exclude:".length()) : reason,
                      clock.instant().truncatedTo(ChronoUnit.MILLIS),
                      Shown.of(shown).orElse(null))));
    } catch (WorkClosedException _) {
      Notice.attention(next, "reviews.closed", work);
    }
    desk.learn();
    next.addAttribute("order", order);
    return "redirect:/reviews/" + review + "/screen";
  }

  /// Takes back the reader's last decision and shows its work again.
  @PostMapping("/screen/undo")
  String undo(
      Actor actor,
      SignedIn person,
      @PathVariable String review,
      @RequestParam(defaultValue = "") String order,
      RedirectAttributes next)
      throws IOException, BadInputException {
    actor.demand(Permission.REVIEW);
    ScreeningDesk desk = shelf.desk(review);
    String reader = ReviewerName.of(person);
    Review read = desk.folder().read();
    String last = lastOwn(read, read.board(ScreeningStage.TITLE_ABSTRACT), reader);
    next.addAttribute("order", order);
    if (last.isEmpty()) {
      Notice.attention(next, "reviews.nothing-to-undo");
    } else {
      desk.folder()
          .add(
              new ReviewEvent.Screened(
                  new ScreeningEvent.Undone(
                      reader,
                      last,
                      ScreeningStage.TITLE_ABSTRACT,
                      clock.instant().truncatedTo(ChronoUnit.MILLIS))));
      desk.learn();
      next.addAttribute("work", last);
    }
    return "redirect:/reviews/" + review + "/screen";
  }

  /// What reviewers disagree on.
  ///
  /// @param stage code of the stage
  public record Conflict(ShownWork work, String stage, List<Decision> decisions) {}

  @GetMapping("/conflicts")
  String conflicts(
      Actor actor, SignedIn person, @PathVariable String review, Page page, Model model)
      throws IOException, BadInputException {
    actor.demand(Permission.VIEW);
    ScreeningDesk desk = shelf.desk(review);
    Review read = desk.folder().read();
    List<Conflict> conflicts = new ArrayList<>();
    for (ScreeningStage stage : ScreeningStage.values()) {
      ScreeningBoard board = read.board(stage);
      for (String work : board.records(Outcome.CONFLICT)) {
        @Nullable MergedRecord found = desk.works().get(work);
        if (found != null) {
          conflicts.add(
              new Conflict(
                  ShownWork.of(work, found, read),
                  Texts.code(stage),
                  decisions(board, ReviewerName.of(person), work, read, page)));
        }
      }
    }
    model.addAttribute("id", review);
    model.addAttribute("reviewTitle", read.settings().title());
    model.addAttribute("settings", read.settings());
    model.addAttribute("conflicts", conflicts);
    return "literature/conflicts";
  }

  @PostMapping("/conflicts")
  String resolve(
      Actor actor,
      SignedIn person,
      @PathVariable String review,
      @RequestParam String work,
      @RequestParam String stage,
      @RequestParam String verdict,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes next)
      throws IOException, BadInputException {
    actor.demand(Permission.REVIEW);
    ScreeningDesk desk = shelf.desk(review);
    Review read = desk.folder().read();
    ScreeningStage at = Verdicts.stage(stage);
    if (!read.works().containsKey(work)) {
      throw new NotFound();
    }
    if (read.board(at).outcome(work) != Outcome.CONFLICT) {
      Notice.attention(next, "reviews.no-conflict");
      return "redirect:/reviews/" + review + "/conflicts";
    }
    desk.folder()
        .add(
            new ReviewEvent.Screened(
                new ScreeningEvent.Resolved(
                    ReviewerName.of(person),
                    work,
                    at,
                    Verdicts.of(verdict) == ScreeningVerdict.INCLUDE,
                    reason,
                    clock.instant().truncatedTo(ChronoUnit.MILLIS))));
    desk.learn();
    Notice.done(next, "reviews.resolved");
    return "redirect:/reviews/" + review + "/conflicts";
  }
}
