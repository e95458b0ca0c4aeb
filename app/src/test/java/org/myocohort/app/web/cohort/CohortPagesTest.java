package org.myocohort.app.web.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.myocohort.app.web.BrowserTest;
import org.myocohort.registry.access.Role;

/// A cohort is built, asked a plan, and its answer followed to the record and out of the registry.
class CohortPagesTest extends BrowserTest {
  private static final String STUDY = "/studies/synthetic-centre";

  private static final String EITHER =
      """
      cohort: Either
      steps:
        - step: Jo-1 or fever
          rule: {any: [{antibody: Jo-1}, {finding: fever, time: ever}]}
      """;

  private static void press(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }

  private static void follow(Page page, String name) {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true)).click();
  }

  private static void add(Page page, String kind, int number) {
    page.locator("#kind").selectOption(kind);
    page.locator(".add button").click();
    page.locator("#step-" + number).waitFor();
  }

  private static Map<String, String> unzipped(byte[] bytes) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  @Test
  void aCohortIsBuiltAnalysedFollowedToTheRecordAndTakenOut() throws IOException {
    Page page = open(STUDY, Width.desktop, "en", Role.ANALYST);
    follow(page, "Cohorts");
    follow(page, "New cohort");
    page.locator("#title").fill("Adults with myocarditis");
    page.locator("#drug").fill("anakinra");
    add(page, "finding", 1);
    page.locator("#s1-finding").fill("myocarditis");
    add(page, "age", 2);
    page.locator("#s2-at-least").fill("eighteen");
    press(page, "Preview");
    page.locator("#s2-at-least-error").waitFor();
    assertThat(page.locator("#s2-at-least-error").textContent()).contains("eighteen");
    page.locator("#s2-at-least").fill("18");
    press(page, "Preview");
    page.locator("#preview").waitFor();
    assertThat(page.locator("#preview .sentence").textContent())
        .contains("a first dose of anakinra", "age >= 18 years");
    assertThat(page.locator("#preview table.flow tbody tr").count()).isEqualTo(4);
    page.evaluate("window.scrollTo(0, 0)");
    check(page, "cohort-builder-preview");
    String members =
        page.locator("#preview table.flow tbody tr").last().locator("strong").textContent();
    press(page, "Keep");
    assertThat(page.locator(".notice").first().textContent())
        .isEqualTo("The cohort \"Adults with myocarditis\" is kept.");
    assertThat(page.locator(".chips li").count()).isEqualTo(Integer.parseInt(members));

    follow(page, "Analyse it");
    String plan = page.locator("#text").inputValue();
    assertThat(plan).contains("cohort: adults-with-myocarditis");
    page.locator("#text").fill(plan.replace("[Age, CK", "[Aeg, CK"));
    press(page, "Check");
    assertThat(page.locator(".errors").textContent())
        .contains("line 12", "found \"Aeg\"", "Age, CK at baseline")
        .contains("describe: [Aeg, CK at baseline]");
    check(page, "plan-wrong");
    page.locator("#text").fill(plan);
    press(page, "Check");
    assertThat(page.locator(".notice").textContent()).contains("3 questions, " + members);
    press(page, "Keep and run");
    page.locator(".finding").first().waitFor();
    assertThat(page.locator("#analysis").textContent())
        .contains("Of all 60 patients of the study.");

    Locator mark = page.locator(".cohort-figure a[href^='#row-02-']").first();
    String row = mark.getAttribute("href");
    mark.dispatchEvent("click");
    page.locator(row).waitFor();
    check(page, "analysis-row");
    String patient = page.locator(row + " th").textContent();
    List<String> cells = page.locator(row + " td").allTextContents();
    page.locator(".downloads a").first().waitFor();
    byte[] zip =
        page.request()
            .get(address(STUDY + "/plans/adults-with-myocarditis/files/analysis.zip"))
            .body();
    Map<String, String> files = unzipped(zip);
    String data =
        files.entrySet().stream()
            .filter(file -> file.getKey().startsWith("data/02-"))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElseThrow();
    assertThat(data.lines().filter(line -> line.startsWith(patient + ",")).findFirst())
        .hasValueSatisfying(
            line -> assertThat(line).startsWith(patient + "," + cells.get(0) + "," + cells.get(1)));
    assertThat(files.get("cohort.yaml")).contains("cohort: Adults with myocarditis");
    assertThat(files).containsKeys("analysis.html", "tests.csv", "reproduce.sh", "plan.yaml");

    Download word = page.waitForDownload(() -> follow(page, "Word"));
    assertThat(word.suggestedFilename())
        .isEqualTo("synthetic-centre-adults-with-myocarditis-paper.docx");
    String document =
        unzipped(Files.readAllBytes(word.path())).getOrDefault("word/document.xml", "");
    assertThat(document.split("<w:tbl>", -1).length - 1).isGreaterThanOrEqualTo(3);
    assertThat(document.replaceAll("<[^>]+>", " ")).contains("CK before and after 6 months", "Age");

    page.locator(row + " td a").first().click();
    assertThat(page.url()).contains("/patients/" + patient + "/rows/");
    assertThat(page.locator("main").textContent()).contains(patient);
  }

  @Test
  void whatTheFormCannotSayIsATextAndARemovedCohortIsPutBack() {
    Page page = open(STUDY + "/cohorts/new", Width.desktop, "en", Role.ANALYST);
    press(page, "Keep");
    assertThat(page.locator("#title-error").textContent()).contains("expected a text");
    check(page, "cohort-builder-wrong");
    page.locator("#title").fill("Either");
    page.locator("#event").selectOption("");
    press(page, "Edit as text");
    page.locator("#text").fill(EITHER + "  - step: Line\n    rule: {begun: anakinra}\n");
    press(page, "Keep");
    assertThat(page.locator(".errors").textContent())
        .contains("line 6", "in line at least", "rule: {begun: anakinra}");
    page.locator("#text").fill(EITHER);
    press(page, "Edit in the form");
    assertThat(page.locator("#builder").textContent()).contains("so it stays a text");
    press(page, "Keep");
    page.locator(".chips").waitFor();

    page.navigate(address(STUDY + "/cohorts"));
    press(page, "Remove Either");
    assertThat(page.locator("table.kept").first().textContent()).doesNotContain("Either");
    press(page, "Put either back");
    assertThat(page.locator("table.kept").first().textContent()).contains("Either");
  }

  @Test
  void whoMayNotAnalyseSeesTheAnswerOnceItIsThereAndTakesNothingOut() {
    String plan = STUDY + "/plans/who-benefits?on=2026-11-21";
    Page viewer = open(plan, Width.desktop, "en", Role.VIEWER);
    assertThat(viewer.locator("#analysis").textContent()).contains("nobody has run it yet");
    Page analyst = open(plan, Width.desktop, "en", Role.ANALYST);
    analyst.locator(".finding").first().waitFor();
    viewer.reload();
    assertThat(viewer.locator(".finding").count()).isGreaterThan(14);
    assertThat(viewer.locator(".downloads").count()).isZero();
    assertThat(
            viewer
                .request()
                .get(address(STUDY + "/plans/who-benefits/files/analysis.zip?on=2026-11-21"))
                .status())
        .isEqualTo(403);
  }
}
