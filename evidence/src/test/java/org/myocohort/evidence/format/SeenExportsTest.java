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

/// Shapes seen in real exports of EBSCOhost, CENTRAL, JSTOR, Ovid, OpenAlex, RefWorks, Rayyan and
/// packages of R. Every record is made up.
class SeenExportsTest {
  @Test
  void ebscosTableGuardsItsTextsAndRepeatsItsRights() throws IOException {
    BibliographicRecord record =
        Samples.only(
            """
            Article Title,Author,Journal Title,ISSN,ISBN,Publication Date,Volume,First Page,\
            Page Count,Accession Number,DOI,Doctype,Subjects,Keywords,Abstract,PLink
            "Made up.","Rossi, Anna; Nyström, Åke B.","J Test",="19990001",,="4/3/2024, Part 2",\
            "19","924","11","176404503","10.5555/298242","Article","MYOSITIS; MUSCLES",,\
            "We ""made"" it up. [ABSTRACT FROM AUTHOR] Copyright of J Test is the property of X. \
            (Copyright applies to all Abstracts.)","https://search.ebscohost.com/login.aspx?db=aph"
            """);
    assertThat(record.abstractText()).isEqualTo("We \"made\" it up. [ABSTRACT FROM AUTHOR]");
    assertThat(record.raw("ISSN")).containsExactly("=\"19990001\"");
    assertThat(record.identifier(IdentifierKind.ISSN)).contains("19990001");
    assertThat(record.date()).isEqualTo("4/3/2024, Part 2");
    assertThat(record.year()).isEqualTo(2024);
    assertThat(record.publicationTypes()).containsExactly("Article");
    assertThat(record.pages()).isEqualTo("924");
  }

  @Test
  void ebscosRisKeepsItsNumberInANote() throws IOException {
    BibliographicRecord record =
        Samples.only(
            """
            TY  - JOUR
            T1  - Made up.
            Y1  - 2008/08//
            AB  - We made it up.
            AB  - Copyright of J Test is the property of X. (Copyright applies to all Abstracts.)
            N1  - Accession Number: 0992879; Keywords: Hedonic;  Spatial; Update Code: 20080901
            L3  - 10.5555/298242
            DP  - EBSCOhost
            DB  - ecn
            ER  -
            """);
    assertThat(record.identifier(IdentifierKind.ACCESSION)).contains("0992879");
    assertThat(record.identifier(IdentifierKind.DOI)).contains("10.5555/298242");
    assertThat(record.abstractText()).isEqualTo("We made it up.");
  }

  @Test
  void whatARegisterHoldsHasNoJournal() throws IOException {
    BibliographicRecord row =
        Samples.only(
            """
            CENTRAL ID,Author(s),Title,Source,Year,Database Name,PubMed ID,CTgov ID,Publication Type
            "CN-02575574",,"Made up","https://clinicaltrials.gov/show/NCT07654321","2020",\
            "CENTRAL",,"CTgov NCT07654321","Trial registry record"
            """);
    BibliographicRecord tagged =
        Samples.only(
            """
            Record #1 of 1
            Provider: John Wiley & Sons, Ltd.
            Content: text/plain; charset="UTF-8"

            TY  -  JOUR
            AN  -  CN-02575574
            TI  -  Made up
            JA  -  https://clinicaltrials.gov/show/NCT07654321
            C3  -  CTgov NCT07654321
            M3  -  Trial registry record
            ER  -
            """);
    for (BibliographicRecord record : List.of(row, tagged)) {
      assertThat(record.journal()).isNull();
      assertThat(record.journalAbbreviation()).isNull();
      assertThat(record.identifier(IdentifierKind.TRIAL)).contains("NCT07654321");
      assertThat(record.identifier(IdentifierKind.ACCESSION)).contains("CN-02575574");
      assertThat(record.type()).isEqualTo(PublicationType.TRIAL_REGISTRATION);
    }
  }

  @Test
  void whatDatabasesWriteBetweenRecordsIsNothingToTellOf() throws IOException {
    String record = "TY  - JOUR\nTI  - One\nER  - \n\n\n";
    for (String header :
        List.of(
            "Record #2 of 2\nProvider: John Wiley & Sons, Ltd.\nContent: text/plain\n\n",
            "Provider: JSTOR\nDatabase: JSTOR\nContent: text/plain; charset=\"us-ascii\"\n\n\n",
            "370. \n")) {
      List<BibliographicRecord> read = new ArrayList<>();
      ReadResult result = Samples.result(header + record + header + record, read);
      assertThat(read).hasSize(2);
      assertThat(result.notices()).isEmpty();
      assertThat(result.problems()).isEmpty();
    }
    ReadResult other = Samples.result(record + "Something else\n" + record, new ArrayList<>());
    assertThat(other.notices())
        .extracting(ReadNotice::kind)
        .containsExactly(ReadNotice.Kind.OUTSIDE);
  }

  @Test
  void columnsOfOpenalexAreKnown() throws IOException {
    BibliographicRecord record =
        Samples.only(
            """
            id,doi,title,display_name,publication_year,primary_location.source.display_name,\
            primary_location.source.issn,biblio.volume,biblio.issue,biblio.first_page,\
            biblio.last_page,ids.pmid,abstract,authorships.author.display_name,\
            keywords.display_name
            https://openalex.org/W1,https://doi.org/10.5555/ABC,Made up,Made up,2024,J Test,\
            0195-0001|1095-0002,154,3,7,9,https://pubmed.ncbi.nlm.nih.gov/12345678,Text.,\
            Anna Rossi|Åke van Nyström,Muscle|Made up
            """);
    assertThat(record.journal()).isEqualTo("J Test");
    assertThat(record.volume() + " " + record.issue() + " " + record.pages())
        .isEqualTo("154 3 7-9");
    assertThat(record.authors())
        .containsExactly(Author.person("Rossi", "Anna"), Author.person("van Nyström", "Åke"));
    assertThat(record.keywords()).containsExactly("Muscle", "Made up");
    assertThat(record.identifiers())
        .extracting(id -> id.kind() + id.value())
        .containsExactlyInAnyOrder(
            "DOI10.5555/abc", "PMID12345678", "ISSN01950001", "ISSN10950002");
  }

  @Test
  void refworksTableIsRead() throws IOException {
    BibliographicRecord record =
        Samples.only(
            "Reference Type\tAuthors, Primary\tTitle Primary\tPeriodical Full\tPeriodical Abbrev"
                + "\tPub Year\tVolume\tStart Page\tOther Pages\tISSN/ISBN\tDOI\t\n"
                + "Journal Article\tvan den Hoven,null;Rossi, Anna B.\tMade up\tJournal of Tests"
                + "\tJ.Test.\t2014\t25\t1166\t1181\t1051-0001\t10.5555/abc\t\n");
    assertThat(record.title()).isEqualTo("Made up");
    assertThat(record.authors())
        .containsExactly(Author.person("van den Hoven", ""), Author.person("Rossi", "Anna B."));
    assertThat(record.journal() + ", " + record.journalAbbreviation())
        .isEqualTo("Journal of Tests, J.Test.");
    assertThat(record.pages()).isEqualTo("1166-1181");
    assertThat(record.type()).isEqualTo(PublicationType.ARTICLE);
  }

  @Test
  void rayyansTableKeepsWhatStoodBehindTheDoi() throws IOException {
    BibliographicRecord record =
        Samples.only(
            """
            key,title,year,journal,issn,pages,authors,url,doi,pubmed_id
            rayyan-1,Made up,2024,J. Test,"[""1932-0001"", ""1932-0002""]",5-6,\
            "Rossi, A. and McMade, M.E.",https://www.embase.com/search/results?subaction=\
            viewrecord&id=L2029880245&from=export     U2  - L2029880245,\
            10.5555/s41467     LK  - https://x.example/link?sid=EMBASE&id=doi:10.5555%2Fs,31234567
            """);
    assertThat(record.identifiers())
        .extracting(id -> id.kind() + id.value())
        .containsExactlyInAnyOrder(
            "DOI10.5555/s41467",
            "PMID31234567",
            "EMBASEL2029880245",
            "ISSN19320001",
            "ISSN19320002");
    assertThat(record.authors())
        .containsExactly(Author.person("Rossi", "A."), Author.person("McMade", "M.E."));
  }

  @Test
  void theMissingValuesOfRAreNoText() throws IOException {
    BibliographicRecord record =
        Samples.only(
            """
            TY  - JOUR
            TI  - Made up
            AB  - NA
            IS  - NA
            DB  - Inciteful
            DP  - Nlm
            AN  - 36037647
            ER  -
            """);
    assertThat(record.abstractText()).isNull();
    assertThat(record.issue()).isNull();
    assertThat(record.identifier(IdentifierKind.PMID)).contains("36037647");
    assertThat(record.raw("AB")).containsExactly("NA");
  }

  @Test
  void refworksTextOfCnkiIsRead() throws IOException {
    String text =
        """
        RT Journal Article
        SR 1
        A1 郝国;包蕾
        T1 抗合成酶综合征
        JF 中国杂志
        YR 2026
        IS 01
        vo 23
        OP 1-12
        K1 肌炎;间质性肺病
        AB 本文
        IL 1 is no tag.
        LK https://link.example.org/1
        DS CNKI

        RT Dissertation/Thesis
        A1 Rossi, Anna
        T1 Made up
        SP 7
        OP 9
        DO 10.5555/ABC
        """;
    List<BibliographicRecord> read = new ArrayList<>();
    ReadResult result = Samples.result(text, read);
    StringWriter again = new StringWriter();
    ExactWriter writer = ExactWriter.to(again, result.format()).orElseThrow();
    for (BibliographicRecord record : read) {
      writer.accept(record);
    }
    writer.finish();
    assertThat(again).hasToString(text);
    assertThat(result.format()).isEqualTo(RecordFormat.REFWORKS_TEXT);
    assertThat(result.problems()).isEmpty();
    assertThat(result.notices()).isEmpty();
    BibliographicRecord first = read.getFirst();
    assertThat(first.authors()).containsExactly(Author.person("郝国", ""), Author.person("包蕾", ""));
    assertThat(first.volume() + "(" + first.issue() + ") " + first.pages())
        .isEqualTo("23(01) 1-12");
    assertThat(first.keywords()).containsExactly("肌炎", "间质性肺病");
    assertThat(first.abstractText()).isEqualTo("本文\nIL 1 is no tag.");
    assertThat(first.database()).isEqualTo("CNKI");
    assertThat(read).hasSize(2);
    assertThat(read.getLast().type()).isEqualTo(PublicationType.THESIS);
    assertThat(read.getLast().pages()).isEqualTo("7-9");
    assertThat(read.getLast().identifier(IdentifierKind.DOI)).contains("10.5555/abc");
  }
}
