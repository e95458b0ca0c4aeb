package org.myocohort.evidence.search.index;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;
import org.myocohort.evidence.record.BibliographicRecord;

/// The records of a review, searchable.
///
/// Records can be added at any time, also to an index that was kept on disk; what was added is
/// found by the next [#search]. A record added again under its id takes the place of the earlier
/// one. The cost is linear in the text. Many threads may search, one at a time adds.
public final class RecordIndex implements Closeable {
  /// Number of what an index holds of a record: raised when records are read or cut into words
  /// otherwise, so that an index made before is made again.
  public static final int WORDS_VERSION = 3;

  static final String ID = "id";
  static final String ORDER = "order";
  static final String TITLE = "title";
  static final String ORIGINAL_TITLE = "original";
  static final String ABSTRACT = "abstract";
  static final String KEYWORD = "keyword";
  static final String HEADING = "heading";
  static final String MAJOR = "major";
  static final String AUTHOR = "author";
  static final String JOURNAL = "journal";
  static final String YEAR = "year";
  static final String LANGUAGE = "language";
  static final String TYPE = "type";
  static final String IDENTIFIER = "identifier";
  static final String NUMBER = "number";
  static final String TITLE_KEY = "titlekey";

  private static final int MEGABYTES = 48;
  private static final int PARTS = 32;

  /// What is never merged may as well be written in small parts: they need less memory meanwhile.
  private static final int MEGABYTES_UNMERGED = 16;

  /// Two megabytes of marks: of 100,000 ids one in 200 is looked for in vain.
  private static final int IDS = 1 << 24;

  static {
    // A truncation may stand for more words than the library allows by default.
    IndexSearcher.setMaxClauseCount(1 << 18);
  }

  private final Directory directory;
  private final IndexWriter writer;

  /// Marks of the ids that are in: to look for a record that is none costs as much as adding one.
  private final BitSet ids = new BitSet(IDS);

  private long added;

  private RecordIndex(Directory directory) throws IOException {
    this.directory = directory;
    // Without an analyser: every field brings its words.
    IndexWriterConfig config = new IndexWriterConfig(null);
    config.setRAMBufferSizeMB(MEGABYTES);
    if (directory instanceof ByteBuffersDirectory) {
      // It is gone with the process: to merge its parts would cost more than it saves.
      config.setMergePolicy(NoMergePolicy.INSTANCE);
      config.setRAMBufferSizeMB(MEGABYTES_UNMERGED);
    } else {
      // Merging costs as much as adding: it is left until there are many parts.
      TieredMergePolicy merging = new TieredMergePolicy();
      merging.setSegmentsPerTier(PARTS);
      config.setMergePolicy(merging);
    }
    this.writer = new IndexWriter(directory, config);
    this.added = writer.getDocStats().maxDoc;
    markIds();
  }

  private void markIds() throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(writer)) {
      for (LeafReaderContext leaf : reader.leaves()) {
        Terms terms = leaf.reader().terms(ID);
        TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
        for (BytesRef id = each.next(); id != null; id = each.next()) {
          mayReplace(id.utf8ToString());
        }
      }
    }
  }

  /// An index that is gone when it is closed.
  public static RecordIndex inMemory() throws IOException {
    return new RecordIndex(new ByteBuffersDirectory());
  }

  /// An index kept in a folder, made where there is none.
  public static RecordIndex in(Path folder) throws IOException {
    Files.createDirectories(folder);
    return new RecordIndex(FSDirectory.open(folder));
  }

  /// An index kept in a folder, with nothing in it; what was there, damaged or not, is deleted.
  ///
  /// @throws IOException also if another process is adding to what is there
  public static RecordIndex anew(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (Directory directory = FSDirectory.open(folder);
        Lock _ = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
      for (String file : directory.listAll()) {
        if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
          directory.deleteFile(file);
        }
      }
    }
    return in(folder);
  }

  /// Adds records, each under an id; as many at once as fit in memory.
  public void add(SequencedMap<String, BibliographicRecord> records) throws IOException {
    try (RecordAdder adder = adder()) {
      for (Map.Entry<String, BibliographicRecord> record : records.sequencedEntrySet()) {
        adder.add(record.getKey(), record.getValue());
      }
    }
  }

  /// Adds any number of records one by one, on threads of its own. They are in the index when it is
  /// closed; until then no other may add.
  public RecordAdder adder() {
    return new RecordAdder(this);
  }

  /// The number of the record that is added next, in the order of the records.
  long nextOrder() {
    return added++;
  }

  /// Whether the index may have a record with an id already, and takes note of it.
  boolean mayReplace(String id) {
    int bit = StringHelper.murmurhash3_x86_32(new BytesRef(id), 0) & (IDS - 1);
    boolean known = ids.get(bit);
    ids.set(bit);
    return known;
  }

  /// Puts a record in; other threads may do so at the same time with other ids.
  ///
  /// @param documents of this thread
  void put(
      RecordDocuments documents,
      String id,
      BibliographicRecord record,
      long order,
      boolean mayReplace)
      throws IOException {
    Document document = documents.of(id, record);
    // Threads share the work, so that the order of the index is not that of the records.
    document.add(new NumericDocValuesField(ORDER, order));
    if (mayReplace) {
      writer.updateDocument(new Term(ID, id), document);
    } else {
      writer.addDocument(document);
    }
  }

  /// Writes out what one thread added, on the thread that calls.
  void writePart() throws IOException {
    writer.flushNextBuffer();
  }

  /// The records as they are now.
  public RecordSearch search() throws IOException {
    DirectoryReader reader = DirectoryReader.open(writer);
    return new RecordSearch(reader, Numbering.ofEach(reader), reader);
  }

  /// Works as they are now: records found together.
  ///
  /// @param works in their order
  /// @param workOf the id of a record, the place of its work; null for one that is left out
  /// @param closed with the search
  public RecordSearch search(
      List<String> works, Function<String, @Nullable Integer> workOf, Closeable closed)
      throws IOException {
    DirectoryReader reader = DirectoryReader.open(writer);
    return new RecordSearch(
        reader,
        Numbering.of(reader, works, workOf),
        () -> {
          reader.close();
          closed.close();
        });
  }

  /// Takes records out.
  public void remove(Collection<String> records) throws IOException {
    writer.deleteDocuments(records.stream().map(id -> new Term(ID, id)).toArray(Term[]::new));
  }

  /// Takes everything out.
  public void clear() throws IOException {
    writer.deleteAll();
    ids.clear();
  }

  /// Takes out every record whose id begins so.
  public void removeAll(String beginning) throws IOException {
    writer.deleteDocuments(new PrefixQuery(new Term(ID, beginning)));
  }

  /// Puts what was added on disk.
  public void commit() throws IOException {
    writer.commit();
  }

  /// Puts what was added on disk with notes on it, all or none.
  public void commit(Map<String, String> notes) throws IOException {
    writer.setLiveCommitData(notes.entrySet());
    writer.commit();
  }

  /// The notes of the last commit.
  public Map<String, String> notes() {
    Map<String, String> notes = new TreeMap<>();
    Iterable<Map.Entry<String, String>> kept = writer.getLiveCommitData();
    if (kept != null) {
      kept.forEach(note -> notes.put(note.getKey(), note.getValue()));
    }
    return notes;
  }

  /// Gives up what was added since the last commit, and closes.
  public void rollback() throws IOException {
    writer.rollback();
    directory.close();
  }

  @Override
  public void close() throws IOException {
    writer.close();
    directory.close();
  }
}
