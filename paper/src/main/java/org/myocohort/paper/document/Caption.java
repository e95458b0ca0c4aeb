package org.myocohort.paper.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The texts around a table or picture, in a document's language.
public final class Caption {
  private Caption() {}

  /// `Table 1.` in bold, then the caption.
  public static List<Run> of(Table table, Language language) {
    return runs(language.word("table"), table.number(), table.caption());
  }

  /// `Figure 1.` in bold, then the caption.
  public static List<Run> of(Picture picture, Language language) {
    return runs(language.word("figure"), picture.number(), picture.caption());
  }

  /// What stands below a table: its notes, then its abbreviations.
  public static List<Paragraph> below(Table table, Language language) {
    List<Paragraph> below = new ArrayList<>();
    for (Note note : table.notes()) {
      below.add(
          note.mark().isEmpty()
              ? Paragraph.of(note.text())
              : Paragraph.of(Run.raised(note.mark()), Run.plain(" " + note.text())));
    }
    if (!table.abbreviations().isEmpty()) {
      String list =
          table.abbreviations().stream()
              .map(each -> each.shortForm() + ", " + each.meaning())
              .collect(Collectors.joining("; ", ": ", "."));
      below.add(Paragraph.of(Run.italic(language.word("abbreviations")), Run.plain(list)));
    }
    return below;
  }

  private static List<Run> runs(String word, String number, String caption) {
    if (number.isEmpty()) {
      return List.of(Run.plain(caption));
    }
    return List.of(Run.bold(word + " " + number + "."), Run.plain(" " + caption));
  }
}
