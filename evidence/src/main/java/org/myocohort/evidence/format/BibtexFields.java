package org.myocohort.evidence.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.myocohort.evidence.record.Author;
import org.myocohort.evidence.record.Identifiers;
import org.myocohort.evidence.record.PublicationType;
import org.myocohort.evidence.record.RecordDraft;

/// What the fields of BibTeX and BibLaTeX mean.
final class BibtexFields {
  private static final Map<String, PublicationType> TYPES =
      Map.ofEntries(
          Map.entry("article", PublicationType.ARTICLE),
          Map.entry("review", PublicationType.ARTICLE),
          Map.entry("inproceedings", PublicationType.CONFERENCE),
          Map.entry("conference", PublicationType.CONFERENCE),
          Map.entry("proceedings", PublicationType.BOOK),
          Map.entry("book", PublicationType.BOOK),
          Map.entry("booklet", PublicationType.BOOK),
          Map.entry("collection", PublicationType.BOOK),
          Map.entry("reference", PublicationType.BOOK),
          Map.entry("inbook", PublicationType.CHAPTER),
          Map.entry("incollection", PublicationType.CHAPTER),
          Map.entry("inreference", PublicationType.CHAPTER),
          Map.entry("bookinbook", PublicationType.CHAPTER),
          Map.entry("phdthesis", PublicationType.THESIS),
          Map.entry("mastersthesis", PublicationType.THESIS),
          Map.entry("thesis", PublicationType.THESIS),
          Map.entry("techreport", PublicationType.REPORT),
          Map.entry("report", PublicationType.REPORT),
          Map.entry("dataset", PublicationType.DATASET));
  private static final Pattern DASHES = Pattern.compile("\\s*[-–]+\\s*");
  private static final Pattern INITIALS = Pattern.compile("(?:\\p{Lu}\\.?){1,4}");
  private static final Pattern ABBREVIATED = Pattern.compile(".*\\.\\s.*");
  private static final Pattern NAME_PART = Pattern.compile("(given|family|prefix|suffix)=([^,]*)");
  private static final Pattern NOTED_PMID = Pattern.compile("(?i)PMID:?\\s*([0-9]{4,9})");

  private BibtexFields() {}

  static void map(String type, Map<String, String> values, RecordDraft draft) {
    draft.type(TYPES.getOrDefault(type, PublicationType.OTHER));
    for (String name : List.of("type", "entrysubtype", "document_type")) {
      String words = line(values, name);
      if (words != null) {
        Kinds.add(draft, words);
      }
    }
    String subtitle = line(values, "subtitle");
    String title = line(values, "title");
    draft
        .title(title == null || subtitle == null ? title : title + ": " + subtitle)
        .title(line(values, "booktitle"))
        .vernacularTitle(line(values, "origtitle"))
        .journal(line(values, "journal", "journaltitle", "booktitle"))
        .journalAbbreviation(line(values, "shortjournal", "journal-iso", "abbrev_source_title"))
        .volume(line(values, "volume"))
        .issue(line(values, "number", "issue"))
        .pages(pages(values))
        .date(line(values, "date"))
        .year(Years.of(line(values, "year")))
        .year(Years.of(line(values, "date")))
        .database(line(values, "source", "database"));
    String year = line(values, "year");
    String month = line(values, "month");
    draft.date(year == null || month == null ? null : year + " " + month);
    for (String names : names(values.getOrDefault("author", ""))) {
      for (String name : Names.pairs(names)) {
        author(name).ifPresent(draft::author);
      }
    }
    String text = values.get("abstract");
    draft.abstractText(text == null ? null : Plain.abstractText(Latex.plain(text)));
    for (String name : List.of("keywords", "keyword", "author_keywords")) {
      String words = values.getOrDefault(name, "");
      for (String word : Plain.parts(words, words.indexOf(';') >= 0 ? ";" : ",")) {
        draft.keyword(Plain.line(Latex.plain(word)));
      }
    }
    for (String name : List.of("language", "langid")) {
      draft.language(Optional.ofNullable(line(values, name)).orElse(""));
    }
    identifiers(values, draft);
  }

  private static @Nullable String pages(Map<String, String> values) {
    String pages = values.get("pages");
    return pages == null ? null : Plain.line(Latex.plain(DASHES.matcher(pages).replaceAll("-")));
  }

  private static @Nullable String line(Map<String, String> values, String... names) {
    for (String name : names) {
      String value = values.get(name);
      if (value != null && !value.isBlank()) {
        return Plain.lineOrNull(Latex.plain(value));
      }
    }
    return null;
  }

  private static void identifiers(Map<String, String> values, RecordDraft draft) {
    String doi = values.getOrDefault("doi", "").replace("\\", "").replace("{", "").replace("}", "");
    Identifiers.doi(doi).ifPresent(draft::identifier);
    for (String name : List.of("pmid", "pubmedid", "pubmed_id")) {
      Identifiers.pmid(values.getOrDefault(name, "")).ifPresent(draft::identifier);
    }
    Matcher noted = NOTED_PMID.matcher(values.getOrDefault("note", ""));
    if (noted.find()) {
      Identifiers.pmid(noted.group(1)).ifPresent(draft::identifier);
    }
    Identifiers.pmcid(values.getOrDefault("pmcid", "")).ifPresent(draft::identifier);
    String eprint = values.getOrDefault("eprint", "");
    if (values.getOrDefault("eprinttype", "").toLowerCase(Locale.ROOT).equals("pubmed")) {
      Identifiers.pmid(eprint).ifPresent(draft::identifier);
    }
    for (String name : List.of("issn", "isbn")) {
      Identifiers.serialsAndBooks(values.getOrDefault(name, "")).forEach(draft::identifier);
    }
    Identifiers.accession(values.getOrDefault("unique-id", "")).ifPresent(draft::identifier);
    String url = values.getOrDefault("url", "");
    draft.address(url.replace("\\", "").replace("{", "").replace("}", ""));
    if (doi.isBlank() && url.contains("doi.org/")) {
      Identifiers.doi(url.replace("\\", "")).ifPresent(draft::identifier);
    }
  }

  /// Parts the names at each `and` that stands in no braces.
  private static List<String> names(String text) {
    List<String> names = new ArrayList<>();
    int depth = 0;
    int begin = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      boolean and =
          depth <= 0
              && Character.isWhitespace(c)
              && text.regionMatches(true, i + 1, "and", 0, 3)
              && i + 4 < text.length()
              && Character.isWhitespace(text.charAt(i + 4));
      if (and) {
        names.add(text.substring(begin, i));
        begin = i + 4;
        i += 3;
      }
    }
    names.add(text.substring(Math.min(begin, text.length())));
    return names;
  }

  private static Optional<Author> author(String name) {
    String raw = name.strip();
    if (raw.equals("others") || raw.isEmpty()) {
      return Optional.empty();
    }
    String plain = Plain.line(Latex.plain(raw));
    if (whole(raw)) {
      return plain.isEmpty() ? Optional.empty() : Optional.of(Author.group(plain));
    }
    Matcher part = NAME_PART.matcher(plain);
    if (part.lookingAt()) {
      return parts(part.reset());
    }
    // A family name in braces holds together: Hermann {von Helmholtz}.
    int brace = raw.lastIndexOf('{');
    if (raw.endsWith("}") && brace > 0 && raw.indexOf(',') < 0 && raw.charAt(brace - 1) == ' ') {
      String family = Plain.line(Latex.plain(raw.substring(brace)));
      return Optional.of(Author.person(family, Plain.line(Latex.plain(raw.substring(0, brace)))));
    }
    if (plain.indexOf(',') < 0 && plain.indexOf(' ') > 0 && !initialsLast(plain)) {
      return Optional.of(Names.givenFirst(plain));
    }
    return Names.of(plain);
  }

  private static boolean initialsLast(String name) {
    String last = name.substring(name.lastIndexOf(' ') + 1);
    return INITIALS.matcher(last).matches() && !ABBREVIATED.matcher(name).matches();
  }

  private static Optional<Author> parts(Matcher part) {
    StringBuilder family = new StringBuilder();
    StringBuilder given = new StringBuilder();
    while (part.find()) {
      switch (part.group(1)) {
        case "family" -> family.append(part.group(2).strip());
        case "prefix" -> family.insert(0, part.group(2).strip() + " ");
        default -> {
          given.setLength(part.group(1).equals("given") ? 0 : given.length());
          given.append(given.isEmpty() ? "" : ", ").append(part.group(2).strip());
        }
      }
    }
    return family.isEmpty()
        ? Optional.empty()
        : Optional.of(Author.person(family.toString(), given.toString()));
  }

  /// Whether one pair of braces holds the whole name, as it does of a group.
  private static boolean whole(String name) {
    if (!name.startsWith("{") || !name.endsWith("}")) {
      return false;
    }
    int depth = 0;
    for (int i = 0; i < name.length() - 1; i++) {
      depth += name.charAt(i) == '{' ? 1 : name.charAt(i) == '}' ? -1 : 0;
      if (depth == 0) {
        return false;
      }
    }
    return true;
  }
}
