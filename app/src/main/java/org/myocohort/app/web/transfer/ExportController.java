package org.myocohort.app.web.transfer;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.web.Notice;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Permission;
import org.myocohort.registry.exporting.ExportRequest;
import org.myocohort.registry.exporting.Exporter;
import org.myocohort.registry.importing.Progress;
import org.myocohort.registry.patient.Studies.StoredStudy;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Takes a study out: choices, what would leave, and the file.
@Controller
@RequestMapping("/studies/{study}/export")
final class ExportController {
  private final Exporter exporter;

  ExportController(Exporter exporter) {
    this.exporter = exporter;
  }

  /// What the form says; what it does not say is left out or not allowed.
  record Choices(
      String as, String kind, boolean dropCentre, String consent, boolean unique, String reason) {
    Choices {
      as = as.isEmpty() ? "folder" : as;
      kind = kind.isEmpty() ? "whole" : kind;
      consent = consent.isEmpty() ? "given" : consent;
    }

    ExportRequest request(String study) {
      return new ExportRequest(
          study,
          switch (as) {
            case "csv" -> ExportRequest.Form.CSV;
            case "xlsx" -> ExportRequest.Form.XLSX;
            default -> ExportRequest.Form.FOLDER;
          },
          !kind.equals("whole"),
          kind.equals("offsets"),
          !dropCentre,
          switch (consent) {
            case "not-recorded-too" -> ExportRequest.Consent.NOT_RECORDED_TOO;
            case "all" -> ExportRequest.Consent.ALL;
            default -> ExportRequest.Consent.GIVEN;
          },
          unique,
          reason);
    }
  }

  private static Choices choices(
      Actor actor,
      String as,
      String kind,
      boolean dropCentre,
      String consent,
      boolean unique,
      String reason) {
    boolean whole = actor.may(Permission.EXPORT);
    return new Choices(
        as, kind.isEmpty() && !whole ? "shifted" : kind, dropCentre, consent, unique, reason);
  }

  @GetMapping
  String choose(
      Actor actor,
      StoredStudy study,
      @RequestParam(defaultValue = "") String as,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "false") boolean dropCentre,
      @RequestParam(defaultValue = "") String consent,
      Model model) {
    Choices choices = choices(actor, as, kind, dropCentre, consent, false, "");
    model.addAttribute("study", study);
    model.addAttribute("choices", choices);
    model.addAttribute("preview", exporter.preview(actor, choices.request(study.id())));
    return "transfer/export";
  }

  @PostMapping
  @org.jspecify.annotations.Nullable
  String take(
      Actor actor,
      StoredStudy study,
      @RequestParam(defaultValue = "") String as,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "false") boolean dropCentre,
      @RequestParam(defaultValue = "") String consent,
      @RequestParam(defaultValue = "false") boolean unique,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes next,
      HttpServletResponse response)
      throws IOException {
    Choices choices = choices(actor, as, kind, dropCentre, consent, unique, reason);
    ExportRequest request = choices.request(study.id());
    switch (exporter.export(actor, request, Progress.SILENT)) {
      case Exporter.Result.Refused(var objection, var _) -> {
        Notice.attention(next, "web.export.objection." + Texts.code(objection));
        next.addAttribute("as", choices.as());
        next.addAttribute("kind", choices.kind());
        next.addAttribute("dropCentre", choices.dropCentre());
        next.addAttribute("consent", choices.consent());
        return "redirect:/studies/" + study.id() + "/export";
      }
      case Exporter.Result.Made(var export) -> {
        boolean workbook = request.form() == ExportRequest.Form.XLSX;
        String name =
            study.id()
                + (request.deidentified() ? "-deidentified" : "")
                + (workbook ? ".xlsx" : ".zip");
        response.setContentType(
            workbook
                ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                : "application/zip");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        try (OutputStream out = response.getOutputStream()) {
          export.writeTo(out);
        }
        return null;
      }
    }
  }
}
