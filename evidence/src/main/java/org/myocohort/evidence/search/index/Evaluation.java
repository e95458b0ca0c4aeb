package org.myocohort.evidence.search.index;

import java.io.IOException;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.myocohort.evidence.search.Dialect;
import org.myocohort.evidence.search.Expression;
import org.myocohort.evidence.search.Expression.And;
import org.myocohort.evidence.search.Expression.Heading;
import org.myocohort.evidence.search.Expression.Humans;
import org.myocohort.evidence.search.Expression.Language;
import org.myocohort.evidence.search.Expression.Limited;
import org.myocohort.evidence.search.Expression.Near;
import org.myocohort.evidence.search.Expression.Not;
import org.myocohort.evidence.search.Expression.Or;
import org.myocohort.evidence.search.Expression.OtherLimit;
import org.myocohort.evidence.search.Expression.Reference;
import org.myocohort.evidence.search.Expression.Restriction;
import org.myocohort.evidence.search.Expression.Years;
import org.myocohort.evidence.search.index.StrategyCounts.Note;

/// Finds the records of each part of a search; each part is looked up once.
final class Evaluation {
  private final IndexSearcher searcher;
  private final Numbering numbering;
  private final TermQueries terms;
  private final Map<Expression, BitSet> found = new HashMap<>();
  private final Map<Integer, BitSet> lines = new HashMap<>();
  private final Set<Note> notes = new LinkedHashSet<>();

  Evaluation(IndexSearcher searcher, Numbering numbering, Dialect dialect) {
    this.searcher = searcher;
    this.numbering = numbering;
    this.terms = new TermQueries(dialect, this::note);
  }

  private void note(Note.Code code, Expression part) {
    notes.add(new Note(code, part));
  }

  List<Note> notes() {
    return List.copyOf(notes);
  }

  void keep(int line, BitSet found) {
    lines.put(line, found);
  }

  Optional<BitSet> line(int number) {
    return Optional.ofNullable(lines.get(number));
  }

  /// The numbers that match; not to be changed.
  BitSet find(Expression expression) throws IOException {
    BitSet known = found.get(expression);
    if (known == null) {
      known = evaluate(expression);
      if (!(expression instanceof Reference)) {
        found.put(expression, known);
      }
    }
    return known;
  }

  private BitSet evaluate(Expression expression) throws IOException {
    return switch (expression) {
      case And(List<Expression> parts) -> {
        BitSet all = copy(parts.getFirst());
        for (Expression part : parts.subList(1, parts.size())) {
          all.and(find(part));
        }
        yield all;
      }
      case Or(List<Expression> parts) -> {
        BitSet any = new BitSet();
        for (Expression part : parts) {
          any.or(find(part));
        }
        yield any;
      }
      case Not(Expression from, Expression without) -> {
        BitSet left = copy(from);
        left.andNot(find(without));
        yield left;
      }
      case Limited(Expression of, List<Restriction> to) -> {
        BitSet left = copy(of);
        for (Restriction limit : to) {
          left.and(find(limit));
        }
        yield left;
      }
      case Reference(int line) -> lines.getOrDefault(line, new BitSet());
      case Near near -> near(near);
      case Expression.Term term -> collect(searcher, numbering, terms.term(term));
      case Heading heading -> collect(searcher, numbering, heading(heading));
      case Restriction limit -> collect(searcher, numbering, limit(limit));
    };
  }

  private BitSet copy(Expression expression) throws IOException {
    return (BitSet) find(expression).clone();
  }

  private BitSet near(Near near) throws IOException {
    Optional<Query> query = terms.near(near);
    if (query.isPresent()) {
      return collect(searcher, numbering, query.get());
    }
    note(Note.Code.PROXIMITY_NOT_SEARCHED, near);
    return evaluate(new And(near.parts()));
  }

  private Query heading(Heading heading) {
    if (heading.exploded()) {
      note(Note.Code.NOT_EXPLODED, heading);
    }
    if (!heading.qualifiers().isEmpty()) {
      note(Note.Code.QUALIFIER_NOT_SEARCHED, heading);
    }
    return new TermQuery(
        new Term(
            heading.major() ? RecordIndex.MAJOR : RecordIndex.HEADING,
            RecordWords.heading(heading.name())));
  }

  private Query limit(Restriction limit) {
    return switch (limit) {
      case Years(Integer from, Integer to) -> {
        note(Note.Code.ONLY_WHERE_GIVEN, limit);
        yield IntPoint.newRangeQuery(
            RecordIndex.YEAR,
            from == null ? Integer.MIN_VALUE : from,
            to == null ? Integer.MAX_VALUE : to);
      }
      case Language(String name) -> {
        note(Note.Code.ONLY_WHERE_GIVEN, limit);
        yield new TermQuery(new Term(RecordIndex.LANGUAGE, Languages.code(name)));
      }
      case Humans _ -> {
        note(Note.Code.ONLY_WHERE_GIVEN, limit);
        yield new TermInSetQuery(
            RecordIndex.HEADING, List.of(new BytesRef("humans"), new BytesRef("human")));
      }
      case OtherLimit _ -> {
        note(Note.Code.LIMIT_NOT_APPLIED, limit);
        yield new MatchAllDocsQuery();
      }
    };
  }

  /// The numbers of all documents that a query matches.
  static BitSet collect(IndexSearcher searcher, Numbering numbering, Query query)
      throws IOException {
    BitSet found = new BitSet();
    if (query instanceof MatchNoDocsQuery) {
      return found;
    }
    return searcher.search(query, new Marks(numbering, found));
  }

  /// All at once: the parts of an index are searched one after another.
  private record Marks(Numbering numbering, BitSet found)
      implements CollectorManager<Collector, BitSet> {
    @Override
    public Collector newCollector() {
      return new Collector(numbering, found);
    }

    @Override
    public BitSet reduce(Collection<Collector> collectors) {
      return found;
    }
  }

  /// Marks the number of each document.
  private static final class Collector extends SimpleCollector {
    private final Numbering numbering;
    private final BitSet found;
    private int base;

    Collector(Numbering numbering, BitSet found) {
      this.numbering = numbering;
      this.found = found;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext context) {
      base = context.docBase;
    }

    @Override
    public void collect(int document) {
      numbering.mark(base + document, found);
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }
  }
}
