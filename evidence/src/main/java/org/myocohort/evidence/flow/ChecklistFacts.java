package org.myocohort.evidence.flow;

import java.util.List;
import java.util.Optional;
import org.myocohort.evidence.search.SearchRun;

/// What is known of a review for its checklist. Everything is optional: what is not known is empty,
/// and the item is left to the authors.
public interface ChecklistFacts {
  /// The title of the review, for item 1.
  default Optional<String> title() {
    return Optional.empty();
  }

  /// The question, for item 4.
  default Optional<String> question() {
    return Optional.empty();
  }

  /// What a study must have, for item 5.
  default List<String> inclusionCriteria() {
    return List.of();
  }

  /// What rules a study out, for item 5.
  default List<String> exclusionCriteria() {
    return List.of();
  }

  /// The searches as run, for items 6 and 7.
  default List<SearchRun> searches() {
    return List.of();
  }

  /// How many reviewers decide on each record, for item 8.
  default Optional<Integer> reviewers() {
    return Optional.empty();
  }

  /// Whether they see each other's decisions only afterwards, for item 8.
  default Optional<Boolean> blinded() {
    return Optional.empty();
  }

  /// How many people read data out of each report, for item 9.
  default Optional<Integer> extractors() {
    return Optional.empty();
  }

  /// Outcomes and their definitions, for item 10a.
  default List<NamedDefinition> outcomes() {
    return List.of();
  }

  /// The tools of critical appraisal, for item 11.
  default List<String> appraisalTools() {
    return List.of();
  }

  /// The numbers of the diagram, for items 6 and 16a.
  default Optional<FlowCounts> counts() {
    return Optional.empty();
  }

  /// Reports excluded at full text with their reasons, for item 16b.
  default List<NamedDefinition> excludedReports() {
    return List.of();
  }

  /// The included studies by citation, for item 17.
  default List<String> includedStudies() {
    return List.of();
  }

  /// The registration of the review, for item 24a.
  default Optional<String> registration() {
    return Optional.empty();
  }

  /// Further facts on an item, in whole sentences of the reader's language: tools of screening, how
  /// results were pooled, what the pooling gave.
  default List<String> sentences(ChecklistItem item) {
    return List.of();
  }
}
