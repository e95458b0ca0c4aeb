package org.myocohort.care.trial.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.myocohort.care.trial.Trial;

/// The folder of imported trials.
///
/// Beneath it stands a folder for each kind of file, and in it a file for each day of which an
/// import spoke. What is known of a trial now is its newest record; parts that this one lacks come
/// from older ones.
public final class TrialFolder {
  /// The folder within of the rules that people write.
  public static final String RULES = "rules";

  /// How the names of indexes within begin.
  public static final String INDEX = "index";

  /// Held while an import runs.
  static final String LOCK = ".lock";

  private final Path path;

  public TrialFolder(Path path) {
    this.path = path;
  }

  public Path path() {
    return path;
  }

  /// Whether what lies directly within under a name is made again from the rest, such as an index,
  /// or serves an import while it runs. No copy of the folder needs it.
  public static boolean isMadeAgain(String name) {
    return name.startsWith(INDEX) || name.equals(LOCK) || name.equals(ImportCursor.FILE);
  }

  /// Whether anything was imported into it.
  public boolean isThere() throws IOException {
    return !snapshots().isEmpty();
  }

  /// Every snapshot, the older before the newer.
  public List<SnapshotName> snapshots() throws IOException {
    List<SnapshotName> snapshots = new ArrayList<>();
    if (!Files.isDirectory(path)) {
      return snapshots;
    }
    try (Stream<Path> files = Files.walk(path, 2)) {
      for (Path file : files.sorted().toList()) {
        Path parent = file.getParent();
        String name = String.valueOf(file.getFileName());
        if (parent != null && parent.getFileName() != null && name.matches("[-0-9]{10}\\.jsonl")) {
          try {
            LocalDate day = LocalDate.parse(name.substring(0, 10));
            snapshots.add(new SnapshotName(parent.getFileName().toString(), day));
          } catch (DateTimeException _) {
            // A file of someone else.
          }
        }
      }
    }
    snapshots.sort(Comparator.comparing(SnapshotName::day).thenComparing(SnapshotName::kind));
    return snapshots;
  }

  Path file(SnapshotName snapshot) {
    return path.resolve(snapshot.file());
  }

  /// Opens what is there for reading.
  public Reading read() throws IOException {
    return new Reading(this);
  }

  /// A text that changes when what is imported changes.
  public String fingerprint() throws IOException {
    StringBuilder text = new StringBuilder();
    for (SnapshotName snapshot : snapshots()) {
      text.append(snapshot.file()).append(' ').append(Files.size(file(snapshot))).append('\n');
    }
    return text.toString();
  }

  /// What stood in the folder when it was opened.
  public static final class Reading implements AutoCloseable {
    private final List<SnapshotName> names;
    private final List<SnapshotFile> files = new ArrayList<>();

    private Reading(TrialFolder folder) throws IOException {
      names = folder.snapshots().reversed();
      for (SnapshotName name : names) {
        files.add(SnapshotFile.forReading(folder.file(name)));
      }
    }

    /// Numbers of all trials, in order.
    public Set<String> ids() {
      Set<String> ids = new TreeSet<>();
      files.forEach(file -> ids.addAll(file.ids()));
      return ids;
    }

    /// What is known of a trial now.
    public Optional<Trial> find(String id) throws IOException {
      Trial known = null;
      for (SnapshotFile file : files) {
        Optional<Trial> record = file.find(id);
        if (record.isPresent()) {
          known = known == null ? record.get() : known.filledFrom(record.get());
        }
      }
      return Optional.ofNullable(known);
    }

    /// Numbers of the trials of one snapshot, in the order of the import.
    Set<String> ids(SnapshotName snapshot) {
      return new LinkedHashSet<>(files.get(names.indexOf(snapshot)).ids());
    }

    Optional<Trial> find(SnapshotName snapshot, String id) throws IOException {
      return files.get(names.indexOf(snapshot)).find(id);
    }

    @Override
    public void close() throws IOException {
      for (SnapshotFile file : files) {
        file.close();
      }
    }
  }
}
