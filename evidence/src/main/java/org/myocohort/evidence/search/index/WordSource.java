package org.myocohort.evidence.search.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.queries.intervals.IntervalIterator;
import org.apache.lucene.queries.intervals.IntervalMatchesIterator;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.DocIdSetBuilder;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.jspecify.annotations.Nullable;

/// Where a word stands within phrases and proximities, by [FieldWords].
final class WordSource extends IntervalsSource {
  /// Numbers that are read for each record, about.
  private static final float COST = 200;

  /// No phrase goes from one keyword into the next.
  private static final int BETWEEN_VALUES = 1000;

  private final Token token;
  private final @Nullable CompiledAutomaton automaton;

  WordSource(Token token) {
    this.token = token;
    automaton = token.isPlain() ? null : new CompiledAutomaton(token.automaton());
  }

  @Override
  public @Nullable IntervalIterator intervals(String field, LeafReaderContext context)
      throws IOException {
    LeafReader reader = context.reader();
    Terms terms = reader.terms(field);
    BinaryDocValues order = reader.getBinaryDocValues(RecordDocuments.order(field));
    if (terms == null || order == null) {
      return null;
    }
    CompiledAutomaton several = automaton;
    if (several == null) {
      PostingsEnum records = reader.postings(new Term(field, token.text()), PostingsEnum.NONE);
      int[] one = {FieldWords.number(token.text())};
      return records == null ? null : new Places(records, order, one);
    }
    DocIdSetBuilder records = new DocIdSetBuilder(reader.maxDoc());
    IntStream.Builder numbers = IntStream.builder();
    TermsEnum each = several.getTermsEnum(terms);
    for (BytesRef word = each.next(); word != null; word = each.next()) {
      records.add(each.postings(null, PostingsEnum.NONE));
      numbers.add(FieldWords.number(word.utf8ToString()));
    }
    DocIdSetIterator found = records.build().iterator();
    return found == null ? null : new Places(found, order, numbers.build().sorted().toArray());
  }

  /// The places of words in the records that hold one of them.
  private static final class Places extends IntervalIterator {
    private final DocIdSetIterator records;
    private final BinaryDocValues order;
    private final int[] numbers;
    private @Nullable BytesRef words;

    /// The next number to look at, and the place in the field of the one before it.
    private int next;

    private int place = -1;
    private int found = -1;

    Places(DocIdSetIterator records, BinaryDocValues order, int[] numbers) {
      this.records = records;
      this.order = order;
      this.numbers = numbers;
    }

    @Override
    public int nextInterval() throws IOException {
      if (found == NO_MORE_INTERVALS) {
        return found;
      }
      BytesRef here = words;
      if (here == null) {
        here = order.advanceExact(records.docID()) ? order.binaryValue() : new BytesRef();
        words = here;
      }
      int count = FieldWords.count(here);
      while (next < count) {
        int number = FieldWords.number(here, next++);
        place += number == FieldWords.BETWEEN_VALUES ? BETWEEN_VALUES : 1;
        if (isOne(number)) {
          found = place;
          return found;
        }
      }
      found = NO_MORE_INTERVALS;
      return found;
    }

    private boolean isOne(int number) {
      return numbers.length == 1 ? numbers[0] == number : Arrays.binarySearch(numbers, number) >= 0;
    }

    @Override
    public int start() {
      return found;
    }

    @Override
    public int end() {
      return found;
    }

    @Override
    public int gaps() {
      return 0;
    }

    @Override
    public float matchCost() {
      return COST;
    }

    @Override
    public int docID() {
      return records.docID();
    }

    @Override
    public int nextDoc() throws IOException {
      return at(records.nextDoc());
    }

    @Override
    public int advance(int target) throws IOException {
      return at(records.advance(target));
    }

    private int at(int record) {
      words = null;
      next = 0;
      place = -1;
      found = record == NO_MORE_DOCS ? NO_MORE_INTERVALS : -1;
      return record;
    }

    @Override
    public long cost() {
      return records.cost();
    }
  }

  /// Nothing here shows where a record matches.
  @Override
  public @Nullable IntervalMatchesIterator matches(
      String field, LeafReaderContext context, int document) {
    return null;
  }

  @Override
  public void visit(String field, QueryVisitor visitor) {
    visitor.visitLeaf(new IntervalQuery(field, this));
  }

  @Override
  public int minExtent() {
    return 1;
  }

  @Override
  public Collection<IntervalsSource> pullUpDisjunctions() {
    return List.of(this);
  }

  @Override
  public int hashCode() {
    return token.hashCode();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WordSource source && token.equals(source.token);
  }

  @Override
  public String toString() {
    return token.text();
  }
}
