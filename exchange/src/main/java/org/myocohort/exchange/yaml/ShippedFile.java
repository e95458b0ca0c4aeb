package org.myocohort.exchange.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.Problems;

/// A data file that ships with the program: one that is missing or wrong is a defect of the build.
public final class ShippedFile {
  private ShippedFile() {}

  /// The text of a file in UTF-8.
  ///
  /// @param file its name beside the class, or its path from `/`
  public static String text(Class<?> beside, String file) {
    try (InputStream in = beside.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("missing: " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What a reader makes of the fields of a file beside a class.
  public static <T> T read(Class<?> beside, String file, Function<YamlFields, T> reader) {
    try {
      return parse(file, text(beside, file), reader);
    } catch (BadInputException wrong) {
      throw new IllegalStateException(wrong.problems().toString(), wrong);
    }
  }

  /// What a reader makes of the fields of a text.
  ///
  /// @throws BadInputException with everything that is wrong with it
  public static <T> T parse(String file, String text, Function<YamlFields, T> reader)
      throws BadInputException {
    Problems problems = new Problems();
    T made = reader.apply(YamlFile.read(file, text, problems));
    problems.throwIfAny();
    return made;
  }
}
