package org.myocohort.app.cohort;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.myocohort.cohort.selection.CohortDefinition;
import org.myocohort.cohort.selection.CohortFile;
import org.myocohort.exchange.csv.AtomicFile;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.Problems;

/// Definitions that are kept with a study: YAML files in its folder `cohorts`.
public final class KeptCohorts {
  private static final String FOLDER = "cohorts";
  private static final String END = ".yaml";
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

  /// A definition is far smaller; a larger file is refused.
  private static final int LARGEST = 1 << 20;

  private final Path folder;

  /// The definitions kept with a study.
  public KeptCohorts(Path study) {
    this.folder = study.resolve(FOLDER);
  }

  /// Whether a word can name a definition: small letters, digits, hyphens.
  public static boolean isName(String word) {
    return NAME.matcher(word).matches();
  }

  /// Where a definition of a name stands, or would.
  public Path file(String name) {
    return folder.resolve(name + END);
  }

  /// Names of those that are there, in order.
  List<String> names() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(END))
          .map(file -> file.substring(0, file.length() - END.length()))
          .filter(KeptCohorts::isName)
          .sorted()
          .toList();
    }
  }

  void keep(String name, byte[] definition) throws IOException {
    Files.createDirectories(folder);
    AtomicFile.write(file(name), definition);
  }

  /// The bytes of a file of a definition.
  ///
  /// @throws BadInputException if there are more than a definition can have
  public static byte[] bytes(Path file) throws IOException, BadInputException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw refused(file, "file-too-large");
      }
      return bytes;
    }
  }

  /// Reads a definition.
  public static CohortDefinition read(Path file, byte[] bytes) throws BadInputException {
    return CohortFile.read(file.toString(), text(file, bytes));
  }

  /// The text of a file that people write.
  ///
  /// @throws BadInputException where it is not UTF-8
  public static String text(Path file, byte[] bytes) throws BadInputException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException _) {
      throw refused(file, "file-not-utf8");
    }
  }

  private static BadInputException refused(Path file, String code) {
    Problems problems = new Problems();
    problems.add(file.toString(), 0, "", code, "");
    return new BadInputException(problems);
  }
}
