package org.myocohort.exchange.study;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.Problem;
import org.myocohort.patient.PatientRecord;

/// A study folder that a test writes table by table.
record Folder(Path path) {
  static final Path EXAMPLE = Path.of("../examples/anakinra-antisynthetase");

  Folder with(String file, String content) {
    try {
      Files.createDirectories(path.resolve(file).getParent());
      Files.writeString(path.resolve(file), content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Two patients, the second born in 1970.
  Folder withPatients() {
    return with("patients.csv", "id,birth\nP1,\nP2,1970\n");
  }

  Study read() {
    try {
      return StudyFolder.read(path).study();
    } catch (IOException | BadInputException e) {
      throw new AssertionError(e);
    }
  }

  PatientRecord patient(String id) {
    return read().patient(id).orElseThrow();
  }

  /// Every problem of the folder, each file by its own name.
  List<Problem> problems() {
    return catchThrowableOfType(BadInputException.class, () -> StudyFolder.read(path))
        .problems()
        .stream()
        .map(p ->
            new Problem(
                named(p.file()),
                p.line(),
                p.column(),
                p.code(),
                p.found(),
                p.values().stream().map(this::named).toList()))
        .toList();
  }

  private String named(String text) {
    return text.startsWith(path.toString() + "/")
        ? text.substring(path.toString().length() + 1)
        : text;
  }

  /// What the folder holds, to see that nothing was written.
  List<String> listing() {
    try (Stream<Path> files = Files.walk(path)) {
      return files
          .map(file -> {
            try {
              return path.relativize(file)
                  + (Files.isDirectory(file) ? "" : " " + Files.size(file));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          })
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
