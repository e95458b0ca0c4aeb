package org.myocohort.care.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.Problems;
import org.myocohort.exchange.yaml.YamlFields;
import org.myocohort.exchange.yaml.YamlFile;

/// Reads a data file that ships with this module: one that is wrong is a defect of the build.
public final class CareFile {
  private CareFile() {}

  /// Reads a file beside a class.
  ///
  /// @param reader makes something of its fields
  public static <T> T read(Class<?> beside, String file, Function<YamlFields, T> reader) {
    try (InputStream in = beside.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("missing: " + file);
      }
      return parse(file, new String(in.readAllBytes(), StandardCharsets.UTF_8), reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (BadInputException wrong) {
      throw new IllegalStateException(wrong.problems().toString(), wrong);
    }
  }

  /// Reads the text of a file.
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
