package org.myocohort.evidence.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.myocohort.evidence.flow.ChecklistFacts;
import org.myocohort.evidence.flow.FlowBox;
import org.myocohort.evidence.flow.FlowCounts;
import org.myocohort.evidence.flow.NamedDefinition;
import org.myocohort.evidence.pool.Outcome;
import org.myocohort.evidence.search.SearchRun;

/// What a review's folder can say for the PRISMA 2020 checklist.
public final class ReviewFacts implements ChecklistFacts {
  private final Review review;
  private final ReviewFlow flow;

  /// The facts of a review whose flow was counted.
  public ReviewFacts(Review review, ReviewFlow flow) {
    this.review = review;
    this.flow = flow;
  }

  @Override
  public Optional<String> title() {
    return Optional.of(review.settings().title());
  }

  @Override
  public Optional<String> question() {
    return Optional.ofNullable(review.settings().question());
  }

  @Override
  public List<String> inclusionCriteria() {
    return review.settings().include();
  }

  @Override
  public List<String> exclusionCriteria() {
    return review.settings().exclude().stream().map(Criterion::text).toList();
  }

  @Override
  public List<SearchRun> searches() {
    return review.searches();
  }

  @Override
  public Optional<Integer> reviewers() {
    return Optional.of(review.settings().reviewers());
  }

  @Override
  public Optional<Boolean> blinded() {
    return review.settings().reviewers() < 2
        ? Optional.empty()
        : Optional.of(review.settings().blinded());
  }

  @Override
  public List<NamedDefinition> outcomes() {
    List<NamedDefinition> outcomes = new ArrayList<>();
    for (Outcome outcome : review.settings().outcomes()) {
      outcomes.add(new NamedDefinition(outcome.name(), outcome.definition()));
    }
    return outcomes;
  }

  @Override
  public Optional<FlowCounts> counts() {
    return Optional.of(flow.counts());
  }

  @Override
  public List<NamedDefinition> excludedReports() {
    List<NamedDefinition> reports = new ArrayList<>();
    for (FlowBox box : List.of(FlowBox.REPORTS_EXCLUDED, FlowBox.OTHER_REPORTS_EXCLUDED)) {
      for (String work : flow.works(box)) {
        reports.add(new NamedDefinition(citation(work), flow.reasons().getOrDefault(work, "")));
      }
    }
    return reports;
  }

  @Override
  public List<String> includedStudies() {
    return flow.works(FlowBox.INCLUDED).stream().map(this::citation).toList();
  }

  @Override
  public Optional<String> registration() {
    return Optional.ofNullable(review.settings().registration());
  }

  /// Author, year and title, as far as the record has them.
  private String citation(String work) {
    RecordEntry entry = review.records().get(work);
    if (entry == null) {
      return work;
    }
    String head = (entry.firstAuthor() + " " + entry.year()).strip();
    String separator = head.isEmpty() || entry.title().isEmpty() ? "" : ": ";
    return head + separator + entry.title();
  }
}
