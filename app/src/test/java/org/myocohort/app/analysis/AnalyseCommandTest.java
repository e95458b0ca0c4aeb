package org.myocohort.app.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.myocohort.app.CommandRun;
import org.myocohort.app.Project;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The shipped plans, computed again in R 4.2.2 (exactRankTests 0.8-35, survival 3.5-3) from the
/// tables of data.
class AnalyseCommandTest {
  private static final String DAY = "2026-11-22";
  private static final Path CENTRE = Project.example("synthetic-centre");
  private static final Path BENEFITS = Project.example("plans").resolve("who-benefits.yaml");
  private static final Path LABORATORY = Project.example("synthetic-il1ra");
  private static final Path IL1RA = Project.example("plans").resolve("il1ra.yaml");

  @TempDir private Path folder;

  private static Map<String, JsonNode> analyses(Path study, Path plan) {
    CommandRun run =
        CommandRun.of("analyse", study, "--plan", plan, "--on", DAY, "--format", "json");
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    Map<String, JsonNode> analyses = new LinkedHashMap<>();
    for (JsonNode each : new JsonMapper().readTree(run.out()).get("analyses")) {
      analyses.put(each.get("analysis").asString(), each);
    }
    return analyses;
  }

  private static void number(JsonNode of, String name, double expected) {
    assertThat(of.get(name).asDouble()).as(name).isCloseTo(expected, within(1e-8));
  }

  private static JsonNode of(Map<String, JsonNode> analyses, String title) {
    return Objects.requireNonNull(analyses.get(title), title);
  }

  @Test
  void theLettersHypothesisOnAnInventedCentreAgreesWithR() {
    Map<String, JsonNode> analyses = analyses(CENTRE, BENEFITS);

    // fisher.test(matrix(c(8, 4, 2, 4), 2))
    JsonNode response = of(analyses, "Response by phenotype");
    number(response.get("test"), "p", 0.3212669683258);
    assertThat(response.get("test").get("estimate").asDouble()).isCloseTo(3.6806, within(1e-3));
    // wilcox.exact(value ~ group, conf.int = TRUE)
    JsonNode score = of(analyses, "Score at 6 months by phenotype").get("test");
    number(score, "p", 0.2460317460317);
    number(score, "estimate", 35);
    number(score, "lower", -5);
    number(score, "upper", 82.5);
    // Of the scores that lack a part only bounds are known; three were reached after a rescue.
    List<JsonNode> scores = new ArrayList<>();
    of(analyses, "Score at 6 months by phenotype").get("rows").forEach(scores::add);
    assertThat(scores.stream().filter(row -> row.has("bounds"))).hasSize(6);
    assertThat(
            scores.stream()
                .filter(row -> !row.get("cells").get(0).asString().isEmpty() && row.has("flags")))
        .hasSize(3);
    // wilcox.exact(after, before, paired = TRUE, conf.int = TRUE) in each group
    JsonNode change = of(analyses, "CK before and after 6 months").get("by_group");
    number(change.get(0).get("change"), "p", 0.00390625);
    number(change.get(0).get("change"), "estimate", -288);
    number(change.get(1).get("change"), "p", 0.015625);
    number(change.get(1).get("change"), "estimate", -323.35);
    number(change.get(1).get("change"), "lower", -445);
    number(change.get(1).get("change"), "upper", -153.1);
    // cor(x, y, method = "spearman")
    number(of(analyses, "Baseline CRP and change of CK").get("test"), "estimate", 0.3817253248752);
    // survdiff(Surv(time, event) ~ group), what competes taken as censored; survfit for any event
    JsonNode waiting = of(analyses, "Time to moderate response");
    number(waiting.get("test"), "p", 0.8548838321553);
    number(waiting.get("by_group").get(0), "median", 45);
    number(waiting.get("by_group").get(1), "median", 63);
    number(of(analyses, "Time to prednisone below 10 mg").get("test"), "p", 0.003489863604343);
    number(of(analyses, "Time to prednisone below 7.5 mg").get("test"), "p", 0.4633774728916);
    number(of(analyses, "Time to relapse").get("test"), "p", 0.5327468797748);
    // poisson.test(c(7, 2), c(7999, 4150) / 365.25)
    JsonNode events = of(analyses, "Adverse events per patient-year").get("test");
    number(events, "p", 0.7272448443798);
    number(events, "estimate", 1.815851981498);
    number(events, "lower", 0.3457417349497);
    // p.adjust(p, "holm") over the nine tests
    number(of(analyses, "Time to prednisone below 10 mg"), "p_adjusted", 9 * 0.003489863604343);
  }

  @Test
  void theAbstractsWorkOnInventedPatientsAgreesWithR() {
    Map<String, JsonNode> analyses = analyses(LABORATORY, IL1RA);

    // mean(x), sd(x), quantile(x, c(.25, .75), type = 2); wilcox.exact(a, b, conf.int = TRUE)
    JsonNode characteristics = of(analyses, "Characteristics").get("variables");
    JsonNode enzyme = characteristics.get(1).get("all_then_groups").get(0);
    number(enzyme, "mean", 2457.4);
    number(enzyme, "sd", 1077.92053775512);
    number(enzyme, "q1", 1260);
    number(enzyme, "q3", 3283);
    JsonNode memory = characteristics.get(3).get("all_then_groups").get(0);
    number(memory, "n", 8);
    number(memory, "mean", 55.0625);
    number(memory, "sd", 15.0250341097783);
    // binom.test(7, 15)
    JsonNode share = of(analyses, "Response").get("by_group").get(0);
    number(share, "lower", 0.212666729519308);
    number(share, "upper", 0.734138652722603);
    // binom.test(9, 14): above the largest value of the healthy controls
    JsonNode above =
        of(analyses, "IL-1Ra before treatment beside healthy controls").get("comparison");
    number(above, "above_maximum", 9);
    number(above, "of", 14);
    number(above, "lower", 0.351380110615992);
    number(above, "upper", 0.872401570140841);
    // binom.test(11, 13): two of the changes begin or end beyond a limit of the assay
    JsonNode antagonist = of(analyses, "IL-1Ra before and after six months");
    JsonNode rise = antagonist.get("by_group").get(0).get("change");
    number(rise, "p", 0.0224609375);
    number(rise, "proportion_lower", 0.545528944323442);
    assertThat(rise.get("lower_reason").asString()).isEqualTo("only-order-known");
    assertThat(rise.get("upper_reason").asString()).isEqualTo("only-order-known");
    // wilcox.exact(after, before, paired = TRUE, conf.int = TRUE) in each group, then
    // wilcox.exact(change of responders, change of the others, conf.int = TRUE)
    JsonNode fall = of(analyses, "CK before and after six months");
    number(fall.get("by_group").get(0).get("change"), "p", 0.015625);
    number(fall.get("by_group").get(0).get("change"), "estimate", -1382.25);
    number(fall.get("by_group").get(0).get("change"), "lower", -2041);
    number(fall.get("by_group").get(0).get("change"), "upper", -308);
    number(fall.get("by_group").get(1).get("change"), "p", 0.0078125);
    number(fall.get("by_group").get(1).get("change"), "estimate", -509.25);
    number(fall.get("test"), "p", 0.1205905205905);
    number(fall.get("test"), "estimate", -764);
    number(fall.get("test"), "lower", -1590);
    number(fall.get("test"), "upper", 211);
    JsonNode cells = of(analyses, "CD45RO of CD4 before and after six months");
    number(cells.get("by_group").get(0).get("change"), "p", 0.75);
    number(cells.get("by_group").get(1).get("change"), "p", 0.25);
    number(cells.get("by_group").get(1).get("change"), "estimate", -4.2775);
    number(cells.get("test"), "p", 0.4);
    JsonNode interferon = of(analyses, "IFNg+ of CD4 before and after six months");
    number(interferon.get("by_group").get(0).get("change"), "estimate", -0.5225);
    number(interferon.get("by_group").get(1).get("change"), "p", 1);
    number(interferon.get("test"), "p", 0.7);
    JsonNode interleukin = of(analyses, "IL-17A+ of CD4 before and after six months");
    number(interleukin.get("by_group").get(0).get("change"), "p", 0.5);
    number(interleukin.get("by_group").get(1).get("change"), "estimate", 0.1075);
    number(interleukin.get("test"), "p", 0.8);
    // cor.test(x, y, method = "spearman", exact = TRUE)
    JsonNode correlation = of(analyses, "Baseline CD45RO and change of CK").get("test");
    number(correlation, "n", 8);
    number(correlation, "estimate", 0.04761904761904761);
    number(correlation, "statistic", 80);
    number(correlation, "p", 0.9348710317460317);
  }

  @Test
  void everyNumberLeadsToItsRows() {
    JsonNode change = of(analyses(CENTRE, BENEFITS), "CK before and after 6 months");

    for (JsonNode row : change.get("rows")) {
      boolean both =
          !row.get("cells").get(0).asString().isEmpty()
              && !row.get("cells").get(1).asString().isEmpty();
      assertThat(row.get("rows").size()).isGreaterThanOrEqualTo(both ? 2 : 0);
      assertThat(row.has("missing"))
          .isEqualTo(!both || row.get("cells").get(2).asString().isEmpty());
    }
  }

  @Test
  void theFolderIsTheSameBytesAgainAndItsWordFileHoldsTheTables() throws IOException {
    Map<String, byte[]> first = written("first");
    Map<String, byte[]> second = written("second");

    assertThat(first.keySet())
        .contains(
            "analysis.html",
            "paper.docx",
            "paper.xlsx",
            "paper.pdf",
            "reproduce.sh",
            "plan.yaml",
            "figures/05-ck-before-and-after-six-months.png",
            "figures/05-ck-before-and-after-six-months.pdf",
            "figures/05-ck-before-and-after-six-months.svg");
    assertThat(second.keySet()).isEqualTo(first.keySet());
    first.forEach((name, bytes) -> assertThat(second.get(name)).as(name).isEqualTo(bytes));

    // The plate's replicates of one serum do not agree: its value is drawn open, and counted.
    String page =
        new String(first.getOrDefault("analysis.html", new byte[0]), StandardCharsets.UTF_8);
    assertThat(page)
        .contains("2458; its replicates scatter more than allowed")
        .contains("replicates scatter more than allowed (open symbols): 1.");

    List<String> printed =
        Files.readAllLines(folder.resolve("first/tables/05-ck-before-and-after-six-months.csv"));
    List<List<String>> tables = wordRows(first.getOrDefault("paper.docx", new byte[0]));
    for (String line : printed) {
      List<String> cells =
          Stream.of(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1))
              .map(cell -> cell.replaceAll("^\"|\"$", ""))
              .toList();
      assertThat(tables).contains(cells);
    }
  }

  private Map<String, byte[]> written(String name) throws IOException {
    Path out = folder.resolve(name);
    CommandRun run = CommandRun.of("analyse", LABORATORY, "--plan", IL1RA, "--on", DAY, "-o", out);
    assertThat(run.err()).isEmpty();
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (Stream<Path> all = Files.walk(out)) {
      all.filter(Files::isRegularFile)
          .sorted()
          .forEach(file -> {
            try {
              files.put(
                  out.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
    return files;
  }

  /// The rows of all tables of a Word file, cell by cell.
  private static List<List<String>> wordRows(byte[] docx) throws IOException {
    String xml = "";
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals("word/document.xml")) {
          xml = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
    }
    List<List<String>> rows = new ArrayList<>();
    Matcher row = Pattern.compile("<w:tr[ >].*?</w:tr>", Pattern.DOTALL).matcher(xml);
    while (row.find()) {
      List<String> cells = new ArrayList<>();
      Matcher cell = Pattern.compile("<w:tc[ >].*?</w:tc>", Pattern.DOTALL).matcher(row.group());
      while (cell.find()) {
        StringBuilder text = new StringBuilder();
        Matcher run = Pattern.compile("<w:t(?: [^>]*)?>([^<]*)</w:t>").matcher(cell.group());
        while (run.find()) {
          text.append(run.group(1));
        }
        cells.add(text.toString().replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"));
      }
      rows.add(cells);
    }
    return rows;
  }

  @Test
  void aWrongPlanIsRefusedWithEveryFaultAndNothingIsWritten() throws IOException {
    Path plan = folder.resolve("plan.yaml");
    Files.writeString(
        plan,
        """
        plan: Wrong
        define: {cohort: All, index: {event: diagnosis}, steps: []}
        variables:
          - {variable: CK, measurment: CK}
        analyses:
          - {analysis: x, compare: CK at baseline}
        """);
    Path out = folder.resolve("out");

    CommandRun run = CommandRun.of("analyse", CENTRE, "--plan", plan, "-o", out);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("plan.yaml", "4", "measurement", "6", "CK at baseline");
    assertThat(out).doesNotExist();
  }

  @Test
  void aFolderWithSomethingElseIsLeftAlone() throws IOException {
    Path out = Files.createDirectory(folder.resolve("mine"));
    Files.writeString(out.resolve("thesis.txt"), "years of work");

    CommandRun run = CommandRun.of("analyse", LABORATORY, "--plan", IL1RA, "--on", DAY, "-o", out);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains(out.toString());
    assertThat(out.resolve("thesis.txt")).hasContent("years of work");
    assertThat(out.resolve("analysis.html")).doesNotExist();
  }

  @Test
  void aCohortGoesBeforeThePlansOwnAndOneThatIsNotThereIsNamed() throws IOException {
    Path cohort = folder.resolve("nobody.yaml");
    Files.writeString(
        cohort,
        """
        cohort: Nobody
        index: {event: first dose, drug: anakinra, until: 1900-01-01}
        steps: []
        """);
    Path out = folder.resolve("out");

    CommandRun run =
        CommandRun.of(
            "analyse", LABORATORY, "--plan", IL1RA, "--cohort", cohort, "--on", DAY, "-o", out);

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("0 of 15 patients were included", "! Nobody is in this cohort")
        .contains("responders (n = 0) and non-responders (n = 0) cannot be compared")
        .doesNotContain("p = ");
    assertThat(out.resolve("figures")).doesNotExist();
    assertThat(out.resolve("cohort.yaml")).hasSameBinaryContentAs(cohort);

    CommandRun missing =
        CommandRun.of(
            "analyse", LABORATORY, "--plan", IL1RA, "--cohort", folder.resolve("none.yaml"));
    assertThat(missing.exitCode()).isEqualTo(2);
    assertThat(missing.err()).contains("none.yaml").doesNotContain("il1ra.yaml");
  }

  @Test
  void aSeriesOfFewPatientsFillsInTheChecklistOfCaseReports() throws IOException {
    Path plan = folder.resolve("plan.yaml");
    Files.writeString(
        plan,
        """
        plan: Case series
        define: {cohort: All, index: {event: first dose, drug: anakinra}, steps: []}
        checklist: CARE
        variables:
          - {variable: CK, measurement: CK}
          - {variable: CK at baseline, of: CK, at: baseline}
        analyses:
          - {analysis: Patients, describe: [CK at baseline]}
          - {analysis: CK in each patient, follow: CK, as: panels}
        """);
    Path out = folder.resolve("out");

    CommandRun run = CommandRun.of("analyse", LABORATORY, "--plan", plan, "--on", DAY, "-o", out);

    assertThat(run.err()).isEmpty();
    List<List<String>> rows = wordRows(Files.readAllBytes(out.resolve("paper.docx")));
    assertThat(rows)
        .anySatisfy(row -> assertThat(row).startsWith("5a").contains("See table 2."))
        .anySatisfy(row -> assertThat(row).startsWith("10b").contains("See table 3 and figure 1."))
        .anySatisfy(row -> assertThat(row).startsWith("13").contains("to be written"));
  }

  @Test
  void aPlanThatIsNotThereIsNamed() {
    CommandRun run = CommandRun.of("analyse", CENTRE, "--plan", folder.resolve("none.yaml"));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("none.yaml");
  }
}
