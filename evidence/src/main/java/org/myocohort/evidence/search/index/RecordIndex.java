package org.myocohort.evidence.search.index;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.myocohort.evidence.record.Author;
import org.myocohort.evidence.record.BibliographicRecord;
import org.myocohort.evidence.record.Identifier;

/// The records of a review, searchable.
///
/// Records can be added at any time, also to an index that was kept on disk; what was added is
/// found by the next [#search]. A record added again under its id takes the place of the earlier
/// one. The cost is linear in the text. Many threads may search, one at a time adds.
public final class RecordIndex implements Closeable {
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

  private static final int MEGABYTES = 64;
  private static final FieldType WORDS = new FieldType();

  static {
    // A truncation may stand for more words than the library allows by default.
    IndexSearcher.setMaxClauseCount(1 << 18);
    WORDS.setTokenized(true);
    WORDS.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    // Nothing is ranked here.
    WORDS.setOmitNorms(true);
    WORDS.freeze();
  }

  private final Directory directory;
  private final IndexWriter writer;
  private boolean empty;
  private long added;

  private RecordIndex(Directory directory) throws IOException {
    this.directory = directory;
    IndexWriterConfig config = new IndexWriterConfig(WordTokenizer.analyzer());
    config.setRAMBufferSizeMB(MEGABYTES);
    if (directory instanceof ByteBuffersDirectory) {
      // It is gone with the process: to merge its parts would cost more than it saves.
      config.setMergePolicy(NoMergePolicy.INSTANCE);
    }
    this.writer = new IndexWriter(directory, config);
    this.empty = writer.getDocStats().numDocs == 0;
    this.added = writer.getDocStats().maxDoc;
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

  /// Adds records, each under an id; as many at once as fit in memory.
  public void add(SequencedMap<String, BibliographicRecord> records) throws IOException {
    List<Map.Entry<String, BibliographicRecord>> list = List.copyOf(records.sequencedEntrySet());
    try {
      IntStream.range(0, list.size()).parallel().forEach(i -> add(list.get(i), added + i));
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    }
    added += list.size();
    empty &= list.isEmpty();
  }

  private void add(Map.Entry<String, BibliographicRecord> record, long order) {
    Document document = document(record.getKey(), record.getValue());
    // Threads share the work, so that the order of the index is not that of the records.
    document.add(new NumericDocValuesField(ORDER, order));
    try {
      if (empty) {
        // Nothing can be replaced yet, and ids of a map are not equal.
        writer.addDocument(document);
      } else {
        writer.updateDocument(new Term(ID, record.getKey()), document);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// The records as they are now.
  public RecordSearch search() throws IOException {
    return new RecordSearch(DirectoryReader.open(writer));
  }

  /// Puts what was added on disk.
  public void commit() throws IOException {
    writer.commit();
  }

  private static Document document(String id, BibliographicRecord record) {
    Document document = new Document();
    document.add(new StringField(ID, id, Field.Store.NO));
    document.add(new SortedDocValuesField(ID, new BytesRef(id)));
    text(document, TITLE, record.title());
    text(document, ORIGINAL_TITLE, record.vernacularTitle());
    text(document, ABSTRACT, record.abstractText());
    text(document, JOURNAL, record.journal());
    text(document, JOURNAL, record.journalAbbreviation());
    for (String keyword : record.keywords()) {
      text(document, KEYWORD, keyword);
      String heading = RecordWords.heading(keyword);
      word(document, HEADING, heading);
      if (keyword.indexOf('*') >= 0) {
        word(document, MAJOR, heading);
      }
    }
    for (Author author : record.authors()) {
      text(document, AUTHOR, author.family() + " " + author.given());
    }
    Integer year = record.year();
    if (year != null) {
      document.add(new IntPoint(YEAR, year));
    }
    for (String language : record.languages()) {
      word(document, LANGUAGE, Languages.code(language));
    }
    text(document, TYPE, record.type().name().replace('_', ' '));
    record.publicationTypes().forEach(type -> text(document, TYPE, type));
    for (Identifier identifier : record.identifiers()) {
      word(document, IDENTIFIER, KnownRecords.key(identifier));
      text(document, NUMBER, identifier.value());
    }
    String title = record.title();
    if (title != null) {
      word(document, TITLE_KEY, RecordWords.titleKey(title));
    }
    return document;
  }

  private static void text(Document document, String field, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      document.add(new Field(field, value, WORDS));
    }
  }

  /// Longer keys than the library takes are cut.
  private static void word(Document document, String field, String value) {
    int longest = 2000;
    if (!value.isEmpty()) {
      document.add(
          new StringField(
              field,
              value.length() > longest ? value.substring(0, longest) : value,
              Field.Store.NO));
    }
  }

  @Override
  public void close() throws IOException {
    writer.close();
    directory.close();
  }
}
