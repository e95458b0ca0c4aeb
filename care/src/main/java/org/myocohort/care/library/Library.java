package org.myocohort.care.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.myocohort.care.source.Source;
import org.myocohort.care.source.Sources;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.CsvFile;
import org.myocohort.exchange.csv.Problems;

/// The pages for patients in one language.
///
/// No text has been reviewed by a clinician; who shows a page says so, and that the program is for
/// research and records and not a medical device: the pages do not carry these words.
public final class Library {
  static final String INDEX = "library.csv";
  static final String PLACES = "sources.csv";

  private static final List<String> INDEX_COLUMNS = List.of("name", "kind", "order");
  private static final List<String> PLACE_COLUMNS = List.of("key", "source", "place");

  private final PageLanguage language;
  private final Map<String, Page> byName;

  private Library(PageLanguage language, Map<String, Page> byName) {
    this.language = language;
    this.byName = byName;
  }

  /// Where the files of a library come from, each by its name within the library.
  interface Files {
    Optional<byte[]> bytes(String name);
  }

  /// The library that ships with the program.
  public static Library in(PageLanguage language) {
    Library library = Shipped.LIBRARIES.get(language);
    if (library == null) {
      throw new IllegalStateException("no library: " + language);
    }
    return library;
  }

  public PageLanguage language() {
    return language;
  }

  /// Every page, in the order of the index.
  public List<Page> pages() {
    return List.copyOf(byName.values());
  }

  /// The pages of a kind, in the order of the index.
  public List<Page> pages(PageKind kind) {
    return byName.values().stream().filter(page -> page.kind() == kind).toList();
  }

  /// A page by its name, such as `azathioprine`.
  public Optional<Page> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /// Reads a library; everything wrong in any of its files is told at once.
  ///
  /// @throws BadInputException with file and line of each problem
  static Library read(PageLanguage language, Files files, Sources sources)
      throws BadInputException {
    Problems problems = new Problems();
    CsvFile places = table(files, PLACES, PLACE_COLUMNS);
    CsvFile index = table(files, INDEX, INDEX_COLUMNS);
    Map<String, Citation> citations = citations(places, sources, problems);
    Map<Integer, Page> byOrder = new TreeMap<>();
    Set<String> names = new HashSet<>();
    CsvFile.Row row = index.cursor();
    for (int i = 0; i < index.rowCount(); i++) {
      row.moveTo(i);
      String name = row.text(0);
      String file = language.code() + "/" + name + ".md";
      int order = row.thousandths(2);
      Optional<PageKind> kind = PageKind.find(row.text(1));
      Optional<byte[]> bytes = files.bytes(file);
      if (!names.add(name)) {
        problems.add(INDEX, row.line(), "name", "page-twice", name);
      } else if (kind.isEmpty()) {
        problems.add(INDEX, row.line(), "kind", "page-kind-expected", row.text(1));
      } else if (order <= 0 || byOrder.containsKey(order)) {
        problems.add(INDEX, row.line(), "order", "page-order-expected", row.text(2));
      } else if (bytes.isEmpty()) {
        problems.add(INDEX, row.line(), "name", "page-missing", name, file);
      } else {
        String text = new String(bytes.get(), StandardCharsets.UTF_8);
        new PageReader(file, text, citations, problems)
            .read(name, kind.get(), language)
            .ifPresent(page -> byOrder.put(order, page));
      }
    }
    problems.throwIfAny();
    Map<String, Page> byName = new LinkedHashMap<>();
    byOrder.values().forEach(page -> byName.put(page.name(), page));
    return new Library(language, byName);
  }

  private static CsvFile table(Files files, String name, List<String> columns)
      throws BadInputException {
    CsvFile table = CsvFile.parse(files.bytes(name).orElse(new byte[0]), name);
    if (!table.header().equals(columns)) {
      Problems problems = new Problems();
      String found = String.join(",", table.header());
      problems.add(name, 1, "", "page-columns-expected", found, String.join(",", columns));
      problems.throwIfAny();
    }
    return table;
  }

  private static Map<String, Citation> citations(
      CsvFile places, Sources sources, Problems problems) {
    Map<String, Citation> citations = new LinkedHashMap<>();
    CsvFile.Row row = places.cursor();
    for (int i = 0; i < places.rowCount(); i++) {
      row.moveTo(i);
      String key = row.text(0);
      String named = row.text(1);
      String place = row.text(2);
      Optional<Source> source = sources.find(named);
      if (source.isEmpty()) {
        problems.add(PLACES, row.line(), "source", "page-source-unknown", named);
      } else if (source.get().read().isEmpty()) {
        // What nobody read is not verified, and has no place on a page for patients.
        problems.add(PLACES, row.line(), "source", "page-source-unread", named);
      } else if (place.isBlank()) {
        problems.add(PLACES, row.line(), "place", "page-place-expected", key);
      } else if (citations.put(key, new Citation(key, source.get(), place)) != null) {
        problems.add(PLACES, row.line(), "key", "page-source-twice", key);
      }
    }
    return citations;
  }

  private static final class Shipped {
    static final Map<PageLanguage, Library> LIBRARIES = load();

    private static Map<PageLanguage, Library> load() {
      Map<PageLanguage, Library> libraries = new EnumMap<>(PageLanguage.class);
      for (PageLanguage language : PageLanguage.values()) {
        try {
          libraries.put(language, read(language, Shipped::bytes, Sources.shipped()));
        } catch (BadInputException wrong) {
          throw new IllegalStateException(wrong.problems().toString(), wrong);
        }
      }
      return libraries;
    }

    private static Optional<byte[]> bytes(String name) {
      try (InputStream in = Library.class.getResourceAsStream(name)) {
        return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
