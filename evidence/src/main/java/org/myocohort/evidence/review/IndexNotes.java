package org.myocohort.evidence.review;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.myocohort.evidence.search.index.KeptIndex;
import org.myocohort.evidence.search.index.RecordIndex;

/// What an index says of itself: by which programs it was made, from which exports. Kept with it,
/// both or neither.
///
/// @param imports by their numbers
record IndexNotes(SortedMap<Integer, IndexedImport> imports) {
  private static final String MADE_BY = "made-by";
  private static final String IMPORT = "import-";

  private static String madeBy() {
    return "words " + RecordIndex.WORDS_VERSION + ", " + KeptIndex.writtenBy();
  }

  /// What was noted; nothing where other programs made the index.
  static IndexNotes of(Map<String, String> notes) {
    SortedMap<Integer, IndexedImport> imports = new TreeMap<>();
    if (madeBy().equals(notes.get(MADE_BY))) {
      notes.forEach((name, note) -> {
        if (name.startsWith(IMPORT)) {
          int number = Integer.parseInt(name.substring(IMPORT.length()));
          IndexedImport.of(note).ifPresent(read -> imports.put(number, read));
        }
      });
    }
    return new IndexNotes(imports);
  }

  Map<String, String> notes() {
    Map<String, String> notes = new TreeMap<>();
    notes.put(MADE_BY, madeBy());
    imports.forEach((number, made) -> notes.put(IMPORT + number, made.note()));
    return notes;
  }

  /// How many records a review has of each import.
  static Map<Integer, Integer> counts(Review review) {
    Map<Integer, Integer> counts = new HashMap<>();
    review
        .records()
        .values()
        .forEach(record -> counts.merge(record.importNumber(), 1, Math::addExact));
    return counts;
  }

  /// Whether an import is in the index as it is in the review.
  ///
  /// @param counts of the review
  boolean hold(ImportEntry entry, ReviewFolder folder, Map<Integer, Integer> counts)
      throws IOException {
    IndexedImport made = imports.get(entry.number());
    return made != null && made.holds(folder.export(entry), counts.getOrDefault(entry.number(), 0));
  }

  /// Whether all of a review is in the index, and nothing else.
  boolean holdAll(ReviewFolder folder, Review review) throws IOException {
    if (imports.size() != review.imports().size()) {
      return false;
    }
    Map<Integer, Integer> counts = counts(review);
    for (ImportEntry entry : review.imports()) {
      if (!hold(entry, folder, counts)) {
        return false;
      }
    }
    return true;
  }
}
