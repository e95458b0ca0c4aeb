package org.myocohort.evidence.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.myocohort.evidence.record.Author;
import org.myocohort.evidence.record.Identifier;
import org.myocohort.evidence.record.IdentifierKind;
import org.myocohort.evidence.record.Identifiers;
import org.myocohort.evidence.record.PublicationType;
import org.myocohort.evidence.record.RawField;
import org.myocohort.evidence.record.RecordDraft;
import org.myocohort.evidence.record.RelatedWork;

/// PubMed's XML, of articles and of books.
final class PubmedXml implements XmlReader.XmlFields {
  static final Set<String> STARTS = Set.of("PubmedArticle", "PubmedBookArticle");

  static final Set<String> FIRSTS = Set.of("MedlineCitation", "BookDocument");

  private static final Map<String, RelatedWork.Kind> LINKS =
      Map.ofEntries(
          Map.entry("CommentIn", RelatedWork.Kind.COMMENT_IN),
          Map.entry("CommentOn", RelatedWork.Kind.COMMENT_ON),
          Map.entry("RetractionIn", RelatedWork.Kind.RETRACTION_IN),
          Map.entry("RetractionOf", RelatedWork.Kind.RETRACTION_OF),
          Map.entry("ErratumIn", RelatedWork.Kind.ERRATUM_IN),
          Map.entry("ErratumFor", RelatedWork.Kind.ERRATUM_FOR),
          Map.entry("ExpressionOfConcernIn", RelatedWork.Kind.CONCERN_IN),
          Map.entry("ExpressionOfConcernFor", RelatedWork.Kind.CONCERN_FOR),
          Map.entry("UpdateIn", RelatedWork.Kind.UPDATE_IN),
          Map.entry("UpdateOf", RelatedWork.Kind.UPDATE_OF),
          Map.entry("RepublishedIn", RelatedWork.Kind.REPUBLISHED_IN),
          Map.entry("RepublishedFrom", RelatedWork.Kind.REPUBLISHED_FROM),
          Map.entry("CorrectedandRepublishedIn", RelatedWork.Kind.REPUBLISHED_IN),
          Map.entry("CorrectedandRepublishedFrom", RelatedWork.Kind.REPUBLISHED_FROM));

  @Override
  public void map(XmlNode record, RecordDraft draft, TaggedFields.Faults faults) {
    draft.database("PubMed");
    record.first("MedlineCitation").ifPresent(citation -> citation(citation, draft));
    record.first("BookDocument").ifPresent(book -> book(book, draft));
    for (String data : List.of("PubmedData", "PubmedBookData")) {
      for (XmlNode id : record.all(data, "ArticleIdList", "ArticleId")) {
        identifier(id.attribute("IdType"), id.text(), draft);
      }
    }
    if (draft.year().isEmpty()) {
      String date = record.line("MedlineCitation", "Article", "Journal", "JournalIssue", "PubDate");
      if (date != null) {
        faults.add(new RawField("PubDate", date), ReadProblem.Kind.NO_YEAR);
      }
    }
  }

  private static void citation(XmlNode citation, RecordDraft draft) {
    identifier("pubmed", citation.first("PMID").map(XmlNode::text).orElse(""), draft);
    XmlNode article = citation.first("Article").orElseGet(() -> new XmlNode("Article"));
    XmlNode journal = article.first("Journal").orElseGet(() -> new XmlNode("Journal"));
    XmlNode issue = journal.first("JournalIssue").orElseGet(() -> new XmlNode("JournalIssue"));
    types(article.all("PublicationTypeList", "PublicationType"), draft);
    draft
        .title(article.line("ArticleTitle"))
        .vernacularTitle(article.line("VernacularTitle"))
        .title(article.line("VernacularTitle"))
        .journal(journal.line("Title"))
        .journalAbbreviation(journal.line("ISOAbbreviation"))
        .journalAbbreviation(citation.line("MedlineJournalInfo", "MedlineTA"))
        .journal(citation.line("MedlineJournalInfo", "MedlineTA"))
        .volume(issue.line("Volume"))
        .issue(issue.line("Issue"))
        .pages(article.line("Pagination", "MedlinePgn"))
        .pages(
            Pages.of(
                article.line("Pagination", "StartPage"), article.line("Pagination", "EndPage")));
    issue.first("PubDate").ifPresent(date -> date(date, draft));
    article.first("ArticleDate").ifPresent(date -> date(date, draft));
    draft.abstractText(abstractOf(article.all("Abstract")));
    draft.abstractText(abstractOf(citation.all("OtherAbstract").stream().limit(1).toList()));
    authors(article.all("AuthorList"), draft);
    for (XmlNode id : article.all("ELocationID")) {
      if (!id.attribute("ValidYN").equals("N")) {
        identifier(id.attribute("EIdType"), id.text(), draft);
      }
    }
    for (XmlNode serial : journal.all("ISSN")) {
      identifier("issn", serial.text(), draft);
    }
    identifier(
        "issn",
        citation.first("MedlineJournalInfo", "ISSNLinking").map(XmlNode::text).orElse(""),
        draft);
    for (XmlNode number :
        article.all("DataBankList", "DataBank", "AccessionNumberList", "AccessionNumber")) {
      Identifiers.trials(number.text()).forEach(draft::identifier);
    }
    article.all("Language").forEach(language -> draft.language(Plain.line(language.text())));
    keywords(citation, draft);
    for (XmlNode link : citation.all("CommentsCorrectionsList", "CommentsCorrections")) {
      RelatedWork.Kind kind = LINKS.getOrDefault(link.attribute("RefType"), RelatedWork.Kind.OTHER);
      // A cited work is not linked by the database; it stands in the reference list.
      if (!link.attribute("RefType").equals("Cites")) {
        List<Identifier> names = new ArrayList<>();
        link.all("PMID").forEach(id -> Identifiers.pmid(id.text()).ifPresent(names::add));
        String text = link.line("RefSource");
        draft.related(new RelatedWork(kind, text == null ? "" : text, names));
      }
    }
  }

  private static void book(XmlNode document, RecordDraft draft) {
    XmlNode book = document.first("Book").orElseGet(() -> new XmlNode("Book"));
    boolean chapter = document.line("ArticleTitle") != null;
    draft.type(chapter ? PublicationType.CHAPTER : PublicationType.BOOK);
    document.all("PublicationType").forEach(type -> draft.publicationType(Plain.line(type.text())));
    identifier("pubmed", document.first("PMID").map(XmlNode::text).orElse(""), draft);
    draft
        .title(document.line("ArticleTitle"))
        .title(book.line("BookTitle"))
        .vernacularTitle(document.line("VernacularTitle"))
        .journal(chapter ? book.line("BookTitle") : null)
        .volume(book.line("Volume"))
        .pages(document.line("Pagination", "MedlinePgn"))
        .abstractText(abstractOf(document.all("Abstract")));
    book.first("PubDate").ifPresent(date -> date(date, draft));
    document.first("ContributionDate").ifPresent(date -> date(date, draft));
    book.first("BeginningDate").ifPresent(date -> date(date, draft));
    authors(document.all("AuthorList"), draft);
    authors(book.all("AuthorList"), draft);
    book.all("Isbn").forEach(id -> identifier("isbn", id.text(), draft));
    for (XmlNode id : book.all("ELocationID")) {
      if (!chapter) {
        identifier(id.attribute("EIdType"), id.text(), draft);
      }
    }
    for (XmlNode id : document.all("ArticleIdList", "ArticleId")) {
      identifier(id.attribute("IdType"), id.text(), draft);
    }
    document.all("Language").forEach(language -> draft.language(Plain.line(language.text())));
    keywords(document, draft);
  }

  private static void types(List<XmlNode> types, RecordDraft draft) {
    types.forEach(type -> Kinds.add(draft, Plain.line(type.text())));
  }

  /// The parts in their order, each with its label.
  private static @Nullable String abstractOf(List<XmlNode> abstracts) {
    List<String> parts = new ArrayList<>();
    for (XmlNode each : abstracts) {
      for (XmlNode part : each.all("AbstractText")) {
        String label = part.attribute("Label");
        String text = Plain.line(part.text());
        if (!text.isEmpty()) {
          parts.add(label.isBlank() ? text : label.strip() + ": " + text);
        }
      }
    }
    return parts.isEmpty() ? null : String.join("\n", parts);
  }

  private static void date(XmlNode date, RecordDraft draft) {
    String text =
        String.join(
            " ",
            Stream.of("MedlineDate", "Year", "Season", "Month", "Day")
                .flatMap(part -> date.all(part).stream())
                .map(part -> Plain.line(part.text()))
                .filter(part -> !part.isEmpty())
                .toList());
    draft.date(text).year(Years.of(text));
  }

  private static void authors(List<XmlNode> lists, RecordDraft draft) {
    if (draft.hasAuthors()) {
      return;
    }
    boolean typed = lists.stream().anyMatch(list -> list.attribute("Type").equals("authors"));
    for (XmlNode list : lists) {
      if (typed && list.attribute("Type").equals("editors")) {
        continue;
      }
      for (XmlNode author : list.all("Author")) {
        author(author, draft);
      }
    }
  }

  private static void author(XmlNode author, RecordDraft draft) {
    String group = author.line("CollectiveName");
    String family = author.line("LastName");
    String given = author.line("ForeName");
    given = given == null ? author.line("FirstName") : given;
    given = given == null ? author.line("Initials") : given;
    String suffix = author.line("Suffix");
    if (family != null) {
      String all = given == null ? "" : given;
      draft.author(Author.person(family, suffix == null ? all : (all + ", " + suffix)));
    } else if (group != null) {
      draft.author(Author.group(group));
    } else if (given != null) {
      draft.author(Author.person(given, ""));
    }
  }

  private static void keywords(XmlNode citation, RecordDraft draft) {
    for (XmlNode heading : citation.all("MeshHeadingList", "MeshHeading")) {
      String descriptor = heading.line("DescriptorName");
      if (descriptor != null) {
        List<XmlNode> qualifiers = heading.all("QualifierName");
        if (qualifiers.isEmpty()) {
          draft.keyword(descriptor);
        }
        qualifiers.forEach(
            qualifier -> draft.keyword(descriptor + "/" + Plain.line(qualifier.text())));
      }
    }
    for (XmlNode keyword : citation.all("KeywordList", "Keyword")) {
      draft.keyword(Plain.line(keyword.text()));
    }
  }

  private static void identifier(String type, String text, RecordDraft draft) {
    switch (type) {
      case "pubmed" -> {
        if (!draft.hasIdentifier(IdentifierKind.PMID)) {
          Identifiers.pmid(text).ifPresent(draft::identifier);
        }
      }
      case "doi" -> Identifiers.doi(text).ifPresent(draft::identifier);
      case "pmc", "pmcid" -> Identifiers.pmcid(text).ifPresent(draft::identifier);
      case "issn", "isbn" -> Identifiers.serialsAndBooks(text).forEach(draft::identifier);
      default -> {}
    }
  }
}
