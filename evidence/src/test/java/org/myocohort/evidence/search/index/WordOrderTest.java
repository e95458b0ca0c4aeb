package org.myocohort.evidence.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.myocohort.evidence.record.BibliographicRecord;
import org.myocohort.evidence.record.RecordDraft;
import org.myocohort.evidence.record.RecordOrigin;
import org.myocohort.evidence.search.Dialect;
import org.myocohort.evidence.search.SearchParser;

/// Phrases and proximities, found by the order of words that the index keeps, against a plain look
/// at the texts.
class WordOrderTest {
  private static final List<String> VOCABULARY =
      List.of(
          "lung", "lungs", "disease", "diseases", "of", "the", "muscle", "muscular", "antibody");
  private static final int RECORDS = 400;
  private static final int SEARCHES = 60;

  /// @param values words of an abstract, or of each keyword
  private record Text(List<List<String>> values) {
    boolean has(List<Predicate<String>> phrase) {
      return values.stream()
          .anyMatch(words ->
              IntStream.rangeClosed(0, words.size() - phrase.size())
                  .anyMatch(at ->
                      IntStream.range(0, phrase.size())
                          .allMatch(i -> phrase.get(i).test(words.get(at + i)))));
    }

    boolean near(Predicate<String> one, Predicate<String> other, int within) {
      return values.stream()
          .anyMatch(words -> {
            for (int i = 0; i < words.size(); i++) {
              for (int j = 0; j < words.size(); j++) {
                if (i != j
                    && Math.abs(i - j) <= within
                    && one.test(words.get(i))
                    && other.test(words.get(j))) {
                  return true;
                }
              }
            }
            return false;
          });
    }
  }

  private static List<String> words(SplittableRandom random, int most) {
    List<String> words = new ArrayList<>();
    int count = random.nextInt(1, most + 1);
    for (int i = 0; i < count; i++) {
      words.add(VOCABULARY.get(random.nextInt(VOCABULARY.size())));
    }
    return words;
  }

  private static List<String> found(RecordSearch search, String text) throws IOException {
    return search.run(SearchParser.parse(text, Dialect.OVID).strategy(), List.of()).found();
  }

  private static List<String> expected(Map<String, Text> texts, Predicate<Text> holds) {
    return texts.entrySet().stream()
        .filter(text -> holds.test(text.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /// A word of the search, cut or not, and what it finds.
  private record Asked(String text, Predicate<String> finds) {
    static Asked of(SplittableRandom random) {
      String word = VOCABULARY.get(random.nextInt(VOCABULARY.size()));
      if (random.nextInt(3) > 0) {
        return new Asked(word, word::equals);
      }
      String stem = word.substring(0, Math.min(3, word.length()));
      return new Asked(stem + "$", other -> other.startsWith(stem));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void isAsInTheTexts(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    SequencedMap<String, BibliographicRecord> records = new LinkedHashMap<>();
    Map<String, Text> abstracts = new LinkedHashMap<>();
    Map<String, Text> keywords = new LinkedHashMap<>();
    for (int i = 0; i < RECORDS; i++) {
      String id = "r" + i;
      List<String> words = words(random, 20);
      List<List<String>> values = new ArrayList<>();
      for (int k = random.nextInt(4); k > 0; k--) {
        values.add(words(random, 4));
      }
      abstracts.put(id, new Text(List.of(words)));
      keywords.put(id, new Text(values));
      RecordDraft draft = new RecordDraft().title("One").abstractText(String.join(", ", words));
      values.forEach(value -> draft.keyword(String.join(" ", value)));
      records.put(id, draft.at(new RecordOrigin("file", i + 1, i + 1)));
    }
    try (RecordIndex index = RecordIndex.inMemory()) {
      index.add(records);
      try (RecordSearch search = index.search()) {
        for (int i = 0; i < SEARCHES; i++) {
          Asked one = Asked.of(random);
          Asked two = Asked.of(random);
          Asked three = Asked.of(random);
          String phrase = one.text() + " " + two.text() + " " + three.text();
          List<Predicate<String>> finds = List.of(one.finds(), two.finds(), three.finds());
          assertThat(found(search, phrase + ".ab."))
              .as(phrase)
              .isEqualTo(expected(abstracts, text -> text.has(finds)));
          assertThat(found(search, phrase + ".kw."))
              .as(phrase)
              .isEqualTo(expected(keywords, text -> text.has(finds)));
          int within = random.nextInt(1, 5);
          String near = "(%s adj%d %s)".formatted(one.text(), within, two.text());
          assertThat(found(search, near + ".ab."))
              .as(near)
              .isEqualTo(expected(abstracts, text -> text.near(one.finds(), two.finds(), within)));
          assertThat(found(search, near + ".kw."))
              .as(near)
              .isEqualTo(expected(keywords, text -> text.near(one.finds(), two.finds(), within)));
        }
      }
    }
  }

  @Test
  void anAbstractMayBeLongAndAWordTooLong() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      text.append("word").append(i).append(' ');
    }
    text.append("a".repeat(300)).append(" end");
    RecordDraft draft = new RecordDraft().title("One").abstractText(text.toString());
    SequencedMap<String, BibliographicRecord> records = new LinkedHashMap<>();
    records.put("r", draft.at(new RecordOrigin("file", 1, 1)));
    try (RecordIndex index = RecordIndex.inMemory()) {
      index.add(records);
      try (RecordSearch search = index.search()) {
        assertThat(found(search, "word19998 word19999.ab.")).containsExactly("r");
        assertThat(found(search, "word19999 word19998.ab.")).isEmpty();
        assertThat(found(search, "word19999 aaaa$ end.ab.")).containsExactly("r");
      }
    }
  }
}
