package org.myocohort.evidence.duplicate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Pairs worth comparing: records that share a key, and of which a first look does not say already
/// that they are two works. Near-linear in the number of records.
///
/// A block of records with the same key is compared pair by pair as long as it is small. A large
/// one (all of Wang 2019) is sorted by title and each record compared with the next few only.
final class Candidates {
  private static final int SMALL_BLOCK = 24;
  private static final int NEIGHBOURS = 6;
  private static final int TITLE_END = 18;
  private static final int LONGEST_WORDS = 3;
  private static final int INDEX_BITS = 24;
  private static final long INDEX = (1L << INDEX_BITS) - 1;

  private final List<Fingerprint> records;
  private final Vocabulary vocabulary;
  private final FirstLook look;
  private long[] keys = new long[1024];
  private int keyCount;
  private long[] pairs = new long[1024];
  private int pairCount;

  /// Made once a large block needs it, for all of them.
  private @Nullable TitleOrder titleOrder;

  /// The records sorted by title, and the place of each.
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record TitleOrder(int[] records, int[] places) {}

  private Candidates(List<Fingerprint> records, Vocabulary vocabulary) {
    if (records.size() > INDEX) {
      throw new IllegalArgumentException(
          "at most %d records are compared at once, but there are %d"
              .formatted(INDEX, records.size()));
    }
    this.records = records;
    this.vocabulary = vocabulary;
    this.look = new FirstLook(records, vocabulary);
  }

  /// Each pair once, as the number of the first record in the upper half and of the second, which
  /// is larger, in the lower.
  static long[] of(List<Fingerprint> records, Vocabulary vocabulary) {
    Candidates candidates = new Candidates(records, vocabulary);
    for (int index = 0; index < records.size(); index++) {
      candidates.addKeys(index, records.get(index));
    }
    candidates.pairBlocks();
    return candidates.distinct();
  }

  /// A pair as [#of] gives it.
  static long pair(int one, int other) {
    return ((long) Math.min(one, other) << 32) | Math.max(one, other);
  }

  static int first(long pair) {
    return (int) (pair >>> 32);
  }

  static int second(long pair) {
    return (int) pair;
  }

  private void addKeys(int index, Fingerprint record) {
    addKey(index, "doi", record.doi());
    addKey(index, "pubmed", record.pubMed());
    addKey(index, "cochrane", record.cochrane());
    for (TitleForm title : record.titles()) {
      String compact = title.compact;
      int length = compact.length();
      addKey(index, "start", compact.substring(0, Math.min(TITLE_END, length)));
      addKey(index, "end", compact.substring(Math.max(0, length - TITLE_END)));
      addKey(index, "words", longestWords(title));
    }
    PageSpan pages = record.pages();
    Integer year = record.year();
    if (pages != null) {
      if (!record.volume().isEmpty()) {
        addKey(index, "place", record.volume() + ":" + pages.first());
        addKey(index, "last", record.volume() + ":" + pages.last());
      }
      if (pages.several()) {
        addKey(index, "pages", pages.first() + "-" + pages.last());
      }
    }
    for (String name : record.authors().firstNames(vocabulary)) {
      if (year == null) {
        addKey(index, "author", name);
      } else {
        addKey(index, "author", name + year);
        addKey(index, "author", name + (year + 1));
      }
    }
  }

  private String longestWords(TitleForm title) {
    List<String> longest = new ArrayList<>(LONGEST_WORDS + 1);
    int last = -1;
    for (int word : title.sorted) {
      if (word != last) {
        String text = vocabulary.word(word);
        int at = longest.size();
        while (at > 0 && before(text, longest.get(at - 1))) {
          at--;
        }
        longest.add(at, text);
        if (longest.size() > LONGEST_WORDS) {
          longest.removeLast();
        }
      }
      last = word;
    }
    return String.join(" ", longest);
  }

  /// The longer of two words first; of one length as in a dictionary.
  private static boolean before(String word, String other) {
    return word.length() == other.length()
        ? word.compareTo(other) < 0
        : word.length() > other.length();
  }

  private void addKey(int index, String kind, String value) {
    if (value.isEmpty()) {
      return;
    }
    if (keyCount == keys.length) {
      keys = Arrays.copyOf(keys, keyCount * 2);
    }
    keys[keyCount++] = (hash(kind, value) & ~INDEX) | index;
  }

  /// Two keys with one hash cost a comparison more, nothing else.
  private static long hash(String kind, String value) {
    long hash = kind.hashCode();
    for (int at = 0; at < value.length(); at++) {
      hash = hash * 0x100000001B3L + value.charAt(at);
    }
    hash ^= hash >>> 32;
    return hash * 0x9E3779B97F4A7C15L;
  }

  private void pairBlocks() {
    Arrays.parallelSort(keys, 0, keyCount);
    int start = 0;
    while (start < keyCount) {
      int end = start + 1;
      while (end < keyCount && (keys[end] | INDEX) == (keys[start] | INDEX)) {
        end++;
      }
      if (end - start > 1) {
        pairBlock(start, end);
      }
      start = end;
    }
  }

  private void pairBlock(int start, int end) {
    int size = end - start;
    int[] block = new int[size];
    for (int at = 0; at < size; at++) {
      block[at] = (int) (keys[start + at] & INDEX);
    }
    int reach = size;
    if (size > SMALL_BLOCK) {
      sortByTitle(block);
      reach = NEIGHBOURS;
    }
    for (int at = 0; at < size; at++) {
      for (int next = at + 1; next < size && next - at <= reach; next++) {
        addPair(block[at], block[next]);
      }
    }
  }

  private void sortByTitle(int[] block) {
    TitleOrder known = titleOrder;
    if (known == null) {
      known = titleOrder();
      titleOrder = known;
    }
    for (int at = 0; at < block.length; at++) {
      block[at] = known.places()[block[at]];
    }
    Arrays.sort(block);
    for (int at = 0; at < block.length; at++) {
      block[at] = known.records()[block[at]];
    }
  }

  private TitleOrder titleOrder() {
    Integer[] sorted = new Integer[records.size()];
    Arrays.setAll(sorted, index -> index);
    Arrays.parallelSort(
        sorted,
        Comparator.<Integer, String>comparing(this::compactTitle).thenComparing(index -> index));
    int[] places = new int[sorted.length];
    int[] inOrder = new int[sorted.length];
    for (int place = 0; place < sorted.length; place++) {
      inOrder[place] = sorted[place];
      places[sorted[place]] = place;
    }
    return new TitleOrder(inOrder, places);
  }

  private String compactTitle(int index) {
    TitleForm title = records.get(index).title();
    return title == null ? "" : title.compact;
  }

  private void addPair(int one, int other) {
    if (one == other || !look.mayBeAlike(one, other)) {
      return;
    }
    if (pairCount == pairs.length) {
      pairs = Arrays.copyOf(distinct(), pairs.length * 2);
    }
    pairs[pairCount++] = pair(one, other);
  }

  private long[] distinct() {
    Arrays.sort(pairs, 0, pairCount);
    int kept = 0;
    for (int at = 0; at < pairCount; at++) {
      if (kept == 0 || pairs[at] != pairs[kept - 1]) {
        pairs[kept++] = pairs[at];
      }
    }
    pairCount = kept;
    return Arrays.copyOf(pairs, kept);
  }
}
