package org.myocohort.evidence.extraction;

import java.io.IOException;
import java.nio.file.Path;
import org.myocohort.exchange.csv.BadInputException;

/// A folder in which several people write, one at a time: a review's.
public interface SharedFolder {
  Path path();

  /// Changes files of the folder while nobody else does.
  <T> T locked(Change<T> change) throws IOException, BadInputException;

  /// A change of files of the folder.
  @FunctionalInterface
  interface Change<T> {
    T make() throws IOException, BadInputException;
  }
}
