package org.myocohort.paper.checklist;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.myocohort.paper.document.Alignment;
import org.myocohort.paper.document.Cell;
import org.myocohort.paper.document.HeaderCell;
import org.myocohort.paper.document.Language;
import org.myocohort.paper.document.Note;
import org.myocohort.paper.document.RowGroup;
import org.myocohort.paper.document.Table;

/// A reporting checklist.
///
/// @param titles by language
/// @param source the publication, with its DOI
public record Checklist(Map<Language, String> titles, String source, List<ChecklistItem> items) {
  private static final String MEMORY = "m";

  public Checklist {
    titles = Map.copyOf(titles);
    items = List.copyOf(items);
  }

  /// Case reports: CARE.
  public static Checklist care() {
    return read("care.txt");
  }

  /// Cohort studies: STROBE.
  public static Checklist strobeForCohorts() {
    return read("strobe-cohort.txt");
  }

  public Optional<ChecklistItem> item(String number) {
    return items.stream().filter(each -> each.number().equals(number)).findFirst();
  }

  /// The checklist as a table: what a study says to its items, and what a person has to write.
  ///
  /// @param known texts by number of the item; the others are left to the authors
  public Table filled(String tableNumber, Map<String, String> known, Language language) {
    for (String number : known.keySet()) {
      if (item(number).isEmpty()) {
        throw new IllegalArgumentException(
            "an item must be one of %s but was '%s'"
                .formatted(items.stream().map(ChecklistItem::number).toList(), number));
      }
    }
    Map<String, List<List<Cell>>> sections = new LinkedHashMap<>();
    for (ChecklistItem item : items) {
      String text = known.getOrDefault(item.number(), "");
      sections
          .computeIfAbsent(item.section(), _ -> new ArrayList<>())
          .add(
              List.of(
                  Cell.of(item.number()).marked(item.fromMemory() ? MEMORY : ""),
                  Cell.of(item.asks(language)),
                  Cell.of(text),
                  Cell.of(word(language, text.isEmpty() ? "state.open" : "state.known"))));
    }
    List<RowGroup> groups = new ArrayList<>();
    sections.forEach(
        (section, rows) -> groups.add(new RowGroup(word(language, "section." + section), rows)));
    List<Note> notes = new ArrayList<>();
    notes.add(Note.of(word(language, "note")));
    if (items.stream().anyMatch(ChecklistItem::fromMemory)) {
      notes.add(new Note(MEMORY, word(language, "memory")));
    }
    notes.add(Note.of(word(language, "source") + ": " + source));
    return new Table(
        tableNumber,
        titles.getOrDefault(language, ""),
        List.of(Alignment.LEFT, Alignment.LEFT, Alignment.LEFT, Alignment.LEFT),
        List.of(
            List.of(
                HeaderCell.of(word(language, "item")),
                HeaderCell.of(word(language, "asks")),
                HeaderCell.of(word(language, "known")),
                HeaderCell.of(word(language, "state")))),
        groups,
        notes,
        List.of(),
        false);
  }

  private static String word(Language language, String key) {
    return language.word("org.myocohort.paper.checklist.words", key);
  }

  private static Checklist read(String file) {
    Map<String, String> settings = new HashMap<>();
    List<ChecklistItem> items = new ArrayList<>();
    for (String line : text(file).lines().toList()) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] parts = line.split(" \\| ", -1);
      if (parts.length == 5) {
        boolean fromMemory = parts[4].equals("memory");
        items.add(new ChecklistItem(parts[0], parts[1], parts[2], parts[3], fromMemory));
      } else {
        String[] setting = line.split(" ", 2);
        settings.put(setting[0], setting[1]);
      }
    }
    return new Checklist(
        Map.of(
            Language.ENGLISH,
            settings.getOrDefault("title", ""),
            Language.ITALIAN,
            settings.getOrDefault("title.it", "")),
        settings.getOrDefault("source", ""),
        items);
  }

  private static String text(String file) {
    try (InputStream bytes = Checklist.class.getResourceAsStream(file)) {
      if (bytes == null) {
        throw new IllegalStateException("the checklist must be on the class path: " + file);
      }
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
