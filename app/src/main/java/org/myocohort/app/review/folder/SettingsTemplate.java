package org.myocohort.app.review.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The settings of a new review, with what each field means.
public final class SettingsTemplate {
  private SettingsTemplate() {}

  /// The text of `review.yaml`.
  public static String filled(String language, String title, @Nullable String question)
      throws IOException {
    String name = language.equals("it") ? "new-review_it.yaml" : "new-review.yaml";
    try (InputStream in = SettingsTemplate.class.getResourceAsStream(name)) {
      String template =
          new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
      return template
          .replace("{title}", quoted(title))
          .replace("{question}", question == null ? "not reported" : quoted(question));
    }
  }

  /// In quotes that leave every character as it is.
  private static String quoted(String text) {
    return "'" + text.strip().replaceAll("[\\s\\p{Cntrl}]+", " ").replace("'", "''") + "'";
  }
}
