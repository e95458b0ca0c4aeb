package org.myocohort.registry.backup;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Puts what was unpacked in the place of what is there, which is moved aside: all of it or
/// nothing.
///
/// Everything is unpacked beside its place, so that only names change when it is put there.
final class Exchange implements Closeable {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final String name;
  private final List<WorkFolder> works = new ArrayList<>();
  private final List<Step> planned = new ArrayList<>();
  private final Deque<Step> done = new ArrayDeque<>();

  /// Where things went that were moved aside, by the folder that they were in.
  private final Map<Path, Path> asides = new LinkedHashMap<>();

  Exchange(Instant now) {
    this.name = "replaced-" + STAMP.format(now);
  }

  /// @param from what to put there; null to move aside only
  private record Step(@Nullable Path from, Path to) {}

  /// A new folder beside a place, for what will be put there.
  Path workBeside(Path place) throws IOException {
    WorkFolder work =
        WorkFolder.in(Objects.requireNonNullElse(place.toAbsolutePath().getParent(), place));
    works.add(work);
    return work.path();
  }

  /// Plans to put something in a place.
  void put(Path from, Path place) {
    planned.add(new Step(from, place));
  }

  /// Plans to move something aside.
  void moveAside(Path place) {
    planned.add(new Step(null, place));
  }

  /// Does what was planned.
  ///
  /// @throws BackupException if something cannot be moved; everything is then as it was, as far as
  ///   it could be moved back
  void run() throws IOException, BackupException {
    for (Step step : planned) {
      try {
        aside(step.to());
        Path from = step.from();
        if (from != null) {
          move(from, step.to());
        }
      } catch (IOException failure) {
        undo();
        throw new BackupException(
            "cannot-replace", step.to().toString(), String.valueOf(failure.getMessage()));
      }
    }
    for (Step step : planned) {
      FileSync.folder(Objects.requireNonNull(step.to().getParent()));
    }
  }

  private void aside(Path place) throws IOException {
    if (isEmpty(place)) {
      Files.delete(place);
    } else if (Files.exists(place)) {
      Path parent = Objects.requireNonNull(place.getParent());
      Path aside = asides.get(parent);
      if (aside == null) {
        aside = newFolder(parent);
        asides.put(parent, aside);
      }
      move(place, aside.resolve(place.getFileName()));
      FileSync.folder(aside);
    }
  }

  private static boolean isEmpty(Path place) throws IOException {
    if (!Files.isDirectory(place)) {
      return false;
    }
    try (Stream<Path> files = Files.list(place)) {
      return files.findAny().isEmpty();
    }
  }

  /// Whether something lies in a place that would have to be moved aside.
  static boolean isTaken(Path place) throws IOException {
    return Files.exists(place) && !isEmpty(place);
  }

  private Path newFolder(Path parent) throws IOException {
    Path aside = parent.resolve(name);
    for (int i = 2; Files.exists(aside); i++) {
      aside = parent.resolve(name + "-" + i);
    }
    return Files.createDirectory(aside);
  }

  private void move(Path from, Path to) throws IOException {
    Files.move(from, to);
    done.push(new Step(from, to));
  }

  /// Moves everything back.
  ///
  /// @throws IOException if something cannot be
  void undo() throws IOException {
    while (!done.isEmpty()) {
      Step last = done.peek();
      Files.move(last.to(), Objects.requireNonNull(last.from()));
      done.pop();
    }
    for (Path aside : asides.values()) {
      Files.delete(aside);
    }
    asides.clear();
  }

  /// The folders in which lies now what was moved aside.
  Collection<Path> replaced() {
    return List.copyOf(asides.values());
  }

  @Override
  public void close() throws IOException {
    for (WorkFolder work : works) {
      work.close();
    }
  }
}
