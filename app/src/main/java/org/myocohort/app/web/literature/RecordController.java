package org.myocohort.app.web.literature;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.web.NotFound;
import org.myocohort.app.web.Page;
import org.myocohort.app.web.SignedIn;
import org.myocohort.evidence.duplicate.MergedRecord;
import org.myocohort.evidence.record.RawField;
import org.myocohort.evidence.review.ImportEntry;
import org.myocohort.evidence.review.Review;
import org.myocohort.evidence.review.ReviewEvent;
import org.myocohort.evidence.review.ScreeningDesk;
import org.myocohort.evidence.screening.RecordStanding.Outcome;
import org.myocohort.evidence.screening.ScreeningEvent;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Permission;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// A record and all that is known of it: its work, where it stands in its export, what was decided.
@Controller
final class RecordController {
  private final ReviewShelf shelf;

  RecordController(ReviewShelf shelf) {
    this.shelf = shelf;
  }

  /// A record as it was exported.
  public record Exported(
      String id, String source, String file, int number, int line, List<RawField> fields) {}

  /// A line of the log.
  public record Action(String time, String by, String what, String reason) {}

  @GetMapping("/reviews/{review}/records/{record}")
  String show(
      Actor actor,
      SignedIn person,
      @PathVariable String review,
      @PathVariable String record,
      Page page,
      Model model)
      throws IOException, BadInputException {
    actor.demand(Permission.VIEW);
    ScreeningDesk desk = shelf.desk(review);
    Review read = desk.folder().read();
    if (!read.records().containsKey(record)) {
      throw new NotFound();
    }
    String work = read.work(record);
    MergedRecord found = Optional.ofNullable(desk.works().get(work)).orElseThrow(NotFound::new);
    List<Exported> exported = new ArrayList<>();
    for (String each : read.works().getOrDefault(work, List.of())) {
      ImportEntry entry = read.importOf(each);
      var origin = desk.records().record(each).origin();
      exported.add(
          new Exported(
              each,
              entry.name(),
              entry.file(),
              origin.number(),
              origin.line(),
              desk.records().record(each).fields()));
    }
    model.addAttribute("id", review);
    model.addAttribute("reviewTitle", read.settings().title());
    model.addAttribute("work", ShownWork.of(work, found, read));
    model.addAttribute("exported", exported);
    model.addAttribute("actions", actions(read, work, ReviewerName.of(person), page));
    return "literature/record";
  }

  /// What was done with a work, but for what a blinded reader may not see yet.
  private static List<Action> actions(Review review, String work, String reader, Page page) {
    List<Action> actions = new ArrayList<>();
    for (ReviewEvent event : review.events()) {
      boolean about =
          switch (event) {
            case ReviewEvent.Screened(ScreeningEvent screened) ->
                review.work(screened.record()).equals(work)
                    && isVisible(review, screened, work, reader);
            case ReviewEvent.Sought sought -> review.work(sought.work()).equals(work);
            case ReviewEvent.StudyNamed named ->
                named.works().stream().anyMatch(each -> review.work(each).equals(work));
            case ReviewEvent.Copies copies ->
                copies.decision().ids().stream().anyMatch(each -> review.work(each).equals(work));
            case ReviewEvent.Overlapped _, ReviewEvent.Looked _, ReviewEvent.Updated _ -> false;
          };
      if (about) {
        actions.add(action(event, review, page));
      }
    }
    return actions;
  }

  private static boolean isVisible(
      Review review, ScreeningEvent event, String work, String reader) {
    return !review.settings().blinded()
        || event.reviewer().equals(reader)
        || review.board(event.stage()).outcome(work) != Outcome.OPEN;
  }

  private static Action action(ReviewEvent event, Review review, Page page) {
    String what =
        switch (event) {
          case ReviewEvent.Screened(ScreeningEvent.Decided decided) ->
              page.texts().text("reviews.stage." + Texts.code(decided.stage()))
                  + ": "
                  + page.texts().text("reviews.verdict." + Texts.code(decided.verdict()));
          case ReviewEvent.Screened(ScreeningEvent.Undone _) ->
              page.texts().text("reviews.action.undone");
          case ReviewEvent.Screened(ScreeningEvent.Resolved resolved) ->
              page.texts().text("reviews.action.resolved")
                  + ": "
                  + page.texts()
                      .text("reviews.verdict." + (resolved.include() ? "include" : "exclude"));
          case ReviewEvent.Sought sought ->
              page.texts()
                  .text(
                      "reviews.retrieval." + (sought.retrieved() ? "retrieved" : "not-retrieved"));
          case ReviewEvent.StudyNamed named ->
              page.texts().text("reviews.action.study", named.study());
          case ReviewEvent.Copies copies ->
              page.texts()
                  .text(
                      "reviews.action." + Texts.code(copies.decision().kind()),
                      String.join(", ", copies.decision().ids()));
          case ReviewEvent.Overlapped _, ReviewEvent.Looked _, ReviewEvent.Updated _ -> "";
        };
    String reason =
        switch (event) {
          case ReviewEvent.Screened(ScreeningEvent.Decided decided) -> decided.reason();
          case ReviewEvent.Screened(ScreeningEvent.Resolved resolved) -> resolved.reason();
          case ReviewEvent.Sought sought -> sought.reason();
          case ReviewEvent.Copies copies -> copies.decision().reason();
          case ReviewEvent.StudyNamed named -> named.reason();
          case ReviewEvent.Screened _,
              ReviewEvent.Overlapped _,
              ReviewEvent.Looked _,
              ReviewEvent.Updated _ ->
              "";
        };
    return new Action(
        page.time(event.time()), event.by(), what, ScreeningController.reason(reason, review));
  }
}
