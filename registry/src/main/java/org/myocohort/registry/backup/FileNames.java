package org.myocohort.registry.backup;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// Names of plain files in a backup: `FOLDER/…/FILE`, with slashes on every system.
///
/// A name may come from somebody who means harm. What could lead out of the folder, or make a
/// program run, is no name.
final class FileNames {
  /// Before each in the ZIP.
  static final String PREFIX = "files/";

  private FileNames() {}

  static boolean isName(String name) {
    String[] parts = name.split("/", -1);
    if (parts.length < 2 || !parts[0].matches("[a-z]+")) {
      return false;
    }
    for (String part : parts) {
      if (part.isEmpty()
          || part.equals(".")
          || part.equals("..")
          || isGit(part)
          || part.indexOf('\\') >= 0
          || part.codePoints().anyMatch(Character::isISOControl)) {
        return false;
      }
    }
    return true;
  }

  /// The settings of git name programs that git runs.
  static boolean isGit(String part) {
    return part.toLowerCase(Locale.ROOT).equals(".git");
  }

  /// What is beside a file only while the file is written anew, see `AtomicFile`.
  static boolean isTemporary(String part) {
    return part.startsWith(".") && part.endsWith(".tmp");
  }

  /// Name of the folder at its beginning.
  static String folder(String name) {
    return name.substring(0, name.indexOf('/'));
  }

  /// Where the file of a name belongs within the place of its folder; empty where this system
  /// cannot have it.
  static Optional<Path> within(Path place, String name) {
    try {
      Path file = place.resolve(name.substring(name.indexOf('/') + 1)).normalize();
      return file.startsWith(place) ? Optional.of(file) : Optional.empty();
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }

  /// A name as a message may show it on a terminal.
  static String shown(String name) {
    StringBuilder shown = new StringBuilder();
    name.codePoints()
        .limit(200)
        .forEach(c -> shown.appendCodePoint(Character.isISOControl(c) ? '?' : c));
    return shown.toString();
  }
}
