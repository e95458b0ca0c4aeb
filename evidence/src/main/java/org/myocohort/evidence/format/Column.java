package org.myocohort.evidence.format;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What a column of a table holds, by the names that databases and managers give it.
enum Column {
  TITLE(
      "title",
      "articletitle",
      "documenttitle",
      "primarytitle",
      "ti",
      "t1",
      "studytitle",
      "brieftitle",
      "publictitle",
      "scientifictitle",
      "publicationtitleprimary",
      "itemtitle",
      "titleprimary"),
  VERNACULAR(
      "originaltitle",
      "vernaculartitle",
      "translatedtitle",
      "titleenglish",
      "originalforeigntitle"),
  AUTHORS(
      "authors",
      "author",
      "authornames",
      "creators",
      "au",
      "names",
      "authorsprimary",
      "authorshipsauthordisplayname"),
  FULL_AUTHORS("authorfullnames"),
  YEAR("year", "publicationyear", "pubyear", "publishedyear", "py", "yearofpublication", "pubdate"),
  DATE("date", "publicationdate", "coverdate", "datepublished", "published", "dateofpublication"),
  JOURNAL(
      "journal",
      "publicationtitle",
      "sourcetitle",
      "journalname",
      "journaltitle",
      "journalbook",
      "secondarytitle",
      "containertitle",
      "venue",
      "publicationname",
      "fulljournal",
      "sourcetitleanthologytitle",
      "fullsourcetitle",
      "publication",
      "periodicalfull",
      "primarylocationsourcedisplayname"),
  BOOK("booktitle", "conferencename", "proceedingstitle", "conferencetitle", "titlesecondary"),
  ABBREVIATION(
      "journalabbreviation",
      "abbreviatedsourcetitle",
      "isosourceabbreviation",
      "isoabbreviation",
      "alternatetitle",
      "periodicalabbrev"),
  SOURCE("source"),
  VOLUME("volume", "vol", "volumenumber", "bibliovolume", "journalvolume"),
  ISSUE("issue", "number", "issuenumber", "biblioissue"),
  PAGES("pages", "page", "pagination", "pagenumbers", "pagerange", "pageinfo"),
  FIRST_PAGE("startpage", "pagestart", "firstpage", "beginningpage", "spage", "bibliofirstpage"),
  LAST_PAGE(
      "endpage", "pageend", "lastpage", "endingpage", "epage", "bibliolastpage", "otherpages"),
  ARTICLE_NUMBER("artno", "articlenumber"),
  ABSTRACT("abstract", "abstractnote", "abstracttext", "ab", "briefsummary", "originalabstract"),
  KEYWORDS(
      "keywords",
      "keyword",
      "authorkeywords",
      "indexkeywords",
      "meshterms",
      "mesh",
      "manualtags",
      "automatictags",
      "ieeeterms",
      "keywordsplus",
      "emtreedrugindextermsmajorfocus",
      "emtreedrugindexterms",
      "emtreemedicalindextermsmajorfocus",
      "emtreemedicalindexterms",
      "subjects",
      "subjectterms",
      "descriptors",
      "keywordsdisplayname"),
  DOI("doi", "digitalobjectidentifier", "digitalobjectidentifierdoi", "articledoi"),
  PMID("pmid", "pubmedid", "pubmed", "medlinepmid", "idspmid"),
  PMCID("pmcid", "pmc"),
  SERIAL(
      "issn",
      "eissn",
      "issns",
      "printissn",
      "isbn",
      "isbns",
      "issnisbn",
      "onlineissn",
      "primarylocationsourceissn",
      "journalissn"),
  EMBASE("pui", "embaseaccessionid", "lnumber", "embaseid"),
  ACCESSION(
      "eid",
      "accessionnumber",
      "utuniquewosid",
      "utuniqueid",
      "lensid",
      "publicationid",
      "centralid"),
  TRIAL("nctnumber", "nctid", "clinicaltrialnumbers", "trialid", "ctgovid", "ictrpid"),
  LANGUAGE("language", "languages", "languageoforiginaldocument", "articlelanguage"),
  ADDRESS(
      "url",
      "urls",
      "link",
      "links",
      "pdflink",
      "sourcelinkoutlink",
      "articleurl",
      "fulltextlink",
      "embaselink",
      "openurllink",
      "studyurl",
      "plink",
      "sourceurls",
      "externalurl"),
  TYPE(
      "itemtype",
      "documenttype",
      "publicationtype",
      "entrytype",
      "type",
      "referencetype",
      "documentidentifier",
      "contenttype",
      "doctype",
      "pubtype"),
  DATABASE("database", "db", "librarycatalog", "databasename"),
  EXTRA("extra");

  private static final Map<String, Column> NAMED = new HashMap<>();

  static {
    for (Column column : values()) {
      List.of(column.names.split(" ", -1)).forEach(name -> NAMED.put(name, column));
    }
  }

  private final String names;

  Column(String... names) {
    this.names = String.join(" ", names);
  }

  static Optional<Column> of(String heading) {
    String name = heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    return Optional.ofNullable(NAMED.get(name));
  }

  /// How many kinds of columns a row names, 0 where none is a title.
  static int known(List<String> heading) {
    Map<Column, String> found = new EnumMap<>(Column.class);
    heading.forEach(name -> of(name).ifPresent(column -> found.put(column, name)));
    return found.containsKey(TITLE) ? found.size() : 0;
  }
}
