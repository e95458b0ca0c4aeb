package org.myocohort.evidence.search.index;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.myocohort.evidence.record.BibliographicRecord;
import org.myocohort.evidence.search.Dialect;
import org.myocohort.evidence.search.Expression;
import org.myocohort.evidence.search.Expression.And;
import org.myocohort.evidence.search.Strategy;
import org.myocohort.evidence.search.StrategyLine;
import org.myocohort.evidence.search.index.StrategyCounts.Known;
import org.myocohort.evidence.search.index.StrategyCounts.LineCount;
import org.myocohort.evidence.search.index.StrategyCounts.ReadingCount;
import org.myocohort.evidence.search.index.StrategyCounts.TermCount;

/// The records of an index as they were when it was opened; or works, each found by what any of its
/// records says.
public final class RecordSearch implements Closeable {
  private final IndexSearcher searcher;
  private final Numbering numbering;
  private final Closeable opened;

  /// @param opened what is closed with it
  RecordSearch(IndexReader reader, Numbering numbering, Closeable opened) {
    this.searcher = new IndexSearcher(reader);
    this.numbering = numbering;
    this.opened = opened;
    searcher.setQueryCache(null);
  }

  /// How many records or works there are.
  public int size() {
    return numbering.size();
  }

  /// Runs every line of a strategy, in each reading that a dialect would give it.
  ///
  /// @param benchmark records that are known to matter; may be none
  public StrategyCounts run(Strategy strategy, List<BibliographicRecord> benchmark)
      throws IOException {
    Evaluation own = new Evaluation(searcher, numbering, strategy.dialect());
    List<LineCount> lines = new ArrayList<>();
    for (StrategyLine line : strategy.lines()) {
      lines.add(count(line, strategy.dialect(), own));
    }
    BitSet answer = own.line(strategy.answer().number()).orElse(new BitSet());
    List<Known> known = new ArrayList<>();
    for (BibliographicRecord record : benchmark) {
      known.add(known(record, strategy, own, answer));
    }
    return new StrategyCounts(
        size(), lines, answer.cardinality(), numbering.names(answer), known, own.notes());
  }

  private static LineCount count(StrategyLine line, Dialect dialect, Evaluation own)
      throws IOException {
    Optional<Expression> read = line.in(dialect);
    if (read.isEmpty()) {
      return new LineCount(line.number(), null, List.of(), List.of(), null);
    }
    BitSet found = own.find(read.get());
    own.keep(line.number(), found);
    List<TermCount> terms = new ArrayList<>();
    if (!read.get().parts().isEmpty()) {
      for (Expression leaf : leaves(read.get(), new LinkedHashSet<>())) {
        terms.add(new TermCount(leaf, own.find(leaf).cardinality()));
      }
    }
    List<ReadingCount> readings = new ArrayList<>();
    if (line.differs()) {
      for (Map.Entry<Expression, List<Dialect>> reading : line.distinctReadings().entrySet()) {
        readings.add(
            new ReadingCount(
                reading.getValue(), reading.getKey(), own.find(reading.getKey()).cardinality()));
      }
    }
    Expression meant = line.meant();
    return new LineCount(
        line.number(),
        found.cardinality(),
        terms,
        readings,
        meant == null ? null : (Integer) own.find(meant).cardinality());
  }

  private static Set<Expression> leaves(Expression expression, Set<Expression> leaves) {
    boolean leaf = expression.parts().isEmpty() || expression instanceof Expression.Near;
    if (leaf) {
      leaves.add(expression);
    } else {
      expression.parts().forEach(part -> leaves(part, leaves));
    }
    return leaves;
  }

  private Known known(BibliographicRecord record, Strategy strategy, Evaluation own, BitSet answer)
      throws IOException {
    int number = number(record);
    if (number < 0) {
      return new Known(record, Known.State.NOT_AMONG_THE_RECORDS, null, List.of());
    }
    if (answer.get(number)) {
      return new Known(record, Known.State.FOUND, numbering.name(number), List.of());
    }
    List<Expression> without = new ArrayList<>();
    Optional<Expression> read = strategy.expression(strategy.answer());
    if (read.isPresent()) {
      missing(read.get(), number, own, strategy, without);
    }
    return new Known(record, Known.State.MISSED, numbering.name(number), without);
  }

  /// The parts that a record would have to match and does not, as deep as AND goes.
  private static void missing(
      Expression expression,
      int number,
      Evaluation own,
      Strategy strategy,
      List<Expression> without)
      throws IOException {
    Expression whole = expression;
    if (whole instanceof Expression.Reference(int line)) {
      Optional<Expression> referred =
          strategy.lines().stream()
              .filter(each -> each.number() == line)
              .findFirst()
              .flatMap(strategy::expression);
      whole = referred.filter(And.class::isInstance).orElse(expression);
    }
    if (whole instanceof And(List<Expression> parts)) {
      for (Expression part : parts) {
        if (!own.find(part).get(number)) {
          missing(part, number, own, strategy, without);
        }
      }
    } else if (!without.contains(expression)) {
      without.add(expression);
    }
  }

  /// The number of a record, by its identifiers, or by its title; -1 where it is not there.
  private int number(BibliographicRecord record) throws IOException {
    for (String key : KnownRecords.keys(record)) {
      int found = first(new Term(RecordIndex.IDENTIFIER, key));
      if (found >= 0) {
        return found;
      }
    }
    String title = record.title();
    return title == null ? -1 : first(new Term(RecordIndex.TITLE_KEY, RecordWords.titleKey(title)));
  }

  private int first(Term term) throws IOException {
    return Evaluation.collect(searcher, numbering, new TermQuery(term)).nextSetBit(0);
  }

  @Override
  public void close() throws IOException {
    opened.close();
  }
}
