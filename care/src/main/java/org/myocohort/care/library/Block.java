package org.myocohort.care.library;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of a page, in the order of the page.
public sealed interface Block {
  /// The sentences in it.
  List<Statement> statements();

  /// A heading under the page's title.
  ///
  /// @param part what stands beneath it; null where nobody asks for it
  record Heading(String text, @Nullable PagePart part) implements Block {
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
