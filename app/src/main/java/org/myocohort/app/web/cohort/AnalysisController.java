package org.myocohort.app.web.cohort;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.analysis.Analyses;
import org.myocohort.app.analysis.AnalysisFolder;
import org.myocohort.app.analysis.AnalysisReport;
import org.myocohort.app.analysis.PlanSource;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.web.Attachment;
import org.myocohort.app.web.NotFound;
import org.myocohort.app.web.Page;
import org.myocohort.app.web.cohort.AnalysisRuns.Made;
import org.myocohort.app.web.cohort.Definitions.Kind;
import org.myocohort.app.web.transfer.Job;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.study.StudyFolder;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Permission;
import org.myocohort.registry.importing.Progress;
import org.myocohort.registry.patient.Studies.StoredStudy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The answers to a plan, and their files.
@Controller
@RequestMapping("/studies/{study}/plans/{name}")
final class AnalysisController {
  private static final Logger LOG = LoggerFactory.getLogger(AnalysisController.class);
  private static final String ARCHIVE = "analysis.zip";

  /// What a paper is made of, offered before everything else.
  private static final List<String> FIRST = List.of("paper.docx", "paper.xlsx", "paper.pdf");

  private final Definitions definitions;
  private final SeenStudies studies;
  private final AnalysisRuns runs;
  private final DefinitionAudit audit;

  AnalysisController(
      Definitions definitions, SeenStudies studies, AnalysisRuns runs, DefinitionAudit audit) {
    this.definitions = definitions;
    this.studies = studies;
    this.runs = runs;
    this.audit = audit;
  }

  @GetMapping
  String show(
      Actor actor,
      StoredStudy study,
      @PathVariable String name,
      @RequestParam(defaultValue = "") String on,
      Page page,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    actor.demand(Permission.VIEW);
    String text = definitions.text(Kind.PLAN, study.id(), name);
    LocalDate day = studies.day(on);
    model.addAttribute("study", study);
    model.addAttribute("name", name);
    model.addAttribute("text", text);
    model.addAttribute("on", day.toString());
    model.addAttribute("address", "/studies/" + study.id() + "/plans/" + name + "?on=" + day);
    model.addAttribute("planTitle", name);
    model.addAttribute("centres", CohortsController.centres(actor));
    PlanSource plan;
    try {
      plan = plan(study.id(), text);
    } catch (BadInputException wrong) {
      model.addAttribute(
          "faults", Faults.of(wrong.problems(), PlanSource.PLAN, text, page.texts()));
      return "cohort/analysis";
    }
    model.addAttribute("planTitle", plan.plan().plan().title());
    AnalysisRuns.Key key = key(actor, study.id(), name, day, page);
    Optional<Job<Made>> job = job(actor, study.id(), key, plan, page.texts());
    if (job.isEmpty()) {
      model.addAttribute("unasked", true);
      return "cohort/analysis";
    }
    boolean polled = "running".equals(request.getHeader("HX-Target"));
    if (!job.get().atOnce()) {
      model.addAttribute("running", job.get().percent());
      return polled ? "cohort/analysis :: running" : "cohort/analysis";
    }
    if (polled) {
      response.setHeader("HX-Refresh", "true");
      model.addAttribute("running", 100);
      return "cohort/analysis :: running";
    }
    try {
      Made made = job.get().result();
      model.addAttribute("shown", ShownAnalysis.of(study.id(), made.report(), page.texts()));
      if (actor.may(Permission.ANALYSE)) {
        files(made, model);
      }
      if ("downloads".equals(request.getHeader("HX-Target"))) {
        return "cohort/analysis :: downloads";
      }
    } catch (RuntimeException failure) {
      LOG.error("an analysis could not be made", failure);
      runs.forget(key);
      model.addAttribute("failed", true);
    }
    return "cohort/analysis";
  }

  private static void files(Made made, Model model) {
    Job<Map<String, byte[]>> files = made.files();
    boolean there = files.atOnce();
    model.addAttribute("writing", !there);
    List<String> names = there ? List.copyOf(files.result().keySet()) : List.of();
    model.addAttribute("files", names);
    model.addAttribute("first", names.stream().filter(FIRST::contains).toList());
  }

  private PlanSource plan(String study, String text) throws BadInputException {
    return PlanSource.of(
        PlanSource.PLAN,
        text.getBytes(StandardCharsets.UTF_8),
        cohort -> definitions.cohort(study, cohort));
  }

  private static AnalysisRuns.Key key(
      Actor actor, String study, String plan, LocalDate on, Page page) {
    return new AnalysisRuns.Key(
        SeenStudies.Seen.by(actor, study), plan, on, Texts.Language.valueOf(page.language()));
  }

  /// The answer; who may not analyse sees one that somebody else has asked for, of the same
  /// patients.
  private Optional<Job<Made>> job(
      Actor actor, String study, AnalysisRuns.Key key, PlanSource plan, Texts texts) {
    StringBuilder files = new StringBuilder();
    plan.files()
        .forEach((file, bytes) ->
            files.append(file).append('\n').append(new String(bytes, StandardCharsets.UTF_8)));
    AnalysisRuns.Basis basis =
        new AnalysisRuns.Basis(studies.change(study), Definitions.stamp(files.toString()));
    return actor.may(Permission.ANALYSE)
        ? Optional.of(
            runs.ask(key, basis, progress -> make(actor, study, key.on(), plan, texts, progress)))
        : runs.find(key, basis);
  }

  private Made make(
      Actor actor, String study, LocalDate on, PlanSource plan, Texts texts, Progress progress) {
    StudyFolder folder = studies.read(actor, study);
    AnalysisReport report = Analyses.run(folder.study(), plan.plan(), on, texts, progress::at);
    return runs.made(
        report, _ -> files(AnalysisFolder.files(report, folder, plan, texts, (_, _, _) -> {})));
  }

  private static Map<String, byte[]> files(Map<String, byte[]> made) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (String first : FIRST) {
      byte[] bytes = made.get(first);
      if (bytes != null) {
        files.put(first, bytes);
      }
    }
    made.forEach(files::putIfAbsent);
    return files;
  }

  /// One of the files, or all of them in one.
  @GetMapping("/files/{*file}")
  ResponseEntity<byte[]> file(
      Actor actor,
      StoredStudy study,
      @PathVariable String name,
      @PathVariable String file,
      @RequestParam(defaultValue = "") String on,
      Page page)
      throws IOException, BadInputException {
    actor.demand(Permission.ANALYSE);
    PlanSource plan = plan(study.id(), definitions.text(Kind.PLAN, study.id(), name));
    Made made =
        job(
                actor,
                study.id(),
                key(actor, study.id(), name, studies.day(on), page),
                plan,
                page.texts())
            .orElseThrow(NotFound::new)
            .result();
    String wanted = file.substring(1);
    Map<String, byte[]> files = made.files().result();
    byte @Nullable [] bytes = wanted.equals(ARCHIVE) ? zip(files) : files.get(wanted);
    if (bytes == null) {
      throw new NotFound();
    }
    audit.add(
        actor,
        "analysis-take",
        study.id(),
        Map.of(
            "name",
            name,
            "file",
            wanted,
            "patients",
            (long) made.report().selection().members().size()));
    return Attachment.of(
        study.id() + "-" + name + "-" + wanted.substring(wanted.lastIndexOf('/') + 1),
        type(wanted),
        bytes);
  }

  private static byte[] zip(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        // The first day that the format knows: the same analysis gives the same bytes.
        entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        zip.write(file.getValue());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static String type(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "csv" -> "text/csv;charset=UTF-8";
      case "svg" -> "image/svg+xml";
      case "json" -> "application/json";
      case "html" -> "text/html;charset=UTF-8";
      case "zip" -> "application/zip";
      case "pdf" -> "application/pdf";
      case "png" -> "image/png";
      case "docx" -> "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
      case "xlsx" -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
      default -> "application/octet-stream";
    };
  }
}
