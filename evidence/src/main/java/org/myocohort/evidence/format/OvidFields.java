package org.myocohort.evidence.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.myocohort.evidence.record.Author;
import org.myocohort.evidence.record.Identifiers;
import org.myocohort.evidence.record.PublicationType;
import org.myocohort.evidence.record.RawField;
import org.myocohort.evidence.record.RecordDraft;

/// What the labels of Ovid's text mean; its databases name the same thing differently.
final class OvidFields {
  private static final Pattern SOURCE =
      Pattern.compile(
          "(?s)(?<journal>.+?)\\.\\s+(?:Vol\\.?\\s*)?(?<volume>[0-9A-Za-z]+)?"
              + "\\s*(?:\\((?<issue>[^)]*)\\))?(?::\\s*(?<pages>[^,]+?))?,\\s*(?<date>.*?[0-9]{4}.*?)\\.?");
  private static final Pattern PAGES =
      Pattern.compile("\\bpp?\\.? ?([0-9A-Za-z]+(?:-[0-9A-Za-z]+)?)");
  private static final Pattern BOOK_PAGES = Pattern.compile("\\(pp?\\.? ?([^)]*)\\)");
  private static final Pattern TYPE_AFTER_TITLE =
      Pattern.compile("\\s*\\[([A-Z][A-Za-z ,&/-]*)\\]\\.?$");
  private static final Pattern MARKS =
      Pattern.compile("[*+^§†‡]|\\([^)]*\\)|(?<=\\s)[0-9][0-9, ]*$");
  private static final Pattern DEGREES =
      Pattern.compile(
          "(?:,? (?:MD|M\\.D\\.|PhD|Ph\\.D\\.|MPH|MSc|MS|BSc|RN|DO|DDS|MBBS|FRCP|FACP|ScD|PharmD|MBA),?)+$");

  private OvidFields() {}

  static void map(List<RawField> fields, RecordDraft draft, TaggedFields.Faults faults) {
    RawField source = null;
    for (RawField field : fields) {
      String text = Plain.line(field.value());
      if (text.isEmpty()) {
        continue;
      }
      switch (field.tag().toLowerCase(Locale.ROOT)) {
        case "title", "article title", "chapter title", "title of article" -> title(text, draft);
        case "original title", "vernacular title", "foreign title", "title comments" ->
            draft.vernacularTitle(text);
        case "author", "authors", "author(s)", "author/editor", "author names" ->
            authors(field.value()).forEach(draft::author);
        case "source", "publication", "source information" -> source = field;
        case "journal name",
            "journal title",
            "journal",
            "book title",
            "full source title",
            "source title",
            "publication name" ->
            draft.journal(text);
        case "journal abbreviation", "abbreviated source" -> draft.journalAbbreviation(text);
        case "volume" -> draft.volume(text);
        case "issue", "issue/part" -> draft.issue(text);
        case "pages", "page", "page numbers", "pagination" -> draft.pages(text);
        case "year", "year of publication", "publication year" -> draft.year(Years.of(text));
        case "date of publication", "publication date", "date" ->
            draft.date(text).year(Years.of(text));
        case "abstract", "summary" -> draft.abstractText(Plain.abstractText(field.value()));
        case "author keywords",
            "key words",
            "keywords",
            "keyword",
            "subject headings",
            "mesh subject headings",
            "mesh headings",
            "heading word",
            "key concepts",
            "keyword heading",
            "candidate term word" ->
            keywords(field.value(), draft);
        case "language", "languages", "language of publication", "article language" ->
            draft.language(text.endsWith(".") ? text.substring(0, text.length() - 1) : text);
        case "document type", "publication type", "article type", "type of publication" ->
            types(text, draft);
        case "issn",
            "issn print",
            "issn electronic",
            "issn linking",
            "isbn",
            "print issn",
            "electronic issn",
            "international standard serial number" ->
            Identifiers.serialsAndBooks(text).forEach(draft::identifier);
        case "doi number", "doi", "digital object identifier", "article identifier" ->
            Identifiers.doi(text).ifPresent(draft::identifier);
        case "pubmed id", "pmid", "pubmed identifier", "medline pmid" ->
            Identifiers.pmid(text).ifPresent(draft::identifier);
        case "pmc identifier", "pmc id", "pmcid" ->
            Identifiers.pmcid(text).ifPresent(draft::identifier);
        case "accession number", "unique identifier", "an", "ui" ->
            Identifiers.accession(text.replaceAll("\\.$", "")).ifPresent(draft::identifier);
        case "embase accession number", "pui" ->
            Identifiers.embase(text).ifPresent(draft::identifier);
        case "clinical trial number", "clinical trial registry" ->
            Identifiers.trials(text).forEach(draft::identifier);
        case "database", "db", "vn" -> draft.database(text);
        case "url", "full text url" -> draft.address(text);
        default -> {}
      }
    }
    if (source != null) {
      source(Plain.line(source.value()), draft);
    }
    // Of an article ahead of print only its status has a date.
    for (RawField field : fields) {
      if (field.tag().equals("Status")) {
        draft.year(Years.of(field.value()));
      }
    }
    if (draft.year().isEmpty() && source != null) {
      faults.add(source, ReadProblem.Kind.NO_YEAR);
    }
  }

  private static void title(String text, RecordDraft draft) {
    Matcher type = TYPE_AFTER_TITLE.matcher(text);
    if (type.find() && type.start() > 0) {
      draft.title(text.substring(0, type.start()));
      Kinds.add(draft, type.group(1));
    } else {
      draft.title(text);
    }
  }

  private static void types(String text, RecordDraft draft) {
    for (String word : Plain.parts(text, ".;")) {
      Kinds.add(draft, word.strip());
    }
  }

  private static List<Author> authors(String value) {
    String text = Plain.line(value);
    String[] names =
        text.indexOf(';') >= 0 ? text.split(";", -1) : text.split("\\.\\s+(?=\\p{Lu})", -1);
    List<Author> authors = new ArrayList<>();
    for (String name : names) {
      String bare = MARKS.matcher(name.strip()).replaceAll("").strip();
      bare = DEGREES.matcher(bare).replaceFirst("").replaceFirst("\\s*[,.]$", "").strip();
      Names.of(bare).ifPresent(authors::add);
    }
    return authors;
  }

  private static void keywords(String value, RecordDraft draft) {
    for (String word : Plain.parts(value, ";\n")) {
      String text = Plain.line(word);
      draft.keyword(text.endsWith(".") ? text.substring(0, text.length() - 1) : text);
    }
  }

  /// `Ecohydrology. 8(6):1048-1064, September 2015.`
  private static void source(String text, RecordDraft draft) {
    Matcher book = BOOK_PAGES.matcher(text);
    if (book.find() && draft.type() == PublicationType.NOT_GIVEN) {
      draft.type(PublicationType.CHAPTER);
    }
    Matcher parts = SOURCE.matcher(text);
    if (parts.matches()) {
      draft
          .journal(parts.group("journal"))
          .volume(parts.group("volume"))
          .issue(parts.group("issue"))
          .pages(parts.group("pages"))
          .date(parts.group("date"))
          .year(Years.of(parts.group("date")));
    } else {
      int end = text.indexOf(". ");
      draft.journal((end < 0 ? text : text.substring(0, end)).replaceFirst("\\.$", ""));
    }
    draft.year(Years.of(text));
    Matcher pages = book.reset().find() ? book : PAGES.matcher(text);
    if (pages == book || pages.find()) {
      draft.pages(pages.group(1));
    }
  }
}
