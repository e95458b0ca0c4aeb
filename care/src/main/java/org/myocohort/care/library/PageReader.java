package org.myocohort.care.library;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.myocohort.exchange.csv.Problems;

/// Reads one page.
///
///     ---
///     name: oxygen
///     language: en
///     written: 2026-11-22
///     ---
///     # Title
///     ## Heading
///
///     One sentence a line, each with its mark. [guide-standard]
///     A sentence that states no clinical fact. [-]
///
///     - A list item is one sentence too. [guide-standard, letter-cases]
///
/// Lines without a blank line between them make one paragraph or one list. A heading may end with a
/// [PagePart] in braces. There is no emphasis, no link, no nesting. Everything wrong is told with its line; a wrong line is left out.
final class PageReader {
  private static final Pattern MARKED = Pattern.compile("(.+[.!?]) \\[([^\\[\\]]+)]");
  private static final Pattern NAMED = Pattern.compile("(.+) \\{([^{}]*)}");
  private static final Pattern SENTENCE_WITHIN = Pattern.compile("[.!?…]\\s");
  private static final Pattern MARKUP = Pattern.compile("[\\[\\]*_`<>#|\\\\]");
  private static final Pattern DIGIT = Pattern.compile("\\p{N}");
  private static final String NO_FACT = "-";
  private static final String RULE = "---";

  private final String file;
  private final List<String> lines;
  private final Map<String, Citation> citations;
  private final Problems problems;

  private final List<Block> blocks = new ArrayList<>();
  private final List<Statement> open = new ArrayList<>();
  private boolean openIsList;
  private int next;

  PageReader(String file, String text, Map<String, Citation> citations, Problems problems) {
    this.file = file;
    this.lines = text.lines().toList();
    this.citations = citations;
    this.problems = problems;
  }

  /// The page; empty where its head is wrong.
  Optional<Page> read(String name, PageKind kind, PageLanguage language) {
    line(RULE, "page-head-expected");
    line("name: " + name, "page-head-expected");
    line("language: " + language.code(), "page-head-expected");
    Optional<LocalDate> written = written();
    line(RULE, "page-head-expected");
    Optional<String> title = title();
    while (next < lines.size()) {
      body(lines.get(next++));
    }
    closeBlock();
    if (blocks.stream().allMatch(block -> block.statements().isEmpty())) {
      wrong("page-empty", "");
    }
    return written.flatMap(
        day -> title.map(words -> new Page(name, kind, words, day, List.copyOf(blocks))));
  }

  private void line(String expected, String code) {
    String found = next < lines.size() ? lines.get(next) : "";
    next++;
    if (!found.equals(expected)) {
      wrong(code, found, expected);
    }
  }

  private Optional<LocalDate> written() {
    String found = next < lines.size() ? lines.get(next) : "";
    next++;
    try {
      if (found.startsWith("written: ")) {
        return Optional.of(LocalDate.parse(found.substring("written: ".length())));
      }
    } catch (DateTimeException _) {
      // Told below, as for a line that is something else.
    }
    wrong("page-head-expected", found, "written: 2026-11-22");
    return Optional.empty();
  }

  private Optional<String> title() {
    while (next < lines.size() && lines.get(next).isBlank()) {
      next++;
    }
    String found = next < lines.size() ? lines.get(next) : "";
    next++;
    if (!found.startsWith("# ")) {
      wrong("page-title-expected", found);
      return Optional.empty();
    }
    return Optional.of(found.substring(2).strip());
  }

  private void body(String line) {
    if (line.isBlank()) {
      closeBlock();
    } else if (line.startsWith("## ")) {
      closeBlock();
      blocks.add(heading(line.substring(3).strip()));
    } else {
      boolean item = line.startsWith("- ");
      if (item != openIsList) {
        closeBlock();
      }
      openIsList = item;
      statement(item ? line.substring(2) : line).ifPresent(open::add);
    }
  }

  private Block.Heading heading(String line) {
    Matcher named = NAMED.matcher(line);
    if (!named.matches()) {
      return new Block.Heading(line, null);
    }
    Optional<PagePart> part = PagePart.find(named.group(2));
    if (part.isEmpty()) {
      wrong("page-part-unknown", named.group(2));
    }
    return new Block.Heading(named.group(1), part.orElse(null));
  }

  private void closeBlock() {
    if (!open.isEmpty()) {
      blocks.add(openIsList ? new Block.ItemList(open) : new Block.Paragraph(open));
      open.clear();
    }
  }

  private Optional<Statement> statement(String line) {
    Matcher marked = MARKED.matcher(line);
    if (!marked.matches()) {
      wrong("page-mark-expected", line);
      return Optional.empty();
    }
    String text = marked.group(1);
    String mark = marked.group(2);
    if (MARKUP.matcher(text).find() || !text.equals(text.strip())) {
      wrong("page-plain-text-expected", text);
    }
    if (SENTENCE_WITHIN.matcher(text).find()) {
      wrong("page-one-sentence-expected", text);
    }
    if (mark.equals(NO_FACT)) {
      if (DIGIT.matcher(text).find()) {
        wrong("page-number-without-source", text);
      }
      return Optional.of(new Statement(text, List.of(), next));
    }
    List<Citation> found = new ArrayList<>();
    for (String key : mark.split(", ", -1)) {
      Citation citation = citations.get(key);
      if (citation == null) {
        wrong("page-source-unknown", key);
      } else {
        found.add(citation);
      }
    }
    // A sentence of fact never becomes one without a source.
    return found.isEmpty() ? Optional.empty() : Optional.of(new Statement(text, found, next));
  }

  private void wrong(String code, String found, String... values) {
    problems.add(file, Math.min(next, lines.size()), "", code, found, values);
  }
}
