package org.myocohort.app.web.literature;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.myocohort.app.web.BrowserTest;
import org.myocohort.registry.access.Role;

/// A review as two reviewers do it in the browser.
class ReviewPagesTest extends BrowserTest {
  private static final int WORKS = 50;

  /// Milliseconds; a page in the background draws no frames to wait for.
  private static final double POLL = 10;

  /// Every fifth work is about the drug.
  private static final int RELEVANT_EVERY = 5;

  private static final String SETTINGS =
      """
      title: %s
      reviewers: 2
      blinded: true
      criteria:
        include: [The drug was given]
        exclude:
          - {code: population, text: Another disease}
          - {code: drug, text: Another drug}
      highlight: {include: [anakinra], exclude: [statin]}
      """;

  @TempDir Path folder;

  private static void press(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }

  private static String record(int number) {
    boolean relevant = number % RELEVANT_EVERY == 0;
    String drug = relevant ? "Anakinra" : "A statin";
    return """
    TY  - JOUR
    TI  - %s in case %d of muscle disease seen in the town of %s
    AU  - %s, Anna
    AB  - We treated a patient with %s for %d weeks.
    PY  - 20%02d
    JO  - Journal of %s
    VL  - %d
    SP  - %d
    ER  -\s
    """
        .formatted(
            drug,
            number,
            Integer.toString(number * 7919, 36),
            "Author" + Integer.toString(number * 104_729, 36),
            drug,
            number,
            number % 20,
            Integer.toString(number * 31, 36),
            number,
            number * 100);
  }

  private Path ris(String name, int from, int to) throws IOException {
    StringBuilder text = new StringBuilder();
    IntStream.rangeClosed(from, to).forEach(number -> text.append(record(number)));
    return Files.writeString(folder.resolve(name), text);
  }

  /// Begins a review on the pages and takes an export in.
  private static Page begin(Page page, String id, String settings, Path export) {
    page.navigate(address("/reviews"));
    page.getByText("New review").click();
    assertThat(page.locator("#title").inputValue()).isEmpty();
    page.locator("#title").fill("To be replaced");
    page.locator("#id").fill(id);
    press(page, "Begin");
    page.locator("#text").fill(settings);
    press(page, "Keep");
    page.locator("#overview").waitFor();
    bring(page, id, export, "Embase");
    return page;
  }

  private static void bring(Page page, String id, Path export, String source) {
    page.navigate(address("/reviews/" + id + "/import"));
    page.setInputFiles("#file", export);
    page.locator("#name").fill(source);
    press(page, "Read the file");
    page.locator("#overview").waitFor();
  }

  private static String work(Page page) {
    page.locator("#desk").waitFor();
    return page.locator("#work").count() == 0
        ? ""
        : page.locator("#work").getAttribute("data-work");
  }

  /// Presses a key and waits until another work stands there.
  private static String pressKey(Page page, String key) {
    String before = work(page);
    page.keyboard().press(key);
    page.waitForFunction(
        "before => { const work = document.getElementById('work');"
            + " return (work ? work.dataset.work : '') !== before; }",
        before,
        new Page.WaitForFunctionOptions().setPollingInterval(POLL));
    return work(page);
  }

  @Test
  void twoReviewersScreenFiftyByKeyboardAConflictIsResolvedAndTheDiagramFollows()
      throws IOException {
    Page anna =
        begin(
            open("/reviews"),
            "fifty",
            SETTINGS.formatted("Fifty works"),
            ris("fifty.ris", 1, WORKS));
    assertThat(anna.locator(".notice").textContent()).contains("50 records of Embase");

    anna.navigate(address("/reviews/fifty/screen"));
    assertThat(anna.locator("h1").textContent()).isEqualTo("Fifty works");
    int kept = 0;
    for (int i = 0; i < WORKS; i++) {
      boolean relevant = anna.locator("#work-title").textContent().startsWith("Anakinra");
      kept += relevant ? 1 : 0;
      pressKey(anna, relevant ? "i" : "2");
    }
    assertThat(kept).isEqualTo(WORKS / RELEVANT_EVERY);
    assertThat(anna.locator("#desk").textContent())
        .contains("50 of 50 decided by you, 10 kept", "Nothing is left for you to screen");

    Page ben = open("/reviews/fifty/screen", Width.desktop, "en", Role.EDITOR);
    Set<String> otherwise = Set.of("1-5", "1-10", "1-15");
    for (int i = 0; i < WORKS; i++) {
      assertThat(ben.locator("#work").textContent()).doesNotContain("demo:");
      boolean relevant = ben.locator("#work-title").textContent().startsWith("Anakinra");
      pressKey(ben, relevant && !otherwise.contains(work(ben)) ? "i" : "2");
    }
    ben.navigate(address("/reviews/fifty"));
    assertThat(ben.locator("#overview").textContent())
        .contains("3 conflicts of title and abstract", "94.0 %", "demo, demo-editor");

    ben.navigate(address("/reviews/fifty/conflicts"));
    assertThat(ben.locator("article").count()).isEqualTo(3);
    assertThat(ben.locator("article").first().textContent()).contains("demo", "Keep", "Exclude");
    ben.locator("article button[value=include]").first().click();
    ben.getByText("The conflict is resolved.").waitFor();
    assertThat(ben.locator("article").count()).isEqualTo(2);
    ben.locator("article select").first().selectOption("population");
    ben.locator("article button[value=exclude]").first().click();
    ben.locator("article button[value=exclude]").first().click();

    ben.navigate(address("/reviews/fifty/flow"));
    String diagram = ben.locator(".flow-figure").textContent();
    assertThat(diagram).contains("(n = 50)", "(n = 42)", "(n = 8)");
    assertThat(diagram.replace('\u00a0', ' ')).contains("Another disease", "Another drug");
    ben.locator(".flow-figure a[href$='/boxes/excluded']").first().click();
    ben.locator("#box").waitFor();
    assertThat(ben.locator("#box h2").textContent()).isEqualTo("Records excluded (42)");
    ben.locator("#box a[href*='/records/']").first().click();
    assertThat(ben.locator("#record").textContent())
        .contains("Title and abstract: Exclude", "Another drug", "1-fifty.ris", "TI");
  }

  @Test
  void aDecisionIsTakenBackAndTheWorkStandsThereAgain() throws IOException {
    Page page =
        begin(open("/reviews"), "undo", SETTINGS.formatted("Undo"), ris("undo.ris", 101, 103));
    page.navigate(address("/reviews/undo/screen"));
    String first = work(page);
    pressKey(page, "e");
    assertThat(pressKey(page, "u")).isEqualTo(first);
    assertThat(page.locator("#desk").textContent()).contains("0 of 3 decided by you");
    page.locator("#desk a[href*='order=random']").click();
    work(page);
    assertThat(page.locator("#work").textContent()).contains("shown at random");
    assertThat(page.locator("mark.word-for, mark.word-against").count()).isPositive();
  }

  @Test
  void nextYearsExportShowsOnlyWhatIsNew() throws IOException {
    Page page =
        begin(
            open("/reviews"),
            "yearly",
            SETTINGS.formatted("Yearly").replace("reviewers: 2", "reviewers: 1"),
            ris("one.ris", 201, 204));
    page.navigate(address("/reviews/yearly/screen"));
    pressKey(page, "i");
    pressKey(page, "e");
    pressKey(page, "e");
    pressKey(page, "e");
    page.navigate(address("/reviews/yearly/full-text"));
    press(page, "Full text is here");
    page.locator("article button[value=include]").click();
    assertThat(page.locator("article").textContent()).contains("included");

    page.navigate(address("/reviews/yearly"));
    press(page, "Begin version 2");
    bring(page, "yearly", folder.resolve("one.ris"), "Embase");
    assertThat(page.locator(".notice").textContent()).contains("taken in already");
    bring(page, "yearly", ris("two.ris", 201, 206), "Embase");
    assertThat(page.locator(".notice").textContent())
        .contains("6 records of Embase: 2 new, 4 known already");
    page.navigate(address("/reviews/yearly/screen"));
    assertThat(page.locator("#desk").textContent()).contains("4 of 6 decided by you");
    page.navigate(address("/reviews/yearly/flow"));
    assertThat(page.locator(".flow-figure").textContent())
        .contains("In the previous version", "(n = 4)");
  }

  @Test
  void aPairForAPersonIsMergedAndTakenApart() throws IOException {
    String one = record(301);
    String other = one.replace("VL  - 301", "VL  - 17").replace("SP  - 30100", "SP  - 4");
    Path export = Files.writeString(folder.resolve("pair.ris"), one + other + record(302));
    Page page = begin(open("/reviews"), "pair", SETTINGS.formatted("Pair"), export);
    page.navigate(address("/reviews/pair/copies"));
    assertThat(page.locator("#copies").textContent()).contains("other volume or pages");
    press(page, "The same work");
    assertThat(page.locator("#copies").textContent()).contains("1 are copies of others");
    press(page, "Take apart");
    assertThat(page.locator("#copies").textContent()).contains("0 are copies of others");
  }

  @Test
  void wrongCriteriaAreNamedByLineAndNothingIsKept() throws IOException {
    Page page =
        begin(open("/reviews"), "wrong", SETTINGS.formatted("Wrong"), ris("wrong.ris", 401, 402));
    page.navigate(address("/reviews/wrong/settings"));
    page.locator("#text").fill("title: Wrong\nreviewers: 5\ncriteria: {}\n");
    press(page, "Keep");
    assertThat(page.locator(".errors").textContent())
        .contains("review.yaml, line 2", "reviewers", "5");
    page.navigate(address("/reviews/wrong/settings"));
    assertThat(page.locator("#text").inputValue()).contains("reviewers: 2");
    page.navigate(address("/reviews/wrong/import"));
    page.setInputFiles("#file", Files.writeString(folder.resolve("none.ris"), "no record at all"));
    press(page, "Read the file");
    page.locator(".errors").waitFor();
    assertThat(page.locator(".errors").textContent()).contains("none.ris");
  }
}
