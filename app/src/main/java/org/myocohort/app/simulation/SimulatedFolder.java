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

/// The folder that a simulated study may be written into.
final class SimulatedFolder {
  private SimulatedFolder() {}

  /// Why the place must not be taken; empty where it is free, an empty folder, or an earlier
  /// simulation with nothing else in it.
  ///
  /// @param ours the names that the simulation writes
  static Optional<String> objection(Path target, List<String> ours) throws IOException {
    if (target.toAbsolutePath().normalize().getFileName() == null) {
      return Optional.of("is the root of the file system");
    }
    if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    if (!Files.isDirectory(target)) {
      return Optional.of("is not a folder");
    }
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
    return empty || isSimulation(target)
        ? Optional.empty()
        : Optional.of("holds a study that no simulation wrote");
  }

  private static boolean isSimulation(Path target) throws IOException {
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
}
