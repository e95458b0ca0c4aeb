package org.myocohort.evidence.search.index;

import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.myocohort.evidence.record.Author;
import org.myocohort.evidence.record.BibliographicRecord;
import org.myocohort.evidence.record.Identifier;

/// Makes of records what the index holds of them, one after another: each is good until the next is
/// made.
final class RecordDocuments {
  private static final FieldType WORDS = new FieldType();

  static {
    WORDS.setTokenized(true);
    WORDS.setIndexOptions(IndexOptions.DOCS);
    // Nothing is ranked here.
    WORDS.setOmitNorms(true);
    WORDS.freeze();
  }

  private final Map<String, FieldWords> fields = new HashMap<>();

  /// Where the words of a field are kept in their order, see [FieldWords].
  static String order(String field) {
    return field + "order";
  }

  /// @param id under which the record is found again
  Document of(String id, BibliographicRecord record) {
    Document document = new Document();
    fields.values().forEach(FieldWords::clear);
    document.add(new StringField(RecordIndex.ID, id, Field.Store.NO));
    document.add(new BinaryDocValuesField(RecordIndex.ID, new BytesRef(id)));
    text(RecordIndex.TITLE, record.title());
    text(RecordIndex.ORIGINAL_TITLE, record.vernacularTitle());
    text(RecordIndex.ABSTRACT, record.abstractText());
    text(RecordIndex.JOURNAL, record.journal());
    text(RecordIndex.JOURNAL, record.journalAbbreviation());
    for (String keyword : record.keywords()) {
      text(RecordIndex.KEYWORD, keyword);
      String heading = RecordWords.heading(keyword);
      word(document, RecordIndex.HEADING, heading);
      if (keyword.indexOf('*') >= 0) {
        word(document, RecordIndex.MAJOR, heading);
      }
    }
    for (Author author : record.authors()) {
      text(RecordIndex.AUTHOR, author.family() + " " + author.given());
    }
    Integer year = record.year();
    if (year != null) {
      document.add(new IntPoint(RecordIndex.YEAR, year));
    }
    for (String language : record.languages()) {
      word(document, RecordIndex.LANGUAGE, Languages.code(language));
    }
    text(RecordIndex.TYPE, record.type().name().replace('_', ' '));
    record.publicationTypes().forEach(type -> text(RecordIndex.TYPE, type));
    for (Identifier identifier : record.identifiers()) {
      word(document, RecordIndex.IDENTIFIER, KnownRecords.key(identifier));
      text(RecordIndex.NUMBER, identifier.value());
    }
    String title = record.title();
    if (title != null) {
      word(document, RecordIndex.TITLE_KEY, RecordWords.titleKey(title));
    }
    fields.forEach((field, words) -> {
      if (!words.isEmpty()) {
        document.add(new Field(field, words, WORDS));
        document.add(new BinaryDocValuesField(order(field), words.order()));
      }
    });
    return document;
  }

  private void text(String field, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      fields.computeIfAbsent(field, _ -> new FieldWords()).add(value);
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
}
