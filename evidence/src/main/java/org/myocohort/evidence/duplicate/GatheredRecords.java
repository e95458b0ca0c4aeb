package org.myocohort.evidence.duplicate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.myocohort.evidence.record.BibliographicRecord;

/// Records on their way to a comparison, given one by one. Only what is compared is kept of each.
public final class GatheredRecords {
  private final Vocabulary vocabulary = new Vocabulary();
  private final Set<String> known = new HashSet<>();
  private List<String> ids = new ArrayList<>();
  private List<Fingerprint> fingerprints = new ArrayList<>();

  /// Adds a record behind the others.
  ///
  /// @throws IllegalArgumentException if another is called so
  public void add(String id, BibliographicRecord record) {
    if (!known.add(id)) {
      throw new IllegalArgumentException("two records are called " + id);
    }
    ids.add(id);
    fingerprints.add(Fingerprint.of(record, vocabulary));
  }

  /// Takes records out again.
  ///
  /// @param out whether it is one of them, by its id
  public void leaveOut(Predicate<String> out) {
    if (!known.removeIf(out)) {
      return;
    }
    List<String> keptIds = new ArrayList<>(known.size());
    List<Fingerprint> kept = new ArrayList<>(known.size());
    for (int at = 0; at < ids.size(); at++) {
      if (known.contains(ids.get(at))) {
        keptIds.add(ids.get(at));
        kept.add(fingerprints.get(at));
      }
    }
    ids = keptIds;
    fingerprints = kept;
  }

  /// Compares them with each other.
  ///
  /// @param progress is told how many parts of how many are done
  public ComparedRecords compare(ComparedRecords.Progress progress) {
    return ComparedRecords.of(ids, fingerprints, vocabulary, progress);
  }
}
