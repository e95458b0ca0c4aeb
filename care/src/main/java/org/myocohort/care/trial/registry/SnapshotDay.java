package org.myocohort.care.trial.registry;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Of which day a file's records speak: the day that the user names, else the one in the record,
/// else one in the name of the file or its folder, else the day of the import.
public final class SnapshotDay {
  private static final Pattern DAY = Pattern.compile("(20\\d\\d-\\d\\d-\\d\\d)");

  private final @Nullable LocalDate named;
  private final LocalDate otherwise;

  private SnapshotDay(@Nullable LocalDate named, LocalDate otherwise) {
    this.named = named;
    this.otherwise = otherwise;
  }

  /// The rule for one file.
  ///
  /// @param named the day that the user names, or null
  /// @param today the day of the import
  public static SnapshotDay of(@Nullable LocalDate named, Path file, LocalDate today) {
    return new SnapshotDay(named, inName(file).orElse(today));
  }

  private static Optional<LocalDate> inName(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    for (Path path : new Path[] {absolute, absolute.getParent()}) {
      if (path != null && path.getFileName() != null) {
        Matcher day = DAY.matcher(path.getFileName().toString());
        if (day.find()) {
          try {
            return Optional.of(LocalDate.parse(day.group(1)));
          } catch (DateTimeException _) {
            // Looks like a day and is none.
          }
        }
      }
    }
    return Optional.empty();
  }

  LocalDate of(Optional<LocalDate> inRecord) {
    return named != null ? named : inRecord.orElse(otherwise);
  }
}
