package org.myocohort.evidence.format;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.myocohort.evidence.record.Identifiers;
import org.myocohort.evidence.record.PublicationType;
import org.myocohort.evidence.record.RawField;
import org.myocohort.evidence.record.RecordDraft;

/// EndNote's XML, which reference managers and duplicate finders write too.
final class EndnoteXml implements XmlReader.XmlFields {
  static final Set<String> STARTS = Set.of("record");
  static final Set<String> FIRSTS =
      Set.of("database", "source-app", "rec-number", "foreign-keys", "ref-type", "contributors");

  private static final Pattern EMBASE_NUMBER = Pattern.compile("L[0-9]{6,}");

  @Override
  public void map(XmlNode record, RecordDraft draft, TaggedFields.Faults faults) {
    Optional<XmlNode> type = record.first("ref-type");
    type.map(node -> node.attribute("name"))
        .filter(name -> !name.isBlank())
        .ifPresent(name -> draft.type(Kinds.ofWords(name).orElse(PublicationType.OTHER)));
    for (XmlNode words : record.all("work-type")) {
      Kinds.add(draft, Plain.line(words.text()));
    }
    draft
        .title(record.line("titles", "title"))
        .vernacularTitle(record.line("titles", "translated-title"))
        .journal(record.line("periodical", "full-title"))
        .journal(record.line("titles", "secondary-title"))
        .journal(record.line("titles", "alt-title"))
        .journal(record.line("alt-periodical", "full-title"))
        .journalAbbreviation(record.line("periodical", "abbr-1"))
        .journalAbbreviation(record.line("alt-periodical", "abbr-1"))
        .journalAbbreviation(record.line("titles", "alt-title"))
        .volume(record.line("volume"))
        .issue(record.line("number"))
        .issue(record.line("issue"))
        .pages(record.line("pages"))
        .date(record.line("dates", "pub-dates", "date"));
    for (XmlNode pages : record.all("pages")) {
      draft.pages(Pages.of(pages.attribute("start"), pages.attribute("end")));
    }
    for (String path : List.of("authors", "tertiary-authors")) {
      if (!draft.hasAuthors()) {
        for (XmlNode author : record.all("contributors", path, "author")) {
          for (String name : Plain.parts(author.text(), "\r")) {
            Names.of(name).ifPresent(draft::author);
          }
        }
      }
    }
    String year = record.line("dates", "year");
    draft.year(Years.of(year)).year(Years.of(record.line("dates", "pub-dates", "date")));
    if (year != null && draft.year().isEmpty()) {
      faults.add(new RawField("dates/year", year), ReadProblem.Kind.NO_YEAR);
    }
    record.first("abstract").ifPresent(text -> draft.abstractText(Plain.abstractText(text.text())));
    for (XmlNode keyword : record.all("keywords", "keyword")) {
      for (String word : Plain.parts(keyword.text(), "\r\n;")) {
        draft.keyword(Plain.line(word));
      }
    }
    record.all("language").forEach(node -> draft.language(Plain.line(node.text())));
    for (String kind : List.of("related-urls", "web-urls", "pdf-urls")) {
      for (XmlNode address : record.all("urls", kind, "url")) {
        for (String each : Plain.parts(address.text(), "\r\n")) {
          draft.address(Plain.line(each));
        }
      }
    }
    draft
        .database(record.line("remote-database-name"))
        .database(record.line("remote-database-provider"));
    identifiers(record, draft);
  }

  private static void identifiers(XmlNode record, RecordDraft draft) {
    for (XmlNode text : record.all("electronic-resource-num")) {
      for (String each : Plain.parts(text.text(), "\r")) {
        Identifiers.doi(each).ifPresent(draft::identifier);
      }
    }
    for (XmlNode text : record.all("custom2")) {
      Identifiers.pmcid(text.text()).ifPresent(draft::identifier);
    }
    String provider =
        (record.line("remote-database-name") + " " + record.line("remote-database-provider"))
            .toLowerCase(Locale.ROOT);
    boolean pubmed =
        provider.contains("pubmed") || provider.contains("medline") || provider.contains("nlm");
    for (XmlNode text : record.all("accession-num")) {
      String number = Plain.line(text.text());
      if (pubmed && Plain.digits(number, 1, 8)) {
        Identifiers.pmid(number).ifPresent(draft::identifier);
      } else if (EMBASE_NUMBER.matcher(number).matches()) {
        Identifiers.embase(number).ifPresent(draft::identifier);
      } else {
        Identifiers.trials(number).forEach(draft::identifier);
        Identifiers.accession(number).ifPresent(draft::identifier);
      }
    }
    for (XmlNode text : record.all("isbn")) {
      Identifiers.serialsAndBooks(text.text()).forEach(draft::identifier);
    }
  }
}
