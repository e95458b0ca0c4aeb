package org.myocohort.app.web.cohort;

import java.lang.ref.SoftReference;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.myocohort.cohort.selection.CohortDefinition;
import org.myocohort.cohort.selection.Selection;
import org.myocohort.exchange.study.StudyFolder;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.overview.Overview;
import org.myocohort.registry.patient.PatientStore;
import org.springframework.stereotype.Component;

/// Studies as a reader may see them, kept in memory until they change: a cohort is looked at many
/// times while it is built.
@Component
final class SeenStudies {
  private static final int STUDIES = 4;
  private static final int COUNTS = 256;

  private final PatientStore patients;
  private final Overview overview;
  private final InstantSource clock;
  private final LinkedHashMap<Seen, Known> known = new LinkedHashMap<>();
  private final LinkedHashMap<Counted, Integer> counts = new LinkedHashMap<>();

  SeenStudies(PatientStore patients, Overview overview, InstantSource clock) {
    this.patients = patients;
    this.overview = overview;
    this.clock = clock;
  }

  /// The patients of a study that a reader may see.
  ///
  /// @param centres in order; null for all
  record Seen(String study, @Nullable List<String> centres) {
    static Seen by(Actor actor, String study) {
      return new Seen(
          study, actor.centres() == null ? null : List.copyOf(new TreeSet<>(actor.centres())));
    }
  }

  private record Known(long change, SoftReference<StudyFolder> folder) {}

  private record Counted(Seen seen, long change, LocalDate on, CohortDefinition definition) {}

  /// The audit's number of the last change of a study.
  long change(String study) {
    return overview.lastChange(study);
  }

  /// The study of the centres that the actor may see.
  StudyFolder read(Actor actor, String study) {
    Seen seen = Seen.by(actor, study);
    long change = change(study);
    synchronized (known) {
      Known before = known.get(seen);
      StudyFolder folder = before == null ? null : before.folder().get();
      if (before != null && folder != null && before.change() == change) {
        return folder;
      }
    }
    StudyFolder read = patients.readStudy(actor, study);
    synchronized (known) {
      known.remove(seen);
      known.put(seen, new Known(change, new SoftReference<>(read)));
      if (known.size() > STUDIES) {
        known.pollFirstEntry();
      }
    }
    return read;
  }

  /// Who is in a cohort, of the patients that the actor may see.
  Selection select(Actor actor, String study, CohortDefinition definition, LocalDate on) {
    return Selection.of(definition, read(actor, study).study().patients(), on);
  }

  /// How many are in a cohort today, of the patients that the actor may see.
  int members(Actor actor, String study, CohortDefinition definition) {
    Counted key = new Counted(Seen.by(actor, study), change(study), today(), definition);
    synchronized (counts) {
      Integer count = counts.get(key);
      if (count != null) {
        return count;
      }
    }
    int count = select(actor, study, definition, key.on()).members().size();
    synchronized (counts) {
      counts.put(key, count);
      if (counts.size() > COUNTS) {
        counts.pollFirstEntry();
      }
    }
    return count;
  }

  /// The day that an address names; today where it names none.
  LocalDate day(String text) {
    try {
      return text.isBlank() ? today() : LocalDate.parse(text.strip());
    } catch (DateTimeParseException _) {
      return today();
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
