package org.myocohort.evidence.search.index;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.myocohort.evidence.search.Dialect;
import org.myocohort.evidence.search.Expression;
import org.myocohort.evidence.search.Expression.Join;
import org.myocohort.evidence.search.Expression.Near;
import org.myocohort.evidence.search.Expression.Or;
import org.myocohort.evidence.search.Field;
import org.myocohort.evidence.search.Scope;
import org.myocohort.evidence.search.Word;
import org.myocohort.evidence.search.index.StrategyCounts.Note;

/// Puts terms and proximities into queries of the search library, a field of the index each.
final class TermQueries {
  private static final List<String> EVERYWHERE =
      List.of(
          RecordIndex.TITLE,
          RecordIndex.ORIGINAL_TITLE,
          RecordIndex.ABSTRACT,
          RecordIndex.KEYWORD,
          RecordIndex.AUTHOR,
          RecordIndex.JOURNAL);

  private final Dialect dialect;
  private final BiConsumer<Note.Code, Expression> notes;

  TermQueries(Dialect dialect, BiConsumer<Note.Code, Expression> notes) {
    this.dialect = dialect;
    this.notes = notes;
  }

  Query term(Expression.Term term) {
    Set<String> fields = fields(term.scope(), term);
    if (term.join() == Join.MAPPED && dialect == Dialect.PUBMED && term.scope().code().isEmpty()) {
      notes.accept(Note.Code.NOT_MAPPED, term);
    }
    // PubMed looks for a phrase where a field is named, else for every word.
    boolean each =
        term.join() == Join.EVERY_WORD
            || (term.join() == Join.MAPPED && term.scope().code().isEmpty());
    if (each && term.words().size() > 1) {
      BooleanQuery.Builder all = new BooleanQuery.Builder();
      term.words().forEach(word -> all.add(in(fields, List.of(word)), Occur.FILTER));
      return all.build();
    }
    return in(fields, term.words());
  }

  private static Query in(Set<String> fields, List<Word> words) {
    List<Token> tokens = Token.of(words);
    if (tokens.isEmpty()) {
      return new MatchNoDocsQuery();
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (String field : fields) {
      any.add(
          tokens.size() == 1
              ? single(field, tokens.getFirst())
              : new IntervalQuery(field, phrase(tokens)),
          Occur.SHOULD);
    }
    return new ConstantScoreQuery(any.build());
  }

  private static Query single(String field, Token token) {
    return token.isPlain()
        ? new TermQuery(new Term(field, token.text()))
        : new AutomatonQuery(new Term(field, token.text()), token.automaton());
  }

  private static IntervalsSource phrase(List<Token> tokens) {
    IntervalsSource[] sources =
        tokens.stream().map(WordSource::new).toArray(IntervalsSource[]::new);
    return sources.length == 1 ? sources[0] : Intervals.phrase(sources);
  }

  /// Empty where a part is neither words nor a choice of words.
  Optional<Query> near(Near near) {
    Set<Scope> scopes = new LinkedHashSet<>();
    Optional<IntervalsSource> source = source(near, scopes);
    if (source.isEmpty()) {
      return Optional.empty();
    }
    Set<String> fields = null;
    for (Scope scope : scopes) {
      Set<String> here = fields(scope, near);
      if (fields == null) {
        fields = here;
      } else {
        fields.retainAll(here);
      }
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    if (fields != null) {
      for (String field : fields) {
        any.add(new IntervalQuery(field, source.get()), Occur.SHOULD);
      }
    }
    return Optional.of(new ConstantScoreQuery(any.build()));
  }

  private static Optional<IntervalsSource> source(Expression part, Set<Scope> scopes) {
    return switch (part) {
      case Expression.Term(List<Word> words, Join _, Scope scope) -> {
        scopes.add(scope);
        List<Token> tokens = Token.of(words);
        yield tokens.isEmpty() ? Optional.empty() : Optional.of(phrase(tokens));
      }
      case Or(List<Expression> parts) -> all(parts, scopes).map(sources -> Intervals.or(sources));
      case Near(List<Expression> parts, int between, boolean ordered) ->
          all(parts, scopes).map(sources -> near(sources, between, ordered));
      default -> Optional.empty();
    };
  }

  private static IntervalsSource near(IntervalsSource[] sources, int between, boolean ordered) {
    IntervalsSource together;
    if (ordered) {
      together = Intervals.ordered(sources);
    } else if (sources.length == 2) {
      // One word is not near itself.
      together = Intervals.unorderedNoOverlaps(sources[0], sources[1]);
    } else {
      together = Intervals.unordered(sources);
    }
    return Intervals.maxgaps(between, together);
  }

  private static Optional<IntervalsSource[]> all(List<Expression> parts, Set<Scope> scopes) {
    List<IntervalsSource> sources = new ArrayList<>();
    for (Expression part : parts) {
      Optional<IntervalsSource> source = source(part, scopes);
      if (source.isEmpty()) {
        return Optional.empty();
      }
      sources.add(source.get());
    }
    return Optional.of(sources.toArray(IntervalsSource[]::new));
  }

  private Set<String> fields(Scope scope, Expression part) {
    Set<String> fields = new LinkedHashSet<>();
    for (Field field : scope.fields()) {
      switch (field) {
        case TITLE -> fields.add(RecordIndex.TITLE);
        case ORIGINAL_TITLE -> fields.add(RecordIndex.ORIGINAL_TITLE);
        case ABSTRACT -> fields.add(RecordIndex.ABSTRACT);
        case AUTHOR_KEYWORD, HEADING_WORD, SUBSTANCE -> fields.add(RecordIndex.KEYWORD);
        case AUTHOR -> fields.add(RecordIndex.AUTHOR);
        case JOURNAL -> fields.add(RecordIndex.JOURNAL);
        case PUBLICATION_TYPE -> fields.add(RecordIndex.TYPE);
        case IDENTIFIER -> fields.add(RecordIndex.NUMBER);
        case ANY -> fields.addAll(EVERYWHERE);
        case AFFILIATION, SUBHEADING, LANGUAGE, YEAR -> {}
      }
    }
    if (fields.isEmpty()) {
      notes.accept(Note.Code.FIELD_NOT_HELD, part);
    }
    return fields;
  }
}
