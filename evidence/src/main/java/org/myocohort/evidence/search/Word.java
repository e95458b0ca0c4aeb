package org.myocohort.evidence.search;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A word with its wildcards.
///
/// @param pieces in their order, at least one
public record Word(List<Piece> pieces) {
  public Word {
    pieces = List.copyOf(pieces);
    if (pieces.isEmpty()) {
      throw new IllegalArgumentException("a word has pieces");
    }
  }

  /// Letters, or what stands for some.
  public sealed interface Piece {}

  /// Characters as typed.
  public record Letters(String text) implements Piece {}

  /// Any characters, or none.
  ///
  /// @param atMost how many; null where there is no limit
  public record Any(@Nullable Integer atMost) implements Piece {}

  /// One character or none.
  public record OneOrNone() implements Piece {}

  /// Exactly one character.
  public record One() implements Piece {}

  /// A word without wildcards.
  public static Word of(String text) {
    return new Word(List.of(new Letters(text)));
  }

  public boolean hasWildcard() {
    return pieces.stream().anyMatch(piece -> !(piece instanceof Letters));
  }

  /// The letters before the first wildcard.
  String stem() {
    return pieces.getFirst() instanceof Letters(String text) ? text : "";
  }

  /// Collects pieces, letters that follow each other as one.
  static final class Builder {
    private final List<Piece> pieces = new ArrayList<>();
    private final StringBuilder letters = new StringBuilder();

    void letter(char letter) {
      letters.append(letter);
    }

    void wildcard(Piece piece) {
      flush();
      pieces.add(piece);
    }

    private void flush() {
      if (!letters.isEmpty()) {
        pieces.add(new Letters(letters.toString()));
        letters.setLength(0);
      }
    }

    Word build() {
      flush();
      return new Word(pieces);
    }
  }
}
