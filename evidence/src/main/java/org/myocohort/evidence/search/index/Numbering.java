package org.myocohort.evidence.search.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/// What each document of an index is counted as: the answers of a search are the same whatever the
/// order in which the index holds its documents. Documents with one number are found together.
final class Numbering {
  private static final int NONE = -1;

  private final int[] numbers;
  private final List<String> names;
  private final int size;

  private Numbering(int[] numbers, List<String> names, int size) {
    this.numbers = numbers;
    this.names = names;
    this.size = size;
  }

  /// Each document by itself, in the order in which they were added.
  static Numbering ofEach(IndexReader reader) throws IOException {
    int[] numbers = new int[reader.maxDoc()];
    List<String> names = new ArrayList<>();
    int size = 0;
    for (LeafReaderContext context : reader.leaves()) {
      LeafReader leaf = context.reader();
      NumericDocValues order = leaf.getNumericDocValues(RecordIndex.ORDER);
      BinaryDocValues ids = leaf.getBinaryDocValues(RecordIndex.ID);
      Bits live = leaf.getLiveDocs();
      for (int i = 0; i < leaf.maxDoc(); i++) {
        numbers[context.docBase + i] = NONE;
        if ((live == null || live.get(i)) && order.advanceExact(i) && ids.advanceExact(i)) {
          int number = Math.toIntExact(order.longValue());
          while (names.size() <= number) {
            // A number without document: the record was replaced.
            names.add("");
          }
          names.set(number, ids.binaryValue().utf8ToString());
          numbers[context.docBase + i] = number;
          size++;
        }
      }
    }
    return new Numbering(numbers, names, size);
  }

  /// By what the documents' ids belong to.
  ///
  /// @param names in their order
  /// @param numberOf an id, the place of its name; null for a document that is not counted
  static Numbering of(
      IndexReader reader, List<String> names, Function<String, @Nullable Integer> numberOf)
      throws IOException {
    int[] numbers = new int[reader.maxDoc()];
    BitSet present = new BitSet(names.size());
    for (LeafReaderContext context : reader.leaves()) {
      LeafReader leaf = context.reader();
      BinaryDocValues ids = leaf.getBinaryDocValues(RecordIndex.ID);
      Bits live = leaf.getLiveDocs();
      for (int i = 0; i < leaf.maxDoc(); i++) {
        Integer number =
            (live == null || live.get(i)) && ids.advanceExact(i)
                ? numberOf.apply(ids.binaryValue().utf8ToString())
                : null;
        numbers[context.docBase + i] = number == null ? NONE : number;
        if (number != null) {
          present.set(number);
        }
      }
    }
    return new Numbering(numbers, List.copyOf(names), present.cardinality());
  }

  /// Marks the number of a document, where it is counted.
  void mark(int document, BitSet found) {
    int number = numbers[document];
    if (number != NONE) {
      found.set(number);
    }
  }

  /// How many numbers there are that a document has.
  int size() {
    return size;
  }

  String name(int number) {
    return names.get(number);
  }

  /// The names of numbers, in their order.
  List<String> names(BitSet found) {
    return found.stream().mapToObj(names::get).toList();
  }
}
