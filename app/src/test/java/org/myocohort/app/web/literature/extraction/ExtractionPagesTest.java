package org.myocohort.app.web.literature.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.myocohort.app.CommandRun;
import org.myocohort.app.Project;
import org.myocohort.app.web.BrowserTest;
import org.myocohort.registry.access.Role;

/// What two people do with the reports of the example's review, each in a browser of his own.
class ExtractionPagesTest extends BrowserTest {
  private static final List<String> REVIEWS = List.of("extracted", "together");

  @BeforeAll
  static void copy() throws IOException {
    Path example = Project.root().resolve("examples/anakinra-review");
    for (String review : REVIEWS) {
      try (Stream<Path> files = Files.walk(example)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Path copy = reviews().resolve(review).resolve(example.relativize(file).toString());
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy);
        }
      }
    }
  }

  private static Path folder(String review) {
    return reviews().resolve(review).resolve("extraction");
  }

  private static void press(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }

  private static void follow(Page page, String name) {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true)).click();
  }

  private static Locator field(Page page, String column) {
    return page.locator("#f-" + column);
  }

  private static String notice(Page page) {
    return page.locator(".notice").first().textContent();
  }

  /// Begins report 1-1 and writes down its patient; everything else is not reported.
  private static void patient(Page page, String review, String age) {
    page.navigate(address("/reviews/" + review + "/extraction"));
    press(page, "Begin report 1-1");
    follow(page, "Edit 1-1");
    field(page, "design").selectOption("case-report");
    field(page, "drugs").fill("anakinra");
    page.locator("#place-row").fill("the letter's Table");
    page.locator("[name=rest]").check();
    press(page, "Save");
    follow(page, "Add a patient");
    field(page, "source").fill("Furlan");
    field(page, "sex").selectOption("female");
    field(page, "age_years").fill(age);
    field(page, "antibody").focus();
    page.keyboard().press("F2");
    page.locator("#place-row").fill("the letter's Table");
    page.locator("[name=rest]").check();
    press(page, "Save");
  }

  @Test
  void twoPeopleReadAReportAreComparedAndAgree() throws IOException {
    Page one = open("/reviews/extracted");
    one.locator(".tabs").getByText("Extraction").click();
    assertThat(one.locator("#r1-1").textContent()).contains("Furlan 2008", "13 / 7 / 0");
    patient(one, "extracted", "sixty");
    assertThat(one.locator("#age_years .error").textContent()).contains("sixty", "a number");
    assertThat(field(one, "antibody").inputValue()).isEqualTo("NR");
    check(one, "extraction-row-wrong");
    field(one, "age_years").fill("60");
    press(one, "Save");
    assertThat(notice(one)).isEqualTo("1-1-p1 is saved.");
    assertThat(one.locator("#patients").textContent()).contains("Furlan (1-1-p1)", "60", "NR");
    one.navigate(address("/reviews/extracted/extraction/demo/1-1"));
    check(one, "extraction-patient");

    Page other = open("/reviews/extracted/extraction", Width.desktop, "en", Role.EDITOR);
    other.locator("#r1-1 button").click();
    other.navigate(address("/reviews/extracted/extraction/demo/1-1"));
    assertThat(other.locator("#read").textContent())
        .contains("begin this report yourself")
        .doesNotContain("Furlan (1-1-p1)");
    patient(other, "extracted", "61");

    other.navigate(address("/reviews/extracted/extraction/compare?first=demo&second=demo-editor"));
    assertThat(other.locator("#agree").textContent()).contains("0 of 1 differences");
    Locator difference = other.locator("table.differences tbody tr");
    assertThat(difference.textContent()).contains("Age", "60", "61", "the letter's Table");
    difference.locator("[name=why]").fill("the table says so");
    difference.locator("button[value=first]").click();
    assertThat(other.locator("#agree").textContent()).contains("1 of 1 differences");
    press(other, "Write the agreed extraction");
    assertThat(other.locator(".errors").textContent()).contains("already");
    other.locator("[name=replace]").check();
    press(other, "Write the agreed extraction");
    assertThat(notice(other)).isEqualTo("The agreed extraction is written.");

    assertThat(Files.readString(folder("extracted").resolve("agreed/patients.csv")))
        .contains("1-1-p1,literature,1-1,Furlan,")
        .contains(",60,");
    assertThat(Files.readString(folder("extracted").resolve("differences-demo-demo-editor.csv")))
        .contains("first,demo-editor,20", "the table says so");
    assertThat(
            CommandRun.of(
                    "review", "extract", reviews().resolve("extracted").toString(), "--by", "demo")
                .err())
        .contains("1 patients");
  }

  @Test
  void aResultHasItsPrintedStringAndItsQuoteIsLookedUp() {
    Page page = open("/reviews/together/extraction");
    press(page, "Begin report 1-5");
    follow(page, "Add a result");
    assertThat(page.locator("aside.report-text").textContent()).contains("7/15");
    field(page, "outcome").selectOption("response");
    field(page, "events").fill("8");
    field(page, "total").fill("15");
    field(page, "printed").fill("7/15");
    page.locator("#quote-row").fill("seen in 7/15 patients");
    page.locator("#events summary").click();
    page.locator("#quote-events").fill("seen in 8/15 patients");
    press(page, "Save");
    assertThat(page.locator("#results").textContent())
        .contains("found in the text", "not found in the text");
    assertThat(page.locator("#findings").textContent())
        .contains("typed 8, which does not stand in the printed \"7/15\"");
    page.navigate(address("/reviews/together/extraction/texts/1-5"));
    assertThat(page.locator("mark.quoted").allTextContents()).contains("seen in 7/15 patients");

    page.navigate(address("/reviews/together/extraction/demo/1-5"));
    press(page, "Remove 1-5-r1");
    assertThat(page.locator("#results").textContent()).contains("None yet");
    press(page, "Put it back");
    assertThat(page.locator("#results").textContent()).contains("7/15", "not found in the text");

    follow(page, "Appraise");
    assertThat(page.locator("#appraisal-form").textContent()).contains("(weak:", "No score");
    page.locator("[name='answer.1'][value=unclear]").check();
    press(page, "Save");
    assertThat(page.locator("#appraisal").textContent()).contains("Questions answered: 1");
  }

  @Test
  void whatAnotherChangedMeanwhileIsShownAndNotLost() throws IOException {
    Page slow = open("/reviews/together/extraction");
    press(slow, "Begin report 1-2");
    follow(slow, "Add a patient");
    field(slow, "source").fill("Zong");
    press(slow, "Save");
    follow(slow, "Edit 1-2-p1");
    Page fast = open(slow.url().replaceFirst("http://[^/]+", ""));
    field(fast, "age_years").fill("54");
    press(fast, "Save");
    field(slow, "age_years").fill("45");
    press(slow, "Save");
    assertThat(slow.locator("#age_years").textContent()).contains("Stands there now: 54");
    assertThat(field(slow, "age_years").inputValue()).isEqualTo("45");
    assertThat(Files.readString(folder("together").resolve("demo/patients.csv"))).contains(",54,");
    check(slow, "extraction-overtaken");
    press(slow, "Save");
    assertThat(Files.readString(folder("together").resolve("demo/patients.csv"))).contains(",45,");
  }

  @Test
  void theChecksAreThoseOfTheCommand() {
    Page page = open("/reviews/together/checks");
    assertThat(page.locator(".tiles").textContent()).contains("2", "3", "11");
    assertThat(page.locator("#printed").textContent())
        .contains("more than half of patients", "7 of 15, which is 46.7 percent", "Assumed:");
    assertThat(page.locator("#ledger").textContent()).contains("10/14 patients");
    Object csv =
        page.evaluate(
            "async () => (await fetch('/reviews/together/checks/files/findings.csv')).text()");
    String command =
        CommandRun.of(
                "review", "check", reviews().resolve("together").toString(), "--format", "csv")
            .out();
    assertThat(String.valueOf(csv))
        .isEqualTo(command.replace(reviews().resolve("together") + "/", ""));
    page.locator("#printed a").first().click();
    assertThat(page.locator("#report-text").textContent()).contains("7/15");
  }
}
