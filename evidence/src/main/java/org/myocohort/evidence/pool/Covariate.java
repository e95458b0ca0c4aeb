package org.myocohort.evidence.pool;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// A column of patients as numbers of a model.
///
/// A column of numbers is one covariate. A column of words is one for each word but the most
/// frequent, which is the reference; where a cell may hold several words, separated by semicolons,
/// one for each word. `antibody=anti-Jo1` asks for one word only. What every patient has, or none,
/// is left out.
///
/// @param column of the patients
/// @param terms the covariates that it becomes
record Covariate(String column, List<Term> terms) {
  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+([.,][0-9]+)?");

  Covariate {
    terms = List.copyOf(terms);
  }

  /// One covariate.
  ///
  /// @param name of it
  /// @param word that makes it 1, else 0; empty for the number itself
  record Term(String name, Optional<String> word) {
    double value(String cell) {
      return word.map(each -> words(cell).contains(each) ? 1.0 : 0.0)
          .orElseGet(() -> Double.parseDouble(cell.strip().replace(',', '.')));
    }
  }

  /// The column that a covariate as asked for reads.
  static String columnOf(String asked) {
    int equals = asked.indexOf('=');
    return (equals < 0 ? asked : asked.substring(0, equals)).strip();
  }

  /// @param cells of the patients that have the column
  static Covariate of(String asked, List<String> cells) {
    String column = columnOf(asked);
    int equals = asked.indexOf('=');
    if (equals >= 0) {
      String word = plain(asked.substring(equals + 1));
      return new Covariate(column, List.of(new Term(column + "=" + word, Optional.of(word))));
    }
    if (cells.stream().allMatch(cell -> NUMBER.matcher(cell.strip()).matches())) {
      return new Covariate(column, List.of(new Term(column, Optional.empty())));
    }
    Map<String, Integer> frequencies = new TreeMap<>();
    boolean lists = false;
    for (String cell : cells) {
      Set<String> words = words(cell);
      lists |= words.size() > 1;
      words.forEach(word -> frequencies.merge(word, 1, Integer::sum));
    }
    String reference = lists ? "" : mostFrequent(frequencies);
    List<Term> terms = new ArrayList<>();
    frequencies.forEach((word, times) -> {
      if (times < cells.size() && !word.equals(reference)) {
        terms.add(new Term(column + "=" + word, Optional.of(word)));
      }
    });
    return new Covariate(column, terms);
  }

  private static String mostFrequent(Map<String, Integer> frequencies) {
    String most = "";
    int times = 0;
    for (Map.Entry<String, Integer> each : frequencies.entrySet()) {
      if (each.getValue() > times) {
        most = each.getKey();
        times = each.getValue();
      }
    }
    return most;
  }

  private static Set<String> words(String cell) {
    Set<String> words = new TreeSet<>();
    for (String word : cell.split(";", -1)) {
      if (!word.isBlank()) {
        words.add(plain(word));
      }
    }
    return words;
  }

  private static String plain(String word) {
    return word.strip().toLowerCase(Locale.ROOT);
  }

  /// The values of all terms, by their names.
  static Map<String, Double> values(List<Covariate> covariates, Map<String, String> cells) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (Covariate covariate : covariates) {
      for (Term term : covariate.terms()) {
        values.put(term.name(), term.value(cells.getOrDefault(covariate.column(), "")));
      }
    }
    return values;
  }
}
