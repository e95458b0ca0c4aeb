package org.myocohort.evidence.search.index;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.myocohort.evidence.record.BibliographicRecord;
import org.myocohort.evidence.search.Dialect;
import org.myocohort.evidence.search.Expression;

/// What a strategy finds among the records of a review.
///
/// @param records how many there are
/// @param count how many the whole finds
/// @param found their ids, in the order in which they were added
/// @param known the records known to matter, found or not
/// @param notes what could not be searched as the database would
public record StrategyCounts(
    int records,
    List<LineCount> lines,
    int count,
    List<String> found,
    List<Known> known,
    List<Note> notes) {

  public StrategyCounts {
    lines = List.copyOf(lines);
    found = List.copyOf(found);
    known = List.copyOf(known);
    notes = List.copyOf(notes);
  }

  /// What a line finds.
  ///
  /// @param count null where the line could not be read
  /// @param terms each of its terms alone; none where it has only one
  /// @param readings the readings that dialects would give it; none where all agree
  /// @param meant what the probable meaning would find; null where there is no doubt
  public record LineCount(
      int line,
      @Nullable Integer count,
      List<TermCount> terms,
      List<ReadingCount> readings,
      @Nullable Integer meant) {
    public LineCount {
      terms = List.copyOf(terms);
      readings = List.copyOf(readings);
    }
  }

  /// What a term finds alone.
  public record TermCount(Expression term, int count) {}

  /// What a reading finds.
  public record ReadingCount(List<Dialect> dialects, Expression reading, int count) {
    public ReadingCount {
      dialects = List.copyOf(dialects);
    }
  }

  /// A record known to matter.
  ///
  /// @param id under which it is in the index; null where it is not
  /// @param without parts that it would have to match and does not
  public record Known(
      BibliographicRecord record, State state, @Nullable String id, List<Expression> without) {
    public Known {
      without = List.copyOf(without);
    }

    /// Whether a search finds it.
    public enum State {
      FOUND,
      MISSED,
      /// No search could find it here.
      NOT_AMONG_THE_RECORDS
    }
  }

  /// A part that is searched otherwise than by the database, or not at all.
  public record Note(Code code, Expression part) {
    /// In what way.
    public enum Code {
      /// Only the heading itself is found, none of the narrower ones.
      NOT_EXPLODED,
      QUALIFIER_NOT_SEARCHED,
      /// Words that PubMed would map are searched as a phrase with a field, else as every word.
      NOT_MAPPED,
      /// Records hold no such field: finds nothing.
      FIELD_NOT_HELD,
      /// A limit that records cannot answer: it was left out.
      LIMIT_NOT_APPLIED,
      /// Near each other could not be asked for: every part anywhere.
      PROXIMITY_NOT_SEARCHED,
      /// Records that do not say it are left out.
      ONLY_WHERE_GIVEN
    }
  }
}
