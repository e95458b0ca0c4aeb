package org.myocohort.care.trial.store;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.myocohort.care.trial.Trial;
import org.myocohort.care.trial.TrialJson;

/// The trials of a snapshot, one JSON line each; a later line of a trial takes the place of an
/// earlier one. In memory stands only where each trial's line is.
final class SnapshotFile implements Closeable {

  /// What became of a record.
  enum Put {
    ADDED,
    CHANGED,
    SAME
  }

  /// Where a line stands.
  private record Place(long offset, int length) {}

  private static final int BUFFER = 1 << 20;
  private static final String HEAD = "{\"id\":\"";

  private final FileChannel channel;
  private final LinkedHashMap<String, Place> places = new LinkedHashMap<>();
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream(BUFFER);
  private long written;

  private SnapshotFile(FileChannel channel) {
    this.channel = channel;
  }

  static SnapshotFile forReading(Path path) throws IOException {
    SnapshotFile file = new SnapshotFile(FileChannel.open(path, StandardOpenOption.READ));
    file.index(path);
    return file;
  }

  static SnapshotFile forWriting(Path path) throws IOException {
    Path parent = path.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    SnapshotFile file =
        new SnapshotFile(
            FileChannel.open(
                path,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE));
    file.index(path);
    // What a broken import left behind the last whole line.
    file.channel.truncate(file.written);
    file.channel.position(file.written);
    return file;
  }

  private void index(Path path) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(path), BUFFER)) {
      StringBuilder head = new StringBuilder();
      long start = 0;
      long at = 0;
      for (int b = in.read(); b >= 0; b = in.read()) {
        at++;
        if (b == '\n') {
          int end = head.indexOf("\"", HEAD.length());
          places.put(head.substring(HEAD.length(), end), new Place(start, (int) (at - 1 - start)));
          head.setLength(0);
          start = at;
        } else if (head.length() < 80) {
          head.append((char) b);
        }
      }
      written = start;
    }
  }

  Set<String> ids() {
    return places.keySet();
  }

  Optional<Trial> find(String id) throws IOException {
    return line(id).map(TrialJson::read);
  }

  private Optional<String> line(String id) throws IOException {
    @Nullable Place place = places.get(id);
    if (place == null) {
      return Optional.empty();
    }
    if (place.offset() >= written) {
      flush();
    }
    ByteBuffer bytes = ByteBuffer.allocate(place.length());
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, place.offset() + bytes.position()) < 0) {
        throw new EOFException("a snapshot is shorter than it was");
      }
    }
    return Optional.of(new String(bytes.array(), StandardCharsets.UTF_8));
  }

  /// Keeps a record. Parts that it lacks stay as they were: trials and their sites may come in two
  /// files.
  Put put(Trial trial) throws IOException {
    Optional<String> before = line(trial.id());
    if (before.isEmpty()) {
      append(trial);
      return Put.ADDED;
    }
    Trial stored = TrialJson.read(before.get());
    Trial merged = trial.filledFrom(stored);
    Trial asBefore = withProvenance(merged, stored.provenance());
    if (TrialJson.line(asBefore).equals(before.get())) {
      return Put.SAME;
    }
    append(merged);
    return Put.CHANGED;
  }

  private static Trial withProvenance(Trial trial, Trial.Provenance provenance) {
    return new Trial(
        trial.id(),
        trial.otherIds(),
        trial.title(),
        trial.status(),
        trial.dates(),
        trial.sponsor(),
        trial.design(),
        trial.conditions(),
        trial.keywords(),
        trial.interventions(),
        trial.summary(),
        trial.description(),
        trial.outcomes(),
        trial.eligibility(),
        trial.sites(),
        trial.countries(),
        provenance);
  }

  private void append(Trial trial) throws IOException {
    byte[] line = (TrialJson.line(trial) + "\n").getBytes(StandardCharsets.UTF_8);
    places.put(trial.id(), new Place(written + pending.size(), line.length - 1));
    pending.writeBytes(line);
    if (pending.size() >= BUFFER) {
      flush();
    }
  }

  private void flush() throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(pending.toByteArray());
    while (bytes.hasRemaining()) {
      written += channel.write(bytes);
    }
    pending.reset();
  }

  /// Puts everything on the disk; its length then is what an import may rely on.
  long commit() throws IOException {
    flush();
    channel.force(true);
    return written;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
