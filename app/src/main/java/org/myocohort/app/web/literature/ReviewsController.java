package org.myocohort.app.web.literature;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.myocohort.app.review.folder.SettingsTemplate;
import org.myocohort.app.web.Notice;
import org.myocohort.app.web.Page;
import org.myocohort.app.web.SignedIn;
import org.myocohort.evidence.review.Review;
import org.myocohort.evidence.review.ReviewEvent;
import org.myocohort.evidence.review.ReviewFolder;
import org.myocohort.evidence.review.StoppingCheck;
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

/// The reviews: their list, a new one, how far each has come, its settings.
@Controller
@RequestMapping("/reviews")
final class ReviewsController {
  private final ReviewShelf shelf;
  private final ReviewAudit audit;
  private final InstantSource clock;

  ReviewsController(ReviewShelf shelf, ReviewAudit audit, InstantSource clock) {
    this.shelf = shelf;
    this.audit = audit;
    this.clock = clock;
  }

  /// A review in the list.
  public record Listed(String id, String title, int works, int version) {}

  @GetMapping
  String list(Actor actor, Model model) throws IOException {
    actor.demand(Permission.VIEW);
    List<Listed> reviews = new ArrayList<>();
    for (String id : shelf.ids()) {
      try {
        Review review = shelf.desk(id).folder().read();
        reviews.add(
            new Listed(id, review.settings().title(), review.works().size(), review.version()));
      } catch (BadInputException _) {
        // Its own page names what is wrong with its files.
        reviews.add(new Listed(id, id, 0, 0));
      }
    }
    model.addAttribute("reviews", reviews);
    return "literature/list";
  }

  @GetMapping("/new")
  String form(Actor actor, Model model) {
    actor.demand(Permission.REVIEW);
    return form(model, "", "", List.of());
  }

  private static String form(Model model, String id, String title, List<String> problems) {
    model.addAttribute("id", id);
    model.addAttribute("typed", title);
    model.addAttribute("problems", problems);
    return "literature/new";
  }

  @PostMapping("/new")
  String begin(
      Actor actor,
      @RequestParam(defaultValue = "") String id,
      @RequestParam(defaultValue = "") String title,
      Page page,
      Model model)
      throws IOException, BadInputException {
    actor.demand(Permission.REVIEW);
    String name = id.strip().toLowerCase(Locale.ROOT);
    if (title.isBlank()) {
      return form(model, name, title, List.of(page.texts().text("reviews.no-title")));
    }
    if (!ReviewShelf.isId(name)) {
      return form(model, name, title, List.of(page.texts().text("reviews.no-id", name)));
    }
    try {
      shelf.begin(name, SettingsTemplate.filled(page.language(), title, null));
    } catch (FileAlreadyExistsException _) {
      return form(model, name, title, List.of(page.texts().text("reviews.taken", name)));
    }
    audit.add(actor, "review-new", name);
    return "redirect:/reviews/" + name + "/settings";
  }

  @GetMapping("/{review}")
  String overview(Actor actor, SignedIn person, @PathVariable String review, Page page, Model model)
      throws IOException, BadInputException {
    actor.demand(Permission.VIEW);
    Review read = shelf.desk(review).folder().read();
    model.addAttribute("id", review);
    model.addAttribute("review", ReviewOverview.of(read, ReviewerName.of(person), page.texts()));
    return "literature/overview";
  }

  @GetMapping("/{review}/settings")
  String settings(Actor actor, @PathVariable String review, Model model) throws IOException {
    actor.demand(Permission.VIEW);
    ReviewFolder folder = shelf.desk(review).folder();
    return settings(
        model, review, Files.readString(folder.settingsFile(), StandardCharsets.UTF_8), List.of());
  }

  private static String settings(Model model, String review, String text, List<String> problems) {
    model.addAttribute("id", review);
    model.addAttribute("text", text);
    model.addAttribute("problems", problems);
    return "literature/settings";
  }

  @PostMapping("/{review}/settings")
  String keepSettings(
      Actor actor,
      @PathVariable String review,
      @RequestParam(defaultValue = "") String text,
      Page page,
      RedirectAttributes next,
      Model model)
      throws IOException {
    actor.demand(Permission.REVIEW);
    String lines = text.replace("\r\n", "\n");
    try {
      shelf.desk(review).folder().keepSettings(lines);
    } catch (BadInputException wrong) {
      return settings(model, review, lines, ReviewFailures.sentences(wrong, page));
    }
    audit.add(actor, "review-settings", review);
    Notice.done(next, "reviews.settings-kept");
    return "redirect:/reviews/" + review;
  }

  /// Keeps what the stopping rule said, and what people did then.
  @PostMapping("/{review}/look")
  String look(
      Actor actor,
      SignedIn person,
      @PathVariable String review,
      @RequestParam(defaultValue = "false") boolean stop,
      RedirectAttributes next)
      throws IOException, BadInputException {
    actor.demand(Permission.REVIEW);
    Optional<ReviewEvent.Looked> look =
        StoppingCheck.ask(
            shelf.desk(review).folder(),
            ReviewerName.of(person),
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            stop,
            !stop);
    if (look.isEmpty()) {
      Notice.attention(next, "reviews.no-look");
    } else {
      Notice.done(next, look.get().stopped() ? "reviews.stopped" : "reviews.looked");
    }
    return "redirect:/reviews/" + review;
  }

  /// Begins the next version: exports from here on belong to it.
  @PostMapping("/{review}/update")
  String update(Actor actor, SignedIn person, @PathVariable String review, RedirectAttributes next)
      throws IOException, BadInputException {
    actor.demand(Permission.REVIEW);
    ReviewFolder folder = shelf.desk(review).folder();
    int version = folder.read().version() + 1;
    folder.add(
        new ReviewEvent.Updated(
            ReviewerName.of(person), clock.instant().truncatedTo(ChronoUnit.MILLIS), version));
    Notice.done(next, "reviews.updated", Integer.toString(version));
    return "redirect:/reviews/" + review;
  }
}
