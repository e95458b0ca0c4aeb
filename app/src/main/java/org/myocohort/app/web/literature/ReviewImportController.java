package org.myocohort.app.web.literature;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.web.NotFound;
import org.myocohort.app.web.Notice;
import org.myocohort.app.web.Page;
import org.myocohort.app.web.SignedIn;
import org.myocohort.app.web.transfer.Job;
import org.myocohort.evidence.flow.SourceKind;
import org.myocohort.evidence.format.NoRecordsException;
import org.myocohort.evidence.format.ReadResult;
import org.myocohort.evidence.review.ImportEntry;
import org.myocohort.evidence.review.ImportResult;
import org.myocohort.evidence.review.ReviewFolder;
import org.myocohort.evidence.review.ReviewIntake;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Permission;
import org.myocohort.registry.importing.Progress;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Takes an export into a review and compares its records with the others.
@Controller
@RequestMapping("/reviews/{review}/import")
final class ReviewImportController {
  private final ReviewShelf shelf;
  private final ReviewAudit audit;
  private final InstantSource clock;
  private final Map<String, Job<ImportResult>> jobs = new HashMap<>();

  ReviewImportController(ReviewShelf shelf, ReviewAudit audit, InstantSource clock) {
    this.shelf = shelf;
    this.audit = audit;
    this.clock = clock;
  }

  @GetMapping
  String form(Actor actor, @PathVariable String review, Model model) {
    actor.demand(Permission.REVIEW);
    return form(review, model, List.of());
  }

  private String form(String review, Model model, List<String> problems) {
    shelf.desk(review);
    model.addAttribute("id", review);
    model.addAttribute("kinds", Arrays.stream(SourceKind.values()).map(SourceKind::code).toList());
    model.addAttribute("problems", problems);
    return "literature/import";
  }

  @PostMapping
  String bring(
      Actor actor,
      SignedIn person,
      @PathVariable String review,
      @RequestParam(required = false) @Nullable MultipartFile file,
      @RequestParam(defaultValue = "database") String kind,
      @RequestParam(defaultValue = "") String name,
      Page page,
      Model model)
      throws IOException {
    actor.demand(Permission.REVIEW);
    ReviewFolder folder = shelf.desk(review).folder();
    if (file == null || file.isEmpty()) {
      return form(review, model, List.of(page.texts().text("web.import.no-file")));
    }
    SourceKind source = SourceKind.of(kind).orElseThrow(NotFound::new);
    Path held = Files.createTempDirectory("myocohort-review");
    Path export = held.resolve(safeName(file.getOriginalFilename()));
    file.transferTo(export);
    Job<ImportResult> job =
        Job.start(progress -> {
          try {
            return take(actor, person, review, folder, export, source, name.strip(), progress);
          } finally {
            Files.deleteIfExists(export);
            Files.deleteIfExists(held);
          }
        });
    synchronized (jobs) {
      jobs.put(key(review, actor), job);
    }
    return "redirect:/reviews/" + review + "/import/running";
  }

  private static String key(String review, Actor actor) {
    return review + " " + actor.account();
  }

  private static String safeName(@Nullable String given) {
    String plain =
        (given == null ? "" : given)
            .replaceAll(".*[/\\\\]", "")
            .replaceAll("[^\\p{L}\\p{N}._-]", "-")
            .replaceAll("^\\.+", "");
    return plain.isEmpty() ? "export" : plain;
  }

  private ImportResult take(
      Actor actor,
      SignedIn person,
      String review,
      ReviewFolder folder,
      Path export,
      SourceKind source,
      String name,
      Progress progress)
      throws IOException, BadInputException {
    ImportResult result;
    try (ReviewIntake intake = ReviewIntake.of(folder, false, (_, _) -> {})) {
      result =
          intake.add(
              export,
              source,
              name.isEmpty() ? null : name,
              ReviewerName.of(person),
              clock.instant().truncatedTo(ChronoUnit.MILLIS));
      intake.index();
    }
    if (result.isNew()) {
      folder.keepCopies(shelf.compared(review, progress::at));
      audit.add(
          actor,
          "review-import",
          review,
          Map.of("file", result.entry().file(), "sourceHash", result.entry().sha256()));
    }
    return result;
  }

  @GetMapping("/running")
  String running(
      Actor actor, @PathVariable String review, Page page, Model model, RedirectAttributes next) {
    actor.demand(Permission.REVIEW);
    Job<ImportResult> job;
    synchronized (jobs) {
      job = jobs.get(key(review, actor));
    }
    if (job == null) {
      return "redirect:/reviews/" + review;
    }
    if (!job.soon()) {
      model.addAttribute("address", "/reviews/" + review + "/import/running");
      model.addAttribute("percent", job.percent());
      return "trials/working";
    }
    synchronized (jobs) {
      jobs.remove(key(review, actor));
    }
    try {
      say(job.result(), page.texts(), next);
    } catch (IllegalStateException failure) {
      return form(review, model, problems(failure, page));
    }
    return "redirect:/reviews/" + review;
  }

  private static List<String> problems(IllegalStateException failure, Page page) {
    return switch (failure.getCause()) {
      case BadInputException wrong -> ReviewFailures.sentences(wrong, page);
      case NoRecordsException nothing ->
          List.of(
              page.texts()
                  .text(
                      "review.none." + Texts.code(nothing.reason()),
                      nothing.file(),
                      nothing.found()));
      case null, default -> throw failure;
    };
  }

  private static void say(ImportResult result, Texts texts, RedirectAttributes next) {
    ImportEntry entry = result.entry();
    ReadResult read = result.read();
    if (!result.isNew() || read == null) {
      Notice.attention(
          next,
          "reviews.known-file",
          Integer.toString(entry.number()),
          entry.time().toString().substring(0, 10));
      return;
    }
    String problems =
        read.problemCount() == 0 ? "" : texts.text("reviews.problems", read.problemCount());
    Notice.done(
        next,
        "reviews.imported",
        Integer.toString(entry.records()),
        entry.name(),
        Integer.toString(entry.added()),
        Integer.toString(entry.again() + entry.before()),
        problems);
  }
}
