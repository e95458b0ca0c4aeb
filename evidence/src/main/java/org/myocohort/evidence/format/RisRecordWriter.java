package org.myocohort.evidence.format;

import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.myocohort.evidence.record.Author;
import org.myocohort.evidence.record.BibliographicRecord;
import org.myocohort.evidence.record.Identifier;
import org.myocohort.evidence.record.IdentifierKind;
import org.myocohort.evidence.record.PublicationType;

/// Writes RIS with the tags that every manager reads.
final class RisRecordWriter extends RecordWriter {
  private static final Map<PublicationType, String> TYPES =
      Map.of(
          PublicationType.ARTICLE, "JOUR",
          PublicationType.CONFERENCE, "CPAPER",
          PublicationType.PREPRINT, "UNPB",
          PublicationType.BOOK, "BOOK",
          PublicationType.CHAPTER, "CHAP",
          PublicationType.THESIS, "THES",
          PublicationType.REPORT, "RPRT",
          PublicationType.DATASET, "DATA",
          PublicationType.TRIAL_REGISTRATION, "ICTRP");

  RisRecordWriter(Writer out) {
    super(out);
  }

  @Override
  public void accept(BibliographicRecord record) throws IOException {
    field("TY", TYPES.getOrDefault(record.type(), "GEN"));
    for (String type : record.publicationTypes()) {
      field("M3", type);
    }
    field("TI", record.title());
    field("TT", record.vernacularTitle());
    for (Author author : record.authors()) {
      boolean bare = author.group() || author.given().isEmpty();
      field("AU", bare ? author.family() + "," : author.family() + ", " + author.given());
    }
    Integer year = record.year();
    field("PY", year == null ? null : year.toString());
    field("DA", record.date());
    field("T2", record.journal());
    field("J2", record.journalAbbreviation());
    field("VL", record.volume());
    field("IS", record.issue());
    field("SP", record.pages());
    field("AB", record.abstractText());
    for (String keyword : record.keywords()) {
      field("KW", keyword);
    }
    field("DO", record.identifier(IdentifierKind.DOI).orElse(null));
    for (Identifier name : record.identifiers()) {
      identifier(name);
    }
    for (String language : record.languages()) {
      field("LA", language);
    }
    for (String address : record.addresses()) {
      field("UR", address);
    }
    field("DB", record.database());
    out.write("ER  - \n\n");
  }

  private void identifier(Identifier name) throws IOException {
    switch (name.kind()) {
      case DOI -> {}
      case PMID -> field("N1", "PMID: " + name.value());
      case PMCID -> field("C2", name.value());
      case EMBASE -> field("U2", name.value());
      case ISSN -> field("SN", name.value().substring(0, 4) + "-" + name.value().substring(4));
      case ISBN -> field("SN", name.raw());
      case TRIAL -> field("C6", name.value());
      case ACCESSION -> field("AN", name.value());
    }
  }

  private void field(String tag, @Nullable String value) throws IOException {
    if (value != null && !value.isBlank()) {
      // An indented line cannot be taken for a field of its own.
      out.write(tag + "  - " + value.replace("\n", "\n ") + "\n");
    }
  }
}
