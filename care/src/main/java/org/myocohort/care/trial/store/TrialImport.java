package org.myocohort.care.trial.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.myocohort.care.trial.Trial;
import org.myocohort.care.trial.registry.RecordProblem;
import org.myocohort.care.trial.registry.SnapshotDay;
import org.myocohort.care.trial.registry.TrialFiles;
import org.myocohort.care.trial.registry.TrialSink;

/// Brings a file of trials into the folder.
///
/// After every [#TOGETHER] records what was read is put on the disk and noted; an import that was
/// killed goes on behind the last note when the same file is imported again. A record that stands
/// there already, with the same content, changes nothing.
public final class TrialImport implements TrialSink {
  static final int TOGETHER = 1000;

  /// Problems that are named one by one.
  public static final int NAMED = 200;

  /// What an import did.
  ///
  /// @param resumed how many records an earlier, killed import had done
  /// @param problems the first [#NAMED]
  public record Outcome(
      int records,
      int added,
      int changed,
      int same,
      int refused,
      int resumed,
      List<RecordProblem> problems,
      int problemCount) {
    public Outcome {
      problems = List.copyOf(problems);
    }
  }

  private final TrialFolder folder;
  private final String source;
  private final SequencedMap<String, Long> lengths;
  private final Map<SnapshotName, SnapshotFile> files = new LinkedHashMap<>();
  private final List<RecordProblem> problems = new ArrayList<>();
  private final int resumed;
  private int problemCount;
  private int records;
  private int added;
  private int changed;
  private int same;
  private int refused;

  private TrialImport(
      TrialFolder folder, String source, int resumed, SequencedMap<String, Long> lengths) {
    this.folder = folder;
    this.source = source;
    this.resumed = resumed;
    this.lengths = lengths;
  }

  /// Another import into the folder is running.
  public static final class FolderBusyException extends IOException {
    private static final long serialVersionUID = 1L;

    FolderBusyException(Path folder) {
      super("another import writes to " + folder);
    }
  }

  /// Imports a file.
  ///
  /// @param name how to name it in messages and in the provenance
  /// @param bytes is told how many bytes of it have been read
  public static Outcome run(
      TrialFolder folder, Path file, String name, SnapshotDay day, LongConsumer bytes)
      throws IOException {
    String source = ImportCursor.sourceOf(file);
    Files.createDirectories(folder.path());
    try (FileChannel lockFile =
            FileChannel.open(
                folder.path().resolve(TrialFolder.LOCK),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock _ = lock(lockFile, folder)) {
      Optional<ImportCursor> before = ImportCursor.read(folder.path());
      if (before.isPresent()) {
        cutOff(folder, before.get());
      }
      boolean goesOn = before.isPresent() && before.get().source().equals(source);
      TrialImport run =
          new TrialImport(
              folder,
              source,
              goesOn ? before.get().records() : 0,
              goesOn ? before.get().lengths() : new LinkedHashMap<>());
      return run.read(file, name, day, bytes);
    }
  }

  private static FileLock lock(FileChannel channel, TrialFolder folder) throws IOException {
    @Nullable FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException _) {
      lock = null;
    }
    if (lock == null) {
      throw new FolderBusyException(folder.path());
    }
    return lock;
  }

  private static void cutOff(TrialFolder folder, ImportCursor cursor) throws IOException {
    for (Map.Entry<String, Long> file : cursor.lengths().entrySet()) {
      Path path = folder.path().resolve(file.getKey());
      if (Files.exists(path)) {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
          channel.truncate(file.getValue());
        }
      }
    }
  }

  private Outcome read(Path file, String name, SnapshotDay day, LongConsumer bytes)
      throws IOException {
    try {
      TrialFiles.read(file, name, day, this, bytes);
      commit();
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    } finally {
      for (SnapshotFile each : files.values()) {
        each.close();
      }
    }
    ImportCursor.remove(folder.path());
    return new Outcome(records, added, changed, same, refused, resumed, problems, problemCount);
  }

  @Override
  public void trial(Trial trial) throws IOException {
    records++;
    if (records > resumed) {
      SnapshotName name =
          new SnapshotName(trial.provenance().kind(), trial.provenance().snapshot());
      switch (file(name).put(trial)) {
        case ADDED -> added++;
        case CHANGED -> changed++;
        case SAME -> same++;
      }
      commitSometimes();
    }
  }

  @Override
  public void refused(List<RecordProblem> found) throws IOException {
    records++;
    refused++;
    problemCount += found.size();
    for (RecordProblem problem : found) {
      if (problems.size() < NAMED) {
        problems.add(problem);
      }
    }
    if (records > resumed) {
      commitSometimes();
    }
  }

  private SnapshotFile file(SnapshotName name) throws IOException {
    SnapshotFile known = files.get(name);
    if (known != null) {
      return known;
    }
    SnapshotFile opened = SnapshotFile.forWriting(folder.file(name));
    files.put(name, opened);
    lengths.put(name.file(), opened.commit());
    // Noted before anything is added to it, so that a kill leaves it as it was.
    new ImportCursor(source, Math.max(records - 1, 0), committed()).write(folder.path());
    return opened;
  }

  private void commitSometimes() throws IOException {
    if (records % TOGETHER == 0) {
      commit();
    }
  }

  private void commit() throws IOException {
    new ImportCursor(source, records, committed()).write(folder.path());
  }

  private SequencedMap<String, Long> committed() throws IOException {
    for (Map.Entry<SnapshotName, SnapshotFile> file : files.entrySet()) {
      lengths.put(file.getKey().file(), file.getValue().commit());
    }
    return lengths;
  }
}
