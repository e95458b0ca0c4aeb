package org.myocohort.app.web.literature;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.review.pool.PoolReport;
import org.myocohort.app.review.pool.PoolSections;
import org.myocohort.app.web.Attachment;
import org.myocohort.app.web.NotFound;
import org.myocohort.app.web.Page;
import org.myocohort.app.web.SignedIn;
import org.myocohort.app.web.transfer.Job;
import org.myocohort.evidence.extraction.ExtractionDesk;
import org.myocohort.evidence.extraction.ExtractionFolder;
import org.myocohort.evidence.grade.GradeFile;
import org.myocohort.evidence.pool.Outcome;
import org.myocohort.evidence.review.Review;
import org.myocohort.evidence.review.ReviewFolder;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.FileStamp;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Permission;
import org.myocohort.registry.overview.Overview;
import org.myocohort.registry.patient.PatientStore;
import org.myocohort.registry.patient.Studies.StoredStudy;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/// Pools an outcome of a review over its published patients and those of a study of the registry.
@Controller
@RequestMapping("/reviews/{review}/pool")
final class PoolController {
  private static final Map<String, String> TYPES =
      Map.of(
          "svg", "image/svg+xml",
          "csv", "text/csv;charset=UTF-8",
          "json", "application/json",
          "txt", "text/plain;charset=UTF-8");

  private final ReviewShelf shelf;
  private final Pools pools;
  private final PatientStore patients;
  private final Overview overview;

  PoolController(ReviewShelf shelf, Pools pools, PatientStore patients, Overview overview) {
    this.shelf = shelf;
    this.pools = pools;
    this.patients = patients;
    this.overview = overview;
  }

  /// What can be chosen.
  ///
  /// @param outcomes of the review
  /// @param unnamed outcomes that the extraction holds and the criteria do not name
  /// @param studies of whom the reader may see patients
  /// @param extractions that the reader may see
  /// @param columns of the published patients
  public record Choices(
      List<Outcome> outcomes,
      List<String> unnamed,
      List<StoredStudy> studies,
      List<String> extractions,
      List<String> columns) {}

  /// A pooling that was asked for.
  ///
  /// @param extraction empty where there is none
  private record Asked(
      ReviewFolder folder, Review review, Outcome outcome, String own, String extraction) {}

  @GetMapping
  String show(
      Actor actor,
      SignedIn person,
      @PathVariable String review,
      PoolForm form,
      Page page,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model)
      throws IOException, BadInputException {
    actor.demand(Permission.VIEW);
    ReviewFolder folder = shelf.desk(review).folder();
    Review read = folder.read();
    Choices choices = choices(actor, person, folder, read, page);
    model.addAttribute("id", review);
    model.addAttribute("reviewTitle", read.settings().title());
    model.addAttribute("form", form);
    model.addAttribute("choices", choices);
    model.addAttribute("problems", List.of());
    Asked asked = asked(form, folder, read, choices);
    model.addAttribute("asked", asked);
    if (asked == null) {
      return "literature/pool";
    }
    model.addAttribute("outcome", asked.outcome());
    Job<PoolReport> job = job(actor, review, form, asked);
    boolean polled = request.getHeader("HX-Request") != null;
    if (!job.atOnce()) {
      model.addAttribute("running", true);
      return polled ? "literature/pool :: running" : "literature/pool";
    }
    if (polled) {
      response.setHeader("HX-Refresh", "true");
      return "literature/pool :: running";
    }
    try {
      answer(job, asked, review, page, model);
    } catch (IllegalStateException failure) {
      model.addAttribute("problems", problems(failure, folder, page));
    }
    model.addAttribute("mayKeep", mayKeep(actor, asked.own()));
    return "literature/pool";
  }

  /// Whether the reader may take the files: those with own patients, who may take such data out.
  private static boolean mayKeep(Actor actor, String own) {
    return own.isEmpty() || actor.may(Permission.ANALYSE);
  }

  private Choices choices(
      Actor actor, SignedIn person, ReviewFolder folder, Review review, Page page)
      throws IOException {
    Map<String, Long> seen = overview.patients(actor);
    List<String> extractions = new ArrayList<>();
    for (String name : List.of(ExtractionDesk.AGREED, ReviewerName.of(person))) {
      if (Files.isDirectory(extraction(folder, name))) {
        extractions.add(name);
      }
    }
    TreeSet<String> unnamed = new TreeSet<>();
    List<String> columns = List.of();
    if (!extractions.isEmpty()) {
      try {
        ExtractionFolder extracted =
            ExtractionFolder.read(extraction(folder, extractions.getFirst()));
        extracted.extraction().results().forEach(result -> unnamed.add(result.outcome()));
        review.settings().outcomes().forEach(outcome -> unnamed.remove(outcome.code()));
        columns = PoolReport.covariates(extracted.folder());
      } catch (BadInputException _) {
        // What is wrong in it is said when it is pooled.
        unnamed.clear();
      }
    }
    return new Choices(
        review.settings().outcomes(),
        List.copyOf(unnamed),
        page.studies().stream().filter(study -> seen.containsKey(study.id())).toList(),
        extractions,
        columns);
  }

  private static Path extraction(ReviewFolder folder, String name) {
    return ExtractionDesk.folder(folder.path(), name);
  }

  /// What the form asks for; null where an outcome has still to be chosen, or there is nothing to
  /// pool.
  private static @Nullable Asked asked(
      PoolForm form, ReviewFolder folder, Review review, Choices choices) {
    List<Outcome> outcomes = choices.outcomes();
    String code = form.outcomeCode();
    Outcome outcome = outcomes.size() == 1 ? outcomes.getFirst() : null;
    if (!code.isEmpty()) {
      outcome =
          outcomes.stream()
              .filter(each -> each.code().equals(code))
              .findFirst()
              .orElseThrow(NotFound::new);
    }
    String own = form.ownStudy();
    // Nothing that was typed becomes a path or tells that a study is there.
    if (!own.isEmpty() && choices.studies().stream().noneMatch(each -> each.id().equals(own))) {
      throw new NotFound();
    }
    String extraction = form.extractionName();
    if (!extraction.isEmpty() && !choices.extractions().contains(extraction)) {
      throw new NotFound();
    }
    if (extraction.isEmpty() && !choices.extractions().isEmpty()) {
      extraction = choices.extractions().getFirst();
    }
    return outcome == null || (own.isEmpty() && extraction.isEmpty())
        ? null
        : new Asked(folder, review, outcome, own, extraction);
  }

  private Job<PoolReport> job(Actor actor, String review, PoolForm form, Asked asked)
      throws IOException {
    String extraction = asked.extraction().isEmpty() ? ExtractionDesk.AGREED : asked.extraction();
    Path folder = asked.folder().path();
    boolean own = !asked.own().isEmpty();
    return pools.ask(
        new Pools.Key(
            review,
            asked.outcome().code(),
            asked.own(),
            actor.centres() == null ? null : List.copyOf(new TreeSet<>(actor.centres())),
            extraction,
            form.covariateColumns(),
            form.leaveOutShared()),
        new Pools.Basis(
            asked.review(),
            FileStamp.ofFolder(extraction(asked.folder(), extraction)),
            own ? overview.lastChange(asked.own()) : 0),
        () ->
            PoolReport.of(
                new PoolReport.Question(
                    folder,
                    asked.outcome(),
                    own ? patients.readStudy(actor, asked.own()) : null,
                    extraction,
                    form.covariateColumns(),
                    form.leaveOutShared(),
                    folder),
                asked.review()));
  }

  /// The answer with the judgements as they stand now.
  private static PoolReport report(Job<PoolReport> job, Asked asked)
      throws IOException, BadInputException {
    return job.result()
        .judged(GradeFile.read(asked.folder().path(), asked.review().settings().outcomes()));
  }

  private static void answer(
      Job<PoolReport> job, Asked asked, String review, Page page, Model model)
      throws IOException, BadInputException {
    PoolReport report = report(job, asked);
    PoolRows rows = new PoolRows(review, asked.review(), asked.own(), asked.extraction(), report);
    model.addAttribute("sections", PoolSections.of(report, page.texts()));
    model.addAttribute("refused", report.pooling().refused());
    model.addAttribute("figure", report.forest(page.texts(), rows::mark));
    model.addAttribute("funnel", report.funnel(page.texts()).orElse(null));
    model.addAttribute("rows", rows.rows(page.texts()));
  }

  private static List<String> problems(
      IllegalStateException failure, ReviewFolder folder, Page page) {
    if (failure.getCause() instanceof BadInputException wrong) {
      return ReviewFailures.sentences(wrong, page).stream()
          .map(sentence -> sentence.replace(folder.path() + "/", ""))
          .toList();
    }
    throw failure;
  }

  /// One of the files that the command writes.
  @GetMapping("/files/{file}")
  ResponseEntity<byte[]> file(
      Actor actor,
      SignedIn person,
      @PathVariable String review,
      @PathVariable String file,
      PoolForm form,
      Page page)
      throws IOException, BadInputException {
    actor.demand(form.ownStudy().isEmpty() ? Permission.VIEW : Permission.ANALYSE);
    ReviewFolder folder = shelf.desk(review).folder();
    Review read = folder.read();
    Asked asked = asked(form, folder, read, choices(actor, person, folder, read, page));
    if (asked == null) {
      throw new NotFound();
    }
    byte[] bytes = report(job(actor, review, form, asked), asked).files(page.texts()).get(file);
    String type = TYPES.get(file.substring(file.lastIndexOf('.') + 1));
    if (bytes == null || type == null) {
      throw new NotFound();
    }
    return Attachment.of(review + "-" + asked.outcome().code() + "-" + file, type, bytes);
  }
}
