package org.myocohort.app.web.results;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.report.Report;
import org.myocohort.app.web.NotFound;
import org.myocohort.app.web.Page;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Permission;
import org.myocohort.registry.overview.Overview;
import org.myocohort.registry.patient.Studies.StoredStudy;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// A study's case series: made when it is asked for, shown with how old it is.
@Controller
final class ResultsController {
  /// More patients than this do not fit beside the pages; the command takes any number.
  private static final int MOST_PATIENTS = 3000;

  private static final String ARCHIVE = "results.zip";

  private final CaseSeries series;
  private final Overview overview;

  ResultsController(CaseSeries series, Overview overview) {
    this.series = series;
    this.overview = overview;
  }

  /// How the results are to be made.
  ///
  /// @param quartiles 1 to 9, or null for the study's method
  /// @param rescued whether to count follow-ups after a rescue apart
  public record Options(@Nullable Integer quartiles, @Nullable Boolean rescued) {
    boolean withRescued() {
      return Boolean.TRUE.equals(rescued);
    }

    int method() {
      return quartiles == null ? 0 : quartiles;
    }

    /// The options as they stand behind an address.
    public String query() {
      String text =
          (method() == 0 ? "" : "&quartiles=" + method()) + (withRescued() ? "&rescued=true" : "");
      return text.isEmpty() ? "" : "?" + text.substring(1);
    }
  }

  private static Series.Key key(Actor actor, StoredStudy study, Page page, Options options) {
    return Series.Key.of(
        actor,
        study.id(),
        Texts.Language.valueOf(page.language()),
        options.method(),
        options.withRescued());
  }

  @GetMapping("/studies/{study}/results")
  String show(
      Actor actor,
      StoredStudy study,
      Page page,
      Options options,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model)
      throws IOException {
    actor.demand(Permission.VIEW);
    Series.Key key = key(actor, study, page, options);
    long count = overview.patients(actor).getOrDefault(study.id(), 0L);
    model.addAttribute("study", study);
    model.addAttribute("options", options);
    model.addAttribute("patients", count);
    model.addAttribute("tooMany", count > MOST_PATIENTS);
    if (count == 0 || count > MOST_PATIENTS) {
      return "results/results";
    }
    Series found = series.find(key).orElse(null);
    if (found == null) {
      series.make(actor, key);
      found = series.find(key).orElseThrow();
    }
    switch (found) {
      case Series.Running running -> {
        model.addAttribute("running", running);
        if (request.getHeader("HX-Request") != null) {
          return "results/results :: running";
        }
      }
      case Series.Ready ready -> {
        if (request.getHeader("HX-Request") != null) {
          response.setHeader("HX-Refresh", "true");
          return "results/results :: running";
        }
        model.addAttribute("ready", ready);
        model.addAttribute("stale", overview.lastChange(study.id()) != ready.lastChange());
        model.addAttribute("part", Files.readString(ready.folder().resolve(Report.STUDY_PART)));
      }
      case Series.Failed _ -> {
        if (request.getHeader("HX-Request") != null) {
          response.setHeader("HX-Refresh", "true");
          return "results/results :: running";
        }
        model.addAttribute("failed", true);
      }
    }
    return "results/results";
  }

  @PostMapping("/studies/{study}/results")
  String again(Actor actor, StoredStudy study, Page page, Options options) throws IOException {
    actor.demand(Permission.VIEW);
    series.make(actor, key(actor, study, page, options));
    return "redirect:/studies/" + study.id() + "/results" + options.query();
  }

  /// One of the files, or all of them in one.
  @GetMapping("/studies/{study}/results/files/{*name}")
  void file(
      Actor actor,
      StoredStudy study,
      @PathVariable String name,
      Page page,
      Options options,
      HttpServletResponse response)
      throws IOException {
    actor.demand(Permission.ANALYSE);
    if (!(series.find(key(actor, study, page, options)).orElse(null)
        instanceof Series.Ready ready)) {
      throw new NotFound();
    }
    String wanted = name.substring(1);
    boolean archive = wanted.equals(ARCHIVE);
    // Only a name of the list: nothing that was typed becomes a path.
    List<String> files =
        ready.files().stream().filter(file -> archive || file.equals(wanted)).toList();
    if (files.isEmpty()) {
      throw new NotFound();
    }
    response.setContentType(type(wanted));
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment()
            .filename(study.id() + "-" + wanted.substring(wanted.lastIndexOf('/') + 1))
            .build()
            .toString());
    if (archive) {
      zip(ready.folder(), files, response);
    } else {
      Files.copy(ready.folder().resolve(files.getFirst()), response.getOutputStream());
    }
  }

  private static void zip(Path folder, List<String> files, HttpServletResponse response)
      throws IOException {
    try (ZipOutputStream out = new ZipOutputStream(response.getOutputStream())) {
      for (String file : files) {
        out.putNextEntry(new ZipEntry(file));
        Files.copy(folder.resolve(file), out);
        out.closeEntry();
      }
    }
  }

  private static String type(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "csv" -> "text/csv;charset=UTF-8";
      case "svg" -> "image/svg+xml";
      case "json" -> "application/json";
      case "zip" -> "application/zip";
      default -> "application/octet-stream";
    };
  }
}
