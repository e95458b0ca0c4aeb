package org.myocohort.evidence.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.myocohort.evidence.extraction.ExtractionTemplate.ReportLine;
import org.myocohort.evidence.review.ReviewFolder;
import org.myocohort.exchange.csv.BadInputException;

class ExtractionDeskTest {
  private static final String SETTINGS =
      """
      title: A review
      reviewers: 2
      blinded: true
      criteria:
        include: [The drug was given]
        exclude:
          - {code: drug, text: Another drug}
      """;

  private static final ReportLine REPORT = new ReportLine("1-7", "Verdi 2020. A case");

  @TempDir Path directory;
  private ExtractionDesk desk;
  private Path anna;

  @BeforeEach
  void write() throws Exception {
    ReviewFolder review = ReviewFolder.begin(directory.resolve("review"), SETTINGS);
    desk = ExtractionDesk.of(review);
    anna = desk.folder().resolve("anna");
    Written.in(anna);
  }

  private String text(String file) throws Exception {
    return Files.readString(anna.resolve(file));
  }

  private static RowEntry patient(
      String row, Map<String, String> before, Map<String, String> typed) {
    return new RowEntry(
        "patients",
        row,
        "1-1",
        Map.of("cohort", "literature", "report", "1-1"),
        before,
        new LinkedHashMap<>(typed));
  }

  private SaveResult save(RowEntry... entries) throws Exception {
    return desk.save("anna", List.of(entries));
  }

  @Test
  void aChangedCellLeavesEveryOtherByte() throws Exception {
    SaveResult result = save(patient("L1", Map.of("age_years", "60"), Map.of("age_years", "61")));

    assertThat(result).isEqualTo(new SaveResult.Kept(List.of("L1")));
    assertThat(text("patients.csv")).isEqualTo(Written.PATIENTS.replace("60,major", "61,major"));
    assertThat(text("places.csv")).isEqualTo(Written.PLACES);
  }

  @Test
  void aNewRowGetsAnIdThatNoTableHasAndItsPlaces() throws Exception {
    SaveResult result =
        save(
            patient(
                "",
                Map.of(),
                Map.of(
                    "source", "Case 2",
                    "age_years", "NR",
                    "@place", "page 3",
                    "age_years@quote", "her age was not given")));

    assertThat(result).isEqualTo(new SaveResult.Kept(List.of("1-1-p1")));
    assertThat(text("patients.csv"))
        .isEqualTo(Written.PATIENTS + "1-1-p1,literature,1-1,Case 2,,NR,\n");
    assertThat(text("places.csv"))
        .startsWith(Written.PLACES)
        .contains("patients,1-1-p1,,1-1,page 3,\n")
        .contains("patients,1-1-p1,age_years,1-1,,her age was not given\n");
  }

  @Test
  void aTableThatIsNotThereIsBegun() throws Exception {
    SaveResult result =
        save(
            new RowEntry(
                "treatments",
                "",
                "1-1",
                Map.of("patient", "L1"),
                Map.of(),
                Map.of("drug", "anakinra", "dose", "100", "unit", "mg")));

    assertThat(result).isEqualTo(new SaveResult.Kept(List.of("1-1-t1")));
    assertThat(text("treatments.csv")).contains("1-1-t1,L1,anakinra,100,mg,");
  }

  @Test
  void whatAnotherChangedInOtherFieldsStays() throws Exception {
    RowEntry slow = patient("L1", Map.of("age_years", "60"), Map.of("age_years", "61"));
    save(patient("L1", Map.of("sex", "female"), Map.of("sex", "male")));
    save(slow);

    assertThat(text("patients.csv")).contains("L1,literature,1-1,Case 1,male,61,major");
  }

  @Test
  void aFieldThatBothChangedIsNotOverwrittenAndBothAreShown() throws Exception {
    save(patient("L1", Map.of("age_years", "60"), Map.of("age_years", "62")));
    SaveResult result = save(patient("L1", Map.of("age_years", "60"), Map.of("age_years", "61")));

    assertThat(result).isEqualTo(new SaveResult.Overtaken("L1", Map.of("age_years", "62"), false));
    assertThat(text("patients.csv")).contains("female,62,major");
  }

  @Test
  void aRowThatAnotherTookAwayIsNotBroughtBackByAnEdit() throws Exception {
    desk.remove("anna", "patients", "L1");
    SaveResult result = save(patient("L1", Map.of("age_years", "60"), Map.of("age_years", "61")));

    assertThat(result).asInstanceOf(type(SaveResult.Overtaken.class)).matches(each -> each.gone());
    assertThat(text("patients.csv")).doesNotContain("L1");
  }

  @Test
  void aWrongValueIsNamedBesideItsFieldAndNothingIsWritten() throws Exception {
    SaveResult result =
        save(patient("L1", Map.of("age_years", "60"), Map.of("age_years", "sixty")));

    assertThat(result).isInstanceOf(SaveResult.Wrong.class);
    SaveResult.Fault fault = ((SaveResult.Wrong) result).faults().getFirst();
    assertThat(fault.field()).isEqualTo("age_years");
    assertThat(fault.problem().code()).isEqualTo("number-expected");
    assertThat(text("patients.csv")).isEqualTo(Written.PATIENTS);
  }

  @Test
  void aPlaceIsChangedAndTakenAway() throws Exception {
    Map<String, String> before =
        Map.of("@place", "page 2, case 1", "@quote", "a 60-year-old woman");
    save(patient("L1", before, Map.of("@place", "page 4", "@quote", "a 60-year-old woman")));
    assertThat(text("places.csv")).contains("patients,L1,,1-1,\"page 4\",\"a 60-year-old woman\"");

    save(
        patient(
            "L1",
            Map.of("@place", "page 4", "@quote", "a 60-year-old woman"),
            Map.of("@place", "", "@quote", "")));
    assertThat(text("places.csv")).doesNotContain("patients,L1");
  }

  @Test
  void aRemovedPatientGoesWithAllThatIsToldOfHimAndComesBack() throws Exception {
    save(
        new RowEntry(
            "treatments", "", "1-1", Map.of("patient", "L1"), Map.of(), Map.of("drug", "MTX")));
    RemovedRows removed = desk.remove("anna", "patients", "L1").orElseThrow();

    assertThat(removed.rows())
        .extracting(RemovedRows.Line::table)
        .containsExactly("patients", "treatments", "places");
    assertThat(text("patients.csv") + text("treatments.csv") + text("places.csv"))
        .doesNotContain("L1,")
        .contains("L2,");

    desk.restore("anna", removed);
    assertThat(text("patients.csv")).endsWith("L1,literature,1-1,Case 1,female,60,major\n");
    assertThat(text("treatments.csv")).contains("1-1-t1,L1,MTX");
    assertThat(text("places.csv"))
        .endsWith("patients,L1,,1-1,\"page 2, case 1\",a 60-year-old woman\n");
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> desk.restore("anna", removed));
  }

  @Test
  void aReportIsBegunInAFolderOfOnesOwn() throws Exception {
    desk.begin("ben", REPORT, "A review", List.of(REPORT));
    desk.begin("ben", REPORT, "A review", List.of(REPORT));

    ExtractionFolder ben = desk.read("ben").orElseThrow();
    assertThat(ben.extraction().reports()).extracting(ExtractedReport::id).containsExactly("1-7");
    assertThat(ReportProgress.of(ben, "1-7").begun()).isFalse();
    assertThat(desk.extractors()).containsExactly("anna", "ben");
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> desk.begin("texts", REPORT, "A review", List.of()));
  }

  @Test
  void theCellsOfAReportAreCounted() throws Exception {
    ReportProgress progress = ReportProgress.of(desk.read("anna").orElseThrow(), "1-1");

    // The report: 5 values, 2 NR, 3 empty; the patient: 4 values.
    assertThat(progress).isEqualTo(new ReportProgress(true, 5 + 4, 2, 3, 1, 0, 2));
  }

  @Test
  void aTextIsKeptAsItWasPastedUnlessAnotherWasFaster() throws Exception {
    assertThat(desk.texts().read("1-1").hash()).isEmpty();
    assertThat(desk.texts().keep("1-1", "19\u2009571 pg/ml\r\n\u22120.9 signi\u00adfi cant", ""))
        .isTrue();
    assertThat(Files.readString(desk.folder().resolve("texts/1-1.txt")))
        .isEqualTo("19\u2009571 pg/ml\n\u22120.9 signi\u00adfi cant");
    assertThat(desk.texts().keep("1-1", "other", "")).isFalse();
    assertThat(desk.texts().keep("1-1", "other", desk.texts().read("1-1").hash())).isTrue();
    assertThat(desk.texts().keep("1-1", " ", desk.texts().read("1-1").hash())).isTrue();
    assertThat(desk.texts().read("1-1").text().original()).isEmpty();
  }

  @Test
  void whatTwoAgreeOnIsKeptWithWhoWhenAndWhy() throws Exception {
    Written.in(desk.folder().resolve("ben")).with("patients.csv", "female,60", "female,61");
    ExtractionDesk.Compared compared = desk.compare("anna", "ben").orElseThrow();
    Difference difference = compared.comparison().differences().getFirst();
    DifferencesFile.Decision mine =
        new DifferencesFile.Decision("first", "anna", "2026-11-22T10:00:00Z", "see page 2");
    DifferencesFile.Decision other =
        new DifferencesFile.Decision("second", "ben", "2026-11-22T10:01:00Z", "");

    assertThat(compared.open()).isEqualTo(1);
    assertThat(desk.decide("anna", "ben", difference, "", mine)).contains(mine);
    assertThat(desk.decide("anna", "ben", difference, "", other)).contains(mine);
    assertThat(Files.readString(desk.folder().resolve("differences-anna-ben.csv")))
        .contains("agreed,agreed_by,agreed_at,why", "first,anna,2026-11-22T10:00:00Z,see page 2");
    assertThat(desk.compare("anna", "ben").orElseThrow().open()).isZero();

    desk.agree("anna", "ben", false);
    assertThat(desk.read("agreed").orElseThrow().cell("patients", "L1", "age_years"))
        .contains("60");
    assertThatExceptionOfType(FileAlreadyExistsException.class)
        .isThrownBy(() -> desk.agree("anna", "ben", false));
    Written.in(desk.folder().resolve("ben")).with("patients.csv", "female,60", "female,62");
    assertThat(desk.decide("anna", "ben", difference, "first", other)).isEmpty();
  }

  @Test
  void nothingIsAgreedWhileADifferenceIsOpen() throws Exception {
    Written.in(desk.folder().resolve("ben")).with("patients.csv", "female,60", "female,61");
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> desk.agree("anna", "ben", false));
    assertThat(desk.read("agreed")).isEmpty();
  }
}
