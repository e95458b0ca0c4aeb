package org.myocohort.evidence.review;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.myocohort.evidence.duplicate.IdentifiedRecord;
import org.myocohort.evidence.duplicate.MergedRecord;
import org.myocohort.evidence.format.RecordFiles;
import org.myocohort.evidence.record.BibliographicRecord;

/// The records of a review in full, read from its exports.
public final class ReviewRecords {
  private final List<IdentifiedRecord> all;
  private final Map<String, BibliographicRecord> byId;

  private ReviewRecords(List<IdentifiedRecord> all) {
    this.all = List.copyOf(all);
    byId = HashMap.newHashMap(all.size());
    all.forEach(record -> byId.put(record.id(), record.record()));
  }

  /// Reads every export of a review.
  ///
  /// @throws IOException if an export cannot be opened
  public static ReviewRecords read(ReviewFolder folder, Review review) throws IOException {
    List<IdentifiedRecord> all = new ArrayList<>(review.records().size());
    for (ImportEntry entry : review.imports()) {
      read(folder, review, entry, (id, record) -> all.add(new IdentifiedRecord(id, record)));
    }
    return new ReviewRecords(all);
  }

  /// Is given a record with its id.
  @FunctionalInterface
  interface Reading {
    void accept(String id, BibliographicRecord record) throws IOException;
  }

  /// Reads one export, record by record: those that the review has.
  static void read(ReviewFolder folder, Review review, ImportEntry entry, Reading reading)
      throws IOException {
    RecordFiles.read(
        folder.export(entry),
        record -> {
          String id = entry.number() + "-" + record.origin().number();
          if (review.records().containsKey(id)) {
            reading.accept(id, record);
          }
        });
  }

  /// All of them, in the order of import.
  public List<IdentifiedRecord> all() {
    return all;
  }

  /// A record.
  ///
  /// @throws IllegalArgumentException if the review has no such record
  public BibliographicRecord record(String id) {
    BibliographicRecord record = byId.get(id);
    if (record == null) {
      throw new IllegalArgumentException("the review has no record " + id);
    }
    return record;
  }

  /// Each work as one record made of its copies, by the work's id.
  public SequencedMap<String, MergedRecord> works(Review review) {
    SequencedMap<String, MergedRecord> works = new LinkedHashMap<>();
    review.works().forEach((work, records) -> works.put(work, work(records)));
    return works;
  }

  private MergedRecord work(List<String> records) {
    return MergedRecord.of(
        records.stream().map(id -> new IdentifiedRecord(id, record(id))).toList());
  }
}
