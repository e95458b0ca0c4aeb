package org.myocohort.paper.document;

import java.util.List;

/// A document: what is written is a function of this value alone.
///
/// @param language what its words are in
/// @param title stands at its beginning and in the file's properties
/// @param subtitle a line below the title; empty for none
/// @param stamp a line at the foot of each page, such as program version and hash of the data;
///   empty for none
public record Document(
    Language language, String title, String subtitle, String stamp, List<Block> blocks) {
  public Document {
    if (title.isBlank()) {
      throw new IllegalArgumentException("a document must have a title");
    }
    blocks = List.copyOf(blocks);
  }

  /// The tables in their order.
  public List<Table> tables() {
    return blocks.stream().filter(Table.class::isInstance).map(Table.class::cast).toList();
  }
}
