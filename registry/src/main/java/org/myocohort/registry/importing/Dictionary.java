package org.myocohort.registry.importing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What people write, and what it means: two data files beside this class.
final class Dictionary {
  /// What a heading means, by its letters and digits: several columns may go by one name.
  static final Map<String, List<String>> HEADINGS = headings();

  /// What people write for each word that a column may allow.
  static final Map<String, List<String>> WORDS = read("words.csv");

  private Dictionary() {}

  /// Letters and digits, without accents and case.
  static String key(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]", "");
  }

  private static Map<String, List<String>> headings() {
    Map<String, List<String>> meanings = new LinkedHashMap<>();
    read("headings.csv")
        .forEach((column, headings) ->
            headings.forEach(heading ->
                meanings.merge(
                    key(heading),
                    List.of(column),
                    (a, b) -> java.util.stream.Stream.of(a, b).flatMap(List::stream).toList())));
    return meanings;
  }

  private static Map<String, List<String>> read(String file) {
    Map<String, List<String>> lines = new LinkedHashMap<>();
    try (InputStream in = Dictionary.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("data file missing: " + file);
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      reader.readLine();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        int comma = line.indexOf(',');
        if (comma > 0 && !line.startsWith("#")) {
          lines.put(line.substring(0, comma), List.of(line.substring(comma + 1).split(";", -1)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    lines.remove("column");
    lines.remove("word");
    return lines;
  }
}
