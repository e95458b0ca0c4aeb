package org.myocohort.registry.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Predicate;

/// A folder in which work of people lies as plain files, such as the systematic reviews: it goes
/// with a backup of the registry, and a restore puts it back.
///
/// @param name of it in a backup: lower-case letters
/// @param place where it lies; it need not be there
/// @param without which paths beneath it, relative to it, are left out with all that lies in them,
///   because they are made again from the rest
/// @param guard keeps others from writing while one of the folders directly in it is copied
public record PlainFolder(String name, Path place, Predicate<Path> without, Guard guard) {
  public PlainFolder {
    place = place.toAbsolutePath().normalize();
  }

  /// A folder of which all goes with a backup, and in which files are only written whole.
  public static PlainFolder of(String name, Path place) {
    return new PlainFolder(name, place, _ -> false, Guard.NONE);
  }

  /// The same folder without some of what lies in it.
  public PlainFolder without(Predicate<Path> more) {
    return new PlainFolder(name, place, without.or(more), guard);
  }

  /// Keeps others from writing in a folder.
  @FunctionalInterface
  public interface Guard {
    /// For folders in which nothing is half written at any time.
    Guard NONE = (_, copying) -> copying.run();

    /// Runs the copying while nobody writes.
    ///
    /// @throws IOException what the copying throws, or if others cannot be kept off
    void during(Path folder, Copying copying) throws IOException;
  }

  /// The copying of one folder.
  @FunctionalInterface
  public interface Copying {
    void run() throws IOException;
  }
}
