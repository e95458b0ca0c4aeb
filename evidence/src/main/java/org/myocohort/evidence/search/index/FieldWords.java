package org.myocohort.evidence.search.index;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.util.BitUtil;
import org.apache.lucene.util.BytesRef;

/// The words of a field, of one record after another: each once, as a stream for the index; and all
/// in their order, as numbers, by which phrases are found.
///
/// To write the places of words as the library does would be a quarter of its work on an import.
/// Numbers in a row cost a tenth of that, and who looks for a phrase reads them of the records that
/// hold all its words. Two words have one number once in four thousand million.
final class FieldWords extends TokenStream {
  /// Longer runs of letters are no words; the library takes no longer ones either.
  private static final int LONGEST = 255;

  /// The number that stands between two values, such as two keywords: no word has it.
  static final int BETWEEN_VALUES = 0;

  private static final int SEED = 0x9E3779B9;

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final char[] word = new char[LONGEST + 4];
  private final char[] letter = new char[1];

  /// The letters of the words that differ, one after another; where each ends; its number.
  private char[] letters = new char[1 << 11];

  private int[] ends = new int[1 << 8];
  private int[] numbers = new int[1 << 8];
  private int count;

  /// The place of a word among those that differ, plus one, by its number; 0 where there is none.
  private int[] table = new int[1 << 9];

  private byte[] order = new byte[1 << 10];
  private int length;
  private int next;

  /// Forgets what was added, for the next record.
  void clear() {
    if (!isEmpty()) {
      Arrays.fill(table, 0);
    }
    count = 0;
    length = 0;
  }

  boolean isEmpty() {
    return count == 0;
  }

  /// Adds the words of a value in one pass: as many as 100,000 abstracts hold are worth it.
  void add(String value) {
    if (length > 0) {
      append(BETWEEN_VALUES);
    }
    int letters = 0;
    for (int i = 0; i < value.length(); i++) {
      char part = RecordWords.part(value.charAt(i));
      if (part == RecordWords.APART) {
        add(letters);
        letters = 0;
      } else if (part != RecordWords.NOTHING && letters < LONGEST) {
        if (part < 128) {
          word[letters++] = part;
        } else {
          letter[0] = part;
          letters += RecordWords.folded(letter, word, letters);
        }
      }
    }
    add(letters);
  }

  private void add(int letterCount) {
    if (letterCount == 0) {
      return;
    }
    int used = Math.min(letterCount, LONGEST);
    int number = number(word, used);
    append(number);
    int at = number & (table.length - 1);
    while (table[at] != 0) {
      if (numbers[table[at] - 1] == number && same(table[at] - 1, used)) {
        return;
      }
      at = (at + 1) & (table.length - 1);
    }
    keep(used, number);
    table[at] = count;
    if (2 * count > table.length) {
      widen();
    }
  }

  private void append(int number) {
    if (length + Integer.BYTES > order.length) {
      order = Arrays.copyOf(order, 2 * length);
    }
    BitUtil.VH_LE_INT.set(order, length, number);
    length += Integer.BYTES;
  }

  private boolean same(int place, int letterCount) {
    return Arrays.equals(letters, start(place), ends[place], word, 0, letterCount);
  }

  private int start(int place) {
    return place == 0 ? 0 : ends[place - 1];
  }

  private void keep(int letterCount, int number) {
    int start = start(count);
    if (start + letterCount > letters.length) {
      letters = Arrays.copyOf(letters, 2 * (start + letterCount));
    }
    System.arraycopy(word, 0, letters, start, letterCount);
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, 2 * count);
      numbers = Arrays.copyOf(numbers, 2 * count);
    }
    ends[count] = start + letterCount;
    numbers[count] = number;
    count++;
  }

  private void widen() {
    table = new int[2 * table.length];
    for (int place = 0; place < count; place++) {
      int at = numbers[place] & (table.length - 1);
      while (table[at] != 0) {
        at = (at + 1) & (table.length - 1);
      }
      table[at] = place + 1;
    }
  }

  /// The numbers of all words in their order, four bytes each, the low one first; good until
  /// something is added.
  BytesRef order() {
    return new BytesRef(order, 0, length);
  }

  /// How many numbers there are.
  static int count(BytesRef order) {
    return order.length / Integer.BYTES;
  }

  /// One of the numbers.
  static int number(BytesRef order, int place) {
    return (int) BitUtil.VH_LE_INT.get(order.bytes, order.offset + place * Integer.BYTES);
  }

  /// The number of a word as the index holds it.
  static int number(String word) {
    return number(word.toCharArray(), word.length());
  }

  private static int number(char[] word, int letterCount) {
    int hash = SEED;
    for (int i = 0; i < letterCount; i++) {
      hash = (hash ^ word[i]) * 0x01000193;
    }
    // Spreads it over all bits: the last letters would change only the lower ones.
    hash ^= hash >>> 16;
    hash *= 0x85EBCA6B;
    hash ^= hash >>> 13;
    hash *= 0xC2B2AE35;
    hash ^= hash >>> 16;
    return hash == BETWEEN_VALUES ? SEED : hash;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    next = 0;
  }

  @Override
  public boolean incrementToken() {
    if (next == count) {
      return false;
    }
    clearAttributes();
    term.copyBuffer(letters, start(next), ends[next] - start(next));
    next++;
    return true;
  }
}
