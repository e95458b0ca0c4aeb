package org.myocohort.evidence.search.index;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.Operations;
import org.myocohort.evidence.search.Word;
import org.myocohort.evidence.search.Word.Any;
import org.myocohort.evidence.search.Word.Letters;
import org.myocohort.evidence.search.Word.One;
import org.myocohort.evidence.search.Word.OneOrNone;

/// A word as the index holds it: what is typed as one may be several.
///
/// @param pieces folded letters and wildcards
record Token(List<Word.Piece> pieces) {
  private static final int MOST_STATES = 100_000;

  static List<Token> of(List<Word> words) {
    List<Token> tokens = new ArrayList<>();
    for (Word word : words) {
      List<Word.Piece> pieces = new ArrayList<>();
      for (Word.Piece piece : word.pieces()) {
        if (piece instanceof Letters(String text)) {
          add(text, pieces, tokens);
        } else {
          pieces.add(piece);
        }
      }
      finish(pieces, tokens);
    }
    return tokens;
  }

  private static void add(String text, List<Word.Piece> pieces, List<Token> tokens) {
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || RecordWords.part(text.charAt(i)) == RecordWords.APART) {
        RecordWords.words(text.substring(from, i))
            .forEach(letters -> pieces.add(new Letters(letters)));
        if (i < text.length()) {
          finish(pieces, tokens);
        }
        from = i + 1;
      }
    }
  }

  /// A wildcard alone stands for nothing.
  private static void finish(List<Word.Piece> pieces, List<Token> tokens) {
    if (pieces.stream().anyMatch(Letters.class::isInstance)) {
      tokens.add(new Token(List.copyOf(pieces)));
    }
    pieces.clear();
  }

  boolean isPlain() {
    return pieces.stream().allMatch(Letters.class::isInstance);
  }

  /// The letters; a mark where a wildcard stands.
  String text() {
    StringBuilder text = new StringBuilder();
    for (Word.Piece piece : pieces) {
      text.append(piece instanceof Letters(String letters) ? letters : "*");
    }
    return text.toString();
  }

  Automaton automaton() {
    List<Automaton> parts = new ArrayList<>();
    for (Word.Piece piece : pieces) {
      parts.add(
          switch (piece) {
            case Letters(String text) -> Automata.makeString(text);
            case One _ -> Automata.makeAnyChar();
            case OneOrNone _ -> Operations.optional(Automata.makeAnyChar());
            case Any(Integer atMost) ->
                atMost == null
                    ? Automata.makeAnyString()
                    : Operations.repeat(Automata.makeAnyChar(), 0, atMost);
          });
    }
    return Operations.determinize(Operations.concatenate(parts), MOST_STATES);
  }
}
