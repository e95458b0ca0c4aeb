package org.myocohort.app.review.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.myocohort.app.cli.CommandLines;
import org.myocohort.app.review.ReviewCommand;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The review of the letter: three own patients, four of the literature whose response is not
/// reported, and the abstract of a cohort that may hold one of them.
@ResourceLock(Resources.SYSTEM_OUT)
class ReviewPoolCommandTest {
  private static final Path OWN = Path.of("../examples/anakinra-antisynthetase");

  private static final Path REVIEWED = Path.of("../examples/anakinra-review/extraction/agreed");

  private static final String REVIEW =
      """
      title: Anakinra in antisynthetase syndrome
      registration: not reported
      reviewers: 2
      blinded: true
      order: random
      seed: 1
      criteria:
        include: [Antisynthetase syndrome, Anakinra given]
        exclude:
          - {code: population, text: No antisynthetase syndrome}
      outcomes:
        - code: response
          name: At least moderate response
          definition: acr-eular-2016-moderate
          table: patients
          column: reported_response
          event: [moderate, major]
          no_event: [none, minimal]
      """;

  private static final String REPORTS =
      """
      report,citation,study,cohort,design,registrations,drugs,daily_dose,months,centre,included_from,included_to,patients,responders
      furlan,Furlan 2008,NR,NR,case-report,NR,anakinra,100 mg,NR,NR,NR,NR,1,NR
      zong,Zong,NR,NR,trial,NR,anakinra,100 mg,12,NR,NR,NR,NR,NR
      abstract,Biomarker abstract,NR,NR,trial,NR,anakinra,100 mg,12,NR,NR,NR,15,7
      """;

  private static final String PATIENTS =
      """
      id,cohort,report,sex,age_years,antibody,reported_response
      L1,literature,furlan,female,60,anti-Jo1,NR
      L2,literature,zong,male,54,anti-Jo1,NR
      """;

  private static final String RESULTS =
      """
      id,report,outcome,definition,group,events,total,mean,sd,estimate,low,high,unit,months,printed
      R1,abstract,response,clinical-responder,NR,7,15,NR,NR,NR,NR,NR,NR,NR,7/15
      """;

  @TempDir Path folder = Path.of("");

  @Command(name = "myocohort")
  private static final class Root {}

  private record Run(int code, String out, String err) {}

  @BeforeEach
  void review() throws IOException {
    Files.writeString(folder.resolve("review.yaml"), REVIEW);
  }

  private void extraction(String reports, String patients, String results) throws IOException {
    Path agreed = Files.createDirectories(folder.resolve("extraction/agreed"));
    Files.writeString(agreed.resolve("reports.csv"), reports);
    Files.writeString(agreed.resolve("patients.csv"), patients);
    Files.writeString(agreed.resolve("results.csv"), results);
  }

  private Run run(String... options) {
    List<String> arguments = new ArrayList<>(List.of("review", "pool", folder.toString()));
    arguments.addAll(List.of(options));
    StringWriter err = new StringWriter();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      int code =
          CommandLines.execute(
              new Root(),
              List.of(ReviewCommand.class),
              arguments.toArray(String[]::new),
              new PrintWriter(err, true));
      return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString());
    } finally {
      System.setOut(before);
    }
  }

  private static JsonNode json(Run run) {
    return JsonMapper.shared().readTree(run.out());
  }

  @Test
  void theOwnSeriesIsAnsweredAndTheLiteratureIsNotReported() {
    Run run = run("--own", OWN.toString(), "--format", "json");
    assertThat(run.code()).isZero();
    JsonNode answer = json(run).get("definitions").get(0);
    JsonNode series = answer.get("sets").get("series");
    assertThat(series.get("is_proportion_of").asString()).isEqualTo("own-patients");
    assertThat(series.get("k").asInt()).isEqualTo(1);
    assertThat(series.get("events").asInt()).isEqualTo(3);
    assertThat(series.get("exact").get("proportion").asDouble()).isEqualTo(1);
    assertThat(series.get("exact").get("ci").get(0).asDouble()).isCloseTo(0.292402, within(1e-6));
    assertThat(series.get("glmm").get("proportion_reason").asString()).isEqualTo("only-events");
    assertThat(answer.get("sets").get("with_single_cases").get("rows").size()).isEqualTo(3);
    assertThat(json(run).get("rows"))
        .filteredOn(row -> row.get("source").asString().equals("literature"))
        .hasSize(4)
        .allSatisfy(row -> assertThat(row.get("why").asString()).isEqualTo("not-reported"));
  }

  @Test
  void theCohortHasAnotherDefinitionAndMayHoldZongsPatient() throws IOException {
    extraction(REPORTS, PATIENTS, RESULTS);
    Run run = run("--own", OWN.toString());
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("2 definitions of this outcome are told. They are never pooled together")
        .contains("Proportion of the own patients: k = 1, 3 of 3 patients")
        .contains("1.0000 (0.2924 – 1.0000)")
        .contains("Definition clinical-responder, which the review does not ask for")
        .contains("7 of 15 patients")
        .contains("0.4667 (0.2127 – 0.7341)")
        .contains("A person must say whether they share patients: L2 and R1")
        .contains("Not in this number: literature. Of 2 rows none gives the outcome")
        .contains("Not counted (2)")
        .contains("4 published patients of the own study folder are not taken")
        .contains("Certainty: not judged");
    assertThat(run.out().indexOf("1. Series only"))
        .isLessThan(run.out().indexOf("2. With single-case reports"));
  }

  @Test
  void theReviewThatShipsCountsItsOwnPatientsOnly() throws IOException {
    Path agreed = Files.createDirectories(folder.resolve("extraction/agreed"));
    try (Stream<Path> tables = Files.list(REVIEWED)) {
      for (Path table : tables.toList()) {
        Files.copy(table, agreed.resolve(table.getFileName()));
      }
    }
    Run run = run("--own", OWN.toString());
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("1.0000 (0.2924 – 1.0000)")
        .contains("Not in this number: literature. Of 4 rows none gives the outcome")
        .contains("Not counted (5)")
        .contains("7/15, but nobody has said by which definition")
        .contains("A person must say whether they share patients: L2 and A1");
  }

  @Test
  void aPatientAndTheCohortThatMayHoldHimAreRefusedWithWhatMayBePooled() throws IOException {
    extraction(
        REPORTS,
        PATIENTS.replace("anti-Jo1,NR", "anti-Jo1,major"),
        RESULTS.replace("clinical-responder", "acr-eular-2016-moderate"));
    Run refused = run("--own", OWN.toString());
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.out())
        .contains("Refused: 5 rows cannot be pooled in one number.")
        .contains("L2 and R1: what their reports tell agrees; counted twice at most: 1")
        .contains("drug anakinra; daily dose 100 mg; months 12; design trial")
        .contains("May be pooled together: own/P1, own/P2, own/P3, R1");
    assertThat(refused.err()).contains("A number was refused");

    Run reduced = run("--own", OWN.toString(), "--leave-out-shared", "--format", "json");
    assertThat(reduced.code()).isZero();
    JsonNode series = json(reduced).get("definitions").get(0).get("sets").get("series");
    assertThat(series.get("left_out").get(0).asString()).isEqualTo("L2");
    assertThat(series.get("events").asInt()).isEqualTo(10);
    assertThat(series.get("patients").asInt()).isEqualTo(18);
    JsonNode bySource = json(reduced).get("definitions").get(0).get("by_source").get(0);
    // R 4.3: fisher.test(matrix(c(3, 0, 7, 8), 2))
    assertThat(bySource.get("fisher_p").asDouble()).isCloseTo(0.2156863, within(1e-6));
    assertThat(bySource.get("factor_reason").asString()).isEqualTo("arm-without-contrast");
  }

  @Test
  void whatAPersonRecordedHolds() throws IOException {
    extraction(
        REPORTS,
        PATIENTS.replace("anti-Jo1,NR", "anti-Jo1,major"),
        RESULTS.replace("clinical-responder", "acr-eular-2016-moderate"));
    Path decisions = Files.createDirectories(folder.resolve("decisions"));
    Files.writeString(
        decisions.resolve("anna.csv"),
        """
        time,action,stage,records,value,reason,detail
        2026-11-22T18:00:00Z,overlap,,L2;R1,distinct,another hospital,
        """);
    Run run = run("--own", OWN.toString(), "--format", "json");
    assertThat(run.code()).isZero();
    JsonNode sets = json(run).get("definitions").get(0).get("sets");
    assertThat(sets.get("series").get("patients").asInt()).isEqualTo(19);
    assertThat(sets.get("with_single_cases").get("patients").asInt()).isEqualTo(20);
  }

  @Test
  void theFolderHoldsTheTableTheFigureTheWordsAndTheFindings() throws IOException {
    extraction(
        REPORTS,
        PATIENTS.replace("60,anti-Jo1,NR", "60,anti-Jo1,major"),
        RESULTS.replace("clinical-responder", "acr-eular-2016-moderate"));
    Files.writeString(
        folder.resolve("grade.yaml"),
        """
        judgements:
          - outcome: response
            domain: risk-of-bias
            judgement: very-serious
            reason: No comparison
            by: anna
        """);
    Files.writeString(
        folder.resolve("extraction/agreed/places.csv"),
        """
        table,row,column,report,place,quote
        patients,L1,reported_response,furlan,page 2,she improved
        """);
    Path out = folder.resolve("out");
    Run run =
        run("--own", OWN.toString(), "--covariates", "age_years,antibody", "-o", out.toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(out).isDirectoryContaining("glob:**/pool.json");
    assertThat(Files.readString(out.resolve("pool.txt"))).isEqualTo(run.out());
    assertThat(Files.readAllLines(out.resolve("pooled.csv")))
        .hasSize(7)
        .first(org.assertj.core.api.InstanceOfAssertFactories.STRING)
        .startsWith("id,source,report,citation,year,study,cohort,design,definition,patient,told,");
    assertThat(Files.readString(out.resolve("pooled.csv")))
        .contains("L1,literature,furlan,Furlan 2008,,furlan,,case-report,")
        .contains(",yes,yes,,60,anti-Jo1,")
        .contains(",2,page 2,she improved");
    assertThat(Files.readString(out.resolve("grade.csv")))
        .contains("very-serious,No comparison,anna")
        .contains("not judged");
    assertThat(Files.readString(out.resolve("forest.svg")))
        .contains("Own patients, by acr-eular-2016-moderate")
        .contains("judged by acr-eular-2016-moderate")
        .contains("Single-case reports, apart")
        .contains("With single-case reports");
    assertThat(run.out())
        .contains("they were published because they succeeded")
        .contains("Models of single patients, series: 3 patients, k = 1")
        .contains("nothing but events");
  }

  @Test
  void italianIsSpokenToo() {
    assertThat(run("--own", OWN.toString(), "--lang", "it").out())
        .contains("Proporzione dei pazienti propri: k = 1, 3 di 3 pazienti");
  }

  @Test
  void whatIsMissingIsNamed() throws IOException {
    assertThat(run("--outcome", "relapse", "--own", OWN.toString()))
        .satisfies(run -> {
          assertThat(run.code()).isEqualTo(2);
          assertThat(run.err()).contains("expected --outcome with one of: response");
        });
    assertThat(run())
        .satisfies(run -> {
          assertThat(run.code()).isEqualTo(2);
          assertThat(run.err()).contains("nothing to pool");
        });
    assertThat(run("--own", OWN.toString(), "--covariates", "height"))
        .satisfies(run -> {
          assertThat(run.code()).isEqualTo(1);
          assertThat(run.err()).contains("patients.csv, line 1, column height");
        });
    assertThat(run("--own", folder.resolve("nowhere").toString()))
        .satisfies(run -> {
          assertThat(run.code()).isEqualTo(2);
          assertThat(run.err()).contains("nowhere");
        });
    Files.writeString(
        folder.resolve("review.yaml"), REVIEW.replace("reported_response", "outcome"));
    assertThat(run("--own", OWN.toString()))
        .satisfies(run -> {
          assertThat(run.code()).isEqualTo(1);
          assertThat(run.err()).contains("column outcome");
        });
    assertThat(run("--help").out()).contains("Example:  ./myocohort review pool my-review");
  }
}
