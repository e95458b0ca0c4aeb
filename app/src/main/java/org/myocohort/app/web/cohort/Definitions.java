package org.myocohort.app.web.cohort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cohort.KeptCohorts;
import org.myocohort.app.web.NotFound;
import org.myocohort.app.web.WebSettings;
import org.myocohort.exchange.csv.AtomicFile;
import org.springframework.stereotype.Component;

/// The cohorts and plans that are kept with the studies: YAML files beside the database.
@Component
final class Definitions {
  private static final String END = ".yaml";
  private static final String REMOVED = ".removed";
  private static final Pattern STUDY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
  private static final int LONGEST = 50;

  private final @Nullable Path data;

  Definitions(WebSettings settings) {
    this.data = settings.definitions();
  }

  /// What a file defines.
  enum Kind {
    COHORT("cohorts"),
    PLAN("plans");

    private final String folder;

    Kind(String folder) {
      this.folder = folder;
    }

    /// Part of addresses.
    String folder() {
      return folder;
    }
  }

  /// Names of all that are kept, in alphabetical order.
  List<String> names(Kind kind, String study) {
    return names(folder(kind, study));
  }

  /// Names of those that were removed and can be put back.
  List<String> removed(Kind kind, String study) {
    Path folder = folder(kind, study);
    return names(folder == null ? null : folder.resolve(REMOVED));
  }

  private static List<String> names(@Nullable Path folder) {
    if (folder == null || !Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(END))
          .map(file -> file.substring(0, file.length() - END.length()))
          .filter(KeptCohorts::isName)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The text of one.
  ///
  /// @throws NotFound if there is none of this name
  String text(Kind kind, String study, String name) {
    return find(kind, study, name).orElseThrow(NotFound::new);
  }

  /// The text of one, empty where there is none of this name.
  Optional<String> find(Kind kind, String study, String name) {
    Path folder = folder(kind, study);
    if (folder == null || !KeptCohorts.isName(name)) {
      return Optional.empty();
    }
    Path file = folder.resolve(name + END);
    try {
      return Files.isRegularFile(file)
          ? Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The cohort that a plan names: by its name, or by the path of a file of that name.
  Optional<byte[]> cohort(String study, String named) {
    String last = named.substring(Math.max(named.lastIndexOf('/'), named.lastIndexOf('\\')) + 1);
    String name = last.endsWith(END) ? last.substring(0, last.length() - END.length()) : last;
    return find(Kind.COHORT, study, name).map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  /// What tells one text from another.
  static String stamp(String text) {
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /// Keeps a text, over what was there if that is still what its editor saw.
  ///
  /// @param seen the stamp of what stood there when the editor opened it; empty for a new one
  /// @return whether it is kept
  synchronized boolean keep(Kind kind, String study, String name, String text, String seen) {
    Path folder = folder(kind, study);
    if (folder == null || !KeptCohorts.isName(name)) {
      throw new NotFound();
    }
    if (!find(kind, study, name).map(Definitions::stamp).orElse("").equals(seen)) {
      return false;
    }
    try {
      Files.createDirectories(folder);
      AtomicFile.write(folder.resolve(name + END), text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return true;
  }

  /// A name after a title that none has yet.
  synchronized String freeName(Kind kind, String study, String title) {
    String plain =
        title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+", "");
    String cut = plain.substring(0, Math.min(LONGEST, plain.length())).replaceAll("-+$", "");
    String base = cut.isEmpty() ? "unnamed" : cut;
    int number = base.equals("new") ? 2 : 1;
    String name = number == 1 ? base : base + "-" + number;
    while (find(kind, study, name).isPresent()) {
      number++;
      name = base + "-" + number;
    }
    return name;
  }

  /// Removes one; it can be put back until another one of its name is removed.
  synchronized void remove(Kind kind, String study, String name) {
    text(kind, study, name);
    Path folder = folder(kind, study);
    if (folder != null) {
      move(folder.resolve(name + END), folder.resolve(REMOVED).resolve(name + END), true);
    }
  }

  /// Puts one back that was removed.
  ///
  /// @return whether it is there again; false where another one has taken its name
  synchronized boolean restore(Kind kind, String study, String name) {
    Path folder = folder(kind, study);
    if (folder == null || !removed(kind, study).contains(name)) {
      throw new NotFound();
    }
    if (find(kind, study, name).isPresent()) {
      return false;
    }
    move(folder.resolve(REMOVED).resolve(name + END), folder.resolve(name + END), false);
    return true;
  }

  private static void move(Path from, Path to, boolean replace) {
    try {
      Files.createDirectories(to.getParent());
      if (replace) {
        Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
      } else {
        Files.move(from, to);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private @Nullable Path folder(Kind kind, String study) {
    return data == null || !STUDY.matcher(study).matches()
        ? null
        : data.resolve(kind.folder()).resolve(study);
  }
}
