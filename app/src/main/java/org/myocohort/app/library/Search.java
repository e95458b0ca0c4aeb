package org.myocohort.app.library;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.myocohort.care.library.Library;
import org.myocohort.care.library.Page;
import org.myocohort.care.library.Statement;

/// Finds the pages that hold every word asked for, or words that begin with it; capitals and
/// accents make no difference.
public final class Search {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final List<String> words;

  /// A search for words as a reader types them.
  public Search(String typed) {
    this.words =
        Arrays.stream(BETWEEN.split(plain(typed), -1)).filter(word -> !word.isEmpty()).toList();
  }

  public boolean isEmpty() {
    return words.isEmpty();
  }

  /// The pages found, in the order of the library, each with the first sentence that holds most.
  public List<Article.Found> in(Library library) {
    return library.pages().stream()
        .filter(page -> count(page.title() + " " + text(page)) == words.size())
        .map(page -> new Article.Found(page, words.isEmpty() ? "" : passage(page)))
        .toList();
  }

  private static String text(Page page) {
    return String.join(" ", page.statements().stream().map(Statement::text).toList());
  }

  private String passage(Page page) {
    String best = "";
    int most = 0;
    for (Statement statement : page.statements()) {
      int found = count(statement.text());
      if (found > most) {
        most = found;
        best = statement.text();
      }
    }
    return best;
  }

  /// How many of the words a text holds.
  private int count(String text) {
    List<String> there = Arrays.asList(BETWEEN.split(plain(text), -1));
    return (int)
        words.stream()
            .filter(word -> there.stream().anyMatch(each -> each.startsWith(word)))
            .count();
  }

  private static String plain(String text) {
    return MARKS
        .matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
        .replaceAll("")
        .toLowerCase(Locale.ROOT);
  }
}
