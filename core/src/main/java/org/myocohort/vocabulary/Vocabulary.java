package org.myocohort.vocabulary;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// One list of words, read from its data file once.
///
/// The file is comma-separated without quotes; lists within a cell are separated by semicolons;
/// lines that begin with # are comments. Words are matched without regard to case, spaces, hyphens
/// and apostrophes.
public final class Vocabulary {

  /// One word of the list.
  ///
  /// @param code the word that records use
  /// @param cells every cell of its line, by column
  public record Term(String code, Map<String, String> cells) {
    /// The text of a column, empty where the cell is.
    public String cell(String column) {
      return cells.getOrDefault(column, "");
    }

    /// The entries of a list column.
    public List<String> list(String column) {
      String cell = cell(column);
      return cell.isEmpty() ? List.of() : List.of(cell.split(";"));
    }

    /// The word in a language, `en` or `it`.
    public String name(String language) {
      return cell(language);
    }
  }

  private static final int SUGGESTION_DISTANCE = 2;

  private final Map<String, Term> terms = new LinkedHashMap<>();
  private final Map<String, Term> byWord = new LinkedHashMap<>();

  private Vocabulary(String file) {
    List<String> columns = List.of();
    try (InputStream in = Vocabulary.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("vocabulary file missing: " + file);
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        List<String> cells = List.of(line.split(",", -1));
        if (columns.isEmpty()) {
          columns = cells;
        } else {
          add(columns, cells, file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(List<String> columns, List<String> cells, String file) {
    if (cells.size() != columns.size()) {
      throw new IllegalStateException(
          file + ": " + cells.size() + " cells, expected " + columns.size() + ": " + cells);
    }
    Map<String, String> byColumn = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      byColumn.put(columns.get(i), cells.get(i));
    }
    Term term = new Term(cells.getFirst(), Map.copyOf(byColumn));
    terms.put(term.code(), term);
    List<String> words = new ArrayList<>(term.list("synonyms"));
    words.add(term.code());
    words.add(term.cell("en"));
    words.add(term.cell("it"));
    words.add(term.cell("abbreviation"));
    for (String word : words) {
      String key = key(word);
      Term other = key.isEmpty() ? null : byWord.putIfAbsent(key, term);
      if (other != null && !other.code().equals(term.code())) {
        throw new IllegalStateException(
            file + ": \"" + word + "\" means both " + other.code() + " and " + term.code());
      }
    }
  }

  private static String key(String word) {
    StringBuilder key = new StringBuilder(word.length());
    word.toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(c -> Character.isLetterOrDigit(c) || c == '%')
        .forEach(key::appendCodePoint);
    return key.toString();
  }

  /// The term with this code.
  ///
  /// @throws IllegalArgumentException if there is none
  public Term term(String code) {
    Term term = terms.get(code);
    if (term == null) {
      throw new IllegalArgumentException("not in the vocabulary: " + code);
    }
    return term;
  }

  /// The term that a word or a synonym stands for.
  public Optional<Term> find(String word) {
    return Optional.ofNullable(byWord.get(key(word)));
  }

  public Collection<Term> terms() {
    return List.copyOf(terms.values());
  }

  /// The code whose word is nearest to one that was not found, for an error message.
  public Optional<String> suggestion(String word) {
    String key = key(word);
    // In a short word two letters of another word are nothing alike.
    int best = Math.min(SUGGESTION_DISTANCE, (key.length() - 1) / 3) + 1;
    Term nearest = null;
    for (Map.Entry<String, Term> entry : byWord.entrySet()) {
      int distance = distance(key, entry.getKey());
      if (distance < best) {
        best = distance;
        nearest = entry.getValue();
      }
    }
    return Optional.ofNullable(nearest).map(Term::code);
  }

  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }

  private static final class Holder {
    static final Vocabulary ANTIBODIES = new Vocabulary("antibodies.csv");
    static final Vocabulary FINDINGS = new Vocabulary("findings.csv");
    static final Vocabulary DRUGS = new Vocabulary("drugs.csv");
    static final Vocabulary MEASUREMENTS = new Vocabulary("measurements.csv");
  }

  public static Vocabulary antibodies() {
    return Holder.ANTIBODIES;
  }

  public static Vocabulary findings() {
    return Holder.FINDINGS;
  }

  public static Vocabulary drugs() {
    return Holder.DRUGS;
  }

  public static Vocabulary measurements() {
    return Holder.MEASUREMENTS;
  }
}
