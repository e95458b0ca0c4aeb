package org.myocohort.evidence.duplicate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// Records that were compared with each other, once; what people decided can then be laid over the
/// result as often as they decide something.
///
/// Only records that share a key are compared (identifier, title, pages, author and year), so the
/// cost grows little faster than the number of records.
public final class ComparedRecords {
  /// Pairs less probable than this are not shown to a person.
  private static final double WORTH_A_LOOK = 0.3;

  /// Titles less alike than this are of two works, unless the place is the same.
  private static final double HOPELESS = 0.35;

  private static final int TOLD_EVERY = 1 << 12;
  private static final int THREADS = 2;

  private static final Comparator<Pair> MOST_PROBABLE_FIRST =
      Comparator.comparingDouble(Pair::probability)
          .reversed()
          .thenComparingInt(Pair::first)
          .thenComparingInt(Pair::second);

  private final List<String> ids;
  private final Map<String, Integer> indexes;
  private final List<Fingerprint> fingerprints;
  private final Vocabulary vocabulary;
  private final List<Pair> accepted;
  private final long[] acceptedInOrder;
  private final List<Pair> maybe;

  private ComparedRecords(
      List<String> ids,
      Map<String, Integer> indexes,
      List<Fingerprint> fingerprints,
      Vocabulary vocabulary,
      List<Pair> accepted,
      List<Pair> maybe) {
    this.ids = List.copyOf(ids);
    this.indexes = indexes;
    this.fingerprints = fingerprints;
    this.vocabulary = vocabulary;
    this.accepted = accepted;
    this.maybe = maybe;
    acceptedInOrder =
        accepted.stream()
            .mapToLong(pair -> Candidates.pair(pair.first(), pair.second()))
            .sorted()
            .toArray();
  }

  /// Is told how far the comparing has come.
  @FunctionalInterface
  public interface Progress {
    /// So much of the work is done.
    ///
    /// @param done parts
    /// @param total of how many
    void done(int done, int total);
  }

  /// A pair by the numbers of its records, the smaller first.
  record Pair(
      int first,
      int second,
      @Nullable MergeRule rule,
      Set<Conflict> conflicts,
      double probability) {}

  /// Compares records. Their order matters only in that it is the order of the answer.
  public static ComparedRecords of(List<IdentifiedRecord> records) {
    return of(records, (done, total) -> {});
  }

  /// Compares records and tells now and then how far it has come.
  ///
  /// @param progress is told how many parts of how many are done
  public static ComparedRecords of(List<IdentifiedRecord> records, Progress progress) {
    GatheredRecords gathered = new GatheredRecords();
    for (IdentifiedRecord record : records) {
      gathered.add(record.id(), record.record());
    }
    return gathered.compare(progress);
  }

  /// Compares records that were gathered.
  static ComparedRecords of(
      List<String> ids, List<Fingerprint> fingerprints, Vocabulary vocabulary, Progress progress) {
    Map<String, Integer> indexes = HashMap.newHashMap(ids.size());
    for (String id : ids) {
      indexes.put(id, indexes.size());
    }
    List<Pair> accepted = new ArrayList<>();
    List<Pair> maybe = new ArrayList<>();
    long[] candidates = Candidates.of(fingerprints, vocabulary);
    try (ExecutorService threads =
        Executors.newFixedThreadPool(THREADS, Thread.ofPlatform().daemon().factory())) {
      List<Future<List<Pair>>> parts = new ArrayList<>();
      for (int from = 0; from < candidates.length; from += TOLD_EVERY) {
        long[] part =
            Arrays.copyOfRange(candidates, from, Math.min(from + TOLD_EVERY, candidates.length));
        parts.add(threads.submit(() -> compare(part, fingerprints, vocabulary)));
      }
      for (int at = 0; at < parts.size(); at++) {
        progress.done(at * TOLD_EVERY, candidates.length);
        for (Pair pair : result(parts.get(at))) {
          (pair.rule() == null ? maybe : accepted).add(pair);
        }
      }
    }
    progress.done(candidates.length, candidates.length);
    accepted.sort(MOST_PROBABLE_FIRST);
    return new ComparedRecords(ids, indexes, fingerprints, vocabulary, accepted, maybe);
  }

  private static List<Pair> result(Future<List<Pair>> part) {
    try {
      return part.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while comparing", interrupted);
    } catch (ExecutionException failure) {
      throw new IllegalStateException(failure.getCause());
    }
  }

  private static List<Pair> compare(
      long[] candidates, List<Fingerprint> fingerprints, Vocabulary vocabulary) {
    List<Pair> pairs = new ArrayList<>();
    for (long candidate : candidates) {
      Pair pair =
          compare(
              Candidates.first(candidate), Candidates.second(candidate), fingerprints, vocabulary);
      if (pair != null) {
        pairs.add(pair);
      }
    }
    return pairs;
  }

  /// How two records stand; null where they are two works.
  static @Nullable Pair compare(
      int first, int second, List<Fingerprint> fingerprints, Vocabulary vocabulary) {
    Fingerprint mine = fingerprints.get(first);
    Fingerprint theirs = fingerprints.get(second);
    TitleComparison title = TitleComparison.of(mine, theirs, vocabulary);
    if (title.similarity() < HOPELESS && !samePages(mine, theirs)) {
      return null;
    }
    Comparison comparison = new Comparison(mine, theirs, title, vocabulary);
    Set<Conflict> conflicts = MergeRules.conflicts(comparison);
    MergeRule rule = conflicts.isEmpty() ? MergeRules.rule(comparison) : null;
    double probability = Likelihood.of(comparison, conflicts);
    return rule == null && probability < WORTH_A_LOOK
        ? null
        : new Pair(first, second, rule, conflicts, probability);
  }

  private static boolean samePages(Fingerprint mine, Fingerprint theirs) {
    PageSpan pages = mine.pages();
    PageSpan others = theirs.pages();
    return pages != null && others != null && pages.same(others);
  }

  /// What the rules found, nothing decided by people.
  public Duplicates found() {
    return decided(DecisionLog.empty());
  }

  /// Which records are copies, without how each pair was told.
  ///
  /// @param clusters as in [Duplicates]
  /// @param maybe how many pairs a person has to look at
  public record Copies(List<List<String>> clusters, int maybe) {
    public Copies {
      clusters = List.copyOf(clusters);
    }
  }

  /// Pairs as they stand with what people decided.
  ///
  /// @param byPeople pairs that people merged
  /// @param merged by the rules
  private record Standing(
      Clusters clusters,
      List<int[]> byPeople,
      List<DuplicateDecision> contradicted,
      List<Pair> merged,
      List<Pair> open) {}

  private Standing standing(DecisionLog log) {
    Clusters clusters = new Clusters(ids.size());
    PeopleFirst people = PeopleFirst.of(log, indexes);
    List<DuplicateDecision> contradicted = people.apply(clusters);
    List<int[]> byPeople = new ArrayList<>(people.merged());
    byPeople.removeIf(pair -> !clusters.together(pair[0], pair[1]));
    List<Pair> merged = new ArrayList<>();
    List<Pair> unsure = new ArrayList<>(maybe);
    for (Pair pair : accepted) {
      Conflict against = join(clusters, pair);
      if (against == null) {
        merged.add(pair);
      } else {
        unsure.add(
            new Pair(pair.first(), pair.second(), null, Set.of(against), pair.probability()));
      }
    }
    unsure.sort(MOST_PROBABLE_FIRST);
    unsure.removeIf(pair ->
        clusters.together(pair.first(), pair.second())
            || clusters.apart(pair.first(), pair.second()));
    return new Standing(clusters, byPeople, contradicted, merged, unsure);
  }

  private List<List<String>> named(Clusters clusters) {
    return clusters.ofSeveral().stream()
        .map(members -> members.stream().map(ids::get).toList())
        .toList();
  }

  /// The same as [#decided], for who does not ask why.
  public Copies copies(DecisionLog log) {
    Standing standing = standing(log);
    return new Copies(named(standing.clusters()), standing.open().size());
  }

  /// What the rules found, with what people decided above it. Records of which a decision speaks
  /// and that are not among these are passed over.
  public Duplicates decided(DecisionLog log) {
    Standing standing = standing(log);
    List<ComparedPair> merged = new ArrayList<>();
    for (int[] pair : standing.byPeople()) {
      merged.add(explain(pair[0], pair[1], MergeRule.PERSON, Set.of()));
    }
    standing.merged().forEach(pair -> merged.add(explained(pair, pair.rule(), Set.of())));
    List<ComparedPair> open = new ArrayList<>();
    standing.open().forEach(pair -> open.add(explained(pair, null, pair.conflicts())));
    return new Duplicates(
        ids.size(), named(standing.clusters()), merged, open, standing.contradicted());
  }

  /// Two records as the rules see them, whether or not they share a key.
  public ComparedPair explain(String first, String second) {
    Integer one = indexes.get(first);
    Integer other = indexes.get(second);
    if (one == null || other == null || one.equals(other)) {
      throw new IllegalArgumentException(
          "two of the compared records are explained, but not " + first + " and " + second);
    }
    Comparison comparison = comparison(one, other);
    Set<Conflict> conflicts = MergeRules.conflicts(comparison);
    MergeRule rule = conflicts.isEmpty() ? MergeRules.rule(comparison) : null;
    return explain(Math.min(one, other), Math.max(one, other), rule, conflicts);
  }

  /// Joins the clusters of a pair; what speaks against it when they stay apart.
  private @Nullable Conflict join(Clusters clusters, Pair pair) {
    if (clusters.together(pair.first(), pair.second())) {
      return null;
    }
    if (clusters.keptApart(pair.first(), pair.second())) {
      return Conflict.PERSON;
    }
    for (int mine : clusters.sample(pair.first())) {
      for (int theirs : clusters.sample(pair.second())) {
        boolean judged =
            clusters.joinedByPerson(mine)
                || clusters.joinedByPerson(theirs)
                || wasAccepted(mine, theirs);
        if (!judged
            && MergeRules.conflicts(comparison(mine, theirs)).stream()
                .anyMatch(Conflict::partsClusters)) {
          return Conflict.CLUSTER;
        }
      }
    }
    clusters.join(pair.first(), pair.second());
    return null;
  }

  /// Whether two records are a pair that the rules merge: then nothing speaks against it.
  private boolean wasAccepted(int first, int second) {
    long pair = Candidates.pair(first, second);
    return Arrays.binarySearch(acceptedInOrder, pair) >= 0;
  }

  private Comparison comparison(int first, int second) {
    return new Comparison(fingerprints.get(first), fingerprints.get(second), vocabulary);
  }

  private ComparedPair explained(Pair pair, @Nullable MergeRule rule, Set<Conflict> conflicts) {
    return new ComparedPair(
        ids.get(pair.first()),
        ids.get(pair.second()),
        rule,
        conflicts,
        pair.probability(),
        comparison(pair.first(), pair.second()).agreements());
  }

  private ComparedPair explain(
      int first, int second, @Nullable MergeRule rule, Set<Conflict> conflicts) {
    Comparison comparison = comparison(first, second);
    return new ComparedPair(
        ids.get(first),
        ids.get(second),
        rule,
        conflicts,
        Likelihood.of(comparison, conflicts),
        comparison.agreements());
  }
}
