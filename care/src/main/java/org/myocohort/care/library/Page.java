package org.myocohort.care.library;

import java.time.LocalDate;
import java.util.List;

/// One page of the library in one language. No page has been reviewed by a clinician.
///
/// @param name its name in both languages, such as `azathioprine`
/// @param title for its readers
/// @param written day of its text
/// @param blocks headings, paragraphs and lists in their order
public record Page(
    String name, PageKind kind, String title, LocalDate written, List<Block> blocks) {
  public Page {
    blocks = List.copyOf(blocks);
  }

  /// Every sentence, in the order of the page.
  public List<Statement> statements() {
    return blocks.stream().flatMap(block -> block.statements().stream()).toList();
  }

  /// What the page rests on, each once, in the order of first use: the footnotes, numbered from 1.
  public List<Citation> citations() {
    return statements().stream()
        .flatMap(statement -> statement.citations().stream())
        .distinct()
        .toList();
  }

  /// Counts of the sentences of paragraphs and lists; title and headings are left out, because
  /// their few words would make the page look easier than it is.
  public Readability readability() {
    return Readability.of(statements().stream().map(Statement::text).toList());
  }
}
