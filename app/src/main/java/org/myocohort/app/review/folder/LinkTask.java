package org.myocohort.app.review.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.cli.Answer.Column;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.Texts;
import org.myocohort.evidence.duplicate.MergedRecord;
import org.myocohort.evidence.extraction.ExtractedReport;
import org.myocohort.evidence.extraction.ExtractionDesk;
import org.myocohort.evidence.extraction.ExtractionFolder;
import org.myocohort.evidence.flow.FlowBox;
import org.myocohort.evidence.link.CohortFacts;
import org.myocohort.evidence.link.LinkSuggestion;
import org.myocohort.evidence.link.LinkSuggestions;
import org.myocohort.evidence.link.OverlapDecision;
import org.myocohort.evidence.link.Report;
import org.myocohort.evidence.review.Review;
import org.myocohort.evidence.review.ReviewEvent;
import org.myocohort.evidence.review.ReviewFlow;
import org.myocohort.evidence.review.ReviewRecords;
import org.myocohort.exchange.csv.BadInputException;

/// Records which reports belong together, and shows what is recorded and what may be.
final class LinkTask {
  private static final List<Column> COLUMNS =
      List.of(
          Column.of("kind"),
          Column.of("first"),
          Column.of("second"),
          Column.of("study"),
          Column.of("why"));

  private final FolderWork work;
  private final String reason;

  LinkTask(FolderWork work, String reason) {
    this.work = work;
    this.reason = reason;
  }

  int run(
      List<String> records,
      @Nullable String study,
      List<String> overlaps,
      List<String> distinct,
      @Nullable String person)
      throws IOException, BadInputException, Refused {
    Review review = work.review();
    if (records.isEmpty() != (study == null)) {
      throw work.refused("folder.study-records");
    }
    List<ReviewEvent> events = new ArrayList<>();
    if (study != null || !overlaps.isEmpty() || !distinct.isEmpty()) {
      String by = work.by(person);
      if (study != null) {
        events.add(
            new ReviewEvent.StudyNamed(
                by, work.now(), work.records(review, records), study.strip(), reason));
      }
      for (String pair : overlaps) {
        events.add(overlap(pair, OverlapDecision.Kind.OVERLAP, by));
      }
      for (String pair : distinct) {
        events.add(overlap(pair, OverlapDecision.Kind.DISTINCT, by));
      }
      work.folder().add(events);
    }
    print(work.review());
    return ExitCode.ANSWERED;
  }

  private ReviewEvent overlap(String pair, OverlapDecision.Kind kind, String by) throws Refused {
    List<String> ids = List.of(pair.split("[,;]", -1)).stream().map(String::strip).toList();
    if (ids.size() != 2 || ids.contains("") || ids.get(0).equals(ids.get(1))) {
      throw work.refused("folder.two-things", pair);
    }
    return new ReviewEvent.Overlapped(
        new OverlapDecision(ids.get(0), ids.get(1), kind, by, work.now(), reason));
  }

  private void print(Review review) throws IOException, BadInputException {
    List<String> included = included(review);
    Map<String, CohortFacts> facts = facts();
    SequencedMap<String, MergedRecord> works =
        ReviewRecords.read(work.folder(), review).works(review);
    List<Report> reports = new ArrayList<>();
    for (String each : included) {
      Optional.ofNullable(works.get(each))
          .ifPresent(merged ->
              reports.add(
                  new Report(each, merged.record(), facts.getOrDefault(each, CohortFacts.NONE))));
    }
    try (Answer answer = work.answer(COLUMNS)) {
      for (Report report : reports) {
        answer.row(
            "report",
            report.id(),
            null,
            review.study(report.id()),
            Stream.of(WorkText.authors(report.record()), WorkText.title(report.record()))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(": ")));
      }
      for (OverlapDecision decision : review.overlaps()) {
        answer.row(
            Texts.code(decision.kind()),
            decision.first(),
            decision.second(),
            null,
            decision.by() + (decision.reason().isEmpty() ? "" : ": " + decision.reason()));
      }
      for (LinkSuggestion suggestion : LinkSuggestions.among(reports)) {
        if (!review.study(suggestion.first()).equals(review.study(suggestion.second()))) {
          answer.row(
              "maybe-" + Texts.code(suggestion.kind()),
              suggestion.first(),
              suggestion.second(),
              null,
              suggestion.reasons().stream()
                  .map(each -> Texts.code(each.kind()) + " " + each.value())
                  .collect(Collectors.joining("; ")));
        }
      }
      answer.print(System.out);
    }
  }

  /// What the agreed extraction tells of each report's patients; nothing where there is none.
  private Map<String, CohortFacts> facts() throws IOException, BadInputException {
    Map<String, CohortFacts> facts = new HashMap<>();
    Path agreed = ExtractionDesk.folder(work.path(), ExtractionDesk.AGREED);
    if (Files.isDirectory(agreed)) {
      for (ExtractedReport report : ExtractionFolder.read(agreed).extraction().reports()) {
        facts.put(report.id(), report.facts());
      }
    }
    return facts;
  }

  /// The reports of all versions.
  private List<String> included(Review review) {
    ReviewFlow flow = work.flow(review);
    List<String> included = new ArrayList<>(flow.works(FlowBox.PREVIOUS));
    included.addAll(flow.works(FlowBox.INCLUDED));
    return included;
  }
}
