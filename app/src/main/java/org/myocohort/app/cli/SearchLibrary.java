package org.myocohort.app.cli;

import java.util.logging.Level;
import java.util.logging.Logger;

/// The library that searches trials and records.
public final class SearchLibrary {
  /// Kept here, since a logger that nobody holds forgets its level.
  private static final Logger LOGGER = Logger.getLogger("org.apache.lucene");

  private SearchLibrary() {}

  /// Keeps it from telling, on every search, of a module that is not needed for this.
  public static void silence() {
    LOGGER.setLevel(Level.OFF);
  }
}
