package org.myocohort.evidence.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.myocohort.evidence.extraction.ExtractionComparison.TableAgreement;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.Problem;

class ExtractionComparisonTest {
  @TempDir Path directory;
  private Written anna;
  private Written ben;
  private Path differences;
  private Path agreed;

  @BeforeEach
  void write() {
    anna = Written.in(directory.resolve("anna"));
    ben = Written.in(directory.resolve("ben"));
    differences = directory.resolve("differences.csv");
    agreed = directory.resolve("agreed");
  }

  private ExtractionComparison compare() throws Exception {
    return ExtractionComparison.of(
        ExtractionFolder.read(anna.folder()), ExtractionFolder.read(ben.folder()));
  }

  private void decide(String... decisions) throws Exception {
    DifferencesFile.write(differences, compare());
    String text = Files.readString(differences);
    for (String decision : decisions) {
      text = text.replaceFirst("(?m),$", "," + decision);
    }
    Files.writeString(differences, text);
  }

  private Extraction agree() throws Exception {
    AgreedExtraction.write(
        ExtractionFolder.read(anna.folder()),
        ExtractionFolder.read(ben.folder()),
        differences,
        agreed,
        false);
    return ExtractionFolder.read(agreed).extraction();
  }

  @Test
  void theSameExtractionsDoNotDiffer() throws Exception {
    ExtractionComparison comparison = compare();

    assertThat(comparison.differences()).isEmpty();
    assertThat(comparison.tables())
        .containsExactly(
            new TableAgreement("reports", 2, 0, 0, 19, 19),
            new TableAgreement("patients", 2, 0, 0, 6, 6),
            new TableAgreement("results", 1, 0, 0, 12, 12),
            new TableAgreement("appraisal", 3, 0, 0, 2, 2));
    assertThat(comparison.answers().orElseThrow().observedAgreement()).isEqualTo(1);
  }

  @ParameterizedTest(name = "{0}: {1}, {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          patients.csv | female,60                | F,60.0
          patients.csv | Case 1                   | case  1
          reports.csv  | NCT00000001;NCT00000002  | NCT00000002; NCT00000001
          reports.csv  | Anakinra;MTX             | methotrexate;ANAKINRA
          reports.csv  | NR,NR                    | nr,not reported
          results.csv  | 7/15                     | 7\u00AD/15
          results.csv  | NR,12,7/15               | NR,12.0,7/15
          """)
  void whatIsWrittenInAnotherWayAgrees(String file, String piece, String other) throws Exception {
    ben.with(file, piece, other);

    assertThat(compare().differences()).isEmpty();
  }

  @Test
  void cellsThatDifferStandWithBothPlaces() throws Exception {
    ben.with("patients.csv", "female,60", "female,61");
    ben.with("patients.csv", "male,54,NR", "male,54,major");
    ben.with("results.csv", "7,15", "7,");
    ben.with("places.csv", "page 2, case 1", "Table 1");

    assertThat(compare().differences())
        .extracting(
            Difference::table,
            Difference::patient,
            Difference::column,
            Difference::first,
            Difference::second,
            Difference::kind,
            Difference::firstPlace,
            Difference::secondPlace)
        .containsExactly(
            tuple(
                "patients",
                "L1",
                "age_years",
                "60",
                "61",
                Difference.Kind.DIFFER,
                "page 2, case 1 \"a 60-year-old woman\"",
                "Table 1 \"a 60-year-old woman\""),
            tuple(
                "patients",
                "L2",
                "reported_response",
                "NR",
                "major",
                Difference.Kind.DIFFER,
                "Table 1",
                "Table 1"),
            tuple(
                "results",
                "",
                "total",
                "15",
                "",
                Difference.Kind.ONLY_FIRST,
                "abstract \"seen in 7/15 patients\"",
                "abstract \"seen in 7/15 patients\""));
  }

  @Test
  void patientsAreMatchedByReportAndTheNumberThatItGives() throws Exception {
    anna.with("patients.csv", "L2,", "L3,literature,1-2,Patient 4,male,70,NR\nL2,");
    ben.with("patients.csv", "L1,", "B1,");
    ben.with("patients.csv", "Case 1", "the only one");
    ben.with("patients.csv", "L2,literature,1-2,Patient 3,", "B2,literature,1-2,No. 3,");
    ben.with("places.csv", "patients,L1", "patients,B1");
    ben.with("places.csv", "patients,L2", "patients,B2");

    assertThat(compare().differences())
        .extracting(Difference::table, Difference::firstRow, Difference::secondRow)
        .containsExactly(tuple("patients", "L3", ""));
  }

  @Test
  void rowsOfAPatientAreMatchedByWhatTheyAreAbout() throws Exception {
    String header = "id,patient,drug,dose,unit,start\n";
    anna.table(
        "treatments.csv",
        header + "T1,L1,anakinra,100,mg,2020-01\nT2,L1,MTX,15,mg,\nT3,L1,MTX,20,mg,2021\n");
    ben.table(
        "treatments.csv", header + "U1,L1,methotrexate,20,mg,2021-05\nU2,L1,methotrexate,15,mg,\n");

    assertThat(compare().differences())
        .extracting(
            Difference::firstRow, Difference::secondRow, Difference::column, Difference::second)
        .containsExactly(tuple("T1", "", "", ""), tuple("T3", "U1", "start", "2021-05"));
    assertThat(compare().tables()).contains(new TableAgreement("treatments", 2, 1, 0, 7, 6));
  }

  @Test
  void kappaIsThatOfTheAnswersThatBothGave() throws Exception {
    anna.table("appraisal.csv", answers("yes", "yes", "no", "unclear"));
    ben.table("appraisal.csv", answers("yes", "no", "no", "unclear"));

    // By hand: po 3/4; pe (2*1 + 1*2 + 1*1)/16 = 5/16; kappa (12/16 - 5/16)/(11/16) = 7/11.
    assertThat(compare().answers().orElseThrow().cohenKappa(0.95).orElseThrow().estimate())
        .isCloseTo(7.0 / 11, within(1e-12));
  }

  private static String answers(String... answers) {
    StringBuilder table = new StringBuilder("report,checklist,item,answer,comment\n");
    for (int at = 0; at < answers.length; at++) {
      table.append("1-1,jbi-case-report," + (at + 1) + "," + answers[at] + ",\n");
    }
    return table.toString();
  }

  @Test
  void whatWasDecidedStandsInTheAgreedExtraction() throws Exception {
    ben.with("patients.csv", "female,60", "female,61");
    ben.with("patients.csv", "male,54,NR", "male,56,major");
    ben.with("places.csv", "page 2, case 1", "Table 1");
    ben.with("places.csv", "patients,L2,,1-2,Table 1,", "patients,L2,,1-2,page 3,");
    ben.with("appraisal.csv", "2,no,no dates", "2,unclear,one date");
    ben.with("appraisal.csv", "3,,", "3,yes,");
    decide("second", "first", "NR", "no", "yes");

    Extraction extraction = agree();

    ExtractionFolder folder = ExtractionFolder.read(agreed);
    assertThat(folder.cell("patients", "L1", "age_years")).contains("61");
    assertThat(folder.cell("patients", "L2", "age_years")).contains("54");
    assertThat(folder.cell("patients", "L2", "reported_response")).contains("NR");
    assertThat(extraction.by()).isEqualTo("agreed");
    assertThat(extraction.placesOf("patients", "L1", "age_years"))
        .extracting(Place::where)
        .contains("Table 1");
    assertThat(extraction.placesOf("patients", "L2", "age_years"))
        .extracting(Place::where)
        .containsExactly("Table 1");
    assertThat(extraction.appraisals())
        .extracting(Appraisal::item, Appraisal::answer, Appraisal::comment)
        .containsExactly(
            tuple(1, Appraisal.Answer.YES, ""),
            tuple(2, Appraisal.Answer.NO, "anna: no dates | ben: one date"),
            tuple(3, Appraisal.Answer.YES, ""));
    assertThat(ExtractionCheck.of(folder).findings())
        .noneMatch(finding -> finding.kind() == ExtractionFinding.Kind.NO_PLACE);
    assertThat(Files.readString(agreed.resolve("datapackage.json"))).contains("agreed");
  }

  @Test
  void rowsThatOnlyOneHasAreKeptOrDroppedWithAllThatBelongsToThem() throws Exception {
    anna.with("patients.csv", "L2,", "L3,literature,1-2,Patient 4,male,70,NR\nL2,");
    anna.table("treatments.csv", "id,patient,drug\nT1,L3,anakinra\n");
    ben.with("patients.csv", "L2,", "L3,literature,1-2,Patient 9,female,40,NR\nL2,");
    ben.table("treatments.csv", "id,patient,drug\nT1,L3,MTX\nT2,L2,MTX\n");
    ben.with("places.csv", "results,", "patients,L3,,1-2,page 9,\nresults,");
    decide("drop", "keep", "keep");

    Extraction extraction = agree();

    assertThat(extraction.study().patients())
        .extracting(patient -> patient.id())
        .containsExactly("L1", "L2", "L3-ben");
    assertThat(extraction.study().patient("L3-ben").orElseThrow().treatments())
        .extracting(treatment -> treatment.drug())
        .containsExactly("methotrexate");
    assertThat(extraction.study().patient("L2").orElseThrow().treatments()).hasSize(1);
    assertThat(extraction.placesOf("patients", "L3-ben", "sex"))
        .extracting(Place::where)
        .containsExactly("page 9");
  }

  @Test
  void undecidedDifferencesAreRefusedByName() throws Exception {
    ben.with("patients.csv", "female,60", "female,61");
    ben.with("patients.csv", "male,54", "male,56");
    decide("60");

    BadInputException wrong = catchThrowableOfType(BadInputException.class, this::agree);

    assertThat(wrong.problems())
        .extracting(Problem::line, Problem::column, Problem::code, Problem::values)
        .containsExactly(
            tuple(3, "agreed", "difference-undecided", List.of("patients L2 age_years (54, 56)")));
    assertThat(agreed).doesNotExist();
  }

  @Test
  void aDecisionOfOtherTextsAndOneOfNoDifferenceAreRefused() throws Exception {
    ben.with("patients.csv", "female,60", "female,61");
    ben.with("patients.csv", "male,54", "male,56");
    decide("first", "first");
    ben.with("patients.csv", "female,61", "female,62");
    ben.with("patients.csv", "male,56", "male,54");
    ben.with("results.csv", ",7,15", ",8,15");

    BadInputException wrong = catchThrowableOfType(BadInputException.class, this::agree);

    assertThat(wrong.problems())
        .extracting(Problem::code)
        .containsExactly("difference-changed", "difference-missing", "difference-gone");
  }

  @Test
  void whatCannotStandInTheCellIsRefusedAndNothingIsWritten() throws Exception {
    ben.with("patients.csv", "female,60", "female,61");
    decide("sixty");

    BadInputException wrong = catchThrowableOfType(BadInputException.class, this::agree);

    assertThat(wrong.problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.file()).isEqualTo(agreed.resolve("patients.csv").toString());
          assertThat(problem.code()).isEqualTo("number-expected");
          assertThat(problem.found()).isEqualTo("sixty");
        });
    assertThat(directory.toFile().list()).containsOnly("anna", "ben", "differences.csv");
  }

  @Test
  void aRowIsKeptOrDroppedInNoOtherWord() throws Exception {
    anna.table("treatments.csv", "id,patient,drug\nT1,L1,anakinra\n");
    decide("perhaps");

    BadInputException wrong = catchThrowableOfType(BadInputException.class, this::agree);

    assertThat(wrong.problems()).extracting(Problem::code).containsExactly("one-of-expected");
  }

  @Test
  void anAgreedExtractionIsNotReplacedUnasked() throws Exception {
    decide();
    agree();

    assertThatExceptionOfType(FileAlreadyExistsException.class).isThrownBy(this::agree);
  }

  @Test
  void comparingAgainKeepsWhatWasDecidedOfTheSameTexts() throws Exception {
    ben.with("patients.csv", "female,60", "female,61");
    ben.with("patients.csv", "male,54", "male,56");
    decide("first", "second");
    ben.with("patients.csv", "male,56", "male,57");

    assertThat(DifferencesFile.write(differences, compare())).isEqualTo(1);
    assertThat(Files.readAllLines(differences).get(1)).endsWith(",first");
    assertThat(Files.readAllLines(differences).get(2)).endsWith(",");
  }

  @Test
  void anotherTableIsNotWrittenOver() throws Exception {
    Files.writeString(differences, "id,patient\n1,2\n");

    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> DifferencesFile.write(differences, compare()));
    assertThat(differences).content().startsWith("id,patient");
  }
}
