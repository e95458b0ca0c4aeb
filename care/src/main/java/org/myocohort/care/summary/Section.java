package org.myocohort.care.summary;

import java.util.List;

/// What a summary says on one topic.
///
/// @param title for the reader
public record Section(Topic topic, String title, List<Group> groups) {
  public Section {
    groups = groups.stream().filter(group -> !group.sentences().isEmpty()).toList();
  }

  /// Every sentence, in the order of the page.
  public List<Sentence> sentences() {
    return groups.stream().flatMap(group -> group.sentences().stream()).toList();
  }
}
