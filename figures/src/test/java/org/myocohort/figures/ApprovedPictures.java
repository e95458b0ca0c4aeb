package org.myocohort.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Pictures that a person has looked at.
public final class ApprovedPictures {
  private static final Path FOLDER = Path.of("src/test/resources/org/myocohort/figures");

  private ApprovedPictures() {}

  /// Holds where a figure has the bytes of its picture; approves it instead where told so.
  public static void compare(String name, String drawn) {
    Path file = FOLDER.resolve(name);
    try {
      if (Boolean.getBoolean("figures.approve")) {
        Files.writeString(file, drawn);
      }
      assertThat(drawn).isEqualTo(Files.readString(file));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
