package org.myocohort.app.web.results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.ResultFolder;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.report.Report;
import org.myocohort.app.report.ReportLinks;
import org.myocohort.app.web.Addresses;
import org.myocohort.exchange.csv.Folders;
import org.myocohort.patient.RowReference;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.overview.Overview;
import org.myocohort.registry.patient.PatientKey;
import org.myocohort.registry.patient.PatientStore;
import org.myocohort.statistics.QuantileMethod;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// Makes case series beside the requests, one at a time, and keeps the last ones in a folder that
/// only this program may read and that goes with it.
@Component
final class CaseSeries implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(CaseSeries.class);
  private static final int KEPT = 12;

  private final PatientStore patients;
  private final Overview overview;
  private final InstantSource clock;
  // Leaves the other processor to the pages.
  private final ForkJoinPool workshop = new ForkJoinPool(1);
  private final LinkedHashMap<Series.Key, Series> known = new LinkedHashMap<>();
  private @Nullable Path folder;
  private int made;

  CaseSeries(PatientStore patients, Overview overview, InstantSource clock) {
    this.patients = patients;
    this.overview = overview;
    this.clock = clock;
  }

  synchronized Optional<Series> find(Series.Key key) {
    return Optional.ofNullable(known.get(key));
  }

  /// Makes it anew, unless it is being made.
  synchronized void make(Actor actor, Series.Key key) throws IOException {
    Series before = known.get(key);
    if (before instanceof Series.Running) {
      return;
    }
    if (folder == null) {
      folder = Files.createTempDirectory("myocohort-results");
    }
    Path target = folder.resolve(Integer.toString(++made));
    known.remove(key);
    known.put(key, new Series.Running("", 0, 0));
    workshop.execute(() -> {
      Series after = run(actor, key, target);
      synchronized (this) {
        known.put(key, after);
        if (before instanceof Series.Ready ready) {
          delete(ready.folder());
        }
        forget();
      }
    });
  }

  private Series run(Actor actor, Series.Key key, Path target) {
    try {
      long lastChange = overview.lastChange(key.study());
      Report report =
          Report.of(patients.readStudy(actor, key.study()), Texts.of(key.language()))
              .within(new RegistryLinks(key.study()));
      if (key.quartiles() > 0) {
        report = report.withQuartiles(QuantileMethod.ofType(key.quartiles()));
      }
      if (key.rescued()) {
        report = report.withRescued();
      }
      report.write(
          target,
          (step, done, total) -> {
            synchronized (this) {
              known.replace(key, new Series.Running(step, done, total));
            }
          });
      return new Series.Ready(
          target, clock.instant().truncatedTo(ChronoUnit.SECONDS), lastChange, files(target));
    } catch (IOException | RuntimeException | OutOfMemoryError failure) {
      LOG.error("the results of a study could not be made", failure);
      return new Series.Failed();
    }
  }

  private static List<String> files(Path target) throws IOException {
    try (Stream<Path> walked = Files.walk(target)) {
      return walked
          .filter(Files::isRegularFile)
          .map(path -> target.relativize(path).toString().replace('\\', '/'))
          .filter(name -> !name.equals(Report.STUDY_PART) && !name.equals(ResultFolder.LIST))
          .sorted()
          .toList();
    }
  }

  /// Forgets the oldest beyond the number kept.
  private void forget() {
    while (known.size() > KEPT) {
      Map.Entry<Series.Key, Series> oldest = known.firstEntry();
      if (oldest.getValue() instanceof Series.Running) {
        return;
      }
      known.remove(oldest.getKey());
      if (oldest.getValue() instanceof Series.Ready ready) {
        delete(ready.folder());
      }
    }
  }

  private static void delete(Path folder) {
    try {
      Folders.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void destroy() {
    workshop.shutdownNow();
    Path used;
    synchronized (this) {
      used = folder;
      folder = null;
    }
    if (used != null) {
      delete(used);
    }
  }

  private record RegistryLinks(String study) implements ReportLinks {
    @Override
    public String patient(String patient) {
      return Addresses.patient(new PatientKey(study, patient));
    }

    @Override
    public String row(String patient, RowReference row) {
      return Addresses.row(new PatientKey(study, patient), row.table(), row.id());
    }
  }
}
