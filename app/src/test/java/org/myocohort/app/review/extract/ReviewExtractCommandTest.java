package org.myocohort.app.review.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.myocohort.app.CommandRun;
import org.myocohort.app.Project;
import org.myocohort.evidence.extraction.ExtractedReport;
import org.myocohort.evidence.extraction.Extraction;
import org.myocohort.evidence.extraction.ExtractionFolder;
import org.myocohort.evidence.link.CountedPatients;
import org.myocohort.evidence.link.PoolingCheck;
import org.myocohort.evidence.review.ReviewFolder;

/// The commands on a copy of the shipped extractions.
class ReviewExtractCommandTest {
  private static final Path SHIPPED = Project.example("anakinra-review").resolve("extraction");

  @TempDir private Path directory;
  private Path extraction;

  @BeforeEach
  void copy() throws IOException {
    extraction = directory.resolve("extraction");
    copy(SHIPPED, extraction);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.toList()) {
        Files.copy(path, to.resolve(from.relativize(path).toString()));
      }
    }
  }

  private CommandRun extract(Object... arguments) {
    List<Object> all = new ArrayList<>(List.of("review", "extract", directory));
    all.addAll(List.of(arguments));
    return CommandRun.of(all.toArray());
  }

  private void change(String file, String piece, String other) throws IOException {
    Path path = extraction.resolve(file);
    String text = Files.readString(path);
    assertThat(text).contains(piece);
    Files.writeString(path, text.replace(piece, other));
  }

  private static String contents(Path folder) throws IOException {
    StringBuilder contents = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        contents.append(folder.relativize(file)).append('\n').append(Files.readString(file));
      }
    }
    return contents.toString();
  }

  @Test
  void aNewExtractorGetsAFolderWithALineForEachReport() throws IOException {
    CommandRun run = extract("--new", "carla", "1-1", "1-5");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).contains("carla: begun, 2 reports");
    assertThat(Files.readAllLines(extraction.resolve("carla/reports.csv")))
        .satisfiesExactly(
            head -> assertThat(head).startsWith("report,citation,"),
            line -> assertThat(line).startsWith("1-1,"),
            line -> assertThat(line).startsWith("1-5,"));
    assertThat(extract("--by", "carla").exitCode()).isZero();
  }

  /// Whoever extracts in the browser holds the folder while a row is written.
  @Test
  void aReviewThatSomebodyChangesIsWaitedFor() throws Exception {
    Files.copy(
        Project.example("anakinra-review").resolve("review.yaml"),
        directory.resolve("review.yaml"));
    Path begun = extraction.resolve("carla");
    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      Future<CommandRun> run =
          ReviewFolder.at(directory)
              .locked(() -> {
                Future<CommandRun> waiting = other.submit(() -> extract("--new", "carla"));
                assertThatExceptionOfType(TimeoutException.class)
                    .isThrownBy(() -> waiting.get(2, TimeUnit.SECONDS));
                assertThat(begun).doesNotExist();
                return waiting;
              });
      assertThat(run.get().exitCode()).isZero();
    }
    assertThat(begun).isDirectory();
  }

  @Test
  void aNameThatIsTakenOrNoneIsRefused() throws IOException {
    String before = contents(extraction);

    assertThat(extract("--new", "anna").exitCode()).isEqualTo(2);
    assertThat(extract("--new", "anna").err()).contains("anna is there already");
    assertThat(extract("--new", "agreed").err()).contains("other than agreed and texts");
    assertThat(extract("--new", "../carla").exitCode()).isEqualTo(2);
    assertThat(extract("--by", "anna", "1-1").err()).contains("with --new only");
    assertThat(extract().exitCode()).isEqualTo(2);
    assertThat(extract("--by", "carla").exitCode()).isEqualTo(2);
    assertThat(extract("--by", "carla").err()).contains("carla").contains("no such file");
    assertThat(extract("--agree", "anna", "ben", "--decided", "no.csv", "--replace").err())
        .contains("no.csv")
        .contains("no such file");
    assertThat(contents(extraction)).isEqualTo(before);
  }

  @Test
  void whatDoesNotFitIsFoundAndWhatIsMissingIsListed() {
    CommandRun anna = extract("--by", "anna", "--format", "csv");
    CommandRun ben = extract("--by", "ben", "--format", "csv");

    assertThat(anna.exitCode()).isZero();
    assertThat(anna.lines())
        .contains(
            "reports.csv,2,report-without-appraisal,missing,1-1,1-1,,not appraised;"
                + " jbi-case-report is for this design,jbi-case-report");
    assertThat(anna.err()).contains("anna: 5 reports, 4 patients, 4 aggregate results; 0 findings");
    assertThat(ben.exitCode()).isEqualTo(1);
    assertThat(ben.lines().get(1))
        .startsWith("results.csv,2,printed-differs,wrong,1-5,E4,mean,\"typed 19517, which");
  }

  @Test
  void aQuoteThatIsNotInTheReportIsFoundWithItsLine() throws IOException {
    change("anna/places.csv", "seen in 7/15 patients", "seen in 7/16 patients");

    CommandRun run = extract("--by", "anna", "--lang", "it", "--format", "csv");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.lines().get(1))
        .startsWith("places.csv,13,quote-not-found,wrong,1-5,A1,quote,")
        .contains("non compare in texts/1-5.txt");
  }

  @Test
  void wrongTablesAreNamedWithFileLineAndColumn() throws IOException {
    change("anna/results.csv", ",7,15,", ",16,15,");
    change("anna/patients.csv", "literature,1-2", "literature,1-9");

    CommandRun run = extract("--by", "anna");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .contains(
            "results.csv, line 2, column events: found \"16\", expected a number of at most 15")
        .contains("patients.csv, line 3, column report: found \"1-9\", expected a report");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void theAppraisalIsATableWithItsSourceAndMarkAndNoScore() {
    CommandRun run = extract("--by", "anna", "--appraisal", "--format", "csv");

    assertThat(run.exitCode()).isZero();
    assertThat(run.lines()).hasSize(11);
    assertThat(run.lines().get(1))
        .startsWith(
            "1-5,jbi-case-series,1,Are the criteria for inclusion clear?,unclear,criteria not"
                + " given,weak,");
    assertThat(run.err()).contains("Munn Z").contains("(weak: ");
  }

  @Test
  void comparingGivesAgreementAndTheShippedDifferences() throws IOException {
    Path differences = directory.resolve("differences.csv");

    CommandRun run = extract("--compare", "anna", "ben", "-o", differences, "--format", "csv");

    assertThat(run.exitCode()).isZero();
    assertThat(run.lines())
        .containsExactly(
            "table,rows,only_first,only_second,cells,equal,percent,kappa,kappa_low,kappa_high,"
                + "ac1,ac1_low,ac1_high",
            "reports,5,0,0,55,54,98.2,,,,,,",
            "patients,4,0,0,36,33,91.7,,,,,,",
            "results,4,0,0,50,48,96,,,,,,",
            "appraisal,10,0,0,10,8,80,0.667,0.263,1,0.752,0.446,1");
    assertThat(run.err()).contains("8 differences in").contains("; 0 are decided already");
    assertThat(withoutDecisions(differences))
        .isEqualTo(withoutDecisions(SHIPPED.resolve("differences.csv")));

    CommandRun again =
        extract("--compare", "anna", "ben", "-o", extraction.resolve("differences.csv"));

    assertThat(again.err()).contains("; 8 are decided already");
    assertThat(extraction.resolve("differences.csv"))
        .hasSameTextualContentAs(SHIPPED.resolve("differences.csv"));
  }

  private static List<String> withoutDecisions(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .map(line -> line.substring(0, line.lastIndexOf(',')))
        .toList();
  }

  @Test
  void whatWasAgreedIsTheShippedFolderByteForByte() throws IOException {
    Path decided = extraction.resolve("differences.csv");
    CommandRun there = extract("--agree", "anna", "ben", "--decided", decided);
    CommandRun replaced = extract("--agree", "anna", "ben", "--decided", decided, "--replace");

    assertThat(there.exitCode()).isEqualTo(2);
    assertThat(there.err()).contains("--replace");
    assertThat(replaced.exitCode()).isZero();
    assertThat(contents(extraction.resolve("agreed")))
        .isEqualTo(contents(SHIPPED.resolve("agreed")));
  }

  @Test
  void undecidedDifferencesAreNamedAndNothingIsWritten() throws IOException {
    change(
        "differences.csv",
        ",54,45,\"the letter's Table, row Zong\",\"the letter's Table, row" + " Zong\",54",
        ",54,45,\"the letter's Table, row Zong\",\"the letter's Table, row Zong\",");
    String before = contents(extraction);

    CommandRun run =
        extract(
            "--agree",
            "anna",
            "ben",
            "--decided",
            extraction.resolve("differences.csv"),
            "--replace");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .contains(
            "line 4, column agreed: expected what was agreed: patients L2 age_years (54, 45)");
    assertThat(contents(extraction)).isEqualTo(before);
    assertThat(extract("--agree", "anna", "ben").err()).contains("--decided");
  }

  @Test
  void zongsPatientIsSuspectedToBeOneOfTheAbstractsAndNobodyElseIs() throws Exception {
    Extraction agreed = ExtractionFolder.read(SHIPPED.resolve("agreed")).extraction();
    List<CountedPatients> counted = new ArrayList<>();
    for (ExtractedReport report : agreed.reports()) {
      agreed
          .patientsOf(report.id())
          .forEach(patient ->
              counted.add(
                  new CountedPatients(
                      patient.id(),
                      report.id(),
                      report.study(),
                      report.cohort(),
                      patient.id(),
                      1,
                      report.facts())));
    }
    ExtractedReport cohort = agreed.report("1-5").orElseThrow();
    counted.add(new CountedPatients("A1", "1-5", null, null, null, 15, cohort.facts()));

    assertThat(PoolingCheck.of(counted, List.of()).undecided())
        .singleElement()
        .satisfies(overlap -> {
          assertThat(overlap.first()).isEqualTo("L2");
          assertThat(overlap.second()).isEqualTo("A1");
        });
  }
}
