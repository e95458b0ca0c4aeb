package org.myocohort.evidence.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.myocohort.evidence.search.TranslationNote.Code;
import org.myocohort.evidence.search.Word.Any;
import org.myocohort.evidence.search.Word.Letters;
import org.myocohort.evidence.search.Word.One;
import org.myocohort.evidence.search.Word.OneOrNone;
import org.myocohort.evidence.search.Word.Piece;

/// Carries the wildcards of a word into another dialect.
final class WordCarrier {
  private static final int SHORTEST_ON_PUBMED = 4;

  /// What the star of ProQuest stands for at most.
  private static final int STAR_OF_PROQUEST = 5;

  /// Is told what changed.
  @FunctionalInterface
  interface Notes {
    void note(Code code, String was, String is);
  }

  private final Dialect from;
  private final Dialect to;
  private final Notes notes;

  WordCarrier(Dialect from, Dialect to, Notes notes) {
    this.from = from;
    this.to = to;
    this.notes = notes;
  }

  Word carry(Word word) {
    if (!word.hasWildcard()) {
      return word;
    }
    Word carried = to == Dialect.PUBMED ? truncated(word) : replaced(word);
    if (to == Dialect.PUBMED
        && carried.hasWildcard()
        && carried.stem().length() < SHORTEST_ON_PUBMED) {
      notes.note(Code.TRUNCATION_SHORT, shown(word, from), shown(carried, to));
    }
    return carried;
  }

  /// PubMed has one wildcard, at the end.
  private Word truncated(Word word) {
    List<Piece> pieces = word.pieces();
    if (pieces.size() == 2 && pieces.get(1) instanceof Any(Integer atMost)) {
      Word carried = new Word(List.of(pieces.getFirst(), new Any(null)));
      if (atMost != null) {
        notes.note(Code.TRUNCATION_CHANGED, shown(word, from), shown(carried, to));
      }
      return carried;
    }
    if (word.stem().length() >= SHORTEST_ON_PUBMED) {
      Word carried = new Word(List.of(new Letters(word.stem()), new Any(null)));
      notes.note(Code.WILDCARD_WIDER, shown(word, from), shown(carried, to));
      return carried;
    }
    String letters =
        pieces.stream()
            .map(piece -> piece instanceof Letters(String text) ? text : "")
            .collect(Collectors.joining());
    boolean open = pieces.getLast() instanceof Any;
    List<Piece> left = new ArrayList<>(List.of(new Letters(letters)));
    if (open) {
      left.add(new Any(null));
    }
    Word carried = new Word(left);
    notes.note(Code.WILDCARD_LOST, shown(word, from), shown(carried, to));
    return carried;
  }

  private Word replaced(Word word) {
    List<Piece> pieces = new ArrayList<>();
    Code changed = null;
    for (Piece piece : word.pieces()) {
      Piece carried = piece(piece);
      if (!carried.equals(piece)) {
        changed = piece instanceof Any ? Code.TRUNCATION_CHANGED : Code.WILDCARD_WIDER;
      }
      pieces.add(carried);
    }
    Word carried = new Word(pieces);
    if (changed != null) {
      notes.note(changed, shown(word, from), shown(carried, to));
    }
    return carried;
  }

  private Piece piece(Piece piece) {
    return switch (piece) {
      case Letters letters -> letters;
      case One one -> one;
      case OneOrNone some ->
          switch (to) {
            case COCHRANE -> new Any(null);
            case PROQUEST -> new Any(1);
            case EMBASE, OVID, PUBMED -> some;
          };
      case Any(Integer atMost) -> new Any(limit(atMost));
    };
  }

  private @Nullable Integer limit(@Nullable Integer atMost) {
    return switch (to) {
      case OVID -> atMost != null && atMost > 9 ? null : atMost;
      case PROQUEST -> atMost == null ? (Integer) STAR_OF_PROQUEST : atMost;
      case EMBASE, COCHRANE, PUBMED -> null;
    };
  }

  private static String shown(Word word, Dialect dialect) {
    return Notation.of(dialect).written(word);
  }
}
