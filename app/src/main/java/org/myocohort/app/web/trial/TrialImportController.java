package org.myocohort.app.web.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.transfer.FileHash;
import org.myocohort.app.transfer.TransferTexts;
import org.myocohort.app.trials.TrialTexts;
import org.myocohort.app.web.Notice;
import org.myocohort.app.web.Page;
import org.myocohort.app.web.transfer.Job;
import org.myocohort.care.trial.registry.SnapshotDay;
import org.myocohort.care.trial.store.TrialImport;
import org.myocohort.exchange.csv.Problem;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Permission;
import org.myocohort.registry.audit.AuditChain;
import org.myocohort.registry.audit.AuditEvent;
import org.myocohort.registry.importing.Progress;
import org.myocohort.registry.store.Database;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Brings a file of trials in: read whole and judged first, kept only when somebody says so.
@Controller
@RequestMapping("/trials/import")
final class TrialImportController {
  private static final int LONGEST_NAME = 80;
  private static final int KILOBYTE = 1024;

  private final TrialLibrary library;
  private final TrialUploads uploads;
  private final Database database;
  private final AuditChain audit;
  private final InstantSource clock;

  TrialImportController(
      TrialLibrary library, TrialUploads uploads, Database database, InstantSource clock) {
    this.library = library;
    this.uploads = uploads;
    this.database = database;
    this.audit = new AuditChain(database);
    this.clock = clock;
  }

  @GetMapping
  String start(Actor actor, Page page, Model model) {
    actor.demand(Permission.TRIALS);
    if (!model.containsAttribute("problems")) {
      model.addAttribute("problems", List.of());
    }
    model.addAttribute("days", library.days());
    model.addAttribute(
        "rules",
        library.ruleProblems().stream().map(each -> sentence(each, page.texts())).toList());
    return "trials/import";
  }

  private static String sentence(Problem problem, Texts texts) {
    String line = problem.line() > 0 ? ", " + texts.text("problem.line", problem.line()) : "";
    return problem.file() + line + ": " + TransferTexts.sentence(problem, texts);
  }

  @PostMapping
  String bring(
      Actor actor,
      @RequestParam(required = false) @Nullable MultipartFile file,
      @RequestParam(defaultValue = "") String date,
      Page page,
      Model model)
      throws IOException {
    actor.demand(Permission.TRIALS);
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    LocalDate named = null;
    try {
      named = date.isBlank() ? null : LocalDate.parse(date.strip());
    } catch (DateTimeException _) {
      model.addAttribute("problems", List.of(page.texts().text("web.trials.no-day", date)));
      return start(actor, page, model);
    }
    if (file == null || file.isEmpty()) {
      model.addAttribute("problems", List.of(page.texts().text("web.import.no-file")));
      return start(actor, page, model);
    }
    Path held = Files.createTempFile("myocohort-trials", ".tmp");
    file.transferTo(held);
    String name = safeName(file.getOriginalFilename());
    SnapshotDay day = day(named, name, today);
    Job<TrialUploadCheck> check =
        Job.start(progress -> TrialUploadCheck.of(held, name, day, progress));
    String token =
        uploads.keep(
            new TrialUploads.Upload(
                actor.account(), held, name, named, today, clock.instant(), check));
    return "redirect:/trials/import/" + token;
  }

  private static SnapshotDay day(@Nullable LocalDate named, String name, LocalDate today) {
    return SnapshotDay.of(named, Path.of("/", name), today);
  }

  /// The last part of a name, shortened, without what a page or a log could stumble over.
  private static String safeName(@Nullable String given) {
    String name = given == null ? "" : given.replaceAll(".*[/\\\\]", "");
    String plain = name.replaceAll("[^\\p{L}\\p{N}._ ()-]", "_").strip();
    String shortened =
        plain.length() > LONGEST_NAME ? plain.substring(plain.length() - LONGEST_NAME) : plain;
    return shortened.isEmpty() ? "file" : shortened;
  }

  @GetMapping("/{token}")
  String check(
      Actor actor, @PathVariable String token, Page page, Model model, RedirectAttributes next) {
    actor.demand(Permission.TRIALS);
    TrialUploads.Upload upload = uploads.find(actor, token);
    Job<TrialImport.Outcome> apply = upload.apply;
    Job<?> job = apply == null ? upload.check : apply;
    model.addAttribute("address", "/trials/import/" + token);
    model.addAttribute("name", upload.name);
    if (!job.soon()) {
      model.addAttribute("percent", job.percent());
      return "trials/working";
    }
    if (apply != null) {
      return done(apply, token, upload, next);
    }
    TrialUploadCheck found = upload.check.result();
    model.addAttribute("good", found.good());
    model.addAttribute("refused", found.refused());
    model.addAttribute("days", found.days());
    model.addAttribute(
        "problems",
        found.problems().stream().map(each -> TrialTexts.sentence(each, page.texts())).toList());
    model.addAttribute("more", found.problemCount() - found.problems().size());
    return "trials/check";
  }

  private String done(
      Job<TrialImport.Outcome> apply,
      String token,
      TrialUploads.Upload upload,
      RedirectAttributes next) {
    TrialImport.Outcome outcome;
    try {
      outcome = apply.result();
    } catch (IllegalStateException failure) {
      if (!(failure.getCause() instanceof TrialImport.FolderBusyException)) {
        throw failure;
      }
      upload.apply = null;
      Notice.attention(next, "web.trials.busy");
      return "redirect:/trials/import/" + token;
    }
    uploads.forget(token);
    Notice.done(
        next,
        "web.trials.imported",
        upload.name,
        Integer.toString(outcome.added()),
        Integer.toString(outcome.changed()),
        Integer.toString(outcome.same()),
        Integer.toString(outcome.refused()));
    return "redirect:/trials/changes";
  }

  @PostMapping("/{token}")
  String apply(Actor actor, @PathVariable String token) {
    actor.demand(Permission.TRIALS);
    TrialUploads.Upload upload = uploads.find(actor, token);
    synchronized (upload) {
      if (upload.apply == null) {
        upload.apply = Job.start(progress -> bringIn(actor, upload, progress));
      }
    }
    return "redirect:/trials/import/" + token;
  }

  private TrialImport.Outcome bringIn(Actor actor, TrialUploads.Upload upload, Progress progress)
      throws IOException {
    String hash = FileHash.of(upload.file);
    int kilobytes = (int) Math.max(1, Files.size(upload.file) / KILOBYTE);
    // The audit first: nothing is imported that it does not know of.
    audited(actor, upload.name, hash, upload.check.result());
    try {
      return TrialImport.run(
          library.folder(),
          upload.file,
          upload.name,
          day(upload.named, upload.name, upload.today),
          bytes -> progress.at((int) Math.min(kilobytes, bytes / KILOBYTE), kilobytes));
    } finally {
      library.changed();
    }
  }

  private void audited(Actor actor, String name, String hash, TrialUploadCheck found) {
    TreeMap<String, Object> detail = new TreeMap<>();
    detail.put("file", name);
    detail.put("sourceHash", hash);
    detail.put("trialRecords", (long) found.good());
    detail.put("trialRecordsRefused", (long) found.refused());
    detail.put("snapshots", found.days().stream().map(LocalDate::toString).toList());
    database.change(handle ->
        audit.append(
            handle, AuditEvent.of(actor.account(), "trials-import", detail), clock.instant()));
  }
}
