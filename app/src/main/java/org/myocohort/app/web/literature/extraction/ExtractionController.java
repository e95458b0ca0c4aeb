package org.myocohort.app.web.literature.extraction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.web.Page;
import org.myocohort.app.web.SignedIn;
import org.myocohort.app.web.literature.ReviewShelf;
import org.myocohort.evidence.extraction.ExtractedReport;
import org.myocohort.evidence.extraction.ExtractionDesk;
import org.myocohort.evidence.extraction.ExtractionFolder;
import org.myocohort.evidence.extraction.ExtractionTemplate.ReportLine;
import org.myocohort.evidence.extraction.ReportProgress;
import org.myocohort.evidence.review.IncludedReports;
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

/// The included reports and how far each person has come with them.
@Controller
@RequestMapping("/reviews/{review}/extraction")
final class ExtractionController {
  private final ReviewShelf shelf;

  ExtractionController(ReviewShelf shelf) {
    this.shelf = shelf;
  }

  /// A report in the table.
  ///
  /// @param id of the report
  /// @param included whether the review includes it
  /// @param cells how far each person has come, in the order of the persons; null for not begun
  /// @param visible whether the reader may open what each wrote
  /// @param agreed whether it stands in what two agreed on
  /// @param text whether its text was pasted
  /// @param mine whether the reader has begun it
  public record Report(
      String id,
      String citation,
      boolean included,
      List<@Nullable ReportProgress> cells,
      List<Boolean> visible,
      boolean agreed,
      boolean text,
      boolean mine) {}

  /// Two people to compare.
  public record Pair(String first, String second) {}

  @GetMapping
  String overview(Actor actor, SignedIn person, @PathVariable String review, Page page, Model model)
      throws IOException, BadInputException {
    actor.demand(Permission.VIEW);
    ExtractionRoom room = ExtractionRoom.of(shelf, review, person);
    Map<String, ExtractionFolder> people = new LinkedHashMap<>();
    for (String by : room.desk().extractors()) {
      people.put(by, room.written(by));
    }
    Optional<ExtractionFolder> agreed = room.desk().read(ExtractionDesk.AGREED);
    List<Report> reports = new ArrayList<>();
    List<String> included = IncludedReports.of(room.review()).stream().map(ReportLine::id).toList();
    for (ReportLine report : reports(room, people)) {
      reports.add(report(room, report, included.contains(report.id()), people, agreed));
    }
    model.addAttribute("id", review);
    model.addAttribute("reviewTitle", room.review().settings().title());
    model.addAttribute(
        "texts",
        room.desk().texts().names().stream()
            .filter(text -> reports.stream().noneMatch(report -> report.id().equals(text)))
            .toList());
    model.addAttribute("people", List.copyOf(people.keySet()));
    model.addAttribute("reports", reports);
    model.addAttribute("pairs", pairs(List.copyOf(people.keySet())));
    model.addAttribute("reader", room.reader());
    model.addAttribute("isAgreed", agreed.isPresent());
    model.addAttribute("blinded", room.review().settings().blinded());
    return "literature/extraction/overview";
  }

  /// What the review includes, then what somebody read all the same.
  private static List<ReportLine> reports(
      ExtractionRoom room, Map<String, ExtractionFolder> people) {
    SequencedSet<String> ids = new LinkedHashSet<>();
    List<ReportLine> reports = new ArrayList<>(IncludedReports.of(room.review()));
    reports.forEach(report -> ids.add(report.id()));
    for (ExtractionFolder folder : people.values()) {
      for (ExtractedReport report : folder.extraction().reports()) {
        if (ids.add(report.id()) && ReportProgress.of(folder, report.id()).begun()) {
          reports.add(
              room.review().records().containsKey(report.id())
                  ? IncludedReports.line(room.review(), report.id())
                  : new ReportLine(report.id(), report.citation()));
        }
      }
    }
    return reports;
  }

  private static Report report(
      ExtractionRoom room,
      ReportLine report,
      boolean included,
      Map<String, ExtractionFolder> people,
      Optional<ExtractionFolder> agreed)
      throws IOException, BadInputException {
    List<@Nullable ReportProgress> cells = new ArrayList<>();
    List<Boolean> visible = new ArrayList<>();
    boolean mine = false;
    for (Map.Entry<String, ExtractionFolder> one : people.entrySet()) {
      ReportProgress progress = ReportProgress.of(one.getValue(), report.id());
      cells.add(progress.begun() ? progress : null);
      visible.add(room.sees(one.getKey(), report.id()));
      mine |= one.getKey().equals(room.reader()) && progress.begun();
    }
    return new Report(
        report.id(),
        report.citation(),
        included,
        cells,
        visible,
        agreed.map(folder -> ReportProgress.of(folder, report.id()).begun()).orElse(false),
        !room.desk().texts().read(report.id()).hash().isEmpty(),
        mine);
  }

  private static List<Pair> pairs(List<String> people) {
    List<Pair> pairs = new ArrayList<>();
    for (int first = 0; first < people.size(); first++) {
      for (int second = first + 1; second < people.size(); second++) {
        pairs.add(new Pair(people.get(first), people.get(second)));
      }
    }
    return pairs;
  }

  /// Begins to read a report under one's own name.
  @PostMapping("/begin")
  String begin(
      Actor actor, SignedIn person, @PathVariable String review, @RequestParam String report)
      throws IOException, BadInputException {
    actor.demand(Permission.REVIEW);
    ExtractionRoom room = ExtractionRoom.of(shelf, review, person);
    room.desk()
        .begin(
            room.reader(),
            room.report(report),
            room.review().settings().title(),
            IncludedReports.of(room.review()));
    return "redirect:" + room.base() + "/" + room.reader() + "/" + report;
  }
}
