package org.myocohort.evidence.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.myocohort.evidence.extraction.ExtractionFinding.Kind;

class ExtractionCheckTest {
  @TempDir Path directory;
  private Written written;

  @BeforeEach
  void write() {
    written = Written.in(directory.resolve("anna"));
    written.table("../texts/1-1.txt", "Case 1 was a 60-year-\nold wom\u00ADan with fever.\n");
    written.table("../texts/1-2.txt", "A response was\nseen in 7/15 patients (Table 1).\n");
  }

  private ExtractionCheck check() throws Exception {
    return ExtractionCheck.of(ExtractionFolder.read(written.folder()));
  }

  @Test
  void nothingIsFoundWhereAllFitsAndOnlyWhatIsOpenIsMissing() throws Exception {
    assertThat(check().wrong()).isEmpty();
    assertThat(check().missing())
        .extracting(ExtractionFinding::kind, ExtractionFinding::report, ExtractionFinding::values)
        .containsExactly(
            tuple(Kind.APPRAISAL_INCOMPLETE, "1-1", List.of("jbi-case-report", "3, 4, 5, 6, 7, 8")),
            tuple(Kind.REPORT_WITHOUT_APPRAISAL, "1-2", List.of("jbi-case-series")));
  }

  @Test
  void aTypedNumberThatIsNotPrintedIsFoundWithItsLine() throws Exception {
    written.with("results.csv", "NR,12,7/15", "NR,12,\"mean 2\u2009559 (SD 31), 7/15\"");
    written.with("results.csv", ",7,15,NR,NR", ",7,15,2595,31");

    assertThat(check().wrong())
        .extracting(
            ExtractionFinding::kind,
            ExtractionFinding::file,
            ExtractionFinding::line,
            ExtractionFinding::column,
            finding -> finding.values().getFirst())
        .containsExactly(tuple(Kind.PRINTED_DIFFERS, "results.csv", 2, "mean", "2595"));
  }

  @Test
  void aTypedNumberFitsItsPrintedStringOrPercentage() throws Exception {
    written.with("results.csv", "NR,12,7/15", "NR,12,\"46.7% of 15, mean 2\u2009559\"");
    written.with("results.csv", ",7,15,NR,NR", ",7,15,2559.0,NR");

    assertThat(check().wrong()).isEmpty();
  }

  @Test
  void aQuoteThatIsNotInThePastedTextIsFoundWithItsLine() throws Exception {
    written.with("places.csv", "seen in 7/15 patients", "seen in 8/15 patients");

    assertThat(check().wrong())
        .extracting(
            ExtractionFinding::kind,
            ExtractionFinding::file,
            ExtractionFinding::line,
            ExtractionFinding::values)
        .containsExactly(
            tuple(
                Kind.QUOTE_NOT_FOUND,
                "places.csv",
                4,
                List.of("seen in 8/15 patients", "texts/1-2.txt")));
  }

  @Test
  void aQuoteOfATextThatWasNotPastedIsSaidToBeUnchecked() throws Exception {
    Files.delete(directory.resolve("texts/1-2.txt"));

    assertThat(check().wrong()).isEmpty();
    assertThat(check().missing())
        .extracting(ExtractionFinding::kind)
        .contains(Kind.QUOTE_NOT_CHECKED);
  }

  @Test
  void whatIsMissingIsNamed() throws Exception {
    written.with("patients.csv", "literature,1-2,", "literature,,");
    written.with("places.csv", "results,A1,,", "results,A1,events,");
    written.with("places.csv", "patients,L2,,1-2,Table 1,\n", "");
    written.with("results.csv", "acr-eular-2016-moderate", "");
    written.with("results.csv", "12,7/15", "12,NR");
    written.with("reports.csv", "case-series", "");

    assertThat(check().missing())
        .extracting(
            ExtractionFinding::kind,
            ExtractionFinding::file,
            ExtractionFinding::row,
            ExtractionFinding::values)
        .contains(
            tuple(Kind.PATIENT_WITHOUT_REPORT, "patients.csv", "L2", List.of()),
            tuple(Kind.NO_PLACE, "patients.csv", "L2", List.of("sex, age_years")),
            tuple(Kind.NO_PLACE, "results.csv", "A1", List.of("total, months")),
            tuple(Kind.RESULT_WITHOUT_DEFINITION, "results.csv", "A1", List.of()),
            tuple(Kind.RESULT_WITHOUT_PRINTED, "results.csv", "A1", List.of()),
            tuple(Kind.REPORT_WITHOUT_DESIGN, "reports.csv", "1-2", List.of()),
            tuple(Kind.REPORT_WITHOUT_APPRAISAL, "reports.csv", "1-2", List.of("")));
    assertThat(check().wrong()).isEmpty();
  }

  @Test
  void aReportOfNothingAndAChecklistForAnotherDesignAreFound() throws Exception {
    written.with("patients.csv", "L1,literature,1-1", "L1,literature,1-2");
    written.with("appraisal.csv", "1-1,jbi-case-report,1", "1-1,jbi-case-series,1");

    assertThat(check().findings())
        .extracting(ExtractionFinding::kind, ExtractionFinding::row)
        .contains(
            tuple(Kind.REPORT_WITHOUT_VALUES, "1-1"), tuple(Kind.CHECKLIST_OF_OTHER_DESIGN, "1-1"));
  }
}
