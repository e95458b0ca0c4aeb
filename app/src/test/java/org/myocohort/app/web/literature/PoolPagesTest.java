package org.myocohort.app.web.literature;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.myocohort.app.Project;
import org.myocohort.app.web.BrowserTest;
import org.myocohort.registry.access.Role;

/// An outcome is pooled and a search string read in the browser, on copies of the letter's review.
class PoolPagesTest extends BrowserTest {
  private static final String OWN = "own=anakinra-antisynthetase";

  /// A review of its own, in the folder that the server shows.
  private static Path copied(String id) throws IOException {
    Path from = Project.root().resolve("examples/anakinra-review");
    Path to = reviews().resolve(id);
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
    return to;
  }

  /// Opens a page of pooling; the answer may come after the page.
  private Page pooled(String path, Role role) {
    Page page = open(path, Width.desktop, "en", role);
    page.locator(".forest-figure").waitFor();
    return page;
  }

  private static void press(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }

  private static void replace(Path file, String found, String by) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(found);
    Files.writeString(file, text.replace(found, by));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.map(file -> folder.relativize(file).toString()).sorted().toList();
    }
  }

  @Test
  void ownPatientsAreChosenAndEveryNumberLeadsBack() throws IOException {
    Path folder = copied("pooled");
    List<String> before = names(folder);
    Page page = open("/reviews/pooled");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Pooling")).first().click();
    page.getByText("No patient with the outcome: no number").first().waitFor();
    assertThat(page.locator("#pool").textContent()).contains("on-drug, serum-il-1ra");
    page.locator("#own").selectOption("anakinra-antisynthetase");
    press(page, "Pool");
    page.getByText("3 of 3 patients").first().waitFor();
    assertThat(page.locator("#pool").textContent())
        .contains("1.0000 (0.2924 – 1.0000)")
        .contains("Not in this number: literature. Of 4 rows none gives the outcome")
        .contains("A person must say whether they share patients: L2 and A1")
        .contains("No prediction interval: nothing but events");
    assertThat(page.locator(".forest-figure").textContent())
        .contains("Own patients, by acr-eular-2016-moderate");
    assertThat(page.locator(".forest-figure a[href='#row-0']").count()).isEqualTo(1);
    assertThat(page.locator("#row-7").textContent())
        .contains("A1", "seen in 7/15 patients", "extraction/agreed/results.csv:2");
    assertThat(page.locator("#row-0 a").getAttribute("href"))
        .isEqualTo("/studies/anakinra-antisynthetase/patients/P1");
    page.locator("#row-7 a[href*='/extraction/agreed/']").click();
    assertThat(page.locator("#read").textContent()).contains("Congress abstract");
    page.goBack();
    page.locator("#row-3 a[href*='/records/']").click();
    assertThat(page.locator("#record").textContent()).contains("1-embase.ris", "Furlan");
    // Nothing of own patients stands in the folder.
    assertThat(names(folder)).isEqualTo(before);
  }

  @Test
  void whatMayBeCountedTwiceIsRefusedAndSingleCasesStandApart() throws IOException {
    Path folder = copied("refused");
    Path agreed = folder.resolve("extraction/agreed");
    replace(agreed.resolve("patients.csv"), "GC;MTX,NR\nL2", "GC;MTX,major\nL2");
    replace(agreed.resolve("patients.csv"), "GC;AZA,NR", "GC;AZA,none");
    replace(
        agreed.resolve("results.csv"),
        "A1,1-5,response,NR",
        "A1,1-5,response,acr-eular-2016-moderate");
    Page page = pooled("/reviews/refused/pool?" + OWN, Role.DATA_MANAGER);
    assertThat(page.locator("#pool").textContent())
        .contains("A number was refused", "Refused: 5 rows cannot be pooled in one number")
        .contains("May be pooled together: own/P1, own/P2, own/P3, A1");
    page.locator("input[type=checkbox]").check();
    press(page, "Pool");
    page.getByText("10 of 18 patients").first().waitFor();
    assertThat(page.locator("#pool").textContent())
        .contains("own 3 of 3, literature 7 of 15", "exact p 0.2157 (Fisher)")
        .contains("they were published because they succeeded")
        .contains("Without each study in turn")
        .contains("Added in the order of their years");
    assertThat(page.locator(".forest-figure").textContent()).contains("Single-case reports, apart");
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })");
    check(page, "pool-open-desktop-en");
    assertThat(page.locator(".forest-figure a[href='/reviews/refused/records/1-5']").count())
        .isEqualTo(1);
  }

  @Test
  void aJudgementIsKeptInTheFolderAndShownWithItsReason() throws IOException {
    Path folder = copied("judged");
    Page page = pooled("/reviews/judged/pool?" + OWN, Role.DATA_MANAGER);
    page.locator("#certainty details summary").first().click();
    page.locator("#certainty select").first().selectOption("very-serious");
    page.locator("#certainty details[open] button").click();
    page.getByText("A judgement needs one of the words offered and a reason.").waitFor();
    page.locator("#certainty details summary").first().click();
    page.locator("#certainty select").first().selectOption("very-serious");
    page.locator("#certainty input[name=reason]").first().fill("No \"comparison\", not blinded");
    page.locator("#certainty details[open] button").click();
    page.getByText("The judgement is kept.").waitFor();
    assertThat(page.locator("#certainty").textContent())
        .contains("very serious: No \"comparison\", not blinded (demo)");
    assertThat(page.locator("#own").inputValue()).isEqualTo("anakinra-antisynthetase");
    assertThat(Files.readString(folder.resolve("grade.yaml")))
        .isEqualTo(
            """
            judgements:
              - outcome: response
                domain: risk-of-bias
                judgement: very-serious
                reason: "No \\"comparison\\", not blinded"
                by: "demo"
            """);
  }

  @Test
  void filesWithOwnPatientsAreForWhoMayTakeDataOut() throws IOException {
    copied("files");
    String own = "/reviews/files/pool/files/pooled.csv?" + OWN;
    Page analyst = pooled("/reviews/files/pool?" + OWN, Role.ANALYST);
    APIResponse taken = analyst.request().get(address(own));
    assertThat(taken.text()).startsWith("id,source,report,citation,year,").contains("own/P1,own");
    Page viewer = pooled("/reviews/files/pool?" + OWN, Role.VIEWER);
    assertThat(viewer.locator("#pool").textContent())
        .contains("3 of 3 patients", "for who may take de-identified data out");
    assertThat(viewer.request().get(address(own)).status()).isEqualTo(403);
    assertThat(
            viewer
                .request()
                .get(address("/reviews/files/pool/files/forest.svg?outcome=response"))
                .text())
        .startsWith("<svg");
    assertThat(viewer.request().get(address("/reviews/files/pool?own=nowhere")).status())
        .isEqualTo(404);
  }

  @Test
  void aStringIsReadWithItsErrorsKeptAndSearchedFor() throws IOException {
    Path folder = copied("searched");
    Page page = open("/reviews/searched/searches");
    page.getByText("MEDLINE (PubMed)").waitFor();
    assertThat(page.locator("#search-1").textContent())
        .contains("Databases would read it differently")
        .contains(
            "(interleukin-1 OR anakinra) AND (antisynthetase syndrome OR antisynthetase antibody");
    // The records are read beside the page, which then shows the counts.
    page.locator("#search-1").getByText("10 of 15 records are found.").waitFor();

    page.locator("#text").fill("anakinra adj2 (myositis\nOR arthritis");
    page.locator("#dialect").selectOption("pubmed");
    press(page, "Read it first");
    page.locator("#reading").waitFor();
    assertThat(page.locator("#reading mark.word-error").first().textContent()).isEqualTo("adj2");
    assertThat(page.locator("#reading").textContent()).contains("line 1, column 10");
    assertThat(Files.readString(folder.resolve("searches.yaml"))).doesNotContain("adj2");

    page.locator("#text").fill("anakinra[tiab] AND myositis[tiab]");
    page.locator("#database").fill("MEDLINE");
    page.locator("#count").fill("many");
    press(page, "Keep");
    page.locator(".errors").waitFor();
    assertThat(page.locator(".errors").textContent()).contains("Records found: found \"many\"");
    page.locator("#count").fill("57");
    page.locator("#date").fill("2026-11-20");
    press(page, "Keep");
    page.getByText("The search is kept as number 3.").waitFor();
    assertThat(Files.readString(folder.resolve("searches.yaml")))
        .contains("date: 2026-11-20\n    count: 57")
        .contains("by: \"demo\"\n    text: \"anakinra[tiab] AND myositis[tiab]\"");
    page.locator("#search-3 summary").getByText("For Embase.com").click();
    assertThat(page.locator("#search-3-embase").textContent())
        .isEqualTo("(anakinra AND myositis):ti,ab,kw");
    assertThat(page.locator("button[data-copy=search-3-embase]").isVisible()).isTrue();

    page.locator("#find").fill("anakinra AND pericardial");
    press(page, "Search");
    page.locator("#searches a[href*='/records/']").first().waitFor();
    assertThat(page.locator("#searches a[href*='/records/']").count()).isEqualTo(1);
  }
}
