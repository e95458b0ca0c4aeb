package org.myocohort.app.web.literature.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.myocohort.evidence.extraction.Place;
import org.myocohort.evidence.printed.PrintedText;
import org.myocohort.evidence.printed.QuoteSearch;

/// The pasted text of a report, and which quotes stand in it.
final class QuotedText {
  private final PrintedText text;
  private final QuoteSearch search;
  private final Map<String, Optional<QuoteSearch.Passage>> known = new HashMap<>();

  QuotedText(PrintedText text) {
    this.text = text;
    this.search = QuoteSearch.in(text);
  }

  /// A piece of the text.
  ///
  /// @param quoted whether somebody quotes it
  public record Piece(String text, boolean quoted) {}

  boolean isThere() {
    return !text.original().isEmpty();
  }

  private Optional<QuoteSearch.Passage> passage(String quote) {
    return known.computeIfAbsent(quote, search::passage);
  }

  /// `found`, `not-found`, or empty where there is nothing to look up or no text.
  String state(String quote) {
    if (quote.isBlank() || !isThere()) {
      return "";
    }
    return passage(quote).isPresent() ? "found" : "not-found";
  }

  /// The text in pieces, those that the places quote marked.
  List<Piece> pieces(List<Place> places) {
    List<QuoteSearch.Passage> passages =
        places.stream()
            .map(Place::quote)
            .filter(quote -> !quote.isBlank())
            .flatMap(quote -> passage(quote).stream())
            .sorted(Comparator.comparingInt(QuoteSearch.Passage::from))
            .toList();
    String original = text.original();
    List<Piece> pieces = new ArrayList<>();
    int at = 0;
    for (QuoteSearch.Passage passage : passages) {
      int from = Math.max(at, passage.from());
      if (passage.to() > from) {
        add(original.substring(at, from), false, pieces);
        add(original.substring(from, passage.to()), true, pieces);
        at = passage.to();
      }
    }
    add(original.substring(at), false, pieces);
    return pieces;
  }

  private static void add(String text, boolean quoted, List<Piece> pieces) {
    if (!text.isEmpty()) {
      pieces.add(new Piece(text, quoted));
    }
  }
}
