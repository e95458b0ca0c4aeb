package org.myocohort.evidence.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.myocohort.evidence.extraction.Appraisal;
import org.myocohort.evidence.extraction.Checklist;
import org.myocohort.evidence.extraction.Design;
import org.myocohort.evidence.link.CohortFacts;
import org.myocohort.evidence.pool.Outcome;
import org.myocohort.evidence.pool.PatientSource;
import org.myocohort.evidence.pool.Pooling;
import org.myocohort.evidence.pool.PoolingRow;
import org.myocohort.evidence.pool.RowPlace;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.Problem;

class GradeTest {
  private static final Outcome RESPONSE =
      new Outcome(
          "response", "Response", "moderate", "patients", "word", List.of("yes"), List.of("no"));

  private static final String JUDGED =
      """
      judgements:
        - {outcome: response, domain: risk-of-bias, judgement: very-serious, reason: No control, by: anna}
        - {outcome: response, domain: certainty, judgement: very-low, reason: Two domains, by: anna}
      """;

  @Test
  void aJudgementIsKeptInThePlaceOfTheEarlierOne(@TempDir Path folder) throws Exception {
    GradeJudgement first =
        new GradeJudgement(
            "response", "moderate", GradeDomain.IMPRECISION, "serious", "Few: \"three\"", "anna");
    GradeJudgement other =
        new GradeJudgement(
            "response", "by-physician", GradeDomain.IMPRECISION, "serious", "One series", "anna");
    GradeJudgement second =
        new GradeJudgement(
            "response", "moderate", GradeDomain.IMPRECISION, "not-serious", "Many now", "ben");
    GradeFile.keep(folder, first, List.of(RESPONSE));
    GradeFile.keep(folder, other, List.of(RESPONSE));
    assertThat(GradeFile.read(folder, List.of(RESPONSE))).containsExactly(first, other);
    GradeFile.keep(folder, second, List.of(RESPONSE));
    assertThat(GradeFile.read(folder, List.of(RESPONSE))).containsExactly(second, other);
    assertThatThrownBy(() ->
            GradeFile.keep(
                folder,
                new GradeJudgement(
                    "response", "moderate", GradeDomain.CERTAINTY, "serious", "x", "ben"),
                List.of(RESPONSE)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static PoolingRow result(String id, Design design, int events, int total) {
    return new PoolingRow(
        id,
        PatientSource.LITERATURE,
        id,
        "",
        null,
        null,
        design,
        null,
        CohortFacts.NONE,
        new PoolingRow.Result("moderate", "", events, total, ""),
        new RowPlace("results.csv", 2, "", ""));
  }

  private static PoolingRow patient(String id, PatientSource source, Design design) {
    return new PoolingRow(
        id,
        source,
        source == PatientSource.OWN ? "own" : id,
        "",
        null,
        null,
        design,
        null,
        CohortFacts.NONE,
        new PoolingRow.Patient(id, "yes", new LinkedHashMap<>()),
        new RowPlace("patients.csv", 2, "", ""));
  }

  private static GradeRow row(PoolingRow... rows) throws BadInputException {
    Pooling pooling =
        Pooling.of(RESPONSE, List.of(rows), new Pooling.Request(List.of(), false, List.of()));
    return GradeRow.of(
            pooling,
            GradeFile.read("grade.yaml", JUDGED, List.of(RESPONSE)),
            List.of(
                new Appraisal("A", Checklist.JBI_CASE_SERIES, 1, Appraisal.Answer.NO, "", 2),
                new Appraisal("A", Checklist.JBI_CASE_SERIES, 2, Appraisal.Answer.YES, "", 3),
                new Appraisal("L1", Checklist.JBI_CASE_REPORT, 1, Appraisal.Answer.NO, "", 4)))
        .getFirst();
  }

  @Test
  void theProgramGivesFactsAndOnlyAPersonJudges() throws BadInputException {
    GradeRow row =
        row(
            result("A", Design.COHORT, 4, 9),
            result("B", Design.CASE_SERIES, 2, 5),
            result("C", Design.TRIAL, 7, 15),
            patient("P1", PatientSource.OWN, Design.CASE_SERIES),
            patient("L1", PatientSource.LITERATURE, Design.CASE_REPORT));
    assertThat(row.studies()).isEqualTo(4);
    assertThat(row.patients()).isEqualTo(30);
    assertThat(row.facts().designs())
        .containsExactly(
            java.util.Map.entry("case-series", 1),
            java.util.Map.entry("cohort", 1),
            java.util.Map.entry("own", 1),
            java.util.Map.entry("trial", 1));
    assertThat(row.facts().startsLow()).isTrue();
    assertThat(row.facts().singleCases()).isEqualTo(1);
    assertThat(row.facts().appraised()).isEqualTo(1);
    assertThat(row.facts().notYes()).isEqualTo(1);
    assertThat(row.facts().prediction()).isNotNull();
    assertThat(Objects.requireNonNull(row.effect()).estimate()).isCloseTo(14 / 30.0, within(1e-6));
    assertThat(row.judgements())
        .extracting(GradeJudgement::domain, GradeJudgement::judgement)
        .containsExactly(
            tuple(GradeDomain.RISK_OF_BIAS, "very-serious"),
            tuple(GradeDomain.CERTAINTY, "very-low"));
    assertThat(row.judgement(GradeDomain.IMPRECISION)).isEmpty();
  }

  @Test
  void whereOnlyEventsAreSeenTheEffectIsTheSimpleSum() throws BadInputException {
    GradeRow row = row(patient("P1", PatientSource.OWN, Design.CASE_SERIES));
    assertThat(row.simpleSum()).isTrue();
    assertThat(row.facts().iSquared()).isNull();
    assertThat(row.facts().prediction()).isNull();
    assertThat(row.facts().width()).isCloseTo(0.975, within(1e-9));
  }

  @Test
  void aWordThatIsNoJudgementOfTheDomainIsRefused() {
    assertThat(problems(JUDGED.replace("very-serious", "bad")))
        .extracting(Problem::line, Problem::code, Problem::found)
        .containsExactly(tuple(2, "one-of-expected", "bad"));
    assertThat(problems(JUDGED.replace("certainty", "risk-of-bias").replace("very-low", "serious")))
        .extracting(Problem::code)
        .containsExactly("grade-domain-twice");
    assertThat(problems(JUDGED.replace(", by: anna", "")))
        .extracting(Problem::code)
        .containsExactly("yaml-field-missing", "yaml-field-missing");
  }

  private static List<Problem> problems(String text) {
    return catchThrowableOfType(
            BadInputException.class, () -> GradeFile.read("grade.yaml", text, List.of(RESPONSE)))
        .problems();
  }
}
