package org.myocohort.app.guide;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.myocohort.care.source.SourcedText;

/// Sentences that are gone through as one text: a page for patients, the rules of the alerts.
///
/// @param titles by language
record CitedText(String code, Map<String, String> titles, List<CitedSentence> statements)
    implements SourcedText {
  CitedText {
    titles = Map.copyOf(titles);
    statements = List.copyOf(statements);
  }

  @Override
  public String title(String language) {
    return Objects.requireNonNull(titles.get(language), language);
  }

  @Override
  public String wording(String language) {
    return statements.stream()
        .map(each -> each.text(language))
        .collect(Collectors.joining("\n", title(language) + "\n", ""));
  }
}
