package org.myocohort.app.review.folder;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Texts;
import org.myocohort.evidence.record.BibliographicRecord;
import org.myocohort.evidence.record.IdentifierKind;
import org.myocohort.evidence.review.Criterion;
import org.myocohort.evidence.review.ReviewSettings;

/// A work on a terminal, the words that speak for or against it marked.
final class RecordCard {
  private static final int WIDTH = 96;
  private static final String BOLD = "\u001b[1m";
  private static final String GREEN = "\u001b[1;32m";
  private static final String RED = "\u001b[1;31m";
  private static final String PLAIN = "\u001b[0m";

  private final ReviewSettings settings;
  private final Texts texts;
  private final boolean coloured;
  private final @Nullable Pattern speaksFor;
  private final @Nullable Pattern speaksAgainst;

  RecordCard(ReviewSettings settings, Texts texts, boolean coloured) {
    this.settings = settings;
    this.texts = texts;
    this.coloured = coloured;
    speaksFor = anyOf(settings.highlightInclude());
    speaksAgainst = anyOf(settings.highlightExclude());
  }

  private static @Nullable Pattern anyOf(List<String> words) {
    return words.isEmpty()
        ? null
        : Pattern.compile(
            words.stream().map(Pattern::quote).collect(Collectors.joining("|")),
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /// The review's criteria, the reasons with the numbers by which they can be given.
  String criteria() {
    StringBuilder out = new StringBuilder(texts.text("folder.session.include")).append('\n');
    settings.include().forEach(each -> out.append("  + ").append(each).append('\n'));
    out.append(texts.text("folder.session.exclude")).append('\n');
    int number = 0;
    for (Criterion criterion : settings.exclude()) {
      number++;
      out.append(
          String.format(Locale.ROOT, " %2d %s: %s%n", number, criterion.code(), criterion.text()));
    }
    return out.toString();
  }

  /// Everything that a reviewer reads of a work.
  ///
  /// @param sources names of the databases that gave it
  String of(String work, BibliographicRecord record, String sources) {
    StringBuilder out = new StringBuilder();
    paragraph(out, coloured ? BOLD + title(record) + PLAIN : title(record));
    paragraph(out, WorkText.authors(record));
    paragraph(out, WorkText.place(record));
    paragraph(
        out,
        work
            + " | "
            + sources
            + record.identifier(IdentifierKind.DOI).map(doi -> " | doi:" + doi).orElse("")
            + record.identifier(IdentifierKind.PMID).map(pmid -> " | PMID " + pmid).orElse(""));
    String text = record.abstractText();
    out.append('\n');
    paragraph(out, text == null ? texts.text("folder.session.no-abstract") : marked(text, ""));
    return out.toString();
  }

  private String title(BibliographicRecord record) {
    String title = WorkText.title(record);
    return title.isEmpty() ? texts.text("folder.session.no-title") : marked(title, BOLD);
  }

  private String marked(String text, String back) {
    if (!coloured) {
      return text;
    }
    String marked = text;
    if (speaksFor != null) {
      marked = speaksFor.matcher(marked).replaceAll(GREEN + "$0" + PLAIN + back);
    }
    if (speaksAgainst != null) {
      marked = speaksAgainst.matcher(marked).replaceAll(RED + "$0" + PLAIN + back);
    }
    return marked;
  }

  private static void paragraph(StringBuilder out, String text) {
    if (!text.isEmpty()) {
      Paragraph.wrapped(text, WIDTH).forEach(line -> out.append(line).append('\n'));
    }
  }
}
