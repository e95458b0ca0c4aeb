package org.myocohort.app.web.transfer;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.transfer.FileHash;
import org.myocohort.app.transfer.TransferTexts;
import org.myocohort.app.web.Notice;
import org.myocohort.app.web.Page;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.Problem;
import org.myocohort.exchange.source.Limits;
import org.myocohort.exchange.source.Source;
import org.myocohort.exchange.source.SourceTable;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Permission;
import org.myocohort.registry.importing.Fate;
import org.myocohort.registry.importing.ImportOptions;
import org.myocohort.registry.importing.ImportOutcome;
import org.myocohort.registry.importing.ImportReport;
import org.myocohort.registry.importing.ImportRuns;
import org.myocohort.registry.importing.Importer;
import org.myocohort.registry.importing.Mapping;
import org.myocohort.registry.importing.MappingGuess;
import org.myocohort.registry.importing.Mappings;
import org.myocohort.registry.importing.Progress;
import org.myocohort.registry.patient.Studies.StoredStudy;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Brings a file into a study, step by step: the file, its mapping, a dry run, the import.
@Controller
@RequestMapping("/studies/{study}/import")
final class ImportController {
  /// What a browser may bring; the command line takes more.
  private static final Limits LIMITS =
      new Limits(
          50_000_000, 200_000_000, Limits.DEFAULT.entries(), Limits.DEFAULT.ratio(), 5_000_000);

  private static final int LONGEST_NAME = 80;

  private final Uploads uploads;
  private final Importer importer;
  private final ImportRuns runs;
  private final Mappings mappings;
  private final InstantSource clock;

  ImportController(
      Uploads uploads, Importer importer, ImportRuns runs, Mappings mappings, InstantSource clock) {
    this.uploads = uploads;
    this.importer = importer;
    this.runs = runs;
    this.mappings = mappings;
    this.clock = clock;
  }

  @GetMapping
  String start(Actor actor, StoredStudy study, Model model) {
    model.addAttribute("study", study);
    model.addAttribute("runs", runs.all(actor, study.id()));
    model.addAttribute("kept", mappings.names(actor, study.id()));
    if (!model.containsAttribute("problems")) {
      model.addAttribute("problems", List.of());
    }
    return "transfer/import";
  }

  @PostMapping
  String bring(
      Actor actor,
      StoredStudy study,
      @RequestParam(required = false) @Nullable MultipartFile file,
      @RequestParam(defaultValue = "") String kept,
      Page page,
      Model model)
      throws IOException {
    actor.demand(Permission.IMPORT);
    if (file == null || file.isEmpty()) {
      model.addAttribute("problems", List.of(page.text("web.import.no-file", List.of())));
      return start(actor, study, model);
    }
    Path held = Files.createTempFile("myocohort-upload", ".tmp");
    try {
      file.transferTo(held);
      String name = safeName(file.getOriginalFilename());
      Source source = Source.open(held, name, LIMITS);
      MappingGuess guess = MappingGuess.of(source);
      Mapping mapping =
          kept.isEmpty()
              ? guess.mapping()
              : mappings.find(actor, study.id(), kept).orElse(guess.mapping());
      String token =
          uploads.keep(
              new Upload(
                  actor.account(),
                  study.id(),
                  source,
                  FileHash.of(held),
                  clock.instant(),
                  mapping,
                  guess.notices()));
      boolean known = source.description() != null;
      return "redirect:/studies/" + study.id() + "/import/" + token + (known ? "/check" : "");
    } catch (BadInputException wrong) {
      model.addAttribute("problems", sentences(wrong.problems(), page.texts()));
      return start(actor, study, model);
    } finally {
      Files.deleteIfExists(held);
    }
  }

  /// The last part of a name, shortened, without what a page or a log could stumble over.
  private static String safeName(@Nullable String given) {
    String name = given == null ? "" : given.replaceAll(".*[/\\\\]", "");
    String plain = name.replaceAll("[\\p{Cntrl}\\p{Cf}<>\"'&]", "_").strip();
    String shortened =
        plain.length() > LONGEST_NAME ? plain.substring(plain.length() - LONGEST_NAME) : plain;
    return shortened.isEmpty() ? "file" : shortened;
  }

  private static List<String> sentences(List<Problem> problems, Texts texts) {
    return problems.stream()
        .map(problem -> {
          String line = problem.line() > 0 ? ", " + texts.text("problem.line", problem.line()) : "";
          return problem.file() + line + ": " + TransferTexts.sentence(problem, texts);
        })
        .toList();
  }

  @GetMapping("/{token}")
  String mapping(
      Actor actor, StoredStudy study, @PathVariable String token, Page page, Model model) {
    actor.demand(Permission.IMPORT);
    Upload upload = uploads.find(actor, study.id(), token);
    List<MappingForm.Sheet> sheets = new ArrayList<>();
    for (SourceTable table : upload.source.tables()) {
      Mapping.Sheet sheet =
          upload.mapping.sheets().stream()
              .filter(each -> each.name().equals(table.name()))
              .findFirst()
              .orElse(new Mapping.Sheet(table.name(), "", List.of()));
      sheets.add(MappingForm.of(table, sheet));
    }
    frame(model, study, token, upload);
    model.addAttribute("sheets", sheets);
    model.addAttribute("goals", MappingForm.goals());
    model.addAttribute("emptyClears", upload.mapping.emptyClears());
    List<String> notices = new ArrayList<>();
    upload
        .source
        .notices()
        .forEach(each -> notices.add(TransferTexts.sentence(each, page.texts())));
    upload.notices.forEach(each -> notices.add(TransferTexts.sentence(each, page.texts())));
    model.addAttribute("notices", notices);
    return "transfer/mapping";
  }

  private static void frame(Model model, StoredStudy study, String token, Upload upload) {
    model.addAttribute("study", study);
    model.addAttribute("token", token);
    model.addAttribute("file", upload.source.name());
    model.addAttribute("base", "/studies/" + study.id() + "/import/" + token);
  }

  @PostMapping("/{token}")
  String map(
      Actor actor,
      StoredStudy study,
      @PathVariable String token,
      @RequestParam MultiValueMap<String, String> form) {
    actor.demand(Permission.IMPORT);
    Upload upload = uploads.find(actor, study.id(), token);
    upload.mapping = MappingForm.read(upload.source.tables(), form);
    upload.check = null;
    String name = String.valueOf(form.getFirst("keepAs")).strip();
    if (form.containsKey("keepAs") && !name.isEmpty()) {
      mappings.keep(
          actor,
          study.id(),
          name.substring(0, Math.min(name.length(), LONGEST_NAME)),
          upload.mapping);
    }
    return "redirect:/studies/" + study.id() + "/import/" + token + "/check";
  }

  @GetMapping("/{token}/check")
  String check(
      Actor actor,
      StoredStudy study,
      @PathVariable String token,
      @RequestParam(defaultValue = "") String fate,
      Page page,
      Model model,
      RedirectAttributes next) {
    actor.demand(Permission.IMPORT);
    Upload upload = uploads.find(actor, study.id(), token);
    frame(model, study, token, upload);
    Job<ImportOutcome> apply = upload.apply;
    if (apply != null) {
      return applied(apply, upload, study, token, model, next);
    }
    Job<ImportReport> job = upload.check;
    if (job == null) {
      job = Job.start(progress -> dryRun(actor, study, upload, progress));
      upload.check = job;
    }
    if (!job.soon()) {
      model.addAttribute("percent", job.percent());
      return "transfer/working";
    }
    try {
      CheckedRows.show(job.result(), fate, page.texts(), model);
    } catch (Wrong wrong) {
      upload.check = null;
      model.addAttribute("problems", sentences(wrong.problems, page.texts()));
      return "transfer/unfit";
    }
    return "transfer/check";
  }

  /// The mapping does not fit the file.
  private static final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<Problem> problems;

    Wrong(BadInputException cause) {
      super(cause);
      problems = cause.problems();
    }
  }

  private ImportReport dryRun(Actor actor, StoredStudy study, Upload upload, Progress progress) {
    try {
      return importer.dryRun(
          actor, study.id(), upload.source, upload.mapping, upload.options(), _ -> {}, progress);
    } catch (BadInputException wrong) {
      throw new Wrong(wrong);
    }
  }

  private String applied(
      Job<ImportOutcome> job,
      Upload upload,
      StoredStudy study,
      String token,
      Model model,
      RedirectAttributes next) {
    if (!job.soon()) {
      model.addAttribute("percent", job.percent());
      return "transfer/working";
    }
    upload.apply = null;
    upload.check = null;
    String start = "redirect:/studies/" + study.id() + "/import";
    return switch (job.result()) {
      case ImportOutcome.Applied(long number, var report) -> {
        uploads.forget(token);
        if (number == 0) {
          Notice.done(next, "web.import.nothing");
        } else {
          Notice.done(
              next,
              "web.import.applied",
              Long.toString(number),
              Integer.toString(report.count(Fate.NEW)),
              Integer.toString(report.count(Fate.CHANGED)),
              Integer.toString(report.bad()));
        }
        yield start;
      }
      case ImportOutcome.Refused _ -> {
        Notice.attention(next, "web.import.refused");
        yield start + "/" + token + "/check";
      }
      case ImportOutcome.Stale _ -> {
        Notice.attention(next, "web.import.stale");
        yield start + "/" + token + "/check";
      }
    };
  }

  @PostMapping("/{token}/decide")
  String decide(
      Actor actor,
      StoredStudy study,
      @PathVariable String token,
      @RequestParam(required = false) @Nullable List<String> overwrite) {
    actor.demand(Permission.IMPORT);
    Upload upload = uploads.find(actor, study.id(), token);
    upload.overwrite = overwrite == null ? Set.of() : Set.copyOf(overwrite);
    upload.check = null;
    return "redirect:/studies/" + study.id() + "/import/" + token + "/check";
  }

  @PostMapping("/{token}/apply")
  String apply(
      Actor actor,
      StoredStudy study,
      @PathVariable String token,
      @RequestParam String fingerprint,
      @RequestParam(defaultValue = "nothing") String bad,
      @RequestParam(defaultValue = "") String reason) {
    actor.demand(Permission.IMPORT);
    Upload upload = uploads.find(actor, study.id(), token);
    if (upload.apply == null) {
      ImportOptions options =
          new ImportOptions(bad.equals("good-rows"), upload.overwrite, fingerprint, reason);
      upload.apply =
          Job.start(progress ->
              importer.apply(
                  actor,
                  study.id(),
                  upload.source,
                  upload.hash,
                  upload.mapping,
                  options,
                  progress));
    }
    return "redirect:/studies/" + study.id() + "/import/" + token + "/check";
  }

  /// Every row with its fate, as CSV.
  @GetMapping("/{token}/rows.csv")
  void rows(
      Actor actor,
      StoredStudy study,
      @PathVariable String token,
      Page page,
      HttpServletResponse response)
      throws IOException, BadInputException {
    actor.demand(Permission.IMPORT);
    Upload upload = uploads.find(actor, study.id(), token);
    response.setContentType("text/csv");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader("Content-Disposition", "attachment; filename=\"import-rows.csv\"");
    try (PrintWriter out = response.getWriter()) {
      CheckedRows.printHeader(out);
      importer.dryRun(
          actor,
          study.id(),
          upload.source,
          upload.mapping,
          upload.options(),
          row -> CheckedRows.print(out, row, page.texts()),
          Progress.SILENT);
    } catch (UncheckedIOException gone) {
      throw gone.getCause();
    }
  }
}
