package org.myocohort.app.simulation;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Puts a simulated study in place as a whole: it is written beside its place and moved there when
/// it is complete, so that nobody ever finds half of one.
final class FolderSwap {
  /// Writes the files of a study into an empty folder.
  @FunctionalInterface
  interface Writer<T> {
    T write(Path folder) throws IOException;
  }

  private final Path target;
  private final Path fresh;
  private final Path former;

  private FolderSwap(Path target) {
    this.target = target;
    String mark = Long.toString(ProcessHandle.current().pid());
    fresh = target.resolveSibling("." + target.getFileName() + ".new-" + mark);
    former = target.resolveSibling("." + target.getFileName() + ".old-" + mark);
  }

  /// @throws IOException if the folder cannot be looked at
  static FolderSwap into(Path folder) throws IOException {
    Path absolute = folder.toAbsolutePath().normalize();
    return new FolderSwap(Files.exists(absolute) ? absolute.toRealPath() : absolute);
  }

  /// Why the place must not be taken; empty where it is free, an empty folder, or an earlier
  /// simulation with nothing else in it.
  Optional<String> objection() throws IOException {
    if (target.getFileName() == null) {
      return Optional.of("is the root of the file system");
    }
    if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    if (!Files.isDirectory(target)) {
      return Optional.of("is not a folder");
    }
    List<String> ours = Simulation.files();
    boolean empty = true;
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(target)) {
      for (Path entry : entries) {
        empty = false;
        String name = String.valueOf(entry.getFileName());
        if (!ours.contains(name)) {
          return Optional.of("holds " + name + ", which no simulation writes");
        }
      }
    }
    return empty || isSimulation()
        ? Optional.empty()
        : Optional.of("holds a study that no simulation wrote");
  }

  private boolean isSimulation() throws IOException {
    Path descriptor = target.resolve(DataPackage.FILE);
    if (!Files.isRegularFile(descriptor)) {
      return false;
    }
    try {
      JsonNode settings =
          JsonMapper.shared().readTree(Files.readString(descriptor)).path("myocohort");
      return settings.path("synthetic").asBoolean(false) && settings.has("simulation");
    } catch (JacksonException | java.nio.charset.CharacterCodingException _) {
      return false;
    }
  }

  /// Writes beside the place, then moves there; what stood there before stays if anything fails.
  <T> T replace(Writer<T> writer) throws IOException {
    Path parent = target.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Files.createDirectory(fresh);
    try {
      T written = writer.write(fresh);
      boolean replaced = Files.exists(target);
      if (replaced) {
        Files.move(target, former);
      }
      try {
        Files.move(fresh, target);
      } catch (IOException failure) {
        if (replaced) {
          Files.move(former, target);
        }
        throw failure;
      }
      if (replaced) {
        delete(former);
      }
      return written;
    } finally {
      delete(fresh);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        Files.delete(entry);
      }
    }
    Files.delete(folder);
  }
}
