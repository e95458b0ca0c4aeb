package org.myocohort.app.review.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.myocohort.app.CommandRun;
import org.myocohort.app.Project;

class ReviewFlowCommandTest {
  private static final Path EXAMPLES = Project.example("review-flow");

  @TempDir private Path folder;

  private String written(String name) throws IOException {
    return Files.readString(folder.resolve("out").resolve(name));
  }

  private CommandRun flow(Path file, Object... more) {
    return CommandRun.of(
        Stream.concat(
                Stream.of("review", "flow", file, "-o", folder.resolve("out")), Stream.of(more))
            .toArray());
  }

  @Test
  void theNumbersOfAPaperBecomeFigureTableSumsAndChecklist() throws IOException {
    CommandRun run = flow(EXAMPLES.resolve("update.yaml"));

    assertThat(run.exitCode()).isZero();
    assertThat(run.lines())
        .contains(
            "holds: Records identified (1300) − Records removed before screening (310) = 990"
                + " = Records screened (990)",
            "explained: Records screened (990) − Records excluded (952) = 38 ≠ Reports sought for"
                + " retrieval (40); explained by +2: two congress records were each of two"
                + " abstracts",
            "16 hold, 1 explained, 0 do not hold, 0 cannot be told (a number is not reported)");
    assertThat(written("flow.txt")).isEqualTo(run.out());
    assertThat(written("flow.csv").lines())
        .startsWith(
            "box,part,name,n,counted_from",
            "previous,studies,,12,update.yaml:3",
            "previous,reports,,15,update.yaml:3",
            "identified,records,,1300,sum",
            "identified,database,,1250,update.yaml:5")
        .contains(
            "identified,register,ClinicalTrials.gov,50,update.yaml:10",
            "reports-excluded,reports,,33,sum",
            "reports-excluded,reason,No outcome of a single patient,6,update.yaml:28",
            "extra,extra,Critical appraisal (JBI),17,update.yaml:45");
    assertThat(written("flow.svg"))
        .contains(">PubMed (n = 700)<", ">Total studies included in review<", ">(n = 17)<")
        .doesNotContain("DRAFT")
        .isEqualTo(Files.readString(Project.root().resolve("docs/images/review-flow.svg")));
  }

  @Test
  void theChecklistHasEveryItemAndClaimsNone() throws IOException {
    assertThat(flow(EXAMPLES.resolve("update.yaml")).exitCode()).isZero();

    assertThat(written("checklist.md").lines().filter(line -> line.matches("\\| \\d+[a-f]? \\|.*")))
        .hasSize(42);
    assertThat(written("checklist.csv"))
        .startsWith("item,section,topic,asks,known,state,reported_where\n1,Title,Title,")
        .contains(
            "\n24b,Other information,Registration and protocol,\"Where the protocol is, or that"
                + " there was none.\",,to be written by the authors,\n",
            "\"PubMed; the day is not reported.\nEmbase; the day is not reported.",
            "Records identified 1300, screened 990; reports assessed 38; studies included 5, reports")
        .doesNotContain("fulfilled");
  }

  @Test
  void whereTheArithmeticBreaksNothingIsDrawnUnlessAsADraft() throws IOException {
    Path broken = EXAMPLES.resolve("broken.yaml");
    CommandRun refused = flow(broken);

    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.lines())
        .contains(
            "DOES NOT HOLD: Records identified (1300) − Records removed before screening (300)"
                + " = 1000 ≠ Records screened (990)",
            "DOES NOT HOLD: Reports of included studies (5) < Studies included in review (6)");
    assertThat(refused.err()).startsWith("2 of its sums do not hold");
    assertThat(folder.resolve("out")).doesNotExist();

    assertThat(flow(broken, "--draft").exitCode()).isZero();
    assertThat(written("flow.svg"))
        .contains(
            ">DRAFT<", ">Reports of included studies (5) &lt; Studies included in review (6)<");
    assertThat(written("checklist.csv"))
        .contains("The numbers of the diagram do not fit together (screened).");
  }

  @Test
  void theReviewOfTheLetterIsDrawnAsNotReportedAndNeverAsZero() throws IOException {
    CommandRun run = flow(EXAMPLES.resolve("letter.yaml"), "--lang", "it");

    assertThat(run.exitCode()).isZero();
    assertThat(written("flow.svg"))
        .contains(">EMBASE (n = non riportato)<", ">Record sottoposti a screening<", ">(n = 4)<")
        .doesNotContain("(n = 0)");
    assertThat(written("flow.csv").lines().skip(1))
        .allMatch(line -> line.contains(",NR,") || line.contains(",4,"));
    assertThat(written("checklist.csv"))
        .contains(
            "Record identificati NR, sottoposti a screening NR; report valutati NR; studi inclusi NR,");
  }

  @Test
  void partsAreLeftOutOnRequest() throws IOException {
    assertThat(
            flow(EXAMPLES.resolve("update.yaml"), "--without", "reasons,sources,reports,extra")
                .exitCode())
        .isZero();

    assertThat(written("flow.svg").replaceAll("<title>[^<]*</title>", ""))
        .contains(">Databases (n = 1250)<", ">No antisynthetase syndrome<", ">Records excluded<")
        .doesNotContain(">PubMed", ">No myositis", "Reports of new", "Critical appraisal");
    assertThat(written("flow.csv")).contains("identified,database,PubMed,700,");
  }

  @Test
  void theSumsAreGivenToScriptsToo() {
    CommandRun run =
        CommandRun.of("review", "flow", EXAMPLES.resolve("broken.yaml"), "--format", "csv");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.lines())
        .startsWith(
            "identity,verdict,left,relation,right,because,words",
            "screened,broken,1000,equal,990,,Records identified (1300) − Records removed before"
                + " screening (300) = 1000 ≠ Records screened (990)",
            "sought,holds,40,equal,40,,Records screened (990) − Records excluded (950) = 40 = Reports"
                + " sought for retrieval (40)");
  }

  @Test
  void everyFieldThatIsWrongIsNamedWithItsLine() throws IOException {
    Path wrong =
        Files.writeString(
            folder.resolve("wrong.yaml"),
            """
            title: Wrong
            identified: {databases: some}
            removed: {duplicates: 0}
            screened: {records: 1, excluded: 0}
            assessed: {reports: 1, excluded: 0}
            included: {studys: 1}
            """);

    CommandRun run = flow(wrong);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .isEqualToNormalizingNewlines(
            """
            wrong.yaml, line 2, column identified.databases: found "some", expected a whole number \
            from 0, or NR where it is not reported
            wrong.yaml, line 6, column included.studies: this field must be there
            wrong.yaml, line 6, column included.studys: no such field; here there are patients, \
            pooled-reports, pooled-studies, reports, reports-of-previous, studies, total-reports, \
            total-studies
            """);
  }

  @Test
  void aFileThatIsNotThereOrNoTextIsNamed() throws IOException {
    CommandRun missing = flow(folder.resolve("none.yaml"));
    CommandRun binary =
        flow(Files.write(folder.resolve("picture.yaml"), new byte[] {(byte) 0xff, (byte) 0xd8}));

    assertThat(missing.exitCode()).isEqualTo(2);
    assertThat(missing.err()).contains("none.yaml");
    assertThat(binary.exitCode()).isEqualTo(1);
    assertThat(binary.err()).contains("picture.yaml is not a text in UTF-8");
  }
}
