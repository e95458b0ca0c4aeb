package org.myocohort.app.web.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.web.WebSettings;
import org.myocohort.care.trial.GuideTrials;
import org.myocohort.care.trial.Trial;
import org.myocohort.care.trial.match.MatchableTrial;
import org.myocohort.care.trial.rule.RuleFolder;
import org.myocohort.care.trial.rule.TrialRules;
import org.myocohort.care.trial.search.TrialSearch;
import org.myocohort.care.trial.store.SnapshotName;
import org.myocohort.care.trial.store.TrialDifference;
import org.myocohort.care.trial.store.TrialFolder;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.FileStamp;
import org.myocohort.exchange.csv.Problem;
import org.springframework.stereotype.Component;

/// The trials that the pages know: those imported, those of the patient guide, and those for which
/// rules were written.
///
/// The index is opened when it is first asked for, and anew when something was imported, by a page
/// or by a command.
@Component
public final class TrialLibrary implements AutoCloseable {
  /// Kind of a trial of which only rules are known.
  static final String RULES_ONLY = "rules";

  /// Kind of a trial of the patient guide.
  static final String GUIDE = "guide";

  /// A name of its own: a command may make the other index anew while this one is open.
  private static final String INDEX = TrialFolder.INDEX + "-of-pages";

  /// While a long import goes on, the index is not made anew all the time.
  private static final int PATIENCE = 10;

  private final WebSettings settings;
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final Object comparing = new Object();
  private @Nullable TrialFolder folder;
  private @Nullable State state;
  private @Nullable Compared compared;

  TrialLibrary(WebSettings settings) {
    this.settings = settings;
  }

  /// What is known at a time.
  ///
  /// @param key changes with the files
  /// @param ruleProblems what is wrong with the rules of the folder, which are then left out
  /// @param made when, as the machine counts
  /// @param took how long
  private record State(
      String key,
      TrialSearch search,
      SequencedMap<String, TrialRules> rules,
      List<Problem> ruleProblems,
      List<MatchableTrial> withRules,
      long made,
      Duration took) {}

  private record Compared(
      String key,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      List<TrialDifference> differences) {}

  /// What is asked of the index.
  @FunctionalInterface
  interface Question<T> {
    T ask(TrialSearch search) throws IOException, TrialSearch.NotAQueryException;
  }

  @FunctionalInterface
  private interface OfState<T> {
    T ask(State state) throws IOException, TrialSearch.NotAQueryException;
  }

  /// The folder of the imported trials.
  synchronized TrialFolder folder() {
    TrialFolder known = folder;
    if (known == null) {
      try {
        Path path = settings.trials();
        known = new TrialFolder(path == null ? Files.createTempDirectory("trials") : path);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
      folder = known;
    }
    return known;
  }

  <T> T search(Question<T> question) throws TrialSearch.NotAQueryException {
    return with(now -> question.ask(now.search()));
  }

  private <T> T known(OfState<T> question) {
    try {
      return with(question);
    } catch (TrialSearch.NotAQueryException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private <T> T with(OfState<T> question) throws TrialSearch.NotAQueryException {
    try {
      String key = key();
      lock.readLock().lock();
      try {
        State now = state;
        if (now != null && isGood(now, key)) {
          return question.ask(now);
        }
      } finally {
        lock.readLock().unlock();
      }
      lock.writeLock().lock();
      try {
        State now = state;
        if (now == null || !isGood(now, key)) {
          if (now != null) {
            state = null;
            now.search().close();
          }
          now = open(key);
          state = now;
        }
        return question.ask(now);
      } finally {
        lock.writeLock().unlock();
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static boolean isGood(State now, String key) {
    return now.key().equals(key)
        || System.nanoTime() - now.made() < now.took().multipliedBy(PATIENCE).toNanos();
  }

  /// Says that something was imported here: what is asked next sees it.
  void changed() {
    lock.writeLock().lock();
    try {
      State now = state;
      state = null;
      if (now != null) {
        now.search().close();
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } finally {
      lock.writeLock().unlock();
    }
  }

  private String key() throws IOException {
    return folder().fingerprint() + FileStamp.ofFolder(folder().path().resolve(TrialFolder.RULES));
  }

  private State open(String key) throws IOException {
    long started = System.nanoTime();
    SequencedMap<String, TrialRules> rules = RuleFolder.shipped();
    List<Problem> problems = List.of();
    Path own = folder().path().resolve(TrialFolder.RULES);
    if (Files.isDirectory(own)) {
      try {
        rules = RuleFolder.with(own);
      } catch (BadInputException wrong) {
        problems = wrong.problems();
      }
    }
    Files.createDirectories(folder().path());
    List<Trial> others = new ArrayList<>(GuideTrials.all());
    List<String> guide = others.stream().map(Trial::id).toList();
    for (TrialRules each : rules.values()) {
      if (!guide.contains(each.trial())) {
        others.add(rulesOnly(each));
      }
    }
    TrialSearch search = TrialSearch.open(folder(), INDEX, others, (_, _) -> {});
    List<MatchableTrial> withRules = new ArrayList<>();
    for (TrialRules each : rules.values()) {
      withRules.add(MatchableTrial.of(each, record(search, each.trial())));
    }
    long ended = System.nanoTime();
    return new State(
        key, search, rules, problems, withRules, ended, Duration.ofNanos(ended - started));
  }

  private static @Nullable Trial record(TrialSearch search, String id) throws IOException {
    return search
        .trial(id)
        .filter(trial -> !trial.provenance().kind().equals(RULES_ONLY))
        .orElse(null);
  }

  /// A trial of which nothing is known but its rules.
  private static Trial rulesOnly(TrialRules rules) {
    LocalDate written = rules.curated().orElse(LocalDate.EPOCH);
    return new Trial(
        rules.trial(),
        List.of(),
        new Trial.Title(rules.title(), "", ""),
        new Trial.Status(null, "", "", ""),
        new Trial.Dates("", "", "", ""),
        new Trial.Sponsor("", ""),
        new Trial.Design("", List.of(), "", "", "", null, ""),
        List.of(),
        List.of(),
        List.of(),
        "",
        "",
        List.of(),
        new Trial.Eligibility("", "", "", "", "", null, "", written),
        List.of(),
        List.of(),
        new Trial.Provenance(RULES_ONLY, rules.source(), 1, written));
  }

  /// What is known of a trial.
  public Optional<Trial> trial(String id) {
    return known(now -> now.search().trial(id));
  }

  /// The rules that a person wrote for a trial.
  Optional<TrialRules> rules(String id) {
    return known(now -> Optional.ofNullable(now.rules().get(id)));
  }

  /// What is wrong with the rules of the folder; they are left out as long as something is.
  List<Problem> ruleProblems() {
    return known(State::ruleProblems);
  }

  /// Every trial with rules, ready for patients.
  public List<MatchableTrial> withRules() {
    return known(State::withRules);
  }

  /// A trial ready for patients, with rules or without.
  public Optional<MatchableTrial> matchable(String id) {
    return known(now -> {
      for (MatchableTrial each : now.withRules()) {
        if (each.id().equals(id)) {
          return Optional.of(each);
        }
      }
      return now.search().trial(id).map(MatchableTrial::of);
    });
  }

  /// The days of which snapshots speak, the latest first.
  List<LocalDate> days() {
    try {
      return folder().snapshots().stream()
          .map(SnapshotName::day)
          .distinct()
          .sorted()
          .toList()
          .reversed();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// What changed between two days, see [TrialDifference#between].
  List<TrialDifference> differences(@Nullable LocalDate from, @Nullable LocalDate to) {
    synchronized (comparing) {
      try {
        String key = key();
        Compared last = compared;
        if (last == null
            || !last.key().equals(key)
            || !Objects.equals(last.from(), from)
            || !Objects.equals(last.to(), to)) {
          last = new Compared(key, from, to, TrialDifference.between(folder(), from, to));
          compared = last;
        }
        return last.differences();
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }

  @Override
  public void close() {
    changed();
  }
}
