package org.myocohort.app.review.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.cli.Texts;
import org.myocohort.evidence.flow.Checklist;
import org.myocohort.evidence.flow.ChecklistEntry;
import org.myocohort.evidence.flow.ChecklistFact;
import org.myocohort.evidence.flow.ChecklistFacts;
import org.myocohort.evidence.flow.ChecklistSection;
import org.myocohort.evidence.flow.Count;
import org.myocohort.evidence.flow.FlowArithmetic;
import org.myocohort.evidence.flow.FlowCounts;
import org.myocohort.evidence.flow.FlowPart;
import org.myocohort.evidence.flow.FlowParts;
import org.myocohort.evidence.flow.IdentityCheck;
import org.myocohort.evidence.flow.Verdict;

/// A diagram's numbers and sums, and the checklist, as texts of files.
public final class FlowTables {
  private FlowTables() {}

  /// Every number: box, part, name, n (or NR) and what it was counted from.
  public static String numbers(FlowCounts counts) {
    StringBuilder csv = new StringBuilder("box,part,name,n,counted_from\n");
    for (FlowPart part : FlowParts.of(counts)) {
      Count count = part.count();
      row(
          csv,
          part.box().code(),
          part.part(),
          part.name(),
          count == null ? "" : FlowWords.plain(count),
          count == null ? "" : count.from());
    }
    return csv.toString();
  }

  /// Every sum in words with both of its sides.
  public static String sums(FlowCounts counts, Texts texts) {
    FlowWords words = new FlowWords(texts, counts.previous() != null);
    List<IdentityCheck> checks = FlowArithmetic.of(counts);
    List<String> lines = new ArrayList<>();
    lines.add(texts.text("flow.text.title", counts.title()));
    lines.add("");
    for (IdentityCheck check : checks) {
      lines.add(words.verdict(check.verdict()) + ": " + words.sum(check));
    }
    lines.add("");
    lines.add(
        texts.text(
            "flow.summary",
            number(checks, Verdict.HOLDS),
            number(checks, Verdict.EXPLAINED),
            number(checks, Verdict.BROKEN),
            number(checks, Verdict.CANNOT_BE_TOLD)));
    lines.add(texts.text("flow.text.note"));
    return String.join("\n", lines) + "\n";
  }

  private static long number(List<IdentityCheck> checks, Verdict verdict) {
    return checks.stream().filter(each -> each.verdict() == verdict).count();
  }

  /// The checklist as a table: item, section, topic, what is asked, what is known, its state, and
  /// an empty cell for the place in the report.
  public static String checklistTable(ChecklistFacts facts, Texts texts) {
    StringBuilder csv = new StringBuilder("item,section,topic,asks,known,state,reported_where\n");
    for (ChecklistEntry entry : Checklist.of(facts)) {
      row(
          csv,
          entry.item().number(),
          section(entry.item().section(), texts),
          topic(entry, texts),
          asks(entry, texts),
          String.join("\n", known(entry, texts)),
          state(entry, texts),
          "");
    }
    return csv.toString();
  }

  /// The checklist to read, a table for each section.
  public static String checklistPage(ChecklistFacts facts, Texts texts) {
    List<ChecklistEntry> entries = Checklist.of(facts);
    StringBuilder page = new StringBuilder();
    String title = facts.title().orElse("");
    page.append("# ").append(plain(texts.text("flow.checklist.title", title))).append("\n\n");
    page.append(texts.text("flow.checklist.note")).append('\n');
    for (ChecklistSection section : ChecklistSection.values()) {
      page.append("\n## ").append(section(section, texts)).append("\n\n");
      page.append(
          cells(
              List.of("item", "topic", "asks", "known", "place").stream()
                  .map(each -> texts.text("flow.checklist.column." + each))
                  .toList()));
      page.append("| --- | --- | --- | --- | --- |\n");
      for (ChecklistEntry entry : entries) {
        if (entry.item().section() == section) {
          List<String> known = new ArrayList<>(known(entry, texts));
          known.replaceAll(FlowTables::plain);
          known.addFirst("*" + state(entry, texts) + "*");
          page.append(
              cells(
                  List.of(
                      entry.item().number(),
                      topic(entry, texts),
                      asks(entry, texts),
                      String.join("<br>", known),
                      "")));
        }
      }
    }
    return page.toString();
  }

  private static String cells(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  /// A text in which nothing is read as a mark of the page.
  private static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\n', '\r' -> plain.append(' ');
        case '<' -> plain.append("&lt;");
        case '&' -> plain.append("&amp;");
        case '\\', '`', '*', '_', '[', ']', '|' -> plain.append('\\').append(c);
        default -> plain.append(c);
      }
    }
    return plain.toString();
  }

  private static String section(ChecklistSection section, Texts texts) {
    return texts.text("flow.section." + section.name());
  }

  private static String topic(ChecklistEntry entry, Texts texts) {
    return texts.text("flow.topic." + entry.item().number().replaceAll("[a-z]", ""));
  }

  private static String asks(ChecklistEntry entry, Texts texts) {
    return texts.text("flow.item." + entry.item().number());
  }

  private static List<String> known(ChecklistEntry entry, Texts texts) {
    return entry.facts().stream().map(fact -> said(fact, texts)).toList();
  }

  private static String said(ChecklistFact fact, Texts texts) {
    return texts.text("flow.fact." + fact.code(), fact.values());
  }

  private static String state(ChecklistEntry entry, Texts texts) {
    return texts.text(entry.facts().isEmpty() ? "flow.checklist.open" : "flow.checklist.known");
  }

  private static void row(StringBuilder csv, String... cells) {
    for (int i = 0; i < cells.length; i++) {
      csv.append(i == 0 ? "" : ",").append(Answer.csvCell(cells[i], false));
    }
    csv.append('\n');
  }
}
