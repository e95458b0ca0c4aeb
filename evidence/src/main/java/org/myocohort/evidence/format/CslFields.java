package org.myocohort.evidence.format;

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
import tools.jackson.databind.JsonNode;

/// What the properties of CSL-JSON mean, also in Crossref's flavour.
final class CslFields {
  private static final Map<String, PublicationType> TYPES =
      Map.ofEntries(
          Map.entry("article-journal", PublicationType.ARTICLE),
          Map.entry("article-magazine", PublicationType.ARTICLE),
          Map.entry("article-newspaper", PublicationType.ARTICLE),
          Map.entry("journal-article", PublicationType.ARTICLE),
          Map.entry("review", PublicationType.ARTICLE),
          Map.entry("article", PublicationType.PREPRINT),
          Map.entry("posted-content", PublicationType.PREPRINT),
          Map.entry("paper-conference", PublicationType.CONFERENCE),
          Map.entry("proceedings-article", PublicationType.CONFERENCE),
          Map.entry("speech", PublicationType.CONFERENCE),
          Map.entry("book", PublicationType.BOOK),
          Map.entry("monograph", PublicationType.BOOK),
          Map.entry("edited-book", PublicationType.BOOK),
          Map.entry("chapter", PublicationType.CHAPTER),
          Map.entry("book-chapter", PublicationType.CHAPTER),
          Map.entry("entry-encyclopedia", PublicationType.CHAPTER),
          Map.entry("thesis", PublicationType.THESIS),
          Map.entry("dissertation", PublicationType.THESIS),
          Map.entry("report", PublicationType.REPORT),
          Map.entry("dataset", PublicationType.DATASET));
  private static final Pattern NOTED_PMID = Pattern.compile("(?i)PMID:?\\s*([0-9]{4,9})");
  private static final Pattern NOTED_PMCID = Pattern.compile("(?i)PMC[0-9]{4,9}");

  private CslFields() {}

  static void map(JsonNode item, RecordDraft draft) {
    String type = item.path("type").asString("").toLowerCase(Locale.ROOT);
    draft.type(
        type.isEmpty()
            ? PublicationType.NOT_GIVEN
            : TYPES.getOrDefault(type, PublicationType.OTHER));
    String genre = text(item, "genre");
    if (genre != null) {
      Kinds.add(draft, genre);
    }
    draft
        .title(text(item, "title"))
        .vernacularTitle(text(item, "original-title"))
        .journal(text(item, "container-title"))
        .journal(text(item, "event-title"))
        .journalAbbreviation(text(item, "container-title-short"))
        .journalAbbreviation(text(item, "journalAbbreviation"))
        .journalAbbreviation(text(item, "short-container-title"))
        .volume(text(item, "volume"))
        .issue(text(item, "issue"))
        .pages(text(item, "page"))
        .pages(text(item, "number"))
        .database(text(item, "source"));
    String summary = item.path("abstract").asString("");
    draft.abstractText(Plain.abstractText(summary));
    for (String name :
        new String[] {"issued", "published", "published-print", "published-online"}) {
      date(item.path(name), draft);
    }
    for (JsonNode author : item.path("author").values()) {
      author(author).ifPresent(draft::author);
    }
    for (JsonNode word : each(item.path("keyword"))) {
      for (String part : Plain.parts(word.asString(""), ";,")) {
        draft.keyword(Plain.line(part));
      }
    }
    for (JsonNode word : each(item.path("subject"))) {
      draft.keyword(Plain.line(word.asString("")));
    }
    for (String name : new String[] {"language", "URL"}) {
      String value = text(item, name);
      if (value != null) {
        if (name.equals("URL")) {
          draft.address(value);
        } else {
          draft.language(value);
        }
      }
    }
    identifiers(item, draft);
  }

  private static void identifiers(JsonNode item, RecordDraft draft) {
    Identifiers.doi(plain(item.path("DOI"))).ifPresent(draft::identifier);
    Identifiers.pmid(plain(item.path("PMID"))).ifPresent(draft::identifier);
    Identifiers.pmcid(plain(item.path("PMCID"))).ifPresent(draft::identifier);
    for (String name : new String[] {"ISSN", "ISBN"}) {
      for (JsonNode number : each(item.path(name))) {
        Identifiers.serialsAndBooks(plain(number)).forEach(draft::identifier);
      }
    }
    String note = item.path("note").asString("");
    Matcher pmid = NOTED_PMID.matcher(note);
    if (pmid.find()) {
      Identifiers.pmid(pmid.group(1)).ifPresent(draft::identifier);
    }
    Matcher pmcid = NOTED_PMCID.matcher(note);
    if (pmcid.find()) {
      Identifiers.pmcid(pmcid.group()).ifPresent(draft::identifier);
    }
  }

  private static String plain(JsonNode node) {
    return node.isNumber() ? node.toString() : node.asString("");
  }

  private static Iterable<JsonNode> each(JsonNode node) {
    return node.isArray() ? node.values() : List.of(node);
  }

  /// A text, the first where several are given.
  private static @Nullable String text(JsonNode item, String name) {
    JsonNode value = item.path(name);
    JsonNode first = value.isArray() ? value.path(0) : value;
    return Plain.lineOrNull(plain(first));
  }

  private static void date(JsonNode date, RecordDraft draft) {
    StringBuilder text = new StringBuilder();
    for (JsonNode part : date.path("date-parts").path(0).values()) {
      text.append(text.isEmpty() ? "" : "-").append(plain(part));
    }
    for (String name : new String[] {"raw", "literal", "date-time"}) {
      if (text.isEmpty()) {
        text.append(date.path(name).asString(""));
      }
    }
    draft.date(text.toString()).year(Years.of(text.toString()));
  }

  private static Optional<Author> author(JsonNode author) {
    String group = text(author, "literal");
    group = group == null ? text(author, "name") : group;
    String family = text(author, "family");
    String given = text(author, "given");
    if (family == null) {
      return group != null
          ? Optional.of(Author.group(group))
          : Optional.ofNullable(given).map(name -> Author.person(name, ""));
    }
    String particle = text(author, "non-dropping-particle");
    String suffix = text(author, "suffix");
    String all = given == null ? "" : given;
    return Optional.of(
        Author.person(
            particle == null ? family : particle + " " + family,
            suffix == null ? all : all + ", " + suffix));
  }
}
