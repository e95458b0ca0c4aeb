package org.myocohort.app.web.results;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.myocohort.app.cli.Texts;
import org.myocohort.registry.access.Actor;

/// How far a case series has come.
public sealed interface Series {
  /// Which case series: of which study and patients, in which language, made how.
  ///
  /// @param centres the centres of the patients, in order, or empty for all
  /// @param all whether the patients of all centres are in it
  /// @param quartiles 1 to 9 for a method of its own, 0 for the study's
  /// @param rescued whether follow-ups after a rescue are counted, apart
  record Key(
      String study,
      List<String> centres,
      boolean all,
      Texts.Language language,
      int quartiles,
      boolean rescued) {
    static Key of(
        Actor actor, String study, Texts.Language language, int quartiles, boolean rescued) {
      Set<String> centres = actor.centres();
      return new Key(
          study,
          centres == null ? List.of() : List.copyOf(new TreeSet<>(centres)),
          centres == null,
          language,
          quartiles >= 1 && quartiles <= 9 ? quartiles : 0,
          rescued);
    }
  }

  /// It is being made.
  ///
  /// @param step what is being done, in words
  /// @param done how much of it
  /// @param total of how much, 0 where that is not known yet
  record Running(String step, int done, int total) implements Series {}

  /// It is there.
  ///
  /// @param folder where its files are
  /// @param at when it was made
  /// @param lastChange the audit's number of the last change that it knows
  /// @param files the names of its files, in order
  record Ready(Path folder, Instant at, long lastChange, List<String> files) implements Series {
    public Ready {
      files = List.copyOf(files);
    }
  }

  /// It could not be made.
  record Failed() implements Series {}
}
