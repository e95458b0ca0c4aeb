package org.myocohort.evidence.search.index;

import java.io.IOException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// Cuts text into the words of [RecordWords] in one pass: as many words as 100,000 abstracts hold
/// are worth it.
final class WordTokenizer extends Tokenizer {
  /// Longer runs of letters are no words; the library takes no longer ones either.
  private static final int LONGEST = 255;

  /// No phrase goes from one keyword into the next.
  private static final int BETWEEN_VALUES = 1000;

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final char[] buffer = new char[8192];
  private final char[] letter = new char[1];
  private int at;
  private int end;

  static Analyzer analyzer() {
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String field) {
        return new TokenStreamComponents(new WordTokenizer());
      }

      @Override
      public int getPositionIncrementGap(String field) {
        return BETWEEN_VALUES;
      }
    };
  }

  @Override
  public boolean incrementToken() throws IOException {
    clearAttributes();
    char[] out = term.resizeBuffer(LONGEST + 4);
    int length = 0;
    while (true) {
      if (at == end) {
        end = Math.max(0, input.read(buffer, 0, buffer.length));
        at = 0;
        if (end == 0) {
          break;
        }
      }
      char part = RecordWords.part(buffer[at++]);
      if (part == RecordWords.APART) {
        if (length > 0) {
          break;
        }
      } else if (part != RecordWords.NOTHING && length < LONGEST) {
        if (part < 128) {
          out[length++] = part;
        } else {
          letter[0] = part;
          length += RecordWords.folded(letter, out, length);
        }
      }
    }
    term.setLength(Math.min(length, LONGEST));
    return length > 0;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    at = 0;
    end = 0;
  }
}
