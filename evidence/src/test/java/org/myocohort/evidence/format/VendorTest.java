package org.myocohort.evidence.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.myocohort.evidence.record.Author;
import org.myocohort.evidence.record.BibliographicRecord;
import org.myocohort.evidence.record.IdentifierKind;
import org.myocohort.evidence.record.PublicationType;
import org.myocohort.evidence.record.RelatedWork;

/// What vendors write differently, and what goes wrong in their files. Every record is made up.
class VendorTest {
  private static List<ReadProblem.Kind> problems(String text, int records) throws IOException {
    List<BibliographicRecord> read = new ArrayList<>();
    ReadResult result = Samples.result(text, read);
    assertThat(read).hasSize(records);
    return result.problems().stream().map(ReadProblem::kind).toList();
  }

  @Test
  void anAbstractMayBeginALineWithTheTagThatEndsRecords() throws IOException {
    BibliographicRecord record =
        Samples.only(
            """
            TY  - JOUR
            TI  - One
            AB  - Receptors.
            ER positive tumours
            ER  - positive in half
            T2 - weighted images
            KW  - a
            ER  -
            """);
    assertThat(record.abstractText()).startsWith("Receptors.\nER positive tumours");
    assertThat(record.raw("ER")).hasSize(2);
    assertThat(record.keywords()).containsExactly("a");
  }

  @Test
  void whatIsMissingOrJoinedLosesNoRecord() throws IOException {
    assertThat(problems("TY  - JOUR\nTI  - One\n\nTY  - JOUR\nTI  - Two\nER  - \n", 2))
        .containsExactly(ReadProblem.Kind.NO_END);
    assertThat(problems("TY  - JOUR\nTI  - One\nER  - \n\nTI  - Two\nER  - \n", 2))
        .containsExactly(ReadProblem.Kind.NO_START);
    assertThat(problems("TY  - JOUR\nTI  - One\nER  - TY  - JOUR\nTI  - Two\nER  - \n", 2))
        .isEmpty();
  }

  @Test
  void aProblemNamesRecordLineAndTag() throws IOException {
    ReadResult result =
        Samples.result(
            "TY  - JOUR\nTI  - One\nER  -\n\nTY  - JOUR\nPY  - 10 15\nER  -\n", new ArrayList<>());
    assertThat(result.problems())
        .containsExactly(new ReadProblem("sample", 2, 6, "PY", ReadProblem.Kind.NO_YEAR, "10 15"));
  }

  @Test
  void aConferenceAbstractIsToldByTheDatabasesWords() throws IOException {
    String record = "TY  - JOUR\nTI  - One\nM3  - %s\nU2  - L123456789\nDB  - Embase\nER  - \n";
    assertThat(Samples.only(record.formatted("Conference Abstract")).type())
        .isEqualTo(PublicationType.CONFERENCE);
    assertThat(Samples.only(record.formatted("Article")).type()).isEqualTo(PublicationType.ARTICLE);
    assertThat(Samples.only(record.formatted("Article")).identifier(IdentifierKind.EMBASE))
        .contains("L123456789");
  }

  @Test
  void pubmedsLinksToRetractionsErrataAndCommentsAreKept() throws IOException {
    BibliographicRecord record =
        Samples.only(
            """
            PMID- 111
            TI  - A title that goes
                  on.
            DP  - 2008 Winter
            AID - S0000 [pii]
            AID - 10.1234/ABC [doi]
            FAU - Rossi, Maria
            AU  - Rossi M
            CN  - A Study Group
            PT  - Journal Article
            PT  - Retracted Publication
            RIN - J Test. 2010;1:2. PMID: 222
            EIN - J Test. 2009;1:1
            """);
    assertThat(record.title()).isEqualTo("A title that goes on.");
    assertThat(record.year()).isEqualTo(2008);
    assertThat(record.authors())
        .containsExactly(Author.person("Rossi", "Maria"), Author.group("A Study Group"));
    assertThat(record.identifier(IdentifierKind.DOI)).contains("10.1234/abc");
    assertThat(record.publicationTypes()).contains("Retracted Publication");
    assertThat(record.related())
        .extracting(RelatedWork::kind)
        .containsExactly(RelatedWork.Kind.RETRACTION_IN, RelatedWork.Kind.ERRATUM_IN);
    assertThat(record.related().getFirst().identifiers().getFirst().value()).isEqualTo("222");
  }

  @Test
  void pubmedXmlGivesMarkupInOrderAndNoReferencesDoi() throws IOException {
    BibliographicRecord record =
        Samples.only(
            """
            <!DOCTYPE PubmedArticleSet SYSTEM "file:///etc/hostname">
            <PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>5</PMID><Article>
            <ArticleTitle>The <i>TERT</i> gene &amp; H<sub>2</sub>O</ArticleTitle>
            <Abstract><AbstractText Label="AIM">Why.</AbstractText>
            <AbstractText Label="RESULTS">How.</AbstractText></Abstract></Article>
            <CommentsCorrectionsList><CommentsCorrections RefType="RetractionIn">
            <RefSource>J Test</RefSource><PMID>9</PMID></CommentsCorrections>
            </CommentsCorrectionsList></MedlineCitation>
            <PubmedData><ArticleIdList><ArticleId IdType="pubmed">5</ArticleId></ArticleIdList>
            <ReferenceList><Reference><ArticleIdList>
            <ArticleId IdType="doi">10.1234/reference</ArticleId></ArticleIdList></Reference>
            </ReferenceList></PubmedData></PubmedArticle></PubmedArticleSet>
            """);
    assertThat(record.title()).isEqualTo("The TERT gene & H2O");
    assertThat(record.abstractText()).isEqualTo("AIM: Why.\nRESULTS: How.");
    assertThat(record.identifiers())
        .extracting(id -> id.kind() + id.value())
        .containsExactly("PMID5");
    assertThat(record.related().getFirst().kind()).isEqualTo(RelatedWork.Kind.RETRACTION_IN);
  }

  @Test
  void webOfSciencesTaggedTextIsRead() throws IOException {
    BibliographicRecord record =
        Samples.only(
            """
            FN Clarivate Analytics Web of Science
            VR 1.0
            PT J
            AU Rossi, M
               Bianchi, L
            AF Rossi, Maria
               Bianchi, Luca
            TI A title
               in two lines
            SO JOURNAL OF TESTS
            DT Article; Proceedings Paper
            BP 10
            EP 12
            PY 2020
            DI 10.1234/abc
            PM 123456
            UT WOS:000111
            ER

            EF
            """);
    assertThat(record.title()).isEqualTo("A title in two lines");
    assertThat(record.authors())
        .containsExactly(Author.person("Rossi", "Maria"), Author.person("Bianchi", "Luca"));
    assertThat(record.type()).isEqualTo(PublicationType.CONFERENCE);
    assertThat(record.pages()).isEqualTo("10-12");
  }

  @Test
  void endnotesTaggedTextIsRead() throws IOException {
    List<BibliographicRecord> records =
        Samples.read(
            """
            %0 Journal Article
            %A Rossi, Maria
            %T One
            %J Tests
            %D 2020
            %R 10.1234/a

            %0 Conference Proceedings
            %T Two
            %D 2021
            """);
    assertThat(records).extracting(BibliographicRecord::title).containsExactly("One", "Two");
    assertThat(records.getLast().type()).isEqualTo(PublicationType.CONFERENCE);
  }

  @Test
  void endnotesXmlSeparatesValuesInOneElement() throws IOException {
    BibliographicRecord record =
        Samples.only(
            "<xml><records><record><ref-type name=\"Journal Article\">17</ref-type><titles><title>"
                + "<style face=\"normal\">A </style><style face=\"italic\">title</style></title>"
                + "</titles><keywords><keyword>a&#xD;b</keyword><keyword/></keywords>"
                + "<caption>Duplicate</caption></record></records></xml>");
    assertThat(record.title()).isEqualTo("A title");
    assertThat(record.keywords()).containsExactly("a", "b");
    assertThat(record.raw("caption")).containsExactly("Duplicate");
  }

  @Test
  void tablesOfManyDatabasesAreRead() throws IOException {
    BibliographicRecord scopus =
        Samples.only(
            "\uFEFF\"Authors\",\"Title\",\"Year\",\"Source title\",\"Volume\",\"Page start\","
                + "\"Page end\",\"DOI\",\"Document Type\",\"Source\",\"EID\"\n"
                + "\"Rossi M.; Bianchi L.\",\"A, \"\"title\"\"\",\"2020\",\"J Tests\",\"1\",\"2\","
                + "\"3\",\"10.1234/a\",\"Conference paper\",\"Scopus\",\"2-s2.0-1\"\n");
    assertThat(scopus.title()).isEqualTo("A, \"title\"");
    assertThat(scopus.pages()).isEqualTo("2-3");
    assertThat(scopus.database()).isEqualTo("Scopus");
    assertThat(scopus.type()).isEqualTo(PublicationType.CONFERENCE);

    BibliographicRecord pubmed =
        Samples.only(
            "PMID;Title;Authors;Journal/Book;Publication Year\n12;T;Rossi M, Bianchi L;J;2020\n");
    assertThat(pubmed.identifier(IdentifierKind.PMID)).contains("12");
    assertThat(pubmed.authors()).hasSize(2);

    BibliographicRecord labelled = Samples.only("title\tabstract\tlabel_included\nT\tA\t1\n");
    assertThat(labelled.raw("label_included")).containsExactly("1");
  }

  @Test
  void aMissingQuotationMarkLosesNoOtherRow() throws IOException {
    String table =
        "title,abstract,year\n\"One\",\"first,2001\n\"Two\",\"second\",2002\nThree,x,2003\n";
    List<BibliographicRecord> read = new ArrayList<>();
    ReadResult result = Samples.result(table, read);
    assertThat(read).extracting(BibliographicRecord::title).containsExactly("One", "Two", "Three");
    assertThat(result.problems()).hasSize(1);
  }

  @Test
  void embasesRowsOfFieldsAreRead() throws IOException {
    List<BibliographicRecord> records =
        Samples.read(
            """
            "TITLE","One"
            "AUTHOR NAMES","Rossi M.","Bianchi L."
            "SOURCE","Cancer (2004) 102:4 (253-258). Date of Publication: 25 Aug 2004"
            "PUI","L39097156"

            "TITLE","Two"
            "PUBLICATION YEAR","2005"
            """);
    assertThat(records).hasSize(2);
    assertThat(records.getFirst().authors()).hasSize(2);
    assertThat(records.getFirst().pages()).isEqualTo("253-258");
    assertThat(records.getFirst().identifier(IdentifierKind.EMBASE)).contains("L39097156");
    assertThat(records.getLast().year()).isEqualTo(2005);
  }

  @Test
  void bibtexIsReadWithItsAccentsMacrosAndBracesThatDoNotMatch() throws IOException {
    List<BibliographicRecord> read = new ArrayList<>();
    ReadResult result =
        Samples.result(
            """
            @string{jt = "Journal of Tests"}
            @article{a, title = {The {TERT} gene in K{\\"o}ln}, journal = jt, year = 2020,
              author = {Ros\\'e, Maria and {A Group} and van Beethoven, Ludwig}, pages = {1--9}}
            @article{b,
              title = {Two},
              abstract = {An open { brace},
              year = {2021},
            }
            @article{c, title = "Three"}
            """,
            read);
    assertThat(read)
        .extracting(BibliographicRecord::title)
        .containsExactly("The TERT gene in Köln", "Two", "Three");
    assertThat(read.getFirst().authors())
        .containsExactly(
            Author.person("Rosé", "Maria"),
            Author.group("A Group"),
            Author.person("van Beethoven", "Ludwig"));
    assertThat(read.getFirst().journal()).isEqualTo("Journal of Tests");
    assertThat(read.getFirst().pages()).isEqualTo("1-9");
    assertThat(read.get(1).year()).isEqualTo(2021);
    assertThat(result.problems()).hasSize(1);
  }

  @Test
  void crossrefsFlavourOfCslIsRead() throws IOException {
    BibliographicRecord record =
        Samples.only(
            "{\"message\": {\"items\": [{\"DOI\": \"10.1234/A\", \"title\": [\"One\"],"
                + " \"container-title\": [\"Tests\"], \"issued\": {\"date-parts\": [[\"2020\"]]},"
                + " \"author\": [{\"family\": \"Rossi\"}, {\"literal\": \"A Group\"}]}]}}");
    assertThat(record.title()).isEqualTo("One");
    assertThat(record.journal()).isEqualTo("Tests");
    assertThat(record.year()).isEqualTo(2020);
    assertThat(record.authors())
        .containsExactly(Author.person("Rossi", ""), Author.group("A Group"));
  }

  @Test
  void theCochraneLibraryWritesALineBeforeEachRecordInEveryFormat() throws IOException {
    String plain =
        """
        Record #1 of 2
        ID: CN-00000001
        AU: Rossi M
        AU: Van Den Berg JA
        TI: A trial in muscle: one of many
        SO: Annals of examples
        YR: 2013
        VL: 72
        NO: 9
        PG: 1579-1580
        PM: PUBMED 111
        XR: EMBASE 222
        PT: Journal article; Randomized controlled trial
        KY: *Muscle; Child, Preschool
        DOI: 10.1234/abc
        AB: OBJECTIVE: To try.
        AIM: none.
        US: https://example.org/1


        Record #2 of 2
        ID: CN-00000002
        AU: NCT00000001,
        TI: Another
        YR: 2014
        XR: CTGOV NCT00000001
        """;
    List<BibliographicRecord> text = Samples.read(plain);
    assertThat(text).hasSize(2);
    StringWriter again = new StringWriter();
    ExactWriter writer = ExactWriter.to(again, RecordFormat.COCHRANE_TEXT).orElseThrow();
    for (BibliographicRecord record : text) {
      writer.accept(record);
    }
    writer.finish();
    assertThat(again).hasToString(plain);
    BibliographicRecord first = text.getFirst();
    assertThat(first.authors())
        .containsExactly(Author.person("Rossi", "M"), Author.person("Van Den Berg", "JA"));
    assertThat(first.title()).isEqualTo("A trial in muscle: one of many");
    assertThat(first.abstractText()).isEqualTo("OBJECTIVE: To try.\nAIM: none.");
    assertThat(first.journal()).isEqualTo("Annals of examples");
    assertThat(first.year()).isEqualTo(2013);
    assertThat(first.pages()).isEqualTo("1579-1580");
    assertThat(first.keywords()).containsExactly("*Muscle", "Child, Preschool");
    assertThat(first.identifier(IdentifierKind.PMID)).contains("111");
    assertThat(first.identifier(IdentifierKind.DOI)).contains("10.1234/abc");
    assertThat(first.identifier(IdentifierKind.ACCESSION)).contains("CN-00000001");
    assertThat(text.getLast().identifier(IdentifierKind.TRIAL)).contains("NCT00000001");

    String bibtex =
        """
        Record #1 of 2
        @article{Rossi25,
        author = {Rossi, ML, Berg, NH, and Bianchi, S},
        title = {One},
        year = {2025},
        DOI = {10.1234/abc}
        }


        Record #2 of 2
        @article{Berg15,
        author = {Berg, S, and Martin, C},
        title = {Two},
        year = {2015}
        }
        """;
    assertThat(problems(bibtex, 2)).isEmpty();
    assertThat(Samples.read(bibtex).getFirst().authors())
        .containsExactly(
            Author.person("Rossi", "ML"),
            Author.person("Berg", "NH"),
            Author.person("Bianchi", "S"));

    BibliographicRecord ris =
        Samples.only(
            """
            Record #1 of 1
            Provider: John Wiley & Sons, Ltd
            Content: text/plain; charset="UTF-8"
            TY  - JOUR
            AN  - CN-00000001
            TI  - One
            C3  - PUBMED 111,EMBASE 222
            ER  -
            """);
    assertThat(ris.journal()).isNull();
    assertThat(ris.identifier(IdentifierKind.PMID)).contains("111");
  }

  @Test
  void whatEbscoWritesBehindAnAccessionNumberIsNoPartOfIt() throws IOException {
    BibliographicRecord record =
        Samples.only(
            """
            TY  - JOUR
            T1  - One
            AN  - 95353467. Language: English. Entry Date: 20140501. Publication Type: Article
            DB  - ccm
            ER  -
            """);
    assertThat(record.identifier(IdentifierKind.ACCESSION)).contains("95353467");
  }

  @Test
  void columnsOfLilacsAreKnown() throws IOException {
    BibliographicRecord record =
        Samples.only(
            """
            "ID","Title","Title (English)","Authors","Journal","Database","Publication year",\
            "Descriptor(s)","Volume number"
            "lil-1","Síndrome","Syndrome","Souza, F; Lima, S","Rev","LILACS","2011","Miosite; Anticorpos","51"
            """);
    assertThat(record.volume()).isEqualTo("51");
    assertThat(record.keywords()).containsExactly("Miosite", "Anticorpos");
    assertThat(record.vernacularTitle()).isEqualTo("Syndrome");
  }
}
