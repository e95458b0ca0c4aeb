package org.myocohort.care.summary;

import java.util.List;

/// Sentences under one heading, such as those on one drug.
///
/// @param heading empty for none
public record Group(String heading, List<Sentence> sentences) {
  public Group {
    sentences = List.copyOf(sentences);
  }
}
