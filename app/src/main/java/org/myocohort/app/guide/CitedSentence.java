package org.myocohort.app.guide;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.myocohort.care.source.Source;
import org.myocohort.care.source.Sourced;
import org.myocohort.instrument.Verification;

/// A sentence with one of the places that it rests on.
///
/// @param sentences by language
/// @param written when it was written, the age of what rests on nothing that was read
record CitedSentence(
    String id,
    String about,
    Map<String, String> sentences,
    Verification mark,
    Source source,
    String place,
    LocalDate written)
    implements Sourced {
  CitedSentence {
    sentences = Map.copyOf(sentences);
  }

  @Override
  public String text(String language) {
    return Objects.requireNonNull(sentences.get(language), language);
  }

  @Override
  public Optional<LocalDate> read() {
    return source.read();
  }

  @Override
  public LocalDate checked() {
    return source.read().orElse(written);
  }
}
