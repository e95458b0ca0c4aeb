package org.myocohort.evidence.format;

import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.myocohort.evidence.record.Author;
import org.myocohort.evidence.record.BibliographicRecord;
import org.myocohort.evidence.record.IdentifierKind;
import org.myocohort.evidence.record.PublicationType;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes CSL-JSON, an item a line.
final class CslRecordWriter extends RecordWriter {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final Map<PublicationType, String> TYPES =
      Map.of(
          PublicationType.ARTICLE, "article-journal",
          PublicationType.CONFERENCE, "paper-conference",
          PublicationType.PREPRINT, "article",
          PublicationType.BOOK, "book",
          PublicationType.CHAPTER, "chapter",
          PublicationType.THESIS, "thesis",
          PublicationType.REPORT, "report",
          PublicationType.DATASET, "dataset");
  private boolean begun;

  CslRecordWriter(Writer out) throws IOException {
    super(out);
    out.write("[");
  }

  @Override
  public void accept(BibliographicRecord record) throws IOException {
    ObjectNode item = MAPPER.createObjectNode();
    item.put("id", record.origin().file() + "#" + record.origin().number());
    item.put("type", TYPES.getOrDefault(record.type(), "document"));
    put(item, "title", record.title());
    put(item, "original-title", record.vernacularTitle());
    if (!record.authors().isEmpty()) {
      ArrayNode authors = item.putArray("author");
      for (Author author : record.authors()) {
        ObjectNode name = authors.addObject();
        if (author.group()) {
          name.put("literal", author.family());
        } else {
          name.put("family", author.family());
          put(name, "given", author.given());
        }
      }
    }
    Integer year = record.year();
    if (year != null) {
      item.putObject("issued").putArray("date-parts").addArray().add(year.intValue());
    }
    put(item, "container-title", record.journal());
    put(item, "container-title-short", record.journalAbbreviation());
    put(item, "volume", record.volume());
    put(item, "issue", record.issue());
    put(item, "page", record.pages());
    put(item, "abstract", record.abstractText());
    put(item, "keyword", String.join("; ", record.keywords()));
    put(item, "DOI", record.identifier(IdentifierKind.DOI).orElse(null));
    put(item, "PMID", record.identifier(IdentifierKind.PMID).orElse(null));
    put(item, "PMCID", record.identifier(IdentifierKind.PMCID).orElse(null));
    put(item, "ISSN", record.identifier(IdentifierKind.ISSN).orElse(null));
    put(item, "language", record.languages().stream().findFirst().orElse(null));
    put(item, "URL", record.addresses().stream().findFirst().orElse(null));
    put(item, "source", record.database());
    out.write((begun ? ",\n" : "\n") + item);
    begun = true;
  }

  private static void put(ObjectNode item, String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      item.put(name, value);
    }
  }

  @Override
  public void close() throws IOException {
    out.write("\n]\n");
    super.close();
  }
}
