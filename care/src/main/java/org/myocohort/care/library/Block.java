package org.myocohort.care.library;

import java.util.List;

/// A part of a page, in the order of the page.
public sealed interface Block {
  /// The sentences in it.
  List<Statement> statements();

  /// A heading under the page's title.
  record Heading(String text) implements Block {
    @Override
    public List<Statement> statements() {
      return List.of();
    }
  }

  /// Sentences that stand together.
  record Paragraph(List<Statement> statements) implements Block {
    public Paragraph {
      statements = List.copyOf(statements);
    }
  }

  /// A list with one sentence an item.
  record ItemList(List<Statement> statements) implements Block {
    public ItemList {
      statements = List.copyOf(statements);
    }
  }
}
