package org.myocohort.care.trial.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.myocohort.exchange.csv.AtomicFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// How far an import has come, so that one that was killed goes on: everything before it is on the
/// disk, everything behind it is cut off.
///
/// @param source the file, its size and time: another file starts anew
/// @param records how many of its records are done
/// @param lengths of the snapshots' files that it writes to
record ImportCursor(String source, int records, SequencedMap<String, Long> lengths) {
  static final String FILE = "import.json";

  static String sourceOf(Path file) throws IOException {
    return file.toAbsolutePath().normalize()
        + " "
        + Files.size(file)
        + " "
        + Files.getLastModifiedTime(file);
  }

  static Optional<ImportCursor> read(Path folder) throws IOException {
    Path path = folder.resolve(FILE);
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    try {
      JsonNode json = JsonMapper.shared().readTree(Files.readAllBytes(path));
      SequencedMap<String, Long> lengths = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> file : json.path("lengths").properties()) {
        lengths.put(file.getKey(), file.getValue().asLong());
      }
      return Optional.of(
          new ImportCursor(
              json.path("source").asString(""), json.path("records").asInt(0), lengths));
    } catch (JacksonException broken) {
      throw new IOException(path + " cannot be read: " + broken.getOriginalMessage(), broken);
    }
  }

  void write(Path folder) throws IOException {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("source", source);
    json.put("records", records);
    ObjectNode files = json.putObject("lengths");
    lengths.forEach(files::put);
    AtomicFile.write(folder.resolve(FILE), (json + "\n").getBytes(StandardCharsets.UTF_8));
  }

  static void remove(Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve(FILE));
  }
}
